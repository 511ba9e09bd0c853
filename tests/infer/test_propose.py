"""The schema that pages make up."""

from __future__ import annotations

from typing import Any

from exlint.infer.propose import Wishes
from exlint.pagetype.schema import SchemaStore
from exlint.pagetypes import load_store
from tests.infer.plants import garden
from tests.infer.support import inferred

PAGE = "# Move {n}\n\n{lead}\n\n## {first}\n\n{steps}\n\n## {last}\n\n- Breathe {n}.\n"


def moves(**changes: str) -> dict[str, str]:
    """Twenty pages; changes are made to the last ones, one each."""
    plain = {
        "lead": "Easy.",
        "first": "Steps",
        "steps": "1. Stand.\n2. Sit.",
        "last": "Tips",
    }
    pages = [dict(plain) for _ in range(20)]
    for page, (key, value) in zip(reversed(pages), changes.items(), strict=False):
        page[key] = value
    return {
        f"moves/move-{n}.md": PAGE.format(n=n, **page) for n, page in enumerate(pages)
    }


def schema_of(pages: dict[str, str], **wishes: Any) -> dict[str, Any]:
    (kind,) = inferred(pages, Wishes(**wishes)).types
    return dict(kind.schema)


def places(schema: dict[str, Any]) -> dict[str, Any]:
    return {name: node["x-markdown"] for name, node in schema["properties"].items()}


def test_a_schema_says_what_pages_hold() -> None:
    schema = schema_of(garden())
    properties = schema["properties"]
    assert schema["$id"] == "plant.schema.json"
    assert schema["required"] == list(properties)
    assert schema["additionalProperties"] is False
    assert places(schema) == {
        "name": {"at": "title"},
        "id": {"at": "front-matter", "key": "id"},
        "family": {"at": "front-matter", "key": "family"},
        "latinName": {"row": "Latin name"},
        "light": {"row": "Light"},
        "water": {"row": "Water"},
        "heightInCm": {"row": "Height in cm"},
        "intro": {"at": "lead", "as": "text"},
        "planting": {"section": ["Planting", "How to plant"], "as": "ordered-list"},
        "companions": {"section": "Companions", "as": "links"},
        "harvest": {"section": "Harvest", "as": "text"},
    }
    assert properties["light"]["enum"] == ["full sun", "partial shade"]
    assert properties["light"]["$comment"] == (
        "30 of 30 pages: full sun 17, partial shade 13"
    )
    assert properties["heightInCm"]["type"] == "integer"
    assert properties["planting"]["minItems"] == 2
    assert "enum" not in properties["latinName"]
    assert schema["x-markdown"] == {
        "fileName": "name",
        "patterns": [
            {"text": "The {name} wants {light} and {water} watering.", "in": "intro"}
        ],
    }


def test_the_schema_is_valid() -> None:
    store = load_store()
    file = "plant.schema.json"
    documents = SchemaStore({**store.documents, file: schema_of(garden())})
    assert list(documents.check(file)) == []


def test_what_some_pages_lack_is_not_required() -> None:
    pages = moves()
    for n in range(4):
        pages[f"moves/move-{n}.md"] = pages[f"moves/move-{n}.md"].partition("## Tips")[
            0
        ]
    assert "tips" not in schema_of(pages)["required"]
    assert "tips" in schema_of(pages, required_at=0.8)["required"]


def test_a_name_on_one_page_is_no_alias() -> None:
    schema = schema_of(moves(first="Setps"))
    assert places(schema)["steps"]["section"] == "Steps"
    assert "steps" in schema["required"]


def test_a_name_on_several_pages_in_the_same_place_is_an_alias() -> None:
    pages = moves()
    for n in range(6):
        path = f"moves/move-{n}.md"
        pages[path] = pages[path].replace("## Steps", "## How to do it")
    assert places(schema_of(pages))["steps"]["section"] == ["Steps", "How to do it"]


def test_the_name_of_the_page_in_a_heading_is_left_open() -> None:
    pages = {
        path: text.replace("## Tips", f"## Why the {text[2 : text.index(chr(10))]}?")
        for path, text in moves().items()
    }
    assert places(schema_of(pages))["whyThe"]["section"] == "Why the *?"


def test_sections_that_pages_order_as_they_like_may_stand_anywhere() -> None:
    pages = moves()
    for n in range(6):
        text = pages[f"moves/move-{n}.md"]
        steps, tips = text.index("## Steps"), text.index("## Tips")
        moved = f"{text[:steps]}{text[tips:]}\n{text[steps:tips]}"
        pages[f"moves/move-{n}.md"] = moved
    free = [note for note in places(schema_of(pages)).values() if "anywhere" in note]
    assert len(free) == 1


def test_questions_are_told_by_their_headings() -> None:
    faq = "## FAQ\n\n### Is it hard?\n\nNo.\n\n### Is it long?\n\nYes.\n"
    pages = {path: f"{text}\n{faq}" for path, text in moves().items()}
    node = schema_of(pages)["properties"]["faq"]
    assert node["x-markdown"] == {"section": "FAQ", "as": "questions"}
    assert node["items"]["required"] == ["question", "answer"]


def test_values_that_name_pages_are_references() -> None:
    pages = {
        path: f"---\nvariants: [Move {(n + 1) % 20}, move-{(n - 1) % 20}]\n---\n{text}"
        for n, (path, text) in enumerate(moves().items())
    }
    assert places(schema_of(pages))["variants"] == {
        "at": "front-matter",
        "key": "variants",
        "references": "move",
        "mutual": True,
    }


def test_lists_in_one_line_are_split() -> None:
    muscles = ["arms", "legs", "arms, legs", "back, arms", "back"]
    pages = {
        path: text.replace("Easy.", f"- **Muscles:** {muscles[n % 5]}\n- **Level:** A")
        for n, (path, text) in enumerate(moves().items())
    }
    node = schema_of(pages)["properties"]["muscles"]
    assert node["x-markdown"] == {"fact": "Muscles", "split": ","}
    assert sorted(node["items"]["enum"]) == ["arms", "back", "legs"]


def test_what_deviates_is_told_with_its_place() -> None:
    pages = garden()
    pages["plants/kale.md"] = pages["plants/kale.md"].replace("| moderate |", "| wet |")
    (kind,) = inferred(pages).types
    ((key, (place,)),) = kind.deviations.items()
    assert key == ("water", "enum")
    assert (place.path, place.line, place.column) == ("plants/kale.md", 12, 11)


def test_names_are_given_in_order_of_size() -> None:
    (kind,) = inferred(garden(), Wishes(names=("herb",))).types
    assert kind.schema["title"] == "Herb page"
