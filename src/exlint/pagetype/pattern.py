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
from collections.abc import Iterator, Mapping
from functools import partial
from itertools import pairwise
from typing import NamedTuple

from exlint.light import dataclass
from exlint.pagetype.sentences import Sentences
from exlint.regex import regex
from exlint.text import Span, lower

_SLOT = regex(r"\{(?P<name>\w+)(?:\|(?P<filter>\w+))?\}")
_PART = regex(
    rf"(?P<slot>{_SLOT.pattern})"
    r"|\[(?P<optional>[^\[\]]*)\]"
    r"|\((?P<choice>[^()|]*(?:\|[^()|]*)+)\)"
    r"|(?P<space>\s+)"
    r"|(?P<text>[^\s\[({]+|.)"
)
_QUOTE = regex("['’]")
_WORD = regex(r"[^\W\d_]+")
_DEAR = 4
_STOPS = ".!?"
_END = rf"(?:\s*[{_STOPS}])*\s*\Z"
"""The end of a sentence, with or without its stop."""
_AT_END = regex(_END)
_CLOSING = f"{_STOPS}{string.whitespace}\N{NO-BREAK SPACE}"
_CLOSED = frozenset(("", *_STOPS))


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
    needles: tuple[str, ...]
    """What to look for: one of these stands in every sentence."""
    closes: bool
    """Whether the needle ends the sentence."""

    @classmethod
    def compile(cls, text: str, begins: bool = False) -> Pattern:
        """Compile a pattern."""
        slots = tuple(_SLOT.finditer(text))
        borders = [0, *(border for slot in slots for border in slot.span()), len(text)]
        gaps = [lower(text[start:end]) for start, end in pairwise(borders)][::2]
        needles = _rarest(gaps)
        spoken = lower(text).rstrip(_STOPS)
        closes = len(spoken) < len(text) and spoken.endswith(needles[:1])
        return cls(
            text,
            _gap(gaps[0], first=True, last=not slots),
            tuple(
                (
                    slot["name"],
                    slot["filter"] or "",
                    _gap(gap, False, slot is slots[-1]),
                )
                for slot, gap in zip(slots, gaps[1:], strict=True)
            ),
            begins or not gaps[0],
            frozenset(word for gap in gaps for word in _words(gap)),
            needles,
            closes and len(needles) == 1,
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
                word = max(needle.split(), key=len) if loose else needle
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

    def read(self, text: str) -> Match | None:
        """Read a whole text (a heading, a list entry) by the pattern."""
        return self._match(text, lower(text), 0, len(text), whole=True)

    def fill(self, texts: Mapping[str, str]) -> str:
        """Return the sentence with its slots filled; a slot without text stays."""
        filled = ""
        for part in reversed([*_PART.finditer(self.text)]):
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
            if gap is _AT_END:  # needs no search
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


def _words(gap: str) -> Iterator[str]:
    """Yield the words that every sentence has: those with a space on either side."""
    parts = [*_PART.finditer(gap)]
    for before, part, after in zip(parts, parts[1:], parts[2:], strict=False):
        is_whole = before["space"] and part["text"] and after["space"]
        if is_whole and not _QUOTE.search(part["text"]):
            yield from _WORD.findall(part["text"])


def _rarest(gaps: list[str]) -> tuple[str, ...]:
    """Return what is looked for: the longest run of words, or the ways to say it.

    Each choice costs another search, so that a run with a choice has to be longer.
    """
    runs = [tuple(ways) for gap in gaps for ways in _runs(gap) if all(ways)]
    return max(
        runs, key=lambda ways: min(map(len, ways)) - _DEAR * len(ways), default=()
    )


def _runs(gap: str) -> Iterator[list[str]]:
    """Yield the runs of a gap that every text has, each in all the ways to say it.

    An apostrophe ends a run, as it may be straight or curly. Of two ways of which one
    holds the other, the shorter one finds both.
    """
    ways, literal = [""], ""
    for part in _PART.finditer(f"{gap}[]"):
        if part["choice"] is not None:
            choices = part["choice"].split("|")
            ways = [way + choice for way in ways for choice in choices]
        elif part["optional"] is None and not _QUOTE.search(part[0]):
            ways = [way + (" " if part["space"] else part[0]) for way in ways]
            literal += " " if part["space"] else part[0]
            continue
        yield [literal.strip(f" {_STOPS}")]
        literal = ""
        if part["choice"] is None:
            found = {way.strip(f" {_STOPS}") for way in ways}
            yield sorted(
                way for way in found if not any(one in way for one in found - {way})
            )
            ways = [""]


def _gap(gap: str, first: bool, last: bool) -> re.Pattern[str]:
    """A gap as a regular expression."""
    end = ""
    if last and not first and (not gap or gap[-1] in _STOPS):
        gap, end = gap.rstrip(_STOPS), _END
    if not gap or gap.isspace():
        return _AT_END if end else regex(r"\s+" if gap else "")
    # White space next to a slot is gone where the slot was left empty.
    after = r"\s*" if gap[-1].isspace() else ""
    words = _whole_words(_regex(gap.strip()), gap, first, last)
    return regex(words + after + end)


def _whole_words(regex: str, gap: str, first: bool, last: bool) -> str:
    """Keep a gap from beginning or ending inside a word, but beside its slots."""
    bare = gap.strip()
    before = first or gap[0].isspace()
    after = last or gap[-1].isspace()
    if before and bare[0].isalnum():
        # Behind the first letter: re looks fast only for what begins with a letter.
        regex = rf"{regex[0]}(?<!\w\w){regex[1:]}"
    elif before and bare[0] == "(":
        regex = rf"(?<!\w){regex}"
    if after and (bare[-1].isalnum() or bare[-1] in ")]"):
        regex += r"(?!\w)"
    return regex


def _regex(gap: str) -> str:
    return "".join(map(_part, _PART.finditer(gap)))


def _part(part: re.Match[str]) -> str:
    if part["space"]:
        return r"\s+"
    if part["text"]:
        return _QUOTE.sub("['’]", re.escape(part["text"]))
    if part["optional"] is not None:
        return f"(?:{_regex(part['optional'])})?"
    return f"(?:{'|'.join(map(_regex, part['choice'].split('|')))})"


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
