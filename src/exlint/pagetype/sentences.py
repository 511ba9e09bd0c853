"""The sentences of a text, and where in it they stand."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate

from exlint.light import dataclass
from exlint.regex import regex

_ABBREVIATED = ("e.g. ", "i.e. ", "vs. ")
_ABBREVIATION = regex(r"\.(?:(?<=e\.g\.)|(?<=i\.e\.)|(?<=vs\.)) ")
"""Finds one of them: `re` looks fast for what begins with a stop."""


@dataclass(frozen=True, slots=True)
class Sentences:
    """The sentences of a text in lower case; each of its lines is one, or several.

    An abbreviation with a stop ends one: good enough to compare sentences. `at` knows
    the commonest abbreviations.
    """

    text: str
    starts: tuple[int, ...]
    """Where in the text each begins."""
    texts: tuple[str, ...]
    """Each without the white space around it."""
    abbreviates: bool
    """Whether one of the commonest abbreviations stands in the text."""
    is_loose: bool
    """Whether words stand other than one space apart."""

    @classmethod
    def of(cls, text: str) -> Sentences:
        """Split a text: no regex, as each page is split."""
        spaced = text.replace("\t", " ").replace("\N{NO-BREAK SPACE}", " ")
        is_loose, text = "  " in spaced or spaced != text, spaced
        ended = text.replace(". ", ".\n").replace("? ", "?\n")
        if "!" in text:
            ended = ended.replace("! ", "!\n")
        lines = ended.removesuffix("\n").split("\n")
        starts = [0, *accumulate([len(line) + 1 for line in lines])]
        if is_loose or "" in lines:
            pairs = [_trimmed(*pair) for pair in zip(starts, lines, strict=False)]
            starts = [start for start, line in pairs if line]
            lines = [line for _, line in pairs if line]
        abbreviates = _ABBREVIATION.search(text) is not None
        starts = starts[: len(lines)]
        return cls(text, tuple(starts), tuple(lines), abbreviates, is_loose)

    def __iter__(self) -> Iterator[tuple[int, str]]:
        """Yield where each sentence begins, and the sentence."""
        return zip(self.starts, self.texts, strict=True)

    def without(self, ranges: Iterable[tuple[int, int]]) -> Sentences:
        """Return the same sentences with ranges of their text, in order, left blank."""
        text, position, parts = self.text, 0, []
        for start, end in ranges:
            parts += [text[position:start], " " * (end - start)]
            position = end
        parts.append(text[position:])
        return Sentences(
            "".join(parts), self.starts, self.texts, self.abbreviates, self.is_loose
        )

    def within(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield the borders of the sentences that begin in a range of the text."""
        first, last = bisect_left(self.starts, start), bisect_left(self.starts, end)
        for number in range(first, last):
            start = self.starts[number]
            end = start + len(self.texts[number])
            if self.abbreviates:
                if number > first and self._goes_on(number):
                    continue
                start, end = self.at(start, end)
            yield start, end

    def at(self, start: int, end: int) -> tuple[int, int]:
        """Return the borders of the sentence that holds a range of the text.

        Of a range that begins in one and ends in another, those of both.
        """
        starts, texts = self.starts, self.texts
        first = max(bisect_right(starts, start) - 1, 0)
        stop = starts[first] + len(texts[first])
        if end <= stop and not self.abbreviates:  # nearly always
            return starts[first], stop
        last = max(bisect_left(starts, end) - 1, first)
        if self.abbreviates:
            while first and self._goes_on(first):
                first -= 1
            while last + 1 < len(starts) and self._goes_on(last + 1):
                last += 1
        return starts[first], starts[last] + len(texts[last])

    def _goes_on(self, number: int) -> bool:
        """Whether the stop before a sentence is that of an abbreviation."""
        return self.text.endswith(_ABBREVIATED, 0, self.starts[number])


def _trimmed(start: int, line: str) -> tuple[int, str]:
    bare = line.lstrip()
    return start + len(line) - len(bare), bare.rstrip()
