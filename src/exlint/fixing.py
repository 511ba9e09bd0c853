"""Applying fixes: back to front, overlaps left for the next round, checked.

A safe fix may change the record of a page only at the place that it edits, and the
rendered page likewise. Both are checked for every text that is to be written; a fix
that fails is dropped, and said to be.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from exlint.diagnostic import Diagnostic, Edit, Safety
from exlint.page import Page
from exlint.schema import Json
from exlint.text import Source, Span

ROUNDS = 10
"""Times that a page is fixed and linted again before it is taken not to settle."""

Lint = Callable[[Source], Sequence[Diagnostic]]
Read = Callable[[Source], Page]


@dataclass(frozen=True, slots=True)
class Dropped:
    """A fix that was not applied, and why."""

    diagnostic: Diagnostic
    reason: str


@dataclass(frozen=True, slots=True)
class Fixed:
    """What has become of a page."""

    source: Source
    applied: tuple[Diagnostic, ...]
    dropped: tuple[Dropped, ...] = ()
    settled: bool = True
    """False where the rounds ran out while fixes still changed the text."""


@dataclass(frozen=True)
class Fixer:
    """Fixes the pages of a run."""

    lint: Lint
    """The page rules: what is left to fix after a round."""
    read: Read
    """Reads a source as the page that rules see, to compare records."""
    unsafe: bool = False

    def fix(self, source: Source, found: Sequence[Diagnostic]) -> Fixed:
        """Apply the fixes of a page's findings until nothing is left to fix."""
        applied: list[Diagnostic] = []
        dropped: dict[tuple[str, str, str], Dropped] = {}
        for _ in range(ROUNDS):
            wanted = [
                item
                for item in found
                if self._wants(item) and _key(item) not in dropped
            ]
            step = self._step(source, wanted)
            dropped.update((_key(drop.diagnostic), drop) for drop in step.dropped)
            if not step.applied:
                if not step.dropped:
                    return Fixed(source, tuple(applied), tuple(dropped.values()))
                continue
            source = step.source
            applied += step.applied
            found = self.lint(source)
        left = any(self._wants(item) and _key(item) not in dropped for item in found)
        return Fixed(source, tuple(applied), tuple(dropped.values()), not left)

    def _wants(self, item: Diagnostic) -> bool:
        fix = item.finding.fix
        if fix is None or item.suppressed:
            return False
        return self.unsafe or fix.safety is Safety.SAFE

    def _step(self, source: Source, wanted: Sequence[Diagnostic]) -> Fixed:
        """Apply one round of fixes: together, or one by one if that fails the check."""
        chosen = list(_without_overlaps(wanted))
        if not chosen:
            return Fixed(source, ())
        together = apply_edits(source, _edits(chosen))
        if self._complaint(source, together, chosen) is None:
            return Fixed(together, tuple(chosen))
        applied: list[Diagnostic] = []
        dropped: list[Dropped] = []
        for item in chosen:
            trial = apply_edits(source, _edits([*applied, item]))
            complaint = self._complaint(source, trial, [*applied, item])
            if complaint is None:
                applied.append(item)
            else:
                dropped.append(Dropped(item, complaint))
        fixed = apply_edits(source, _edits(applied))
        return Fixed(fixed, tuple(applied), tuple(dropped))

    def _complaint(
        self, before: Source, after: Source, applied: Sequence[Diagnostic]
    ) -> str | None:
        """Say what safe fixes have changed beside what they repair, if anything."""
        fixes = [item.finding.fix for item in applied if item.finding.fix]
        if any(fix.safety is Safety.UNSAFE for fix in fixes):
            return None
        old, new = self.read(before), self.read(after)
        moves = Moves.of(_edits(applied))
        pointer = _changed_value(old, new, moves)
        if pointer is not None:
            return f"it would change {pointer or 'the page'}"
        return _changed_rendering(old, new, moves)


def _key(item: Diagnostic) -> tuple[str, str, str]:
    return (item.rule, item.fingerprint, item.finding.message)


