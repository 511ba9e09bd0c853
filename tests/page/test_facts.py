"""Facts are read wherever the schema says that they stand."""

from __future__ import annotations

import json
from typing import Any

import pytest

from exlint.page import Page
from exlint.page.reading import read_page
from exlint.text import Source
from tests.support import run, types_of

RULES = ("empty-fact", "fact-format", "missing-fact", "unknown-fact", "unknown-value")


def schema(kind: str) -> str:
    """A page type whose facts stand in places of one kind."""

    def place(key: str, **more: str) -> dict[str, str]:
        section = {"section": "Facts"} if kind == "fact" else {}
        return {kind: key, **section, **more}

    properties: dict[str, Any] = {
        "gear": {"enum": ["Barbell", "None"], "x-markdown": place("Gear")},
        "muscles": {"type": "array", "x-markdown": place("Muscles", split=",")},
        "reps": {"type": "integer", "x-markdown": place("Reps")},
    }
    return json.dumps(
        {
            "required": ["gear", "muscles"],
            "additionalProperties": False,
            "properties": properties,
            "x-markdown": {"sections": ["Facts"]},
        }
    )


WRITTEN = {
    "fact": (
        "## Facts\n\n- **Gear:** Barbell\n- **Muscles:** Quads, Glutes\n- **Reps:** 8\n"
    ),
    "row": (
        "| Fact | Value |\n|---|---|\n| **Gear** | Barbell |\n"
        "| muscles: | Quads, Glutes |\n| Reps | 8 |\n"
    ),
    "fence": "```\ngear: Barbell  \nmuscles: Quads, Glutes\nreps: 8\n```\n",
    "definition": (
        "**Gear**\n: Barbell\n\nmuscles\n:   Quads, Glutes\n\nReps\n\n: 8\n"
    ),
}


def page(kind: str, text: str) -> Page:
    source = Source.of("page.md", f"# Squat\n\n{text}")
    return read_page(source, types_of(schema(kind)), "example")


def report(kind: str, text: str) -> list[str]:
    pages = {"page.md": f"# Squat\n\n{text}"}
    found = run(pages, types_of(schema(kind)), "example", rules=RULES)
    return [f"{item.start.line}: {item.finding.message}" for item in found]


@pytest.mark.parametrize("kind", WRITTEN)
def test_facts_are_read_with_their_places(kind: str) -> None:
    read = page(kind, WRITTEN[kind])
    assert read.record.data == {
        "gear": "Barbell",
        "muscles": ["Quads", "Glutes"],
        "reps": 8,
    }
    spans = read.record.spans
    assert read.source[spans["/gear"]] == "Barbell"
    assert read.source[spans["/muscles/1"]] == "Glutes"
    assert report(kind, WRITTEN[kind]) == []


@pytest.mark.parametrize("kind", WRITTEN)
def test_windows_line_ends_change_nothing(kind: str) -> None:
    text = WRITTEN[kind].replace("\n", "\r\n")
    assert page(kind, text).record.data == page(kind, WRITTEN[kind]).record.data


@pytest.mark.parametrize(
    ("kind", "line"), [("fact", 5), ("row", 5), ("fence", 4), ("definition", 4)]
)
def test_a_wrong_value_is_found_where_it_stands(kind: str, line: int) -> None:
    found = report(kind, WRITTEN[kind].replace("Barbell", "Barbel"))
    expected = (
        "Gear is 'Barbel', expected one of Barbell, None: did you mean 'Barbell'?"
    )
    assert found == [f"{line}: {expected}"]


@pytest.mark.parametrize(
    ("kind", "line"), [("fact", 5), ("row", 5), ("fence", 4), ("definition", 3)]
)
def test_a_misspelt_key_is_found_once(kind: str, line: int) -> None:
    for old, new in (("Gear", "Geer"), ("gear", "geer")):
        if old in WRITTEN[kind]:
            found = report(kind, WRITTEN[kind].replace(old, new))
            assert found == [f"{line}: no fact is named '{new}': did you mean 'Gear'?"]


