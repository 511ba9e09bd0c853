"""From a text to a page: its type, its record, and that line ends do not matter."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exlint.page import Page
from exlint.page.reading import read_page, stands_for_folder
from exlint.text import BOM, Source, Span
from tests.markdown.documents import documents, with_line_ends
from tests.support import ROOT, built_in_types

CONTENT = ROOT / "examples/content"
FAULTY = "sled-push.md"
"""The page that shows off what exlint finds."""
PAGES = sorted(CONTENT.rglob("*.md"))
SECTIONS = "## Quick answer\n\n## How to perform\n\n## Pro tips\n\n## FAQ\n"


def read(text: str, path: str = "page.md", configured: str | None = None) -> Page:
    return read_page(Source.of(path, text), built_in_types(), configured)


def type_of(
    text: str, path: str = "page.md", configured: str | None = None
) -> str | None:
    layout = read(text, path, configured).layout
    return layout.type if layout else None


def expected_type(path: Path) -> str | None:
    if path.name in ("index.md", "about.md"):
        return None
    kinds = {"exercise": "exercise", "compare": "comparison"}
    return kinds.get(path.parent.name, "hub")


def name(path: Path) -> str:
    return path.relative_to(CONTENT).as_posix()


@pytest.mark.parametrize("path", PAGES, ids=name)
def test_the_example_pages_are_recognised(path: Path) -> None:
    text = path.read_text("utf-8")
    assert type_of(text, path.as_posix()) == expected_type(path)


@pytest.mark.parametrize("path", PAGES, ids=name)
def test_the_records_of_the_example_pages_are_valid(path: Path) -> None:
    if path.name != FAULTY:
        assert read(path.read_text("utf-8"), path.as_posix()).violations == ()


@pytest.mark.parametrize("begin", ["", BOM])
@pytest.mark.parametrize("line_ends", [["\r\n"], ["\r"], ["\n", "\r\n"]], ids=repr)
@pytest.mark.parametrize("path", PAGES, ids=name)
def test_line_ends_and_byte_order_mark_change_nothing(
    path: Path, line_ends: list[str], begin: str
) -> None:
    text = path.read_text("utf-8")
    plain = read(text, path.as_posix())
    other = read(begin + with_line_ends(text, line_ends), path.as_posix())
    assert other.record.data == plain.record.data
    assert placed(other) == placed(plain)
    assert [part.title for part in other.sections] == [
        part.title for part in plain.sections
    ]
    assert [item.slots[0][:2] for item in other.statements] == [
        item.slots[0][:2] for item in plain.statements
    ]


def placed(page: Page) -> dict[str, object]:
    """The record's places, as lines and columns."""

    def positions(span: Span) -> object:
        return page.source.position(span.start), page.source.position(span.end)

    return {pointer: positions(span) for pointer, span in page.record.spans.items()}


@pytest.mark.parametrize("path", PAGES, ids=name)
def test_what_is_read_stands_at_its_place(path: Path) -> None:
    page = read(path.read_text("utf-8"), path.as_posix())
    for pointer, span in page.record.spans.items():
        value: Any = page.record.data
        for part in pointer.split("/")[1:]:
            value = value[int(part)] if isinstance(value, list) else value.get(part)
        if isinstance(value, (str, int)):
            source = page.source[span].replace("**", "").split()
            assert " ".join(str(value).split()) in " ".join(source)


@given(documents(), st.sampled_from([None, "exercise", "comparison", "hub"]))
def test_any_document_is_read_as_any_type(text: str, configured: str | None) -> None:
    page = read(text, configured=configured)
    assert (page.layout and page.layout.type) in (configured, "exercise", "hub")
    for span in page.record.spans.values():
        assert 0 <= span.start <= span.end <= len(text)
    assert page.statements is not None


@given(
    documents(), st.permutations(["Quick answer", "FAQ", "Pro tips", "All A Exercises"])
)
def test_any_section_is_read_as_any_shape(text: str, titles: list[str]) -> None:
    parts = "".join(f"\n\n## {title}\n\n{text}" for title in titles)
    for type_ in built_in_types().types:
        page = read(f"# Title{parts}", configured=type_)
        for span in page.record.spans.values():
            assert 0 <= span.start <= span.end <= len(page.source.text)


@pytest.mark.parametrize(
    ("text", "path", "configured", "expected"),
    [
        (f"# A\n\n{SECTIONS}", "a.md", None, "exercise"),
        (SECTIONS, "a.md", None, "exercise"),
        (f"# A\n\n{SECTIONS}", "a.md", "hub", "hub"),
        (f"# A\n\n{SECTIONS}", "a.md", "unheard-of", "exercise"),
        (f"---\ntype: hub\n---\n{SECTIONS}", "a.md", None, "hub"),
        (f"---\ntype: hub\n---\n{SECTIONS}", "a.md", "comparison", "comparison"),
        (f"---\ntype: recipe\n---\n{SECTIONS}", "a.md", None, "exercise"),
        (f"---\ntype: [hub]\n---\n{SECTIONS}", "a.md", None, "exercise"),
        (f"---\ntype: 3\n---\n{SECTIONS}", "a.md", None, "exercise"),
        (f"---\ntype:\n---\n{SECTIONS}", "a.md", None, "exercise"),
        (f"+++\ntype = 'hub'\n+++\n{SECTIONS}", "a.md", None, "hub"),
        (f"---\ntype: hub: x\n---\n{SECTIONS}", "a.md", None, "exercise"),
        (f"# A\n\n{SECTIONS}", "a/README.md", None, None),
        (f"# A\n\n{SECTIONS}", "a/index.md", None, None),
        (f"# A\n\n{SECTIONS}", "_index.en.md", None, None),
        (f"# A\n\n{SECTIONS}", "a/index.md", "exercise", "exercise"),
        (f"---\ntype: hub\n---\n{SECTIONS}", "a/index.md", None, "hub"),
        ("# A\n\nText.\n\n## FAQ\n", "a.md", None, None),
        ("# A\n\nText.\n\n## Notes\n\n## FAQ\n", "a.md", None, None),
        ("", "a.md", None, None),
    ],
)
def test_the_type_is_what_is_configured_or_said_or_looks_alike(
    text: str, path: str, configured: str | None, expected: str | None
) -> None:
    assert type_of(text, path, configured) == expected


def test_the_page_of_a_folder_is_known_by_its_name() -> None:
    assert stands_for_folder("a/b/README.md")
    assert stands_for_folder("_index.md")
    assert not stands_for_folder("index/page.md")
    assert not stands_for_folder("reindex.md")
