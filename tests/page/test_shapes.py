"""The shapes in which a section holds its property."""

from __future__ import annotations

import json
from typing import Any

import pytest

from exlint.page import Page
from exlint.page.reading import read_page
from exlint.text import Source
from tests.support import types_of


def read(shape: str, text: str, **more: Any) -> Page:
    """Read a section of a shape."""
    place = {"section": "Part", "as": shape, **more.pop("place", {})}
    schema = {"properties": {"part": {**more, "x-markdown": place}}}
    source = Source.of("page.md", f"# Title\n\n## Part\n\n{text}")
    return read_page(source, types_of(json.dumps(schema)), "example")


def part(shape: str, text: str) -> Any:
    return read(shape, text).record.data.get("part")


def places(page: Page) -> dict[str, str]:
    """Pointer → source of what is read from the section."""
    return {
        pointer.removeprefix("/part"): page.source[span]
        for pointer, span in page.record.spans.items()
        if pointer
    }


@pytest.mark.parametrize(
    ("shape", "text", "expected"),
    [
        (
            "text",
            "One *two*\nthree.\n\n- no\n\nFour `x`.\n",
            "One two three.\n\nFour `x`.",
        ),
        ("text", "One.\n\n### Inner\n\nTwo.\n", "One."),
        ("text", "- only a list\n", None),
        ("ordered-list", "1. A\n2. B\n   - inner\n\n   C\n", ["A", "B C"]),
        ("ordered-list", "- A\n\n1. B\n", ["A", "B"]),
        ("bullet-list", "* A **b** [c](d)\n+ B\n", ["A b c", "B"]),
        ("list", "text\n", None),
        ("list", "- \n", [""]),
        (
            "questions",
            "No.\n\n### A?\n\nYes.\n\n- x\n- y\n\n#### B?\n\n### C?\n\n***\n\nEnd.",
            [
                {"question": "A?", "answer": "Yes.\n\nx\n\ny"},
                {"question": "B?"},
                {"question": "C?"},
            ],
        ),
        (
            "links",
            "See [no](/x).\n\n- [A](/a) and [B](b.md#c)\n- none\n\n[End](/end)\n",
            [{"text": "A", "target": "/a"}, {"text": "B", "target": "b.md#c"}],
        ),
        (
            "links",
            "See [a][r], <http://x.y> and ![i](/i).\n\n[r]: /z\n",
            [{"text": "a", "target": "/z"}],
        ),
        ("links", "Nothing.\n", None),
        (
            "table",
            "| A | B |\n|---|---|\n| *c* | d\\|e |\n| f |\n\nx | y\n--|--\n",
            {"header": ["A", "B"], "rows": [["c", "d|e"], ["f", ""]]},
        ),
        ("table", "No table.\n", None),
    ],
)
def test_a_shape_is_read(shape: str, text: str, expected: Any) -> None:
    assert part(shape, text) == expected


def test_items_questions_links_and_cells_have_places() -> None:
    assert places(read("list", "- A\n- B\n"))["/1"] == "- B"
    found = places(read("questions", "### A?\n\nYes.\n\nNo.\n"))
    assert (found["/0/question"], found["/0/answer"]) == ("### A?", "Yes.\n\nNo.")
    found = places(read("links", "- [A *b*](/a 't') [c]\n\n[c]: /d\n"))
    assert (found["/0/text"], found["/0/target"]) == ("A *b*", "/a")
    assert found["/1/target"] == "[c]"
    found = places(read("table", "| A |\n|---|\n| b |\n"))
    assert (found["/header/0"], found["/rows/0/0"]) == ("A", "b")


ENTRIES = {
    "entry": [
        "{name} — {level} | For: {muscles}",
        "{name} — {gear} | For: {muscles}",
        "{name}",
    ],
    "heading": ["{level} ({count} moves)", "{group} ({count} moves)"],
}
LEVEL = {"enum": ["Easy", "Hard"]}
GROUPS = {
    "type": "array",
    "items": {
        "properties": {
            "level": LEVEL,
            "entries": {
                "items": {
                    "properties": {
                        "level": LEVEL,
                        "gear": {"enum": ["Rope", "None"]},
                        "muscles": {"type": "array"},
                    }
                }
            },
        }
    },
}
HUB = """\
- Loose

### Easy (2 moves)

- **Jump** — Easy | For: Calves
- **Skip** — Rope | For: Calves, Quads

### Other (1 moves)

* [Crawl](/crawl) — Nets | For: Core

### Notes

Text.
"""


def test_the_entries_of_a_hub_are_read_by_the_pattern_that_fits() -> None:
    page = read("entries", HUB, place=ENTRIES, **GROUPS)
    assert page.record.data["part"] == [
        {"entries": [{"name": "Loose"}]},
        {
            "heading": "Easy (2 moves)",
            "level": "Easy",
            "count": 2,
            "entries": [
                {"name": "Jump", "level": "Easy", "muscles": ["Calves"]},
                {"name": "Skip", "gear": "Rope", "muscles": ["Calves", "Quads"]},
            ],
        },
        {
            "heading": "Other (1 moves)",
            "group": "Other",
            "count": 1,
            "entries": [{"name": "Crawl", "level": "Nets", "muscles": ["Core"]}],
        },
        {"heading": "Notes", "entries": []},
    ]
    found = places(page)
    assert found["/1/count"] == "2"
    assert found["/1/level"] == "Easy"
    assert found["/1/entries/1/name"] == "Skip"
    assert found["/1/entries/1/muscles/1"] == "Quads"
    assert found["/2/entries/0/name"] == "Crawl"


def test_an_entry_without_text_is_read() -> None:
    page = read("entries", "### A\n\n-\n- ```\n  x\n  ```\n", place=ENTRIES, **GROUPS)
    assert [len(group["entries"]) for group in page.record.data["part"]] == [2]
