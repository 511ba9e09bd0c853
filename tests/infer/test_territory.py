"""Patterns that give files their types."""

from __future__ import annotations

from collections.abc import Mapping

from exlint.globs import Globs
from exlint.infer.territory import territory


def given(patterns: list[tuple[str, str]], path: str) -> str | None:
    """What type a path has by patterns, as a configuration reads them."""
    found = [
        name for text, name in patterns if Globs("/x", (text,)).match(f"/x/{path}")
    ]
    return found[-1] if found else None


def patterns(
    types: Mapping[str, str], others: tuple[str, ...] = (), **alike: str
) -> list[tuple[str, str]]:
    found = list(territory(types, others, alike))
    for path, name in types.items():
        assert given(found, path) in (name, None)
    for path in others:
        assert given(found, path) in ("none", None)
    return found


def test_a_folder_of_one_type() -> None:
    types = {f"docs/moves/{n}.md": "move" for n in "abc"}
    assert patterns(types, ("docs/moves/index.md", "docs/about.md")) == [
        ("docs/moves/**", "move"),
        ("docs/moves/index.md", "none"),
    ]


def test_folders_of_one_type_are_one_pattern() -> None:
    types = {f"moves/{n}/{n}.md": "move" for n in "abc"}
    assert patterns(types) == [("moves/**", "move")]


def test_a_folder_within_another_type() -> None:
    types = {"moves/a.md": "move", "moves/b.md": "move", "moves/vs/c.md": "duel"}
    assert patterns(types) == [("moves/vs/**", "duel"), ("moves/*.md", "move")]


def test_pages_at_the_top() -> None:
    types = {"a b.md": "move", "#c.md": "move"}
    assert patterns(types, ("README.md",)) == [
        ("/**", "move"),
        ("/README.md", "none"),
    ]


def test_types_that_are_told_by_their_headings_need_no_pattern() -> None:
    types = {"moves/a.md": "move", "moves/b.md": "note"}
    found = list(territory(types, ("moves/c.md",), types))
    assert found == []


def test_types_that_look_alike_are_told_by_name() -> None:
    types = {**{f"moves/{n}.md": "move" for n in "abcd"}, "moves/[x].md": "note"}
    assert patterns(types) == [
        ("moves/*.md", "move"),
        ("moves/\\[x\\].md", "note"),
    ]


def test_a_folder_of_strangers_is_not_taken() -> None:
    types = {f"docs/moves/{n}.md": "move" for n in "abc"} | {"docs/d.md": "move"}
    others = tuple(f"docs/notes/{n}.md" for n in "efgh")
    assert patterns(types, others) == [("docs/moves/**", "move"), ("docs/*.md", "move")]


def test_a_few_pages_among_strangers_are_named() -> None:
    types = {"docs/a.md": "move", "docs/b.md": "move"}
    assert patterns(types, ("docs/e.md", "docs/f.md", "docs/g.md")) == [
        ("docs/a.md", "move"),
        ("docs/b.md", "move"),
    ]
