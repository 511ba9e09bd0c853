"""Every keyword of JSON Schema 2020-12 reaches the user in plain words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from exlint.page.reading import PageType
from exlint.pagetype.schema import SchemaStore
from exlint.pagetype.wording import say
from tests.support import built_in_store

Schema = dict[str, Any]


def violations_of(schema: Schema, data: Mapping[str, Any]) -> list[str]:
    """What exlint says of a record under a schema."""
    documents = {
        **built_in_store().documents,
        "page.schema.json": {"type": "object", "properties": {}, **schema},
    }
    store = SchemaStore(documents)
    assert list(store.check("page.schema.json")) == []
    type_ = PageType.of("page", "page.schema.json", store)
    return [say(found, type_.layout) for found in type_.validator.violations(data)]


def fact(key: str, **keywords: Any) -> Schema:
    return {"x-markdown": {"fact": key}, **keywords}


def load(**keywords: Any) -> Schema:
    """A schema with one fact."""
    return {"properties": {"load": fact("Load", **keywords)}}


def steps(**keywords: Any) -> Schema:
    """A schema with one list."""
    place = {"section": "Steps", "as": "ordered-list"}
    return {"properties": {"steps": {"x-markdown": place, **keywords}}}


def meta(**keywords: Any) -> Schema:
    """A schema with keys within a key of the front matter."""
    place = {"at": "front-matter", "key": "meta"}
    return {"properties": {"meta": {"x-markdown": place, **keywords}}}


THREE = {
    "properties": {
        "gear": fact("Equipment"),
        "kind": fact("Category"),
        "load": fact("Load"),
    }
}
MAT = {"properties": {"gear": {"const": "Mat"}}, "required": ["gear"]}

KEYWORDS: dict[str, tuple[Schema, Mapping[str, Any], str]] = {
    "type": (
        load(type="integer"),
        {"load": "ten"},
        "Load is 'ten', expected a whole number",
    ),
    "type-several": (
        load(type=["number", "boolean"]),
        {"load": "ten"},
        "Load is 'ten', expected a number or yes or no",
    ),
    "enum": (
        load(enum=["Light", "Heavy"]),
        {"load": "Hevy"},
        "Load is 'Hevy', expected one of Light, Heavy: did you mean 'Heavy'?",
    ),
    "enum-far": (
        load(enum=["Light", "Heavy"]),
        {"load": "Blue"},
        "Load is 'Blue', expected one of Light, Heavy",
    ),
    "enum-long": (
        load(enum=[f"{number} kg" for number in range(40)]),
        {"load": "a brick"},
        "Load is 'a brick', expected one of 40 values",
    ),
    "const": (load(const="Light"), {"load": "Red"}, "Load is 'Red', expected 'Light'"),
    "multipleOf": (
        load(multipleOf=5),
        {"load": 7},
        "Load is 7, expected a multiple of 5",
    ),
    "maximum": (load(maximum=5), {"load": 7}, "Load is 7, expected at most 5"),
    "exclusiveMaximum": (
        load(exclusiveMaximum=7),
        {"load": 7},
        "Load is 7, expected less than 7",
    ),
    "minimum": (load(minimum=9), {"load": 7}, "Load is 7, expected at least 9"),
    "exclusiveMinimum": (
        load(exclusiveMinimum=7),
        {"load": 7},
        "Load is 7, expected more than 7",
    ),
    "maxLength": (
        load(maxLength=2),
        {"load": "ten"},
        "Load has 3 characters, expected at most 2",
    ),
    "minLength": (
        load(minLength=4),
        {"load": "ten"},
        "Load has 3 characters, expected at least 4",
    ),
    "minLength-empty": (load(minLength=1), {"load": ""}, "Load is empty"),
    "pattern": (
        load(pattern=r"^\d+ kg$"),
        {"load": "ten"},
        r"Load is 'ten', expected a text that matches ^\d+ kg$",
    ),
    "pattern-begin": (
        load(pattern="^about "),
        {"load": "ten"},
        "Load is 'ten', expected a text that begins with 'about '",
    ),
    "pattern-end": (
        load(pattern=r"kg\.$"),
        {"load": "ten"},
        "Load is 'ten', expected a text that ends with 'kg.'",
    ),
    "pattern-within": (
        load(pattern=" kg"),
        {"load": "ten"},
        "Load is 'ten', expected a text that holds ' kg'",
    ),
    "format": (
        load(format="date"),
        {"load": "May"},
        "Load is 'May', expected a date (2026-01-31)",
    ),
    "format-uri": (
        load(format="uri"),
        {"load": "home page"},
        "Load is 'home page', expected a full address (https://…)",
    ),
    "format-other": (
        load(format="json-pointer"),
        {"load": "a"},
        "Load is 'a', expected the format 'json-pointer'",
    ),
    "maxItems": (
        steps(maxItems=1),
        {"steps": ["a", "b"]},
        "'Steps' has 2 items, expected at most 1",
    ),
    "minItems": (
        steps(minItems=2),
        {"steps": ["a"]},
        "'Steps' has 1 item, expected at least 2",
    ),
    "minItems-none": (
        steps(minItems=2),
        {"steps": []},
        "'Steps' has no items, expected at least 2",
    ),
    "uniqueItems": (
        steps(uniqueItems=True),
        {"steps": ["a", "b", "a"]},
        "'Steps' says 'a' twice",
    ),
    "contains": (
        steps(contains={"const": "Breathe"}),
        {"steps": ["a"]},
        "no item of 'Steps' is 'Breathe'",
    ),
    "minContains": (
        steps(contains={"const": "a"}, minContains=2),
        {"steps": ["a"]},
        "too few items of 'Steps' are 'a', expected at least 2",
    ),
    "maxContains": (
        steps(contains={"const": "a"}, maxContains=1),
        {"steps": ["a", "a"]},
        "too many items of 'Steps' are 'a', expected at most 1",
    ),
    "prefixItems": (
        steps(prefixItems=[{"const": "a"}]),
        {"steps": ["b"]},
        "item 1 of 'Steps' is 'b', expected 'a'",
    ),
    "items": (
        steps(items={"minLength": 3}),
        {"steps": ["sit", "up"]},
        "item 2 of 'Steps' has 2 characters, expected at least 3",
    ),
    "items-false": (
        steps(prefixItems=[{}], items=False),
        {"steps": ["a", "b"]},
        "'Steps' has 2 items, expected at most 1",
    ),
    "unevaluatedItems": (
        steps(prefixItems=[{}], unevaluatedItems=False),
        {"steps": ["a", "b"]},
        "'Steps' has 2 items, expected at most 1",
    ),
    "required": ({**THREE, "required": ["load"]}, {}, "no Load"),
    "dependentRequired": (
        {**THREE, "dependentRequired": {"gear": ["load"]}},
        {"gear": "Mat"},
        "no Load, expected with Equipment given",
    ),
    "dependentSchemas": (
        {
            **THREE,
            "dependentSchemas": {"gear": {"properties": {"kind": {"const": "Yoga"}}}},
        },
        {"gear": "Mat", "kind": "Power"},
        "with Equipment given, Category is 'Power', expected 'Yoga'",
    ),
    "maxProperties": (
        {**THREE, "maxProperties": 0},
        {"load": 1},
        "the page has 1 part, expected at most 0",
    ),
    "minProperties": (
        meta(minProperties=2),
        {"meta": {"a": 1}},
        "meta has 1 key, expected at least 2",
    ),
    "properties": (
        meta(properties={"restSeconds": {"type": "number"}}),
        {"meta": {"restSeconds": "x"}},
        "rest seconds of meta is 'x', expected a number",
    ),
    "patternProperties": (
        meta(patternProperties={"^rest": {"type": "number"}}),
        {"meta": {"rest": "x"}},
        "rest of meta is 'x', expected a number",
    ),
    "additionalProperties": (
        meta(properties={"a": {}}, additionalProperties=False),
        {"meta": {"a": 1, "b": 2}},
        "b of meta is not known",
    ),
    "unevaluatedProperties": (
        meta(properties={"a": {}}, unevaluatedProperties=False),
        {"meta": {"a": 1, "b": 2}},
        "b of meta is not known",
    ),
    "propertyNames": (
        meta(propertyNames={"pattern": "^[a-z]+$"}),
        {"meta": {"A": 1}},
        "a of meta is no name that may stand here",
    ),
    "false": (
        {**THREE, "allOf": [{"properties": {"load": False}}]},
        {"load": 1},
        "Load must not be given",
    ),
    "allOf": (
        load(allOf=[{"minimum": 9}]),
        {"load": 7},
        "Load is 7, expected at least 9",
    ),
    "anyOf": (
        load(anyOf=[{"const": "Light"}, {"type": "number"}]),
        {"load": "ten"},
        "Load is 'ten', expected 'Light' or a number",
    ),
    "anyOf-page": (
        {**THREE, "anyOf": [{"required": ["gear"]}, {"required": ["load"]}]},
        {},
        "the page needs Equipment or Load",
    ),
    "oneOf": (
        load(oneOf=[{"minimum": 5}, {"multipleOf": 7}]),
        {"load": 7},
        "Load is 7, expected only one of these: at least 5 or a multiple of 7",
    ),
    "not": (
        load(**{"not": {"enum": ["Light", "Red"]}}),
        {"load": "Red"},
        "Load is 'Red', expected anything but one of Light, Red",
    ),
    "not-page": (
        {**THREE, "not": {"required": ["gear", "load"]}},
        {"gear": "Mat", "load": 1},
        "the page must not have Equipment and Load",
    ),
    "then": (
        {
            **THREE,
            "if": MAT,
            "then": {"properties": {"kind": {"enum": ["Yoga", "Balance"]}}},
        },
        {"gear": "Mat", "kind": "Power"},
        "with Equipment 'Mat', Category is 'Power', expected one of Yoga, Balance",
    ),
    "then-false": (
        {**THREE, "if": MAT, "then": {"properties": {"load": False}}},
        {"gear": "Mat", "load": 1},
        "with Equipment 'Mat', Load must not be given",
    ),
    "then-required": (
        {**THREE, "if": MAT, "then": {"required": ["kind"]}},
        {"gear": "Mat"},
        "no Category, expected with Equipment 'Mat'",
    ),
    "else": (
        {**THREE, "if": MAT, "then": True, "else": {"required": ["load"]}},
        {"gear": "Bar"},
        "no Load, expected except with Equipment 'Mat'",
    ),
    "if-given": (
        {**THREE, "if": {"required": ["load"]}, "then": {"required": ["gear"]}},
        {"load": 1},
        "no Equipment, expected with Load given",
    ),
    "if-not": (
        {
            **THREE,
            "if": {"properties": {"gear": {"not": {"const": "Mat"}}}},
            "then": {"required": ["load"]},
        },
        {"gear": "Bar"},
        "no Load, expected with Equipment anything but 'Mat'",
    ),
}


@pytest.mark.parametrize("case", KEYWORDS)
def test_a_broken_keyword_is_put_into_words(case: str) -> None:
    schema, data, expected = KEYWORDS[case]
    assert violations_of(schema, data) == [expected]


def test_every_validation_keyword_has_a_case() -> None:
    from jsonschema import Draft202012Validator

    applied_by_others = {"$ref", "$dynamicRef", "if"}
    cases = {name.partition("-")[0] for name in KEYWORDS}
    assert set(Draft202012Validator.VALIDATORS) - applied_by_others <= cases


QUESTIONS = {
    "type": "array",
    "x-markdown": {"section": "FAQ", "as": "questions"},
    "items": {"required": ["answer"], "properties": {"question": {"pattern": "\\?$"}}},
}
TABLE = {
    "x-markdown": {"section": "Comparison", "as": "table"},
    "properties": {
        "header": {"minItems": 3},
        "rows": {"items": {"maxItems": 2, "items": {"minLength": 1}}},
    },
}


@pytest.mark.parametrize(
    ("schema", "data", "expected"),
    [
        (QUESTIONS, [{"question": "Why?"}], "no answer of question 1 of 'FAQ'"),
        (
            QUESTIONS,
            [{"question": "Why", "answer": "So."}],
            "question 1 of 'FAQ' is 'Why', expected a text that ends with '?'",
        ),
        (
            TABLE,
            {"header": [""]},
            "header of 'Comparison' has 1 item, expected at least 3",
        ),
        (TABLE, {"rows": [["a"], ["b"] * 3]}, "row 2 has 3 items, expected at most 2"),
        (TABLE, {"rows": [["a", ""]]}, "item 2 is empty"),
    ],
)
def test_a_place_within_a_section_is_named(
    schema: Schema, data: Any, expected: str
) -> None:
    page = {"properties": {"part": {"type": ["array", "object"], **schema}}}
    assert violations_of(page, {"part": data}) == [expected]


@pytest.mark.parametrize(
    "schema",
    [
        load(enum=["Light"], **{"x-message": "say how heavy"}),
        load(allOf=[{"enum": ["Light"], "x-message": "say how heavy"}]),
        {
            **THREE,
            "if": {"required": ["load"]},
            "then": {
                "x-message": "say how heavy",
                "properties": {"load": {"const": "Light"}},
            },
        },
    ],
)
def test_the_words_of_the_schema_take_precedence(schema: Schema) -> None:
    assert violations_of(schema, {"load": "Red"}) == ["say how heavy"]


def test_a_value_that_breaks_several_keywords_is_reported_once() -> None:
    schema = load(type="string", enum=["Light", "Heavy"], minLength=3, pattern="^[LH]")
    assert violations_of(schema, {"load": 7}) == ["Load is 7, expected a text"]
    assert violations_of(schema, {"load": "No"}) == [
        "Load is 'No', expected one of Light, Heavy"
    ]


def test_a_value_of_no_vocabulary_breaks_no_condition() -> None:
    kinds = fact("Category", enum=["Yoga", "Power"])
    schema = {
        "properties": {**THREE["properties"], "kind": kinds},
        "if": MAT,
        "then": {"properties": {"kind": {"const": "Yoga"}}},
    }
    found = violations_of(schema, {"gear": "Mat", "kind": "Dance"})
    assert found == ["Category is 'Dance', expected one of Yoga, Power"]


def test_the_branch_that_came_furthest_is_the_one_that_was_meant() -> None:
    branches = [
        {"type": "string"},
        {"type": "object", "properties": {"kg": {"type": "number"}}},
    ]
    found = violations_of(meta(anyOf=branches), {"meta": {"kg": "ten"}})
    assert found == ["kg of meta is 'ten', expected a number"]
