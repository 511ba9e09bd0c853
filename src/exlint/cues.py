"""What is worth trying on a page, told by its words: nearly always, nothing is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Generic, TypeVar

from exlint.once import cached_property

T = TypeVar("T")


class Cues(Generic[T]):
    """Things to try, each with its cues: one is asked of the words for all of them.

    A cue is some words, with a space between, that all stand on a page on which the
    thing is of use; the first should be one that few pages have.
    """

    def __init__(self, *pairs: tuple[T, Iterable[str]]) -> None:
        """Take things, in the order in which they are to be tried."""
        self._pairs = pairs

    def among(self, words: frozenset[str]) -> Sequence[T]:
        """Return what is worth trying on a page of these words, in lower case."""
        cued = self.words.intersection(words)
        if not cued:
            return ()
        numbers = {
            number
            for word in cued
            for rest, number in self._by_first[word]
            if rest <= words
        }
        return [self._pairs[number][0] for number in sorted(numbers)]

    @cached_property
    def words(self) -> frozenset[str]:
        """The first words of all cues: without any of them, nothing is worth trying."""
        return frozenset(self._by_first)

    @cached_property
    def _by_first(self) -> Mapping[str, Sequence[tuple[frozenset[str], int]]]:
        """First word of a cue → its other words, and the number of the thing."""
        found = defaultdict[str, list[tuple[frozenset[str], int]]](list)
        for number, (_, cues) in enumerate(self._pairs):
            for cue in cues:
                first, *rest = cue.split()
                found[first].append((frozenset(rest), number))
        return found
