"""Page schemas: references, and what is wrong with a schema."""

from __future__ import annotations

import pytest

from exlint.pagetype.layout import Layout
from exlint.pagetype.schema import Json, SchemaError, SchemaStore
from tests.support import built_in_store

STORE = SchemaStore(
    {
        "page.schema.json": {
            "$defs": {
                "near": {"type": "string", "minLength": 1},
                "round": {"$ref": "#/$defs/trip"},
                "trip": {"$ref": "#/$defs/round"},
                "a/b c": {"type": "integer"},
                "list": [{"type": "boolean"}],
                "text": "no schema",
            }
        },
        "other.schema.json": {
            "$defs": {"far": {"$ref": "page.schema.json#/$defs/near"}}
        },
    }
)


@pytest.mark.parametrize(
    ("base", "reference", "expected"),
    [
        ("page.schema.json", "#/$defs/near", "string"),
        ("other.schema.json", "#/$defs/far", "string"),
        ("other.schema.json", "page.schema.json#/$defs/a~1b%20c", "integer"),
        ("page.schema.json", "#/$defs/list/0", "boolean"),
    ],
)
def test_a_reference_is_followed(base: str, reference: str, expected: str) -> None:
    assert STORE.resolve(base, {"$ref": reference})[1]["type"] == expected


def test_keywords_beside_a_reference_are_kept() -> None:
    node = {"$ref": "#/$defs/near", "minLength": 5, "x-markdown": {"at": "title"}}
    base, resolved = STORE.resolve("page.schema.json", node)
    assert base == "page.schema.json"
    assert resolved == {"type": "string", "minLength": 5, "x-markdown": {"at": "title"}}


def test_true_and_false_are_schemas() -> None:
    assert STORE.resolve("page.schema.json", True) == ("page.schema.json", {})


@pytest.mark.parametrize(
    ("reference", "message"),
    [
        ("#/$defs/round", "goes round in a circle"),
        ("#/$defs/none", "nothing stands at this pointer"),
        ("#/$defs/list/1", "nothing stands at this pointer"),
        ("#/$defs/text", "is no schema"),
        ("none.schema.json", "no such schema file"),
    ],
)
def test_a_reference_that_leads_nowhere_is_an_error(
    reference: str, message: str
) -> None:
    with pytest.raises(SchemaError, match=message):
        STORE.resolve("page.schema.json", {"$ref": reference})


def errors(schema: Json) -> list[tuple[str, str]]:
    documents = {**built_in_store().documents, "own.schema.json": schema}
    found = SchemaStore(documents).check("own.schema.json")
    return [(error.pointer, error.message) for error in found]


@pytest.mark.parametrize("name", ["exercise", "comparison", "hub"])
def test_the_built_in_schemas_are_right(name: str) -> None:
    assert list(built_in_store().check(f"{name}.schema.json")) == []


@pytest.mark.parametrize(
    ("schema", "pointer"),
    [
        ({"type": "object"}, ""),
        (
            {"type": "object", "properties": {"a": {"type": "txt"}}},
            "/properties/a/type",
        ),
        (
            {"type": "object", "properties": {"a": {"x-markdown": {"at": "top"}}}},
            "/properties/a/x-markdown/at",
        ),
        (
            {"type": "object", "properties": {"a": {"x-markdown": {"section": "A"}}}},
            "/properties/a/x-markdown",
        ),
        (
            {
                "type": "object",
                "properties": {},
                "x-markdown": {"sectionLevel": 9},
            },
            "/x-markdown/sectionLevel",
        ),
    ],
)
def test_a_wrong_schema_is_an_error_at_its_place(schema: Json, pointer: str) -> None:
    assert pointer in [place for place, _ in errors(schema)]


def test_a_schema_that_holds_itself_is_compiled() -> None:
    tree = {
        "type": "object",
        "properties": {
            "name": {"enum": ["A"]},
            "parts": {"type": "array", "items": {"$ref": "#/$defs/tree"}},
            "any": True,
        },
    }
    schema = {
        "type": "object",
        "$defs": {"tree": tree},
        "properties": {
            "tree": {
                "$ref": "#/$defs/tree",
                "x-markdown": {"section": "Tree", "as": "entries"},
            }
        },
    }
    assert errors(schema) == []
    layout = Layout.of(
        "own", "own.schema.json", SchemaStore({"own.schema.json": schema})
    )
    field = layout.fields["tree"]
    assert list(field.slot_terms) == ["name"]
    assert field.slot_lists == {"parts"}
