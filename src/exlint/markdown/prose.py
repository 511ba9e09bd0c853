"""The prose of a document, written leaf by leaf, and the links that stand in it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from sys import maxsize
from typing import Any

from exlint.markdown.dialect import Dialect
from exlint.markdown.document import Link
from exlint.markdown.inlines import is_plain, parse_inlines
from exlint.markdown.marks import may_have_marks, with_marks
from exlint.markdown.pieces import OBJECT, Inline
from exlint.markdown.state import Lines
from exlint.text import NOWHERE, Mapped, Span

_new = tuple.__new__
"""Makes named tuples, of which there are hundreds on a page, in half the time."""


class ProseWriter:
    """Collects the prose of a document's leaves, and the places of its markup."""

    def __init__(
        self, references: Mapping[str, Any], dialect: Dialect | None = None
    ) -> None:
        self._references = references
        self._dialect = dialect if dialect and dialect.has_marks else None
        self._texts: list[str] = []
        self._length = 0
        self._starts: list[int] = []
        self._offsets: list[int] = []
        self._ends: dict[int, int] = {}
        self.links: list[Link] = []
        self.code: list[Span] = []
        self.strong: list[Span] = []
        self.html: list[Span] = []
        self.foreign: list[Span] = []

    def finish(self) -> Mapped:
        """Return all that has been written."""
        text = "".join(self._texts)
        return Mapped(text, tuple(self._starts), tuple(self._offsets), self._ends)

    @property
    def length(self) -> int:
        """How much has been written."""
        return self._length

    def since(self, begin: int) -> Span:
        """Return where in the prose stands what has been written since a length."""
        return Span(begin, self._length - 1) if self._length > begin else NOWHERE

    def add(self, content: str, lines: Lines) -> Span:
        """Write the prose of a leaf; return where in the prose it stands."""
        begin, dialect = self._length, self._dialect
        if (
            len(lines) == 1
            and is_plain(content)
            and (dialect is None or not may_have_marks(content, dialect))
        ):  # most leaves
            self._starts.append(begin)
            self._offsets.append(lines[0][1])
            self._texts.append(content)
            end = begin + len(content)
        else:
            self._add_inlines(content, lines)
            end = self._length
        self._texts.append("\n")
        self._length = end + 1
        return _new(Span, (begin, end))

    def _add_inlines(self, content: str, lines: Lines) -> None:
        inlines = parse_inlines(content, self._references)
        if self._dialect and may_have_marks(content, self._dialect):
            inlines = with_marks(content, inlines, self._dialect)
        is_one_line, shift = len(lines) == 1, lines[0][1]
        for start, stop, text in inlines.pieces:
            if stop - start == len(text):
                if is_one_line:
                    self._write(text, shift + start)
                else:
                    self._write_lines(start, text, lines)
            else:
                span = _spread(lines, (start, stop))
                self._ends[len(self._starts)] = span.end
                self._write(text, span.start)
        for item in inlines.items:
            self._note(item, lines, content)

    def _write_lines(self, start: int, text: str, lines: Lines) -> None:
        """Write text as it stands at a position of a content of several lines."""
        first, last = _line_at(lines, start), _line_at(lines, start + len(text) - 1)
        begin = 0
        for line in range(first, last + 1):
            position, offset = lines[line]
            end = lines[line + 1][0] - start if line < last else len(text)
            self._write(text[begin:end], offset + start + begin - position)
            begin = end

    def _write(self, text: str, offset: int) -> None:
        self._starts.append(self._length)
        self._offsets.append(offset)
        self._texts.append(text)
        self._length += len(text)

    def _note(self, item: Inline, lines: Lines, content: str) -> None:
        kind, inner = item.kind, _spread(lines, item.inner)
        if kind == "strong":
            self.strong.append(inner)
            return
        span = _spread(lines, (item.start, item.end))
        if kind == "code":
            self.code.append(span)
        elif kind == "html":
            self.html.append(span)
        elif kind == "foreign":
            self.foreign.append(span)
        elif kind == "autolink":
            self.links.append(Link(kind, span, OBJECT, inner, item.target, inner))
        else:
            where = item.destination and _spread(lines, item.destination)
            text = content[slice(*item.inner)]
            self.links.append(Link(kind, span, text, inner, item.target, where))


def _line_at(lines: Lines, position: int) -> int:
    """Return the number of the line in which a position of a content stands."""
    return max(bisect_right(lines, (position, maxsize)) - 1, 0)


def _place(lines: Lines, position: int) -> int:
    """Return the offset of a position in a content."""
    start, offset = lines[_line_at(lines, position)]
    return offset + position - start


def _spread(lines: Lines, range_: tuple[int, int]) -> Span:
    """Return the span of a range of a content.

    Its end is that of the last character: the next may stand in another line.
    """
    start, end = range_
    if len(lines) == 1:
        shift = lines[0][1]
        return Span(start + shift, end + shift)
    begin = _place(lines, start)
    last = begin if start == end else _place(lines, end - 1) + 1
    return Span(begin, last)
