"""New pages: valid by their type, and reported only for what is to be filled in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from exlint.config import Config
from exlint.diagnostic import Severity
from exlint.errors import UserError
from exlint.page import Page
from exlint.page.reading import PageType, PageTypes, read_page
from exlint.pagetype.schema import SchemaStore
from exlint.pagetype.vocabulary import slug
from exlint.pagetypes import load_types
from exlint.scaffold import scaffold
from exlint.text import Source
from tests.support import run


def dish(**properties: Mapping[str, Any]) -> PageType:
    """A page type of the user's, all of whose properties are required."""
    schema = {
        "type": "object",
        "required": list(properties),
        "additionalProperties": False,
        "properties": properties,
    }
    return PageType.of("dish", "x", SchemaStore({"x": schema}))


def read(type_: PageType, text: str, name: str = "page.md") -> Page:
    return read_page(Source.of(name, text), PageTypes({type_.name: type_}), type_.name)


def at(place: str, name: str, **more: Any) -> dict[str, Any]:
    return {"x-markdown": {place: name, **more}}


TITLE = {"type": "string", "x-markdown": {"at": "title"}}
HEAT = {"enum": ["Hot", "Cold"]}
STEPS = {
    "type": "array",
    "minItems": 2,
    "x-markdown": {"section": ["Steps", "How to"], "as": "ordered-list"},
}


@pytest.mark.parametrize("every", [False, True])
@pytest.mark.parametrize(
    ("type_", "name"),
    [
        ("exercise", "Sample Lift"),
        ("comparison", "Sample Lift vs. Sample Row"),
        ("hub", "Arms Exercises"),
    ],
)
def test_pages_of_the_built_in_types_are_valid(
    type_: str, name: str, every: bool
) -> None:
    page_type = load_types(Config(file=None, folder="/")).types[type_]
    text = scaffold(page_type.layout, name, every=every).text
    page = read(page_type, text)
    assert page.violations == ()
    assert page.record.data["name"] == name
    assert to_do(text, type_, name) == {"placeholder"}


def to_do(text: str, type_: str, name: str, types: PageTypes | None = None) -> set[str]:
    """The rules that report a new page, but for questions of style."""
    found = run({f"{slug(name)}.md": text}, types, type_)
    return {item.rule for item in found if item.severity > Severity.INFO}


def test_an_exercise_is_written_as_its_type_wants_it() -> None:
    layout = load_types(Config(file=None, folder="/")).types["exercise"].layout
    given = {"Equipment": "kettlebells", "secondary muscles": "lats; Traps"}
    page = scaffold(layout, "Sample Lift", given)
    text = page.text
    assert [line for line in text.splitlines() if line.startswith("## ")] == [
        f"## {section.name}" for section in layout.sections
    ]
    assert "\n- **Equipment:** Kettlebell\n" in text
    assert "\n- **Secondary Muscles:** Lats, Traps\n" in text
    assert "\n- **Difficulty:** Beginner <!-- or Intermediate, Advanced -->\n" in text
    assert "exercise using kettlebell. Targets " in text
    assert "also works lats and traps." in text
    assert "\n### Is the Sample Lift good for beginners?\n\nYes, the Sample " in text
    assert "- [More Kettlebell Exercises](/exercises/equipment/kettlebell)\n" in text
    assert page.chosen == ("Body Part", "Target Muscle", "Difficulty", "Category")


@pytest.mark.parametrize(
    "place",
    [
        at("fact", "Heat"),
        at("row", "Heat"),
        at("definition", "Heat"),
        at("at", "front-matter", key="heat"),
        at("at", "front-matter", key="kitchen.heat"),
        at("section", "Facts", fact="Heat"),
    ],
)
def test_facts_stand_where_the_type_wants_them(place: dict[str, Any]) -> None:
    type_ = dish(
        name=TITLE,
        heat={**HEAT, **place},
        size={**place_of("Size", place)},
        steps=STEPS,
    )
    written = scaffold(type_.layout, "Leek Soup")
    page = read(type_, written.text)
    assert page.violations == ()
    assert page.record.data["heat"] == "Hot"
    assert page.record.data["size"] == "[Size goes here]"
    assert page.record.data["steps"] == ["[Step 1 goes here]", "[Step 2 goes here]"]
    assert "or Cold" in written.text
    types = PageTypes({"dish": type_})
    assert to_do(written.text, "dish", "leek soup", types) == {"placeholder"}
    assert written.chosen == (type_.layout.fields["heat"].label,)


def place_of(key: str, place: Mapping[str, Any]) -> dict[str, Any]:
    """The same place for another key."""
    note = place["x-markdown"]
    changed = {
        name: value.replace("heat", key.lower()).replace("Heat", key)
        for name, value in note.items()
    }
    return {"type": "string", "x-markdown": changed}