@pytest.mark.parametrize(
    ("kind", "line"), [("fact", 5), ("row", 5), ("fence", 4), ("definition", 3)]
)
def test_a_value_that_is_absent_is_found_once(kind: str, line: int) -> None:
    found = report(kind, WRITTEN[kind].replace("Barbell", ""))
    assert [item.partition(":")[0] for item in found] == [str(line)]
    assert "no value for" in found[0]


def test_a_table_without_known_keys_holds_no_facts() -> None:
    text = "| Week | Load |\n|---|---|\n| 1 | 20 kg |\n"
    assert page("row", text).facts == ()


def test_a_fact_without_its_bullet_is_read() -> None:
    text = WRITTEN["fact"].replace("- **Muscles", "**Muscles")
    assert page("fact", text).record.data["muscles"] == ["Quads", "Glutes"]
    assert report("fact", text) == ["6: no bullet before 'Muscles'"]


def test_facts_as_lines_of_a_paragraph_are_read() -> None:
    text = WRITTEN["fact"].replace("- **", "**")
    assert page("fact", text).record.data["reps"] == 8
    assert report("fact", text) == []


@pytest.mark.parametrize(
    "written",
    [
        "- **Muscles:** Quads,\n  Glutes",
        "- **Muscles:** Quads,\nGlutes",
        "- **Muscles:** [Quads](/quads), *Glutes*",
        "- **Muscles:** Quads &#44; **Glutes**",
        "- **Muscles: Quads, Glutes**",
        "- __Muscles__: Quads; Glutes.",
        "- Muscles: Quads,  , Glutes,",
        "- **Muscles** Quads, Glutes",
        "* Muscles Quads, Glutes",
    ],
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_a_list_is_read_however_it_is_written(written: str, line_end: str) -> None:
    text = WRITTEN["fact"].replace("- **Muscles:** Quads, Glutes", written)
    read = page("fact", text.replace("\n", line_end))
    assert read.record.data["muscles"] == ["Quads", "Glutes"]
    spans = read.record.spans
    values = [read.source[spans[f"/muscles/{number}"]] for number in (0, 1)]
    assert values == ["Quads", "Glutes"]


def test_a_value_goes_on_in_the_next_line() -> None:
    text = WRITTEN["fact"].replace("Glutes", "Rectus\n  Femoris")
    read = page("fact", text)
    assert read.record.data["muscles"] == ["Quads", "Rectus Femoris"]
    assert read.source[read.record.spans["/muscles/1"]] == "Rectus\n  Femoris"


def test_a_number_that_is_none_stays_text() -> None:
    text = WRITTEN["fact"].replace("8", "eight")
    assert page("fact", text).record.data["reps"] == "eight"


def test_keys_and_values_are_found_in_a_long_list_only_if_it_is_one_of_facts() -> None:
    steps = "- Gear: as you like\n- Stand tall\n- Push\n- Hold\n"
    assert page("fact", f"## Facts\n\n{steps}").facts == ()


LOOSE = json.dumps(
    {
        "properties": {
            "gear": {"x-markdown": {"fact": "Gear"}},
            "muscles": {"type": "array", "x-markdown": {"fact": "Muscles"}},
            "author": {"x-markdown": {"fact": ["Author", "Written by"]}},
        }
    }
)


def loose(text: str) -> tuple[dict[str, Any], list[str]]:
    """The record of a page whose facts stand anywhere, and what is found on it."""
    text = f"# Squat\n\n{text}\n## Steps\n\n1. Stand up.\n2. Sit down.\n"
    source = Source.of("page.md", text)
    read = read_page(source, types_of(LOOSE), "example")
    for name, value in read.record.data.items():
        values = {f"/{name}": value}
        if isinstance(value, list):
            values = {f"/{name}/{n}": inner for n, inner in enumerate(value)}
        for pointer, inner in values.items():
            assert " ".join(source[read.record.spans[pointer]].split()) == inner
    found = run({"page.md": text}, types_of(LOOSE), "example", rules=RULES)
    return dict(read.record.data), [item.finding.message for item in found]


@pytest.mark.parametrize(
    "written",
    [
        "**Gear**: Barbell\n**Muscles**: Quads, Glutes\n",
        "**Gear:** Barbell  \n**Muscles:** Quads,\nGlutes\n",
        "__Gear__: Barbell\\\n__Muscles__: Quads, Glutes\n",
        "**Gear**: Barbell\n\n**Muscles**: Quads, Glutes\n",
        "**Gear**: Barbell | **Muscles**: Quads, Glutes\n",
        "**Gear:** Barbell · **Muscles:** Quads, Glutes\n",
        "**Gear:** Barbell **Muscles:** Quads, Glutes\n",
        "**Gear**: Barbell, **Muscles**: Quads, Glutes\n",
        "Gear: Barbell\nMuscles: Quads, Glutes\n",
        "Gear: Barbell\n  Muscles: Quads, Glutes\n",
        "> **Gear**: Barbell\n> **Muscles**: Quads, Glutes\n",
        "> [!info]\n> - **Gear**: Barbell\n> - **Muscles**: Quads, Glutes\n",
        "> Gear: Barbell\n> Muscles: Quads, Glutes\n",
        "!!! info\n    **Gear**: Barbell\n    **Muscles**: Quads, Glutes\n",
        "??? tip\n\n    - **Gear**: Barbell\n    - **Muscles**: Quads, Glutes\n",
        "- **Gear**: Barbell\n- **Muscles**: Quads, Glutes\n",
        "Text.\n\n## Facts\n\n**Gear**: Barbell\n**Muscles**: Quads, Glutes\n",
        "**Gear**: Barbell\n\n## Facts\n\n- **Muscles**: Quads, Glutes\n",
    ],
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_facts_stand_in_lines_anywhere(written: str, line_end: str) -> None:
    data, found = loose(written.replace("\n", line_end))
    assert data == {"gear": "Barbell", "muscles": ["Quads", "Glutes"]}
    assert found == []


def test_lines_of_plain_keys_are_facts_where_a_known_one_begins() -> None:
    written = "Written by: Ann\nReview scope: all of it,\nand more\nGear: Barbell\n"
    assert loose(written)[0] == {"author": "Ann", "gear": "Barbell"}
    assert loose(f"A page.\n{written}")[0] == {}


def test_bold_in_running_text_is_no_fact() -> None:
    text = "The **bar**: it is long.\n\n**Note**: Gear: none.\n\n**Gear** is heavy.\n"
    assert loose(text) == ({}, [])


def test_keys_beside_known_ones_are_facts() -> None:
    written = "**Gear**: Barbell\n**Author**: Ann\n**Origin**: old\n"
    source = Source.of("page.md", f"# Squat\n\n{written}")
    read = read_page(source, types_of(LOOSE), "example")
    assert [fact.key for fact in read.facts] == ["Gear", "Author", "Origin"]


def test_a_term_with_several_definitions_is_a_list() -> None:
    schema = {
        "gear": {"type": "array", "x-markdown": {"definition": "Gear"}},
        "care": {"x-markdown": {"definition": "Care"}},
    }
    text = (
        "# Squat\n\nGear\n: Barbell, 20 kg\n  or more\n: Rack\nCare\n: Go *slow*.\n"
        "\nOther\n\n: One\n\n: Two\n"
    )
    types = types_of(json.dumps({"properties": schema}))
    read = read_page(Source.of("page.md", text), types, "example")
    assert read.record.data == {
        "gear": ["Barbell, 20 kg or more", "Rack"],
        "care": "Go slow",
    }
    assert read.source[read.record.spans["/gear/0"]] == "Barbell, 20 kg\n  or more"
    assert [fact.value for fact in read.facts if not fact.field] == ["One", "Two"]
    twice = text.replace("Go *slow*.", "Go *slow*.\n: Stop")
    found = run({"page.md": twice}, types, "example")
    assert [item.finding.message for item in found] == [
        "'Care' is stated twice: 'Go slow' and 'Stop'"
    ]
