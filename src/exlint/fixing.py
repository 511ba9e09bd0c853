"""Applying fixes: back to front, overlaps left for the next round, checked.

A safe fix may change the record of a page only at the place that it edits, and any fix
the rendered page likewise. Both are checked for every text that is to be written; a fix
that fails is dropped, and said to be.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import (
    Callable,
    Iterable,
    Iterator,
    Mapping,
    Sequence,
)
from sys import maxsize
from types import MappingProxyType

from exlint.diagnostic import Diagnostic, Edit, Place, Safety
from exlint.light import dataclass, field
from exlint.markdown import Block
from exlint.page import Page
from exlint.pagetype.schema import Json
from exlint.text import Source, Span

ROUNDS = 10
"""Times that a page is fixed and linted again before it is taken not to settle."""

Lint = Callable[[Source], Sequence[Diagnostic]]
Read = Callable[[Source], Page]


Alone = Mapping[Place, Diagnostic]
"""Findings that are not to be fixed, by where they stand in the text at hand."""
NOTHING: Alone = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Dropped:
    """A fix that was not applied, and why."""

    diagnostic: Diagnostic
    reason: str


@dataclass(frozen=True, slots=True)
class Fixed:
    """What has become of a page."""

    source: Source
    applied: tuple[Diagnostic, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    settled: bool = True
    """False where the rounds ran out while fixes still changed the text."""
    alone: Alone = field(default_factory=dict)
    """Where the findings that were to be left alone stand now."""


@dataclass(frozen=True)
class Fixer:
    """Fixes the pages of a run."""

    lint: Lint
    """The page rules: what is left to fix after a round."""
    read: Read
    """Reads a source as the page that rules see, to compare records."""
    unsafe: bool = False

    def fix(
        self,
        source: Source,
        found: Sequence[Diagnostic],
        alone: Alone = NOTHING,
    ) -> Fixed:
        """Apply the fixes of a page's findings until nothing is left to fix.

        The findings at the places `alone` are left as they are.
        """
        applied: list[Diagnostic] = []
        dropped: dict[tuple[str, str, str], Dropped] = {}

        def wanted() -> list[Diagnostic]:
            return [
                item
                for item in found
                if self.wants(item, alone) and _key(item) not in dropped
            ]

        for _ in range(ROUNDS):
            step = self._step(source, wanted())
            dropped.update((_key(drop.diagnostic), drop) for drop in step.dropped)
            if not step.applied and not step.dropped:
                break
            if step.applied:
                moves = Moves.of(_edits(step.applied))
                alone = {(at[0], moves.moved(at[1])): alone[at] for at in alone}
                source = step.source
                applied += step.applied
                found = self.lint(source)
        return Fixed(
            source, tuple(applied), tuple(dropped.values()), not wanted(), alone
        )

    def wants(self, item: Diagnostic, alone: Alone = NOTHING) -> bool:
        """Whether a finding is to be fixed."""
        fix = item.finding.fix
        if fix is None or item.suppressed or item.place in alone:
            return False
        return self.unsafe or fix.safety is Safety.SAFE

    def _step(self, source: Source, wanted: Sequence[Diagnostic]) -> Fixed:
        """Apply one round of fixes: the safe ones first."""
        safe = [item for item in wanted if _is_safe(item)]
        chosen = list(_without_overlaps(safe or wanted))
        if not chosen:
            return Fixed(source)
        old = self.read(source)
        dropped: list[Dropped] = []
        applied = self._admit(old, [], chosen, dropped)
        fixed = apply_edits(source, _edits(applied))
        return Fixed(fixed, tuple(applied), tuple(dropped))

    def _admit(
        self,
        old: Page,
        before: list[Diagnostic],
        items: list[Diagnostic],
        dropped: list[Dropped],
    ) -> list[Diagnostic]:
        """Return those of some fixes that pass the check beside those before.

        All together if they do, else one half after the other.
        """
        reason = self._complaint(old, [*before, *items])
        if reason is None:
            return items
        if len(items) == 1:
            dropped.append(Dropped(items[0], reason))
            return []
        half = len(items) // 2
        first = self._admit(old, before, items[:half], dropped)
        return first + self._admit(old, before + first, items[half:], dropped)

    def _complaint(self, old: Page, applied: Sequence[Diagnostic]) -> str | None:
        """Say what fixes have changed beside what they repair, if anything.

        An unsafe fix may change what the page says elsewhere, but not how it renders.
        """
        edits = _edits(applied)
        new, moves = self.read(apply_edits(old.source, edits)), Moves.of(edits)
        if all(map(_is_safe, applied)):
            pointer = _changed_value(old, new, moves)
            if pointer is not None:
                return f"it would change {pointer or 'the page'}"
        return _changed_rendering(old, new, moves)


def _is_safe(item: Diagnostic) -> bool:
    return item.finding.fix is not None and item.finding.fix.safety is Safety.SAFE


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
    pieces: list[str] = []
    end = 0
    for edit in sorted(edits, key=lambda edit: edit.span):
        pieces += (source.text[end : edit.span.start], edit.text)
        end = edit.span.end
    text = "".join((*pieces, source.text[end:]))
    return Source.of(source.path, text, source.sidecar)


@dataclass(frozen=True)
class Moves:
    """Where text stands after edits, and what they touch."""

    old: tuple[Span, ...]
    """What was replaced, in order."""
    new: tuple[Span, ...]
    """What stands there now."""

    @classmethod
    def of(cls, edits: Iterable[Edit]) -> Moves:
        """Compute the moves of edits that do not overlap."""
        old, new, shift = [], [], 0
        for span, text in sorted((edit.span, edit.text) for edit in edits):
            old.append(span)
            new.append(Span(span.start + shift, span.start + shift + len(text)))
            shift += len(text) - (span.end - span.start)
        return cls(tuple(old), tuple(new))

    def touches_old(self, span: Span) -> bool:
        """Whether an edit touches a span of the text before."""
        return _touches(self.old, span)

    def touches_new(self, span: Span) -> bool:
        """Whether the text of an edit touches a span of the text after."""
        return _touches(self.new, span)

    def moved(self, offset: int) -> int:
        """Return where an offset stands after the edits."""
        number = bisect_right(self.old, Span(offset, offset)) - 1
        if number < 0:
            return offset
        old, new = self.old[number], self.new[number]
        if offset >= old.end:
            return offset - old.end + new.end
        return min(offset - old.start + new.start, new.end)


def _touches(spans: Sequence[Span], span: Span) -> bool:
    """Whether one of some spans, in order and without overlaps, touches another."""
    number = bisect_right(spans, Span(span.end, maxsize)) - 1
    return number >= 0 and spans[number].end >= span.start


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
    kept = {
        (moves.moved(block.span.start), *_look(block)): block.span.start
        for block in old.document.walk()
        if not moves.touches_old(block.span)
    }
    for block in new.document.walk():
        if not moves.touches_new(block.span):
            start = block.span.start
            if kept.pop((start, *_look(block)), None) is None:
                return _rendered_otherwise(new.source, start)
    if kept:
        return _rendered_otherwise(old.source, min(kept.values()))
    gone = old.document.references ^ new.document.references
    return f"it would change where [{min(gone)}] leads" if gone else None


def _look(block: Block) -> tuple[str, int, str, str]:
    """Return what a block looks like on the page."""
    return (block.kind, block.level, block.text, block.info)


def _rendered_otherwise(source: Source, offset: int) -> str:
    line = source.position(offset).line
    return f"it would change how line {line} is rendered"
