"""What a layout reads from a document: title, sections and each place of a property."""

from __future__ import annotations

import json
from typing import Any

import pytest

from exlint.page import Page
from exlint.page.reading import read_page
from exlint.text import Source
from tests.support import types_of

SCHEMA = {
    "properties": {
        "name": {"type": "string", "x-markdown": {"at": "title"}},
        "slug": {"type": "string", "x-markdown": {"at": "file-name"}},
        "tags": {
            "type": "array",
            "x-markdown": {"at": "front-matter", "key": ["tags", "labels"]},
        },
        "level": {"x-markdown": {"section": ["Summary", "In short"], "fact": "Level"}},
        "loads": {
            "type": "array",
            "items": {"type": "number"},
            "x-markdown": {"section": "Summary", "fact": "Loads", "split": "/"},
        },
        "seated": {
            "type": "boolean",
            "x-markdown": {"section": "Summary", "fact": "Seated"},
        },
        "summary": {"x-markdown": {"section": "Summary", "as": "text"}},
        "steps": {"x-markdown": {"section": "Steps", "as": "ordered-list"}},
        "faq": {"x-markdown": {"section": "Questions", "as": "questions"}},
    },
    "x-markdown": {"sections": ["Notes"]},
}
TEXT = """\
---
labels: [strong, calm]
---

# Goblet *squat*

## In short

A deep squat.

- **Level:** Beginner
- **Loads:** 8 / 12.5
- **Seated:** no

## Steps

1. Stand.
2. Sit.

### Breathing

Breathe.

## Questions

### Why?

Because.

## Why not?

Ask again.

## History

Old.
"""


def read(text: str, schema: Any = SCHEMA, path: str = "a/goblet-squat.md") -> Page:
    return read_page(Source.of(path, text), types_of(json.dumps(schema)), "example")


def test_each_place_is_read() -> None:
    assert read(TEXT).record.data == {
        "name": "Goblet squat",
        "slug": "goblet-squat",
        "tags": ["strong", "calm"],
        "level": "Beginner",
        "loads": [8, 12.5],
        "seated": False,
        "summary": "A deep squat.",
        "steps": ["Stand.", "Sit."],
        "faq": [
            {"question": "Why?", "answer": "Because."},
            {"question": "Why not?", "answer": "Ask again."},
        ],
    }


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_each_value_has_its_place(line_end: str) -> None:
    page = read(TEXT.replace("\n", line_end))
    places = {
        pointer: page.source[page.record.locate(pointer)].replace(line_end, "\n")
        for pointer in (
            *("/name", "/tags", "/tags/1", "/level", "/loads/1", "/summary"),
            *("/steps/1", "/faq/1/answer", "/steps/1/deeper", "/nothing"),
        )
    }
    assert places == {
        "/name": "Goblet *squat",
        "/tags": "[strong, calm]",
        "/tags/1": "calm",
        "/level": "Beginner",
        "/loads/1": "12.5",
        "/summary": "A deep squat.",
        "/steps/1": "2. Sit.",
        "/faq/1/answer": "Ask again.",
        "/steps/1/deeper": "2. Sit.",
        "/nothing": "# Goblet *squat*",
    }


def test_sections_are_known_by_their_headings() -> None:
    page = read(TEXT)
    found = [(part.title, part.name and part.name.name) for part in page.sections]
    assert found == [
        ("In short", "Summary"),
        ("Steps", "Steps"),
        ("Questions", "Questions"),
        ("History", None),
    ]
    assert page.source[page.sections[1].span].startswith("## Steps")
    assert page.source[page.sections[1].span].endswith("Breathe.")


@pytest.mark.parametrize(
    "heading", ["# Steps", "### Steps", "steps:\n---", "## STEPS ##"]
)
def test_a_section_is_known_at_any_level(heading: str) -> None:
    page = read(f"# Squat\n\n{heading}\n\n1. Stand.\n")
    assert page.record.data["steps"] == ["Stand."]


def test_the_title_is_the_first_heading_that_names_no_section() -> None:
    page = read("# Steps\n\n1. Stand.\n\n# Squat\n\n# Lunge\n")
    assert page.record.data["name"] == "Squat"
    assert [part.title for part in page.sections] == ["Steps", "Lunge"]


def test_a_page_without_a_layout_has_title_and_sections() -> None:
    page = read_page(Source.of("README.md", TEXT), types_of(json.dumps(SCHEMA)))
    assert page.layout is None
    assert page.title
    assert page.record.data == {}
    assert [part.title for part in page.sections] == [
        *("In short", "Steps", "Questions", "Why not?", "History")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        "#",
        "# \n\n##\n",
        "## Summary\n\n- **Level:**\n\n## Steps\n\n- \n",
        "- \n",
    ],
)
def test_a_page_with_nothing_on_it_reads_as_nothing(text: str) -> None:
    page = read(text)
    assert set(page.record.data) <= {"slug", "steps"}
    for span in page.record.spans.values():
        assert 0 <= span.start <= span.end <= len(text)
