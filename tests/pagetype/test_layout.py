"""What a page schema says of its pages' layout."""

from __future__ import annotations

from typing import Any

import pytest

from exlint.pagetype.fields import SectionName
from exlint.pagetype.layout import Layout
from exlint.pagetype.schema import SchemaError, SchemaStore

SCHEMA: dict[str, Any] = {
    "required": ["name", "steps", "level"],
    "additionalProperties": False,
    "$defs": {
        "level": {"enum": ["Easy", "Hard", 3], "x-vocabulary": {"Easy": {"slug": "e"}}}
    },
    "properties": {
        "name": {"x-markdown": {"at": "title"}},
        "file": {"x-markdown": {"at": "file-name"}},
        "tags": {"type": "array", "x-markdown": {"at": "front-matter", "key": "tags"}},
        "level": {
            "$ref": "#/$defs/level",
            "x-markdown": {"section": ["Facts", "In short"], "fact": ["Level", "Rank"]},
        },
        "gear": {"x-markdown": {"row": "Gear"}},
        "id": {"x-markdown": {"fence": "id"}},
        "steps": {"x-markdown": {"section": "Steps", "as": "ordered-list"}},
        "all": {"x-markdown": {"section": "All * Moves*", "as": "entries"}},
        "other": {},
    },
    "x-markdown": {"sections": ["Notes", ["Steps", "Moves"]]},
}


def layout(schema: dict[str, Any] = SCHEMA) -> Layout:
    return Layout.of(
        "page", "page.schema.json", SchemaStore({"page.schema.json": schema})
    )


def test_each_property_has_its_place() -> None:
    fields = layout().fields
    assert {name: (field.place, field.label) for name, field in fields.items()} == {
        "name": ("title", "the title"),
        "file": ("file-name", "the file name"),
        "tags": ("front-matter", "tags"),
        "level": ("fact", "Level"),
        "gear": ("row", "Gear"),
        "id": ("fence", "id"),
        "steps": ("section", "Steps"),
        "all": ("section", "All * Moves*"),
        "other": ("nowhere", "other"),
    }
    assert fields["tags"].is_list
    assert fields["level"].required
    terms = fields["level"].terms
    assert terms
    assert terms.canonical("e") == "Easy"
    assert list(terms.terms) == ["Easy", "Hard"]


def test_sections_are_known_in_the_order_of_the_schema() -> None:
    found = layout()
    assert [part.name for part in found.sections] == [
        *("Facts", "Steps", "All * Moves*", "Notes")
    ]
    assert [part.name for part in found.required_sections] == ["Facts", "Steps"]
    assert found.is_closed


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("steps:", "Steps"),
        ("IN SHORT", "Facts"),
        ("All Easy Moves", "All * Moves*"),
        ("all hard moves by rank", "All * Moves*"),
        ("All Moves", None),
        ("All Easy Movesets", None),
        ("Step", None),
        ("", None),
    ],
)
def test_a_section_is_known_by_its_name_or_pattern(
    title: str, expected: str | None
) -> None:
    section = layout().section_named(title)
    assert (section and section.name) == expected
    if section:
        assert section.matches(title)


def test_likeness_is_of_required_sections_and_known_headings() -> None:
    found = layout()
    best = [(1, "Squat"), (2, "Facts"), (2, "Steps"), (3, "Whatever")]
    assert found.likeness(best) == 1
    assert found.likeness(best[1:]) == 1
    assert found.likeness([(2, "Other"), *best]) == pytest.approx(0.8)
    assert found.likeness(best[:2]) == pytest.approx(2 / 3)
    assert found.likeness([(2, "Notes")]) == 0
    assert found.likeness([]) == 0


def test_names_of_sections_are_compared_folded() -> None:
    name = SectionName(("How-To", "Guide"))
    assert name.matches("how to!")
    assert not name.matches("how")


def test_a_reference_to_nothing_is_an_error() -> None:
    schema = {"properties": {"a": {"$ref": "#/$defs/none"}}}
    with pytest.raises(SchemaError, match="nothing stands at this pointer"):
        layout(schema)
