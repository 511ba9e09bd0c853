"""The pages that a page lists or compares, as they are kept: in columns.

A hub states five facts of each of hundreds of pages, and most of them again and again.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice
from struct import Struct
from sys import intern
from typing import Any, NamedTuple

from exlint.light import dataclass
from exlint.text import Span

_ROW = Struct("=3I")


class Stated(NamedTuple):
    """A fact that a page states of itself, or of another page."""

    property: str
    """Empty when it may be any of the other page's facts."""
    text: str
    """As it is written."""
    values: frozenset[str]
    """As the vocabulary writes them."""


@lru_cache(maxsize=65_536)
def fact(name: str, text: str, values: frozenset[str]) -> Stated:
    """Return a fact: one object for all pages that state it in these words."""
    return Stated(name, text, values)


class Claim(NamedTuple):
    """A fact that a page states of another page."""

    fact: Stated
    start: int
    end: int
    heading: bool = False
    """Whether a heading above the entry says it, of all entries below."""

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)


class Mention(NamedTuple):
    """Another page by name, and what is said of it."""

    name: str
    start: int
    end: int
    claims: tuple[Claim, ...]

    @property
    def span(self) -> Span:
        """Where the name stands."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Mentions:
    """Other pages, and what a page says of them. Iterate it for each `Mention`."""

    names: tuple[str, ...] = ()
    facts: tuple[Stated, ...] = ()
    """What is said of any of them: each fact once."""
    rows: bytes = b""
    """Of each mention its place and the number of its claims, then of each of these
    its place, and in one number which fact it is and whether a heading says it."""

    @classmethod
    def of(cls, mentions: Iterable[Mention]) -> Mentions:
        """Put mentions into columns."""
        names: list[str] = []
        facts: dict[Stated, int] = {}
        rows = array("I")
        for name, start, end, claims in mentions:
            names.append(name)
            rows.extend((start, end, len(claims)))
            for stated, first, last, heading in claims:
                number = facts.setdefault(stated, len(facts))
                rows.extend((first, last, number << 1 | heading))
        return cls(tuple(names), tuple(facts), rows.tobytes()) if names else NO_MENTIONS

    def __post_init__(self) -> None:
        put = object.__setattr__
        put(self, "names", tuple(map(intern, self.names)))
        put(self, "facts", tuple([fact(*parts) for parts in self.facts]))

    @property
    def flat(self) -> tuple[Any, ...]:
        """The mentions as plain values."""
        if not self.names:
            return ()
        return self.names, tuple(map(tuple, self.facts)), self.rows

    @classmethod
    def whole(cls, mentions: Mentions | tuple[Any, ...]) -> Mentions:
        """Return mentions as they were; what never was flat stays as it is."""
        if isinstance(mentions, Mentions):
            return mentions
        return cls(*mentions) if mentions else NO_MENTIONS

    def __len__(self) -> int:
        return len(self.names)

    def __iter__(self) -> Iterator[Mention]:
        facts, rows, make = self.facts, _ROW.iter_unpack(self.rows), tuple.__new__
        for name in self.names:
            start, end, count = next(rows)
            claims = [  # made in half the time: there are very many
                make(Claim, (facts[number >> 1], first, last, number & 1 == 1))
                for first, last, number in islice(rows, count)
            ]
            yield Mention(name, start, end, tuple(claims))


NO_MENTIONS = Mentions()
