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
from exlint.fixing import (
    NOTHING,
    Alone,
    Fixed,
    Fixer,
    Moves,
    apply_edits,
)
from exlint.page.reading import read_page
from exlint.text import Source, Span
from tests.support import ROOT, built_in_types

PAGE = (ROOT / "examples/content/exercise/barbell-back-squat.md").read_text("utf-8")

Change = Callable[[str], Sequence[tuple[int, int, str]]]


def _lint(
    change: Change, safety: Safety = Safety.SAFE
) -> Callable[[Source], list[Diagnostic]]:
    """Make a rule that asks for the given edits."""

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

    return lint


def _fix(
    text: str,
    change: Change,
    safety: Safety = Safety.SAFE,
    unsafe: bool = False,
    alone: Alone = NOTHING,
) -> Fixed:
    """Fix a page by a rule that asks for the given edits."""
    lint, types = _lint(change, safety), built_in_types()
    source = Source.of("barbell-back-squat.md", text)
    fixer = Fixer(lint, lambda source: read_page(source, types), unsafe)
    return fixer.fix(source, lint(source), alone)


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


def test_offsets_move_with_the_text() -> None:
    text = "one two three four"
    edits = [
        Edit(Span(4, 7), "2"),  # replaces
        Edit(Span(8, 14), ""),  # removes
        Edit(Span(18, 18), "!"),  # inserts
        Edit(Span(0, 0), "> "),
    ]
    moves = Moves.of(edits)
    fixed = apply_edits(Source.of("a.md", text), edits)
    assert fixed.text == "> one 2 four!"
    for word in ("one", "four"):
        assert moves.moved(text.index(word)) == fixed.text.index(word)
    assert fixed.text[moves.moved(text.index("two"))] == "2"
    assert moves.moved(10) == fixed.text.index("four")
    assert moves.touches_old(Span(7, 8))
    assert not moves.touches_old(Span(15, 17))
    assert moves.touches_new(Span(6, 7))
    assert not moves.touches_new(Span(9, 11))


def test_what_is_to_be_left_alone_is_followed() -> None:
    def change(text: str) -> Sequence[tuple[int, int, str]]:
        return [
            (at, at + 4, "foot")
            for at in range(len(text))
            if text.startswith("heel", at)
        ]

    text = "# Squat\n\nOn the heel, then heel, then heel.\n"
    found = _lint(change)(Source.of("a.md", text))
    fixed = _fix(text, change, alone={found[1].place: found[1]})
    assert fixed.source.text == "# Squat\n\nOn the foot, then heel, then foot.\n"
    assert list(fixed.alone) == [("rule", fixed.source.text.index("heel"))]


def test_an_unsafe_fix_may_change_the_record_but_not_how_the_page_renders() -> None:
    kit = _replace("- **Equipment:**", "- **Kit:**")
    assert not _fix(PAGE, kit, Safety.UNSAFE, unsafe=True).dropped
    swallow = _replace("---\n", "<!--\n")
    fixed = _fix(PAGE, swallow, Safety.UNSAFE, unsafe=True)
    assert fixed.source.text == PAGE
    assert len(fixed.dropped) == 1


def test_a_fix_must_not_change_where_links_lead() -> None:
    text = "# Squat\n\nSee [it][a].\n\n[a]: squat.md\n"
    (dropped,) = _fix(text, _replace("]: squat", "] squat")).dropped
    assert dropped.reason.startswith("it would change ")
