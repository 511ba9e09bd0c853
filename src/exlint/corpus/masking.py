"""What in a page is its own: its name and its facts, to be taken out of sentences.

Pages of one template say the same in other words: "Beginner legs exercise using
barbell", "Advanced chest exercise using cable". With name and facts masked, both are
"… exercise using …".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache

from exlint.corpus.claims import FACT_PLACES
from exlint.markdown import OBJECT
from exlint.page import Page
from exlint.pagetype.layout import Layout
from exlint.pagetype.schema import Json
from exlint.regex import regex

SLOT = "…"
"""Stands where a name or a fact stood, or several in a row."""
NUMBER = "#"
"""Stands where a number stood."""

_WORD = regex(r"\w+(?:['’]\w+)*")
_TOKEN = regex(rf"{_WORD.pattern}|\W+")
_PARTS = regex(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
"""Words as `Page.words` has them."""
_SIGNS = {**dict.fromkeys(f"–—…“”«»°·•{OBJECT}", " "), "’": "'"}
"""Signs of running text; without them, most English pages are ASCII."""
_BETWEEN_WORDS = {
    code: " " for code in range(128) if not (chr(code).isalnum() or chr(code) in "_'")
}
_SMALL = frozenset(
    {
        *("a", "an", "and", "at", "by", "for", "from", "in", "into", "of", "off"),
        *("on", "or", "the", "to", "with"),
    }
)
"""Words of a name that are not its own."""
_LONGEST_FACT = 60
"""Characters above which a value of the front matter is a text, not a fact."""

_SLOTS = regex(rf"{SLOT}(?:(?:,? (?:and|or)|,|/)? *{SLOT})+")
_ARTICLE = regex(rf"\b([Aa])n {SLOT}")
_DIGITS = regex(r"\d+(?:[.,]\d+)*")


@dataclass(frozen=True, slots=True)
class Spellings:
    """Ways to write names and facts, in lower case."""

    words: frozenset[str]
    """Those of one word, and the others with their words joined; plurals too."""
    phrases: Mapping[str, tuple[tuple[str, frozenset[str]], ...]]
    """Those of several words, by the first of them, each with all its words."""

    @classmethod
    def of(cls, spellings: Iterable[str]) -> Spellings:
        """Sort spellings out."""
        words: list[str] = []
        phrases: dict[str, tuple[tuple[str, frozenset[str]], ...]] = {}
        for spelling in dict.fromkeys(map(str.lower, spellings)):
            word, first, parts = _sorted_out(spelling)
            words += (word, f"{word}s") if word else ()
            if first:
                phrases[first] = (*phrases.get(first, ()), (spelling, parts))
        return cls(frozenset(words), phrases)

    def among(self, words: AbstractSet[str]) -> Iterator[str]:
        """Yield the phrases of which a text with these words may hold one."""
        for first in self.phrases.keys() & words:
            for phrase, parts in self.phrases[first]:
                if parts <= words:
                    yield phrase


@dataclass(frozen=True, slots=True)
class Mask:
    """What to take out of the sentences of one page."""

    own: Spellings
    """The page's name and facts."""
    known: Spellings
    """The vocabulary of its type. Were it only for the page's own facts, "a beginner
    exercise" would be masked on the pages for beginners and on no others."""
    stated: tuple[str, ...] = ()
    """The page's facts, as they are written."""

    @classmethod
    def of(cls, page: Page) -> Mask:
        """Make the mask of a page."""
        name = page.document.prose_of(page.title).strip() if page.title else ""
        return cls.of_facts(name, _stated(page), page.layout)

    @classmethod
    def of_facts(cls, name: str, stated: Iterable[str], layout: Layout | None) -> Mask:
        """Make the mask of a page of which only name and facts are left."""
        stated = tuple(stated)
        known = _vocabulary(layout) if layout else _NONE
        return cls(Spellings.of([*_short_names(name), *stated]), known, stated)

    def masked(self, lowered: str, words: AbstractSet[str]) -> str:
        """Join each phrase of a lower-case text into one word; no offset moves.

        `words` are the words of the text.
        """
        likely = [*self.own.among(words), *self.known.among(words)]
        for phrase in sorted(likely, key=len, reverse=True):
            if phrase in lowered:
                lowered = lowered.replace(phrase, _joined(phrase))
        return lowered

    def shape(self, text: str) -> str:
        """Return a text with slots for what is the page's own, to be read by people."""
        lowered = text.lower()
        if len(lowered) != len(text):
            text = lowered
        masked = self.masked(lowered, set(_PARTS.findall(lowered)))
        shape = " ".join(self._slots(text, _TOKEN.findall(masked)).split())
        if SLOT in shape:
            shape = _ARTICLE.sub(rf"\1 {SLOT}", _SLOTS.sub(SLOT, shape))
        return _DIGITS.sub(NUMBER, shape)

    def _slots(self, text: str, tokens: Sequence[str]) -> str:
        """Put a slot for each masked word into a text, given in pieces, lower case."""
        hidden = self.hidden(tokens)
        if not hidden:
            return text
        parts: list[str] = []
        position = end = 0
        for token in tokens:
            start, end = end, end + len(token)
            if token in hidden:
                parts += (text[position:start], SLOT)
                position = end
        parts.append(text[position:])
        return "".join(parts)

    def spaced(self, lowered: str, words: AbstractSet[str]) -> str:
        """Return a lower-case text without punctuation, to be split into words.

        No offset moves.
        """
        text = self.masked(lowered, words)
        if not text.isascii():  # translating ASCII is a hundred times as fast
            for sign, plain in _SIGNS.items():
                text = text.replace(sign, plain)
        return text.translate(_BETWEEN_WORDS)

    def hidden(self, words: Iterable[str]) -> frozenset[str]:
        """Return those of the words that are masked."""
        words = frozenset(words)
        return (self.own.words & words) | (self.known.words & words)

    @staticmethod
    def slotted(words: list[str], masked: frozenset[str]) -> list[str]:
        """Return words with one slot for each run of those that are masked."""
        if masked.isdisjoint(words):
            return words
        kept: list[str] = []
        for word in words:
            if word not in masked:
                kept.append(word)
            elif kept[-1:] == ["and"] and kept[-2:-1] == [SLOT]:
                kept.pop()
            elif kept[-1:] != [SLOT]:
                kept.append(SLOT)
        return kept


