"""What in a page is its own: its name and its facts, to be taken out of sentences.

Pages of one template say the same in other words: "Beginner legs exercise using
barbell", "Advanced chest exercise using cable". With name and facts masked, both are
"… exercise using …".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from exlint.claims import FACT_PLACES
from exlint.layout import Layout
from exlint.markdown import OBJECT
from exlint.page import Page
from exlint.record import Record
from exlint.schema import Json

SLOT = "…"
"""Stands where a name or a fact stood, or several in a row."""
NUMBER = "#"
"""Stands where a number stood."""

_WORD = re.compile(r"\w+(?:['’]\w+)*")
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

_SLOTS = re.compile(rf"{SLOT}(?:(?:,? (?:and|or)|,|/)? *{SLOT})+")
_ARTICLE = re.compile(rf"\b([Aa])n {SLOT}")
_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")


@dataclass(frozen=True, slots=True)
class Mask:
    """The words of a page that belong to its name and facts, in lower case."""

    words: frozenset[str]
    phrases: tuple[str, ...]
    """What consists of several words, longest first."""

    @classmethod
    def of(cls, page: Page) -> Mask:
        """Make the mask of a page.

        All values of the vocabulary count as facts, not the page's own alone: else
        "a beginner exercise" would be masked on the pages for beginners only.
        """
        name = page.document.prose_of(page.title).strip() if page.title else ""
        return cls.of_record(name, page.record, page.layout, page.front.data)

    @classmethod
    def of_record(
        cls,
        name: str,
        record: Record,
        layout: Layout | None,
        front: Mapping[str, Json] | None = None,
    ) -> Mask:
        """Make the mask of a page of which only name and record are left."""
        own = [*_short_names(name)]
        if layout is None:
            own += _strings(list((front or {}).values()))
            return cls.of_phrases(tuple(own))
        for field in layout.fields.values():
            value = record.data.get(field.name)
            if field.place in FACT_PLACES:
                own += _strings(value)
            elif field.labels and isinstance(value, Mapping):
                own += _strings(value["header"])
        return cls.of_phrases(tuple(own)).with_(_vocabulary(layout.spellings))

    @classmethod
    def of_phrases(cls, spellings: Iterable[str]) -> Mask:
        """Make a mask of names and of ways to write facts."""
        words: set[str] = set()
        phrases: set[str] = set()
        for spelling in spellings:
            lowered = spelling.lower()
            if _WORD.fullmatch(lowered):
                words.add(lowered)
            elif lowered.strip():
                phrases.add(lowered)
        words.update(map(_joined, phrases))
        words |= {f"{word}s" for word in words}
        longest = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
        return cls(frozenset(words), tuple(longest))

    def with_(self, other: Mask) -> Mask:
        """Return a mask of what either masks."""
        return Mask(self.words | other.words, self.phrases + other.phrases)

    def masked(self, lowered: str) -> str:
        """Join each phrase of a lower-case text into one word; no offset moves."""
        for phrase in self.phrases:
            if phrase in lowered:
                lowered = lowered.replace(phrase, _joined(phrase))
        return lowered

    def shape(self, text: str) -> str:
        """Return a text with slots for what is the page's own, to be read by people."""
        lowered = text.lower()
        if len(lowered) != len(text):
            text = lowered
        parts: list[str] = []
        position = 0
        for word in _WORD.finditer(self.masked(lowered)):
            if word[0] in self.words:
                parts += (text[position : word.start()], SLOT)
                position = word.end()
        parts.append(text[position:])
        shape = _SLOTS.sub(SLOT, " ".join("".join(parts).split()))
        return _DIGITS.sub(NUMBER, _ARTICLE.sub(rf"\1 {SLOT}", shape))

    def spaced(self, lowered: str) -> str:
        """Return a lower-case text without punctuation, to be split into words.

        No offset moves.
        """
        text = self.masked(lowered)
        if not text.isascii():  # translating ASCII is a hundred times as fast
            for sign, plain in _SIGNS.items():
                text = text.replace(sign, plain)
        return text.translate(_BETWEEN_WORDS)

    def own(self, words: list[str]) -> list[str]:
        """Return words with one slot for each run of those that are the page's own."""
        if self.words.isdisjoint(words):
            return words
        kept: list[str] = []
        for word in words:
            if word not in self.words:
                kept.append(word)
            elif kept[-1:] == ["and"] and kept[-2:-1] == [SLOT]:
                kept.pop()
            elif kept[-1:] != [SLOT]:
                kept.append(SLOT)
        return kept


NO_MASK = Mask(frozenset(), ())
"""The mask of a page of which nothing is known."""


@lru_cache(maxsize=16)
def _vocabulary(spellings: tuple[str, ...]) -> Mask:
    return Mask.of_phrases(spellings)


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


def _strings(value: Json) -> Iterator[str]:
    """Yield the short texts of a value, however deep."""
    if isinstance(value, str):
        if value and len(value) <= _LONGEST_FACT:
            yield value
    elif isinstance(value, list):
        for item in value:
            yield from _strings(item)
