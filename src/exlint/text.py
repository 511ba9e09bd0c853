"""Text with places: the exact source of a page, and spans into it."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from itertools import accumulate
from typing import NamedTuple

from exlint.light import dataclass, field
from exlint.regex import regex

try:  # hashlib has it from there, but loads OpenSSL first: 3 ms
    from _blake2 import blake2b
except ImportError:  # another Python
    from hashlib import blake2b

BOM = "\ufeff"
_LINE_BREAK = regex(r"\r\n|\n|\r")


def lower(text: str) -> str:
    """Return a text in lower case, character for character: offsets stay right."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def digest(content: bytes, size: int = 16) -> bytes:
    """Return what contents are known by, in so many bytes."""
    return blake2b(content, digest_size=size).digest()


class Span(NamedTuple):
    """A half-open range of code-point offsets into a source."""

    start: int
    end: int


NOWHERE = Span(0, 0)
"""The span of what stands in no place of its own."""


def places(text: str, part: str) -> Iterator[int]:
    """Yield where a part of a text begins, faster than a regular expression."""
    place = text.find(part)
    while place >= 0:
        yield place
        place = text.find(part, place + len(part))


class Position(NamedTuple):
    """A place as people count: line and column from 1, in code points."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class LineIndex:
    """Where each line of a text starts; turns offsets into positions.

    A line ends with LF, CRLF or CR, as in CommonMark 0.31 section 2.1. A byte
    order mark takes no column: editors don't show it.
    """

    starts: array[int]

    @classmethod
    def of(cls, text: str) -> LineIndex:
        """Index the lines of `text`."""
        if "\r" not in text:  # the common case, three times faster
            sizes = [len(line) + 1 for line in text.split("\n")]
            starts = array("I", accumulate(sizes[:-1], initial=0))
        else:
            starts = array("I", (0, *(m.end() for m in _LINE_BREAK.finditer(text))))
        starts[0] = 1 if text.startswith(BOM) else 0
        return cls(starts)

    def __reduce__(self) -> tuple[type[LineIndex], tuple[array[int]]]:
        return LineIndex, (self.starts,)

    def __hash__(self) -> int:
        return hash((len(self.starts), self.starts[-1]))

    def line(self, offset: int) -> int:
        """Return the 0-based number of the line that holds `offset`."""
        return max(bisect_right(self.starts, offset) - 1, 0)

    def position(self, offset: int) -> Position:
        """Return the 1-based line and column of `offset`."""
        line = self.line(offset)
        return Position(line + 1, max(offset - self.starts[line], 0) + 1)


@dataclass(frozen=True, slots=True)
class Source:
    """The untouched text of one page: line endings and byte order mark kept."""

    path: str
    """Relative to where the run started, with `/` between its parts."""
    text: str
    lines: LineIndex
    sidecar: str | None = None
    """What stands in `x.json` beside `x.md`: data on the page."""

    @classmethod
    def of(cls, path: str, text: str, sidecar: str | None = None) -> Source:
        """Make a source of a text."""
        return cls(path, text, LineIndex.of(text), sidecar)

    @property
    def digest(self) -> bytes:
        """What the text is known by when it is read again."""
        text = self.text if self.sidecar is None else f"{self.text}\0{self.sidecar}"
        return digest(text.encode("utf-8", "surrogatepass"))

    def __getitem__(self, span: Span) -> str:
        """Return the text at a span."""
        return self.text[span.start : span.end]

    def position(self, offset: int) -> Position:
        """Return the 1-based line and column of `offset`."""
        return self.lines.position(offset)

    def line_span(self, line: int) -> Span:
        """Return the span of a 0-based line, without its line break."""
        starts = self.lines.starts
        start = starts[line]
        end = starts[line + 1] if line + 1 < len(starts) else len(self.text)
        if end > start and self.text[end - 1] == "\n":
            end -= 1
        if end > start and self.text[end - 1] == "\r":
            end -= 1
        return Span(start, end)

    def line_at(self, offset: int) -> Span:
        """Return the span of the line that holds `offset`, without its break."""
        return self.line_span(self.lines.line(offset))


@dataclass(frozen=True, slots=True)
class Mapped:
    """A text drawn from pieces of a source, with the way back to it.

    Piece `i` begins at `starts[i]` of the text and at `offsets[i]` of the source.
    """

    text: str
    starts: tuple[int, ...]
    offsets: tuple[int, ...]
    ends: Mapping[int, int] = field(default_factory=dict)
    """Piece → end in the source, of pieces that are longer there than in the text."""

    def offset(self, position: int) -> int:
        """Return the source offset of a position in the text."""
        piece = bisect_right(self.starts, position) - 1
        if piece < 0:
            return 0
        within = position - self.starts[piece]
        if within and piece in self.ends:
            return self.ends[piece]
        return self.offsets[piece] + within

    def position(self, offset: int) -> int:
        """Return the position in the text of what stands at a source offset.

        Of what has no place in the text (markup), the position of what follows it.
        """
        piece = bisect_right(self.offsets, offset) - 1
        if piece < 0:
            return 0
        start = self.starts[piece]
        is_last = piece + 1 == len(self.starts)
        end = len(self.text) if is_last else self.starts[piece + 1]
        return min(start + offset - self.offsets[piece], end)

    def span(self, start: int, end: int) -> Span:
        """Return the source span of `text[start:end]`.

        The end is that of the last character taken, so that markup between two
        pieces stays outside the span.
        """
        first = self.offset(start)
        if end <= start:
            return Span(first, first)
        piece = bisect_right(self.starts, end - 1) - 1
        if piece in self.ends:
            return Span(first, self.ends[piece])
        return Span(first, self.offsets[piece] + end - self.starts[piece])

    def match(self, match: re.Match[str], group: int | str = 0) -> Span:
        """Return the source span of a match (or one of its groups) in the text."""
        return self.span(match.start(group), match.end(group))