_NONE = Spellings(frozenset(), {})
NO_MASK = Mask(_NONE, _NONE)
"""The mask of a page of which nothing is known."""


@lru_cache(maxsize=16)
def _vocabulary(layout: Layout) -> Spellings:
    return Spellings.of(layout.spellings)


@lru_cache(maxsize=16_384)
def _sorted_out(spelling: str) -> tuple[str, str, frozenset[str]]:
    """Return a spelling as one word; of one in several words, the first, and all."""
    if _WORD.fullmatch(spelling):
        return spelling, "", frozenset()
    parts = _PARTS.findall(spelling)
    word, first = (_joined(spelling), parts[0]) if parts else ("", "")
    return word, first, frozenset(parts)


@lru_cache(maxsize=4096)
def _joined(phrase: str) -> str:
    return re.sub(r"\W", "_", phrase)


def _short_names(name: str) -> Iterator[str]:
    """Yield a name and its ends of two words or more: `Close Grip Bench Press`."""
    yield name
    words = name.split()
    for begin in range(1, len(words) - 1):
        if words[begin].lower() not in _SMALL:
            yield " ".join(words[begin:])


def _stated(page: Page) -> Iterator[str]:
    """Yield the facts of a page, and the pages that it compares."""
    if page.layout is None:
        yield from _strings(list(page.front.data.values()))
        return
    for field in page.layout.fields.values():
        value = page.record.data.get(field.name)
        if field.place in FACT_PLACES:
            yield from _strings(value)
        elif field.labels and isinstance(value, Mapping):
            yield from _strings(value["header"])


def _strings(value: Json) -> Iterator[str]:
    """Yield the short texts of a value, however deep."""
    if isinstance(value, str):
        if value and len(value) <= _LONGEST_FACT:
            yield value
    elif isinstance(value, list):
        for item in value:
            yield from _strings(item)
