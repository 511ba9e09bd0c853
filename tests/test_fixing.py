"""Fixes are applied until nothing is left, and never change what they don't repair."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from exlint.diagnostic import (
    Confidence,
    Diagnostic,
    Edit,
    Finding,
    Fix,
    Safety,
    Severity,
)
from exlint.fixing import Fixed, Fixer
from exlint.reading import read_page
from exlint.text import Source, Span
from tests.support import ROOT, built_in_types

PAGE = (ROOT / "examples/content/exercise/barbell-back-squat.md").read_text("utf-8")

Change = Callable[[str], Sequence[tuple[int, int, str]]]


def _fix(
    text: str, change: Change, safety: Safety = Safety.SAFE, unsafe: bool = False
) -> Fixed:
    """Fix a page by a rule that asks for the given edits."""

    def lint(source: Source) -> list[Diagnostic]:
        return [
            Diagnostic(
                "rule",
                Severity.INFO,
                Confidence.HIGH,
                source.path,
                Finding(
                    Span(start, end),
                    "message",
                    Fix("Mend it", (Edit(Span(start, end), new),), safety),
                ),
                source.lines,
                "",
                new,
            )
            for start, end, new in change(source.text)
        ]

    types = built_in_types()
    source = Source.of("barbell-back-squat.md", text)
    fixer = Fixer(lint, lambda source: read_page(source, types), unsafe)
    return fixer.fix(source, lint(source))


def _replace(old: str, new: str) -> Change:
    def change(text: str) -> Sequence[tuple[int, int, str]]:
        found = text.find(old)
        return [(found, found + len(old), new)] if found >= 0 else []

    return change


def test_a_fix_may_change_the_value_it_stands_in() -> None:
    fixed = _fix(PAGE, _replace("Quads\n", "Glutes\n"))
    assert "**Target Muscle:** Glutes\n" in fixed.source.text
    assert fixed.settled
    assert not fixed.dropped


def test_overlapping_fixes_take_turns() -> None:
    def change(text: str) -> Sequence[tuple[int, int, str]]:
        found = text.find("heel")
        return [(found, found + 4, "sole"), (found, found + 2, "")] if found > 0 else []

    fixed = _fix(PAGE, change)
    assert "heel" not in fixed.source.text
    assert len(fixed.applied) >= 2


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("## Pro tips", "##Pro tips"),  # the tips are no longer found
        ("- **Equipment:**", "- **Kit:**"),  # nor is the equipment
        ("---\n", "<!--\n"),  # swallows what follows
    ],
)
def test_a_fix_that_changes_more_than_its_place_is_dropped(old: str, new: str) -> None:
    fixed = _fix(PAGE, _replace(old, new))
    assert fixed.source.text == PAGE
    (dropped,) = fixed.dropped
    assert dropped.reason.startswith("it would change")


def test_of_several_fixes_only_the_harmful_one_is_dropped() -> None:
    def change(text: str) -> Sequence[tuple[int, int, str]]:
        return [
            *_replace("Quads\n", "Glutes\n")(text),
            *_replace("## Pro", "##Pro")(text),
        ]

    fixed = _fix(PAGE, change)
    assert "**Target Muscle:** Glutes\n" in fixed.source.text
    assert "\n## Pro tips\n" in fixed.source.text
    assert len(fixed.dropped) == 1


def test_unsafe_fixes_are_applied_only_when_asked_for() -> None:
    change = _replace("Barbell", "Dumbbell")
    assert _fix(PAGE, change, Safety.UNSAFE).source.text == PAGE
    fixed = _fix(PAGE, change, Safety.UNSAFE, unsafe=True)
    assert "Barbell" not in fixed.source.text


def test_fixes_that_never_end_are_said_not_to_settle() -> None:
    def change(text: str) -> Sequence[tuple[int, int, str]]:
        old, new = ("heels", "soles") if "heels" in text else ("soles", "heels")
        return _replace(old, new)(text)

    assert not _fix(PAGE, change).settled


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_line_endings_and_byte_order_mark_are_kept(ending: str) -> None:
    text = "\ufeff" + PAGE.replace("\n", ending)
    fixed = _fix(text, _replace("Quads", "Glutes"))
    assert fixed.source.text == text.replace("Quads", "Glutes")