def _edits(items: Iterable[Diagnostic]) -> list[Edit]:
    return [
        edit for item in items if item.finding.fix for edit in item.finding.fix.edits
    ]


def _without_overlaps(wanted: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield the fixes of one round: of two that touch, the first in the page."""
    taken: list[Span] = []
    for item in sorted(wanted, key=lambda item: item.sort_key):
        fix = item.finding.fix
        if fix is None:
            continue
        spans = [edit.span for edit in fix.edits]
        if not any(_touch(span, other) for span in spans for other in taken):
            taken += spans
            yield item


def _touch(one: Span, other: Span) -> bool:
    return one.start <= other.end and other.start <= one.end


def apply_edits(source: Source, edits: Iterable[Edit]) -> Source:
    """Return a source with edits made that do not overlap."""
    text = source.text
    for edit in sorted(edits, key=lambda edit: edit.span, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return Source.of(source.path, text)


@dataclass(frozen=True)
class Moves:
    """Where text stands after edits, and what they touch."""

    edits: tuple[Edit, ...]
    shifts: tuple[int, ...] = field(default=())

    @classmethod
    def of(cls, edits: Iterable[Edit]) -> Moves:
        """Compute the moves of edits that do not overlap."""
        ordered = tuple(sorted(edits, key=lambda edit: edit.span))
        shifts, total = [], 0
        for edit in ordered:
            total += len(edit.text) - (edit.span.end - edit.span.start)
            shifts.append(total)
        return cls(ordered, tuple(shifts))

    def touches_old(self, span: Span) -> bool:
        """Whether an edit touches a span of the text before."""
        return any(_touch(edit.span, span) for edit in self.edits)

    def touches_new(self, span: Span) -> bool:
        """Whether the text of an edit touches a span of the text after."""
        return any(_touch(self._new(number), span) for number in range(len(self.edits)))

    def _new(self, number: int) -> Span:
        before = self.shifts[number - 1] if number else 0
        edit = self.edits[number]
        start = edit.span.start + before
        return Span(start, start + len(edit.text))

    def moved(self, offset: int) -> int:
        """Return where an untouched offset stands after the edits."""
        starts = [edit.span.start for edit in self.edits]
        number = bisect_right(starts, offset) - 1
        return offset + (self.shifts[number] if number >= 0 else 0)


def _leaves(value: Json, pointer: str = "") -> Iterator[tuple[str, Json]]:
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _leaves(inner, f"{pointer}/{key}")
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _leaves(inner, f"{pointer}/{number}")
    else:
        yield pointer, value


def _changed_value(old: Page, new: Page, moves: Moves) -> str | None:
    """Return the pointer of a value that changed though no edit touched it."""
    before = dict(_leaves(old.record.data))
    after = dict(_leaves(new.record.data))
    for pointer, value in before.items():
        if after.get(pointer) != value and not moves.touches_old(
            old.record.locate(pointer)
        ):
            return pointer
    for pointer in after.keys() - before.keys():
        if not moves.touches_new(new.record.locate(pointer)):
            return pointer
    return None


def _changed_rendering(old: Page, new: Page, moves: Moves) -> str | None:
    """Say which block renders otherwise though no edit touched it."""
    from markdown_it import MarkdownIt

    render = MarkdownIt("commonmark").enable("table").render
    kept = [b for b in old.document.blocks if not moves.touches_old(b.span)]
    left = [b for b in new.document.blocks if not moves.touches_new(b.span)]
    untouched = {moves.moved(block.span.start): block for block in kept}
    for block in left:
        twin = untouched.pop(block.span.start, None)
        if twin is None or render(old.source[twin.span]) != render(
            new.source[block.span]
        ):
            line = new.source.position(block.span.start).line
            return f"it would change how line {line} is rendered"
    if untouched:
        first = min(untouched.values(), key=lambda block: block.span)
        line = old.source.position(first.span.start).line
        return f"it would change how line {line} is rendered"
    return None
