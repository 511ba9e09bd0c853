"""Sentence patterns with slots.

A pattern such as `{difficulty} {bodyPart} exercise using[ (a|an)] {equipment}.`
is a sentence, or a part of one, with slots in braces. `{name}` is a slot for a property
of the record, `{bodyPart|slug}` for its slug, `(a|an)` a choice of words, `[ very]`
words that may be absent. Spaces stand for any white space, case counts only in slots,
a stop at the end stands for the end of the sentence (other rules ask for the stop).

What stands between two slots is looked for from left to right and never taken back, so
that reading takes time linear in the text, whatever the text.
"""

from __future__ import annotations

import re
import string
from collections.abc import Mapping
from functools import partial
from itertools import pairwise
from typing import NamedTuple

from exlint.light import dataclass
from exlint.pagetype.gaps import (
    AT_END,
    PART,
    SLOT,
    STOPS,
    Needle,
    gap_regex,
    rarest_needles,
    words_of,
)
from exlint.pagetype.sentences import Sentences
from exlint.text import Span, lower

_CLOSING = f"{STOPS}{string.whitespace}\N{NO-BREAK SPACE}"
_CLOSED = frozenset(("", *STOPS))


class Slot(NamedTuple):
    """What stands in one slot of a pattern: a range of the text it was read from."""

    name: str
    filter: str
    text: str
    start: int
    end: int


class Match(NamedTuple):
    """A pattern met in a text."""

    pattern: Pattern
    start: int
    end: int
    slots: tuple[Slot, ...]


_slot = partial(tuple.__new__, Slot)
_met = partial(tuple.__new__, Match)
"""Twenty are made of each page: this way, in half the time."""


@dataclass(frozen=True, slots=True, eq=False)
class Pattern:
    """A compiled sentence pattern. Each is itself alone: it is looked up fast."""

    text: str
    head: re.Pattern[str]
    """What stands before the first slot, in lower case."""
    parts: tuple[tuple[str, str, re.Pattern[str]], ...]
    """Name and filter of each slot, in order, and what stands behind it."""
    begins: bool
    """Whether a match begins a sentence, as it does when the pattern begins so."""
    words: frozenset[str]
    """Words that every sentence has: a cheap question before a search."""
    needles: tuple[Needle, ...]
    """What to look for: one of these stands in every sentence."""
    closes: bool
    """Whether the needle ends the sentence."""

    @classmethod
    def compile(cls, text: str, begins: bool = False) -> Pattern:
        """Compile a pattern."""
        slots = tuple(SLOT.finditer(text))
        borders = [0, *(border for slot in slots for border in slot.span()), len(text)]
        gaps = [lower(text[start:end]) for start, end in pairwise(borders)][::2]
        needles = rarest_needles(gaps)
        spoken = lower(text).rstrip(STOPS)
        closes = (
            len(spoken) < len(text)
            and len(needles) == 1
            and spoken.endswith(needles[0].text)
        )
        return cls(
            text,
            gap_regex(gaps[0], first=True, last=not slots),
            tuple(
                (
                    slot["name"],
                    slot["filter"] or "",
                    gap_regex(gap, False, slot is slots[-1]),
                )
                for slot, gap in zip(slots, gaps[1:], strict=True)
            ),
            begins or not gaps[0],
            frozenset(word for gap in gaps for word in words_of(gap)),
            needles,
            closes,
        )

    def search(
        self,
        text: str,
        sentences: Sentences,
        *homes: Span,
        loose: bool = True,
    ) -> list[Match]:
        """Return each sentence within ranges of a text that the pattern reads.

        `sentences` are those of the text in lower case, character for character. A
        text that is not `loose` has single spaces only: it is searched faster.
        """
        lowered = sentences.text
        found: dict[int, Match] = {}
        for start, end in homes or [Span(0, len(text))]:
            for needle in self.needles:
                word = needle.longest if loose else needle.text
                position, read = lowered.find(word, start, end), start
                while position >= 0:
                    after = position + len(word)
                    if loose or not self.closes or _may_end(lowered, after):
                        first, last = sentences.at(position, after)
                        match = None
                        if read <= first or not self.begins:
                            begin = max(first, read)
                            match = self._match(text, lowered, begin, last)
                        if match and (match.start == first or not self.begins):
                            found.setdefault(match.start, match)
                            read = match.end
                            after = max(after, read)
                    position = lowered.find(word, after, end)
        return [*found.values()]

    def read_sentence(
        self, text: str, sentences: Sentences, start: int, end: int
    ) -> Match | None:
        """Read one of the sentences of a text, given its borders, as `search` does."""
        return self._match(text, sentences.text, start, end)

    def read(self, text: str) -> Match | None:
        """Read a whole text (a heading, a list entry) by the pattern."""
        return self._match(text, lower(text), 0, len(text), whole=True)

    def fill(self, texts: Mapping[str, str]) -> str:
        """Return the sentence with its slots filled; a slot without text stays."""
        filled = ""
        for part in reversed([*PART.finditer(self.text)]):
            filled = _filled(part, texts, filled) + filled
        return filled

    def _match(
        self, text: str, lowered: str, start: int, end: int, whole: bool = False
    ) -> Match | None:
        begin = after = start
        if self.head.pattern or not (self.begins or whole):
            seek = self.head.match if self.begins or whole else self.head.search
            found = seek(lowered, start, end)
            if found is None:
                return None
            begin, after = found.span()
        slots: list[Slot] = []
        for name, filter_, gap in self.parts:
            at = after
            if gap is AT_END:  # needs no search
                slot, after = text[at:end].rstrip(_CLOSING).rstrip(), end
            else:
                found = gap.search(lowered, at, end)
                if whole and len(slots) + 1 == len(self.parts):
                    while found and found.end() < end:
                        found = gap.search(lowered, found.start() + 1, end)
                if found is None:
                    return None
                stop, after = found.span()
                slot = text[at:stop].rstrip()
            slots.append(_slot((name, filter_, slot, at, at + len(slot))))
        return _met((self, begin, after, tuple(slots)))

    @property
    def slots(self) -> tuple[tuple[str, str], ...]:
        """Name and filter of each slot, in order."""
        return tuple((name, filter_) for name, filter_, _ in self.parts)


def _may_end(lowered: str, after: int) -> bool:
    """Whether the text behind a needle that ends its sentence does so."""
    return lowered[after : after + 2].lstrip()[:1] in _CLOSED


def _filled(part: re.Match[str], texts: Mapping[str, str], after: str) -> str:
    """A part as `fill` writes it: the first choice, nothing that may be absent.

    An article is the one for the letter that follows.
    """
    if part["slot"]:
        return texts.get(part["name"], part["slot"])
    if part["choice"] is None:
        return "" if part["optional"] is not None else part[0]
    choices: list[str] = part["choice"].split("|")
    if choices == ["a", "an"]:
        return "an" if after.lstrip()[:1].lower() in tuple("aeiou") else "a"
    return choices[0]
