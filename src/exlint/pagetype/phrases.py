"""Words and phrases to look for in running text, and how they may be joined."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from exlint.light import dataclass
from exlint.once import cached_property
from exlint.regex import regex
from exlint.text import places

_JOINT = regex(r"[\s\-‐‑]+")
_WHOLE_WORD = regex(r"(?<![\w'’])[^\W\d_]{2,}(?![\w'’])")


@dataclass(frozen=True)
class Phrases:
    """Words and phrases to look for in running text.

    Whole words count, a hyphen stands for a space, and of overlapping phrases the
    longest wins. All is in lower case: search a page's `lowered` prose.
    """

    phrases: tuple[str, ...] = ()

    @classmethod
    def of(cls, phrases: Iterable[str]) -> Phrases:
        """Take phrases in any case."""
        return cls(tuple(dict.fromkeys(phrase.lower() for phrase in phrases)))

    def __contains__(self, phrase: object) -> bool:
        return isinstance(phrase, str) and spaced(phrase) in self._known

    def __iter__(self) -> Iterator[str]:
        return iter(self.phrases)

    def __bool__(self) -> bool:
        return bool(self.phrases)

    @cached_property
    def _known(self) -> frozenset[str]:
        return frozenset(map(spaced, self.phrases))

    @cached_property
    def first_words(self) -> frozenset[str]:
        """The word with which each phrase begins: a cheap question before a search."""
        return frozenset(re.split(r"[\W\d_]", phrase)[0] for phrase in self.phrases)

    def may_stand_among(self, words: frozenset[str]) -> bool:
        """Whether a text of these words may hold a phrase: all its words are there."""
        return bool(self.phrases) and any(True for _ in self.among(words))

    def among(self, words: frozenset[str]) -> Iterator[str]:
        """Yield the phrases that a text of these words may hold."""
        for word in ("", *(words & self._one_words)):
            for phrase, own in self._by_word.get(word, ()):
                if own <= words:
                    yield phrase

    @cached_property
    def _by_word(self) -> Mapping[str, list[tuple[str, frozenset[str]]]]:
        """One word of each phrase → the phrase, with all its words."""
        found = defaultdict[str, list[tuple[str, frozenset[str]]]](list)
        for phrase in self.phrases:
            words = _WHOLE_WORD.findall(phrase)
            found[max(words, key=len, default="")].append((phrase, frozenset(words)))
        return found

    @cached_property
    def _one_words(self) -> frozenset[str]:
        """One word of each phrase: two sets meet faster than a set and a mapping."""
        return frozenset(self._by_word)

    @cached_property
    def alternatives(self) -> str:
        """The phrases as a part of a larger regular expression."""
        by_letter = groupby(sorted(self.phrases), key=lambda phrase: phrase[0])
        branches = (
            f"{re.escape(letter)}(?:{'|'.join(_rest(phrase) for phrase in longest)})"
            for letter, group in by_letter
            for longest in [sorted(group, key=len, reverse=True)]
        )
        return f"(?:{'|'.join(branches) or '(?!)'})"

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """Matches any of the phrases in lower-case text."""
        return re.compile(rf"(?<!\w){self.alternatives}(?!\w)")

    def find(self, lowered: str) -> Iterator[re.Match[str]]:
        """Yield each phrase that stands in a lower-case text."""
        return self.regex.finditer(lowered)

    def find_after(
        self, firsts: Iterable[str], lowered: str
    ) -> Iterator[re.Match[str]]:
        """Yield the same as `find`, given the first words that stand in a text."""
        if "" in self.first_words:  # a phrase begins with a figure
            yield from self.find(lowered)
            return
        end = 0
        for place in sorted([at for one in firsts for at in places(lowered, one)]):
            match = self.regex.match(lowered, place) if place >= end else None
            if match:
                end = match.end()
                yield match

    def search(self, lowered: str) -> re.Match[str] | None:
        """Return the first phrase that stands in a lower-case text."""
        return self.regex.search(lowered)


def spaced(phrase: str) -> str:
    """Return a phrase by which it is known: however it is joined and capitalised."""
    return _JOINT.sub(" ", phrase.lower().replace("’", "'"))


def _rest(phrase: str) -> str:
    """The phrase after its first letter: any joint and any apostrophe will do."""
    rest = _JOINT.pattern.join(map(re.escape, _JOINT.split(phrase[1:])))
    return re.sub("['’]", "['’]", rest)
