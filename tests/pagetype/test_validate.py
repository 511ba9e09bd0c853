"""How a record breaks its schema: one violation for each cause, at its own place."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exlint.pagetype.schema import SchemaStore
from exlint.pagetype.validate import Validator, Violation

SCHEMA: dict[str, Any] = {
    "type": "object",
    "$defs": {"level": {"enum": ["Easy", "Hard"], "x-message": "how hard it is"}},
    "properties": {
        "level": {"$ref": "#/$defs/level"},
        "reps": {"type": "integer", "minimum": 1, "maximum": 50},
        "day": {"format": "date"},
        "steps": {
            "type": "array",
            "minItems": 2,
            "uniqueItems": True,
            "items": {"type": "string", "minLength": 1},
        },
        "pair": {"prefixItems": [{}, {}], "items": False},
        "load": {
            "anyOf": [
                {"type": "string", "pattern": "kg$"},
                {"type": "array", "items": {"type": "integer"}},
            ]
        },
        "old": False,
        "gear": {"type": "string"},
        "then": {"type": "string"},
    },
    "additionalProperties": False,
    "dependentRequired": {"reps": ["level", "gear"]},
    "dependentSchemas": {"gear": {"required": ["load"], "x-message": "say how heavy"}},
    "if": {"properties": {"level": {"const": "Hard"}}, "required": ["level"]},
    "then": {"required": ["steps"]},
    "else": {"properties": {"reps": {"maximum": 10}}},
}
VALIDATOR = Validator("page.schema.json", SchemaStore({"page.schema.json": SCHEMA}))
IF_HARD = SCHEMA["if"]


def found(data: dict[str, Any]) -> list[Violation]:
    return sorted(VALIDATOR.violations(data), key=lambda item: item.pointer)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ({"level": "Easy", "steps": ["a", "b"], "day": "2024-02-29"}, []),
        ({"level": "Eesy"}, [("enum", "/level", "Eesy", ["Easy", "Hard"])]),
        ({"steps": ["a", ""]}, [("minLength", "/steps/1", "", 1)]),
        (
            {"steps": ["a"], "day": "2024-02-30"},
            [
                ("format", "/day", "2024-02-30", "date"),
                ("minItems", "/steps", ["a"], 2),
            ],
        ),
        ({"steps": ["a", "a"]}, [("uniqueItems", "/steps", ["a", "a"], True)]),
        ({"old": 1}, [("false", "/old", 1, None)]),
        ({"pair": [1, 2, 3, 4]}, [("items", "/pair", [1, 2, 3, 4], False)]),
        (
            {"a": 1, "b": 2},
            [
                ("additionalProperties", "/a", 1, False),
                ("additionalProperties", "/b", 2, False),
            ],
        ),
        ({"load": [1, "x"]}, [("type", "/load/1", "x", "integer")]),
        ({"load": 5}, [("anyOf", "/load", 5, SCHEMA["properties"]["load"]["anyOf"])]),
    ],
)
def test_a_violation_stands_at_its_place(
    data: dict[str, Any], expected: list[tuple[str, str, Any, Any]]
) -> None:
    assert [
        (item.keyword, item.pointer, item.value, item.expected) for item in found(data)
    ] == expected


def test_a_value_that_is_no_number_is_not_above_three_either() -> None:
    (only,) = found({"reps": "many", "level": "Easy", "gear": "Bar", "load": "2 kg"})
    assert (only.keyword, only.expected) == ("type", "integer")


@pytest.mark.parametrize(
    ("data", "pointer", "condition"),
    [
        ({"level": "Hard"}, "/steps", IF_HARD),
        ({"reps": 20, "level": "Easy"}, "/reps", {"not": IF_HARD}),
        ({"reps": 2, "gear": "Bar", "load": "2 kg"}, "/level", {"required": ["reps"]}),
        ({"gear": "Bar"}, "/load", {"required": ["gear"]}),
        ({"then": 5}, "/then", None),
    ],
)
def test_a_violation_knows_what_makes_it_one(
    data: dict[str, Any], pointer: str, condition: dict[str, Any] | None
) -> None:
    item = next(item for item in found(data) if item.pointer == pointer)
    assert item.condition == condition
    assert item.property == pointer[1:]


def test_the_nearest_message_of_the_author_is_kept() -> None:
    messages = {
        item.pointer: item.message for item in found({"level": "x", "gear": "y"})
    }
    assert messages == {"/level": "how hard it is", "/load": "say how heavy"}


def test_every_absent_property_is_a_violation_of_its_own() -> None:
    store = SchemaStore({"page": {"required": ["a", "b", "c"]}})
    missing = Validator("page", store).violations({"b": 1})
    assert [(item.keyword, item.path, item.expected) for item in missing] == [
        ("required", ("a",), "a"),
        ("required", ("c",), "c"),
    ]


def test_schemas_refer_to_each_other_by_file() -> None:
    documents: dict[str, Any] = {
        "a.json": {"properties": {"x": {"$ref": "b.json#/$defs/y"}}},
        "b.json": {"$defs": {"y": {"$ref": "#/$defs/z"}, "z": {"const": 1}}},
    }
    (only,) = Validator("a.json", SchemaStore(documents)).violations({"x": 2})
    assert (only.keyword, only.path, only.expected, only.node) == (
        *("const", ("x",), 1, {"const": 1}),
    )


@pytest.mark.parametrize(
    "name", ["a/b~c %41#é", "$ref", "properties", "then", "x-message", "$defs"]
)
def test_a_property_may_have_any_name(name: str) -> None:
    schema = {"type": "object", "properties": {name: {"enum": ["x"]}}}
    validator = Validator("a.json", SchemaStore({"a.json": schema}))
    (violation,) = validator.violations({name: "y"})
    assert (violation.keyword, violation.path) == ("enum", (name,))
    assert violation.node == {"enum": ["x"]}


@pytest.mark.parametrize("name", ["$ref", "properties", "then", "x-message"])
def test_a_property_within_a_value_may_have_any_name(name: str) -> None:
    inner = {"properties": {name: {"pattern": "^x"}}, "required": [name]}
    schema = {"properties": {"a": {"items": inner, "x-message": "as agreed"}}}
    validator = Validator("a.json", SchemaStore({"a.json": schema}))
    (violation,) = validator.violations({"a": [{name: "x"}, {name: "y"}]})
    assert (violation.keyword, violation.path) == ("pattern", ("a", 1, name))
    assert (violation.message, violation.condition) == ("as agreed", None)


@pytest.mark.parametrize("keyword", ["const", "dependentRequired"])
def test_a_value_of_a_schema_may_have_any_name_in_it(keyword: str) -> None:
    schema = {"properties": {"a": {keyword: {"$ref": ["b"]}}}}
    validator = Validator("a.json", SchemaStore({"a.json": schema}))
    (violation,) = validator.violations({"a": {"$ref": "no"}})
    assert violation.path[:1] == ("a",)


LEVEL = {"enum": ["Easy", "Hard"], "x-message": "how hard it is"}
PLAIN: dict[str, Any] = {
    "required": ["title", "steps"],
    "properties": {
        "steps": {
            "type": "array",
            "minItems": 2,
            "items": {"type": "string", "minLength": 1},
        },
        "title": {"type": "string", "minLength": 2, "maxLength": 3},
        "level": {"$ref": "words.json#/$defs/level"},
        "levels": {"items": {"$ref": "words.json#/$defs/level"}, "maxItems": 2},
        "properties": {"const": "x"},
        "faq": {"items": {"required": ["answer", "question"]}},
        "reps": {"type": "integer", "minimum": 1},
    },
    "if": {"required": ["reps"]},
    "then": {"required": ["level"]},
}
WORDS = {"$defs": {"level": {"$ref": "#/$defs/one"}, "one": LEVEL}}
TEXTS = st.sampled_from(["", "x", "Easy", "Hard"])
VALUES = st.one_of(
    TEXTS,
    st.integers(0, 1),
    st.lists(TEXTS, max_size=3),
    st.lists(
        st.dictionaries(st.sampled_from(["answer", "question"]), TEXTS), max_size=2
    ),
)


@given(st.dictionaries(st.sampled_from([*PLAIN["properties"]]), VALUES))
def test_what_is_plain_is_told_as_jsonschema_tells_it(data: dict[str, Any]) -> None:
    documents = {"a.json": PLAIN, "words.json": WORDS}
    validator = Validator("a.json", SchemaStore(documents))
    explained = validator._told(validator._explained(data), data)
    assert validator.violations(data) == explained


def test_what_is_plain_needs_no_jsonschema(monkeypatch: pytest.MonkeyPatch) -> None:
    documents = {"a.json": PLAIN, "words.json": WORDS}
    validator = Validator("a.json", SchemaStore(documents))
    monkeypatch.setattr(Validator, "_explainer", None)
    found = validator.violations({"level": "x", "title": "ab", "levels": ["Easy", ""]})
    assert [(one.keyword, one.pointer, one.message) for one in found] == [
        ("required", "/steps", ""),
        ("enum", "/level", "how hard it is"),
        ("enum", "/levels/1", "how hard it is"),
    ]
