"""A source line with carets under the finding, cut to the width of the terminal."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate

from exlint.light import dataclass
from exlint.visible import commands, spelt, visible

_CUT = "…"
_BEFORE = 0.4
"""The share of the width that stands before a finding in a line that is cut."""


@dataclass(frozen=True)
class Excerpt:
    """A line as it is shown, and which columns of it the finding takes."""

    line: str
    start: int
    end: int
    """At least one column behind `start`: an insertion has a place too."""

    @property
    def carets(self) -> str:
        """The line of carets."""
        return f"{' ' * self.start}{'^' * (self.end - self.start)}"


def excerpt(line: str, start: int, end: int, width: int) -> Excerpt:
    """Show a line with a finding from character `start` to `end`.

    A finding that goes on in the next line is shown to the end of this one.
    """
    if len(line) > 8 * width:  # no more is needed to cut it to the width
        first = max(start - 4 * width, 0)
        line = line[first : first + 8 * width]
        start, end = start - first, end - first
    cells, edges = _cells(line)
    start, end = min(start, len(line)), min(end, len(line))
    first, last = edges[start], max(edges[end], edges[start] + 1)
    left, right = 0, len(cells)
    if edges[-1] > width:
        left, right = _window(edges, first, last, max(width - 2 * len(_CUT), 8))
    head = _CUT if left else ""
    tail = _CUT if right < len(cells) else ""
    shift = edges[left] - len(head)
    text = f"{head}{''.join(cells[left:right])}{tail}"
    first -= shift
    last = min(last, edges[right]) - shift
    return Excerpt(text, first, max(last, first + 1))


def _cells(line: str) -> tuple[Sequence[str], Sequence[int]]:
    """Return each character of a line as it is shown, and the columns around them."""
    orders = commands(line)
    if line.isascii() and line.isprintable() and not orders:
        return line, range(len(line) + 1)
    cells = ["    " if c == "\t" else visible(c) for c in line]
    for offset in orders:
        cells[offset] = spelt(line[offset])
    return cells, [0, *accumulate(map(_columns, cells))]


def _window(edges: Sequence[int], first: int, last: int, room: int) -> tuple[int, int]:
    """Return which characters to show of a line that is too wide."""
    before = max(min(int(room * _BEFORE), room - (last - first)), 4)
    begin = max(min(first - before, edges[-1] - room), 0)
    return bisect_left(edges, begin), bisect_right(edges, begin + room) - 1


def _columns(text: str) -> int:
    """Return how many columns of a terminal a text takes."""
    if text.isascii():
        return len(text)
    return sum(
        0
        if unicodedata.combining(c) or unicodedata.category(c) in ("Mn", "Me")
        else 1 + (unicodedata.east_asian_width(c) in "WF")
        for c in text
    )
