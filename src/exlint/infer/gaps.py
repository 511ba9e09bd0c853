"""Sentences with the values of facts taken out: what is left, and what stood there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from exlint.light import dataclass
from exlint.regex import regex
from exlint.text import lower

Fact = str | tuple[str, ...]
"""The value of a property: one, or several."""
Meaning = frozenset[tuple[str, ...]]
"""Values as they are compared: the tokens of each, in no order."""

_TOKEN = regex(r"\w+|[^\w\s]")
_ARTICLE = regex(r"(?:^|(?<=\s))(an?)\s\Z", re.IGNORECASE)
_BETWEEN = frozenset(
    (",", ";", "&", "/", "and", "or", "y", "e", "o", "u", "und", "oder", "et", "ou")
)
"""What stands between the values of a list, in the commonest languages."""
_ARTICLES = frozenset(("a", "an", "the"))
_MOST_TOKENS = 16
"""A longer value is a text, not a fact that sentences repeat."""


class Gap(NamedTuple):
    """Where a sentence held a value."""

    text: str
    article: str
    """`a` or `an` that stood before it, in lower case."""


class Shape(NamedTuple):
    """A sentence around its gaps: the text before, between and after them."""

    texts: tuple[str, ...]
    gaps: tuple[Gap, ...]

    @property
    def key(self) -> tuple[str, ...]:
        """What sentences of the same shape have in common."""
        return tuple(text.lower().replace("’", "'") for text in self.texts)


class _Found(NamedTuple):
    start: int
    end: int
    lists: frozenset[str]
    """The properties with several values of which this is one."""


@dataclass(frozen=True)
class KnownValues:
    """All values that the facts of a collection have."""

    lists: Mapping[tuple[str, ...], frozenset[str]]
    """Tokens of a value → the properties with several values that have it."""
    longest: Mapping[str, int]
    """First token → tokens of the longest value that begins with it."""

    @classmethod
    def of(cls, facts: Iterable[Mapping[str, Fact]]) -> KnownValues:
        """Collect the values of many pages."""
        lists: dict[tuple[str, ...], set[str]] = {}
        for page in facts:
            for name, fact in page.items():
                is_list = not isinstance(fact, str)
                for item in items(fact):
                    homes = lists.setdefault(tokens(item), set())
                    homes.update((name,) if is_list else ())
        longest: dict[str, int] = {}
        for value in lists:
            if any(map(str.isalnum, value)) and len(value) <= _MOST_TOKENS:
                longest[value[0]] = max(longest.get(value[0], 0), len(value))
        return cls({key: frozenset(homes) for key, homes in lists.items()}, longest)

    def shape(self, sentence: str) -> Shape:
        """Take the values out of a sentence; several in a row, as one."""
        sentence = " ".join(sentence.split())
        found = list(_joined(self._find(sentence), sentence))
        borders = [0, *(border for gap in found for border in gap[:2]), len(sentence)]
        pieces = [sentence[start:end] for start, end in pairwise(borders)]
        texts, gaps = pieces[::2], []
        for number, text in enumerate(pieces[1::2]):
            article = _ARTICLE.search(texts[number])
            if article:
                texts[number] = texts[number][: article.start()]
            gaps.append(Gap(text, article[1].lower() if article else ""))
        return Shape(tuple(texts), tuple(gaps))

    def _find(self, sentence: str) -> Iterator[_Found]:
        """Yield the values in a sentence: of overlapping ones the first, the longest.

        Of a plural, only what stands before its `s`.
        """
        places = [match.span() for match in _TOKEN.finditer(sentence)]
        words = [lower(sentence[start:end]) for start, end in places]
        at = 0
        while at < len(words):
            length, plural = self._longest(words, at)
            if length:
                end = places[at + length - 1][1] - plural
                value = (*words[at : at + length - 1], words[at + length - 1])
                key = (*value[:-1], value[-1][: len(value[-1]) - plural])
                yield _Found(places[at][0], end, self.lists[key])
            at += length or 1

    def _longest(self, words: list[str], at: int) -> tuple[int, int]:
        """Return how many words are a value, and whether they are its plural."""
        first = words[at]
        most = self.longest.get(first, 0)
        if not most and first.endswith("s"):
            most = 1 if first[:-1] in self.longest else 0
        for length in range(min(most, len(words) - at), 0, -1):
            value = tuple(words[at : at + length])
            if value in self.lists:
                return length, 0
            if value[-1].endswith("s") and (*value[:-1], value[-1][:-1]) in self.lists:
                return length, 1
        return 0, 0


def _joined(found: Iterable[_Found], sentence: str) -> Iterator[_Found]:
    """Join values of one property between which only commas and conjunctions stand."""
    last: _Found | None = None
    for value in found:
        if last:
            both = last.lists & value.lists
            between = tokens(sentence[last.end : value.start])
            if both and between and _BETWEEN.issuperset(between):
                last = _Found(last.start, value.end, both)
                continue
            yield last
        last = value
    if last:
        yield last


def items(fact: Fact) -> tuple[str, ...]:
    """Return the values of a property that say anything."""
    values = (fact,) if isinstance(fact, str) else fact
    return tuple(value for value in values if any(map(str.isalnum, value)))


@lru_cache(maxsize=65_536)
def tokens(text: str) -> tuple[str, ...]:
    """Return the words and signs of a text, in lower case."""
    return tuple(_TOKEN.findall(lower(text)))


def said(text: str) -> Meaning:
    """Return the values that a text lists; its articles do not count."""
    values: list[list[str]] = [[]]
    for token in tokens(text):
        if token in _BETWEEN:
            values.append([])
        elif values[-1] or token not in _ARTICLES:
            values[-1].append(token)
    return frozenset(tuple(value) for value in values if value)


def meaning_of(fact: Fact) -> Meaning:
    """Return the values of a property, to compare with what a text says."""
    return frozenset().union(*map(said, items(fact)))


def agrees(text: Meaning, fact: Meaning) -> bool:
    """Whether a text says what a fact says, be it in the plural."""
    return text == fact or _singular(text) == _singular(fact)


def _singular(values: Meaning) -> Meaning:
    return frozenset((*value[:-1], value[-1].removesuffix("s")) for value in values)