def test_facts_in_a_fence() -> None:
    type_ = dish(
        name=TITLE,
        heat={**HEAT, **at("fence", "heat")},
        minutes={"type": "integer", "minimum": 5, **at("fence", "minutes")},
        size={"type": "string", **at("fence", "size")},
    )
    text = scaffold(type_.layout, "Soup").text
    assert text == (
        "# Soup\n\n```\nheat: Hot\nminutes: 5\nsize: [Size goes here]\n```\n"
    )
    assert read(type_, text).violations == ()
    types = PageTypes({"dish": type_})
    assert to_do(text, "dish", "soup", types) == {"placeholder"}


def test_facts_as_tags() -> None:
    tags = {"type": "array", "items": {"enum": ["Leek Soup", "Cold"]}}
    type_ = dish(name=TITLE, tags={**tags, "x-markdown": {"at": "tags"}})
    text = scaffold(type_.layout, "Soup", {"tags": "cold, leek soup"}).text
    assert text == "# Soup\n\n#cold #leek-soup\n"
    assert read(type_, text).record.data["tags"] == ["cold", "leek-soup"]


def test_front_matter_of_every_kind() -> None:
    def key(name: str, **node: Any) -> dict[str, Any]:
        return {**node, **at("at", "front-matter", key=name)}

    type_ = dish(
        name=key("title", type="string"),
        about=key("about", type="string", minLength=60),
        rating=key("facts.rating", type="number", exclusiveMinimum=2),
        open=key("facts.deep.open", type="boolean"),
        made=key("made", type="string", format="date"),
        kinds=key("kinds", type="array", minItems=2, items={"enum": ["Soup", "No"]}),
        parts=key(
            "parts",
            type="array",
            items={"type": "object", "properties": {"what": {"type": "string"}}},
        ),
        code=key("code", const="x: y"),
        tone=key("tone", default="plain"),
        none=key("none", type=["null", "string"], examples=["an example"]),
        gone=key("gone", type="null"),
    )
    written = scaffold(type_.layout, "Soup: hot & cold")
    page = read(type_, written.text)
    assert page.violations == ()
    assert page.front.problems == ()
    data = dict(page.record.data)
    assert len(data.pop("about")) >= 60
    assert data == {
        "name": "Soup: hot & cold",
        "rating": 3,
        "open": False,
        "made": "2000-01-01",
        "kinds": ["Soup", "No"],
        "parts": [{"what": "[What goes here]"}],
        "code": "x: y",
        "tone": "plain",
        "none": "an example",
        "gone": None,
    }
    assert not written.text.startswith("# ")


def test_sections_of_every_shape() -> None:
    def section(shape: str, **node: Any) -> dict[str, Any]:
        name = shape.capitalize()
        return {**node, "x-markdown": {"section": name, "as": shape}}

    type_ = dish(
        name=TITLE,
        lead={"type": "string", "x-markdown": {"at": "lead", "as": "text"}},
        text=section("text", type="string", minLength=80),
        content=section("content", type="string"),
        parties=section("bullet-list", type="array", minItems=3),
        asked=section("questions", type="array", minItems=2),
        see=section("links", type="array"),
        numbers=section("table", type="object"),
        dishes=section("entries", type="array"),
    )
    page = read(type_, scaffold(type_.layout, "Soup").text)
    assert page.violations == ()
    data = page.record.data
    assert data["lead"] == "[Lead goes here]"
    assert data["parties"][2] == "[Party 3 goes here]"
    assert [item["question"] for item in data["asked"]] == [
        "[Question 1 goes here]?",
        "[Question 2 goes here]?",
    ]
    assert data["see"] == [{"text": "Link 1", "target": "link-1-goes-here.md"}]
    assert data["numbers"]["rows"] == [["[Cell 1 1 goes here]"]]
    assert data["dishes"] == [{"entries": [{"name": "[Entry goes here]"}]}]


def test_what_is_not_required_is_left_out() -> None:
    optional = {"type": "string", **at("fact", "Size")}
    schema = {"type": "object", "properties": {"name": TITLE, "size": optional}}
    type_ = PageType.of("dish", "x", SchemaStore({"x": schema}))
    assert scaffold(type_.layout, "Soup").text == "# Soup\n"
    with_all = "# Soup\n\n- **Size:** [Size goes here]\n"
    assert scaffold(type_.layout, "Soup", every=True).text == with_all
    given = scaffold(type_.layout, "Soup", {"size": "Big"}).text
    assert given == "# Soup\n\n- **Size:** Big\n"


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"Heet": "Hot"}, "a page of type 'dish' has no 'Heet', did you mean 'heat'?"),
        ({"zzz": "Hot"}, "a page of type 'dish' has no 'zzz'"),
        ({"heat": "Colt"}, "Heat cannot be 'Colt', did you mean 'Cold'?"),
        ({"heat": "x"}, "Heat cannot be 'x'"),
    ],
)
def test_facts_that_cannot_be(given: dict[str, str], message: str) -> None:
    type_ = dish(name=TITLE, heat={**HEAT, **at("fact", "Heat")})
    with pytest.raises(UserError) as error:
        scaffold(type_.layout, "Soup", given)
    assert str(error.value) == message
