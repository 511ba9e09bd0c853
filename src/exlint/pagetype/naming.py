"""Names of exercises: when two of them name the same one.

Titles, sentences and links write one name in many ways: in the plural, with or without
a hyphen, with a tag in brackets, with the equipment or without it, shortened.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from exlint.light import dataclass, replace
from exlint.pagetype.vocabulary import fold
from exlint.regex import regex

_BRACKETS = regex(r"\([^()]*\)")
_SUFFIXES = ("s", "es", "e", "d", "ed", "ing")
_SMALL_WORDS = frozenset(
    {
        *("a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the"),
        *("to", "with", "without", "your", "its", "this", "that", "these", "also"),
    }
)
_COMMON_NOUNS = frozenset({"exercise", "exercises", "movement", "variation", "version"})
_ADVERBS = frozenset({"actually", "mainly", "mostly", "primarily", "really"})
_SAY_NOTHING = _SMALL_WORDS | _COMMON_NOUNS | _ADVERBS


@dataclass(frozen=True)
class Likeness:
    """How a name compares to a title."""

    shared: int
    """How many words of the name the title has."""
    foreign: tuple[str, ...] = ()
    """The words of the name that the title lacks."""
    absent: tuple[str, ...] = ()
    """The words of the title that the name lacks; a tag in brackets does not count."""

    @property
    def is_alike(self) -> bool:
        """Whether the name is meant for what the title names: half of it is there."""
        return self.shared > 0 and self.shared >= len(self.foreign)


def compare(name: str, title: str, known: Iterable[str] = ()) -> Likeness:
    """Compare a name to a title; `known` are phrases that one may have and one lack.

    The order of the words does not matter. A tag in brackets that only the name has
    counts as foreign.
    """
    if fold(name) == fold(title):
        return Likeness(len(fold(name).split()))
    tag = _BRACKETS.search(name)
    if tag and "(" not in title:
        alike = compare(_BRACKETS.sub(" ", name), title, known)
        return replace(alike, foreign=(*alike.foreign, tag[0]))
    phrases = sorted(map(fold, known), key=len, reverse=True)
    if all(_words(text, phrases) != _words(text, ()) for text in (name, title)):
        phrases = []  # both have one, and it should be the same
    words = _words(name, phrases)
    foreign = _lacking(words, _words(title, phrases))
    absent = _lacking(_words(_BRACKETS.sub(" ", title), phrases), words)
    if words and words[-1] in _COMMON_NOUNS:
        absent = ()  # "the wide version" is one of what the title names
    said = sum(word not in _SAY_NOTHING for word in words)
    return Likeness(max(said - len(foreign), 0), foreign, absent)


def _words(text: str, without: Iterable[str]) -> list[str]:
    """Return the words of a text, some phrases left out."""
    left = f" {fold(text)} "
    for phrase in without:
        left = left.replace(f" {phrase} ", " ")
    return left.split()


def _lacking(words: list[str], others: list[str]) -> tuple[str, ...]:
    """Return the words that say something and that other words lack."""
    others = [*others, *(one + other for one, other in pairwise(others))]
    told = _SAY_NOTHING.union(others)
    return tuple(
        word
        for word in _compounds(words, others)
        if word not in told and not any(_same(word, other) for other in others)
    )


def _compounds(words: list[str], wanted: list[str]) -> Iterator[str]:
    """Yield the words of a name, two as one where the title joins them."""
    joined = False
    for word, after in pairwise([*words, ""]):
        if joined:
            joined = False
        elif after and any(_same(word + after, other) for other in wanted):
            joined = True
            yield word + after
        else:
            yield word


def _same(one: str, other: str) -> bool:
    """Whether two words are one, in the singular, plural or another form."""
    if one[0] != other[0]:
        return False
    short, long = sorted((one, other), key=len)
    if not long.startswith(short):
        return short[:-1] + "ies" == long and short.endswith("y")
    rest = long[len(short) :]
    return not rest or (
        len(short) > 2 and (rest in _SUFFIXES or rest == f"{short[-1]}ing")
    )
