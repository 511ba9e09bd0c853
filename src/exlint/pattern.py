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
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from exlint.text import lower

_SLOT = re.compile(r"\{(?P<name>\w+)(?:\|(?P<filter>\w+))?\}")
_PART = re.compile(
    rf"(?P<slot>{_SLOT.pattern})"
    r"|\[(?P<optional>[^\[\]]*)\]"
    r"|\((?P<choice>[^()|]*(?:\|[^()|]*)+)\)"
    r"|(?P<space>\s+)"
    r"|(?P<text>[^\s\[({]+|.)"
)
_QUOTE = re.compile("['’]")
_STOPS = ".!?"
_END = rf"(?:\s*[{_STOPS}])*\s*\Z"
"""The end of a sentence, with or without its stop."""
_ODD_SPACES = ("  ", "\t", "\N{NO-BREAK SPACE}")
_CLOSED = frozenset(("", *_STOPS))
_SENTENCE_ENDS = (". ", "? ", "! ")
_SENTENCE_BORDER = re.compile(r"[.!?](?=\s)|(?=\n)")
_ABBREVIATIONS = ("e.g.", "i.e.", "vs.")
_LONGEST = 1000
"""How far a sentence is looked for, so that a page without stops costs no more."""


@dataclass(frozen=True, slots=True)
class Slot:
    """What stands in one slot of a pattern: a range of the text it was read from."""

    name: str
    filter: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Match:
    """A pattern met in a text."""

    pattern: Pattern
    start: int
    end: int
    slots: tuple[Slot, ...]


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled sentence pattern."""

    text: str
    slots: tuple[tuple[str, str], ...]
    """Name and filter of each slot, in order."""
    gaps: tuple[re.Pattern[str], ...]
    """What stands before, between and after the slots, in lower case."""
    literals: tuple[str, ...]
    """The parts that stand in every text, lower case, the longest first."""

    @property
    def _words(self) -> list[str]:
        """The literal parts cut at their spaces, the longest word first."""
        words = {word for literal in self.literals for word in literal.split()}
        return sorted(words, key=_longest_first)

    @classmethod
    def compile(cls, text: str) -> Pattern:
        """Compile a pattern."""
        slots = tuple(_SLOT.finditer(text))
        borders = [0, *(border for slot in slots for border in slot.span()), len(text)]
        gaps = [lower(text[start:end]) for start, end in pairwise(borders)][::2]
        literals = {part for gap in gaps for part in _literals(gap) if part}
        return cls(
            text,
            tuple((slot["name"], slot["filter"] or "") for slot in slots),
            tuple(
                _gap(gap, first=number == 0, last=number == len(slots))
                for number, gap in enumerate(gaps)
            ),
            tuple(sorted(literals, key=_longest_first)),
        )

    def search(self, text: str, lowered: str) -> Iterator[Match]:
        """Yield each sentence of a text that the pattern reads.

        `lowered` is the text in lower case, character for character.
        """
        if not self.literals:
            return
        odd = any(space in lowered for space in _ODD_SPACES)
        anchor, *others = self._words if odd else self.literals
        position, read = lowered.find(anchor), 0
        closes = self.text[-1] in _STOPS and lower(self.text[:-1]).endswith(anchor)
        while position >= 0:
            after = position + len(anchor)
            if not closes or lowered[after : after + 2].lstrip()[:1] in _CLOSED:
                start, end = sentence_at(text, position, after)
                if all(lowered.find(other, start, end) >= 0 for other in others):
                    match = self._match(text, lowered, max(start, read), end)
                    if match and (match.start == start or not self.is_leading):
                        yield match
                        read = match.end
                        after = max(after, read)
            position = lowered.find(anchor, after)

    def begins(
        self, text: str, lowered: str, borders: Sequence[tuple[int, int]]
    ) -> Iterator[Match]:
        """Yield the sentences, of those within borders, that begin with the pattern."""
        anchor = self.literals[0] if self.literals else ""
        position = 0
        for start, end in borders:
            if position < start:
                position = lowered.find(anchor, start)
                if position < 0:
                    return
            if position < end:
                match = self._match(text, lowered, start, end)
                if match and match.start == start:
                    yield match

    @property
    def is_leading(self) -> bool:
        """Whether the pattern begins with a slot, so that it begins a sentence."""
        return not self.gaps[0].pattern

    def read(self, text: str) -> Match | None:
        """Read a whole text (a heading, a list entry) by the pattern."""
        match = self._match(text, lower(text), 0, len(text), whole=True)
        return match if match and match.start == 0 else None

    def fill(self, texts: Mapping[str, str]) -> str:
        """Return the sentence with its slots filled; a slot without text stays."""
        filled = ""
        for part in reversed([*_PART.finditer(self.text)]):
            filled = _filled(part, texts, filled) + filled
        return filled

    def _match(
        self, text: str, lowered: str, start: int, end: int, whole: bool = False
    ) -> Match | None:
        first, *gaps = self.gaps
        found = (first.match if self.is_leading else first.search)(lowered, start, end)
        begin = found.start() if found else start
        ranges: list[tuple[int, int]] = []
        for gap in gaps:
            if found is None:
                return None
            at = found.end()
            candidates = gap.finditer(lowered, at, end)
            if whole and gap is gaps[-1]:
                candidates = (item for item in candidates if item.end() == end)
            found = next(candidates, None)
            to = found.start() if found else at
            while to > at and text[to - 1].isspace():
                to -= 1
            ranges.append((at, to))
        if found is None:
            return None
        slots = tuple(
            Slot(name, filter_, text[at:to], at, to)
            for (name, filter_), (at, to) in zip(self.slots, ranges, strict=True)
        )
        return Match(self, begin, found.end(), slots)


def sentence_at(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the borders of the sentence that holds a range of a text.

    A sentence ends where its line does. The white space after it is left out.
    """
    first = max(text.rfind("\n", 0, start) + 1, start - _LONGEST)
    before = start
    while (before := _last_stop(text, first, before)) >= 0:
        if not text.endswith(_ABBREVIATIONS, first, before + 1):
            first = before + 2
            break
    line = text.find("\n", end)
    last = min(len(text) if line < 0 else line, end + _LONGEST)
    after = max(end - 1, start)
    while (stop := _first_stop(text, after, last)) >= 0:
        after = stop + 1
        if not text.endswith(_ABBREVIATIONS, first, after):
            return first, after
    return first, last


def sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the borders of the sentences within a range of a text."""
    for stop in _SENTENCE_BORDER.finditer(text, start, end):
        if not text.endswith(_ABBREVIATIONS, start, stop.end()):
            if stop.end() > start:
                yield start, stop.end()
            start = stop.end() + 1
    if start < end:
        yield start, end


def _last_stop(text: str, start: int, end: int) -> int:
    return max(text.rfind(stop, start, end) for stop in _SENTENCE_ENDS)


def _first_stop(text: str, start: int, end: int) -> int:
    found = [text.find(stop, start, end) for stop in _SENTENCE_ENDS]
    return min((stop for stop in found if stop >= 0), default=-1)


def _longest_first(literal: str) -> tuple[int, str]:
    return -len(literal), literal


def _literals(gap: str) -> Iterator[str]:
    """Yield the parts of a gap that stand in every text, each with single spaces."""
    run = ""
    for part in _PART.finditer(gap):
        if part["space"]:
            run += " "
        elif part["text"]:
            run += part["text"]
        else:
            yield from _unquoted(run)
            run = ""
    yield from _unquoted(run.strip(f" {_STOPS}"))


def _unquoted(run: str) -> Iterator[str]:
    """Yield what stands between apostrophes: they may be straight or curly."""
    yield from map(str.strip, _QUOTE.split(run))


def _gap(gap: str, first: bool, last: bool) -> re.Pattern[str]:
    """A gap as a regular expression."""
    end = ""
    if last and not first and (not gap or gap[-1] in _STOPS):
        gap, end = gap.rstrip(_STOPS), _END
    if not gap or gap.isspace():
        return re.compile(end or (r"\s+" if gap else ""))
    # White space next to a slot is gone where the slot was left empty.
    after = r"\s*" if gap[-1].isspace() else ""
    words = _whole_words(_regex(gap.strip()), gap, first, last)
    return re.compile(words + after + end)


def _whole_words(regex: str, gap: str, first: bool, last: bool) -> str:
    """Keep a gap from beginning or ending inside a word, but beside its slots."""
    bare = gap.strip()
    before = first or gap[0].isspace()
    after = last or gap[-1].isspace()
    start = r"(?<!\w)" if before and (bare[0].isalnum() or bare[0] == "(") else ""
    stop = r"(?!\w)" if after and (bare[-1].isalnum() or bare[-1] in ")]") else ""
    return start + regex + stop


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
