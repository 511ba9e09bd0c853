"""What in a page is its own: its name and its facts, to be taken out of sentences.

Pages of one template say the same in other words: "Beginner legs exercise using
barbell", "Advanced chest exercise using cable". With name and facts masked, both are
"… exercise using …".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from exlint.corpus.interests import FACT_PLACES, interests_of
from exlint.light import dataclass
from exlint.markdown import OBJECT
from exlint.page import Page
from exlint.page.words import WORD, words_of
from exlint.pagetype.layout import Layout
from exlint.pagetype.schema import Json
from exlint.regex import regex

SLOT = "…"
"""Stands where a name or a fact stood, or several in a row."""
NUMBER = "#"
"""Stands where a number stood."""

_WORD = regex(r"\w+(?:['’]\w+)*")
_WORDS = regex(rf"({_WORD.pattern})")
_SIGNS = {**dict.fromkeys(f"–—…“”«»°·•{OBJECT}", " "), "’": "'"}
"""Signs of running text; without them, most English pages are ASCII."""
_SLOT_SIGN, _BORDER = "*", "."
"""Stand for a slot and between two texts: no word has them."""
_NO_WORDS = bytes(
    code for code in range(128) if not (chr(code).isalnum() or chr(code) in "_'")
)
_PLAIN = bytes.maketrans(_NO_WORDS + b"\n", b" " * len(_NO_WORDS) + _BORDER.encode())
"""Translates UTF-8: letters of other alphabets stay."""
_GAP = "\0"
"""Stands between texts that are masked in one go."""
_SMALL = frozenset(
    {
        *("a", "an", "and", "at", "by", "for", "from", "in", "into", "of", "off"),
        *("on", "or", "the", "to", "with"),
    }
)
"""Words of a name that are not its own."""
_NOTHING: frozenset[str] = frozenset()
_LONGEST_FACT = 60
"""Characters above which a value of the front matter is a text, not a fact."""

_SLOT_SIGNS = regex(r"\*(?: (?:and )?\*)+")
_SLOTS = regex(rf"{SLOT}(?:(?:,? (?:and|or)|,|/)? *{SLOT})+")
_ARTICLE = regex(rf"\b([Aa])n {SLOT}")
_DIGITS = regex(r"\d+(?:[.,]\d+)*")


class Phrase(NamedTuple):
    """A way to write something in several words."""

    text: str
    word: str
    """All of it, joined into one word."""
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Spellings:
    """Ways to write names and facts, in lower case."""

    words: frozenset[str]
    """Those of one word, and the others with their words joined; plurals too."""
    mixed: frozenset[str]
    """Those of one word that has not letters only: no page has them as its words."""
    phrases: Mapping[str, tuple[Phrase, ...]]
    """Those of several words, by the first of them."""
    firsts: frozenset[str]
    """The words by which the phrases are found."""

    @classmethod
    def of(cls, spellings: Iterable[str]) -> Spellings:
        """Sort spellings out."""
        words: list[str] = []
        mixed: list[str] = []
        phrases: dict[str, tuple[Phrase, ...]] = {}
        for spelling in dict.fromkeys(map(str.lower, spellings)):
            forms, first, phrase = _sorted_out(spelling)
            words += forms
            if phrase:
                phrases[first] = (*phrases.get(first, ()), phrase)
            elif forms and not forms[0].isalpha():
                mixed += forms
        return cls(frozenset(words), frozenset(mixed), phrases, frozenset(phrases))

    def within(self, text: str, words: AbstractSet[str]) -> list[Phrase]:
        """Return the phrases in a text with these words: most lack one of them."""
        return [
            phrase
            for first in self.firsts & words
            for phrase in self.phrases[first]
            if phrase.words <= words and phrase.text in text
        ]


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

    def _within(self, lowered: str, words: AbstractSet[str]) -> list[Phrase]:
        """Return the phrases in a text with these words, the longest first."""
        found = self.own.within(lowered, words) + self.known.within(lowered, words)
        return sorted(found, key=_length, reverse=True)

    def shape(self, text: str) -> str:
        """Return a text with slots for what is the page's own, to be read by people."""
        return self.shapes([text])[0]

    def shapes(self, texts: Sequence[str]) -> list[str]:
        """Return the shapes of several texts: in one go, which takes half the time."""
        if not texts:
            return []
        texts = [text.replace(_GAP, " ") for text in texts]
        lowered = list(map(str.lower, texts))
        if list(map(len, lowered)) != list(map(len, texts)):  # offsets must agree
            pairs = zip(texts, lowered, strict=True)
            texts = [text if len(text) == len(low) else low for text, low in pairs]
        joined = _GAP.join(self._all_masked(lowered))
        shape = " ".join(self._slotted(_GAP.join(texts), joined).split())
        if SLOT in shape:
            shape = _SLOTS.sub(SLOT, shape)
            if f"n {SLOT}" in shape:
                shape = _ARTICLE.sub(rf"\1 {SLOT}", shape)
        return list(map(str.strip, _DIGITS.sub(NUMBER, shape).split(_GAP)))

    def _all_masked(self, lowered: Sequence[str]) -> Iterator[str]:
        """Do as `masked` to several texts: few phrases stand in any of them."""
        whole = _GAP.join(lowered)
        likely = self._within(whole, set(words_of(whole)))
        for text in lowered:
            found = [phrase for phrase in likely if phrase.text in text]
            words = set(words_of(text)) if found else _NOTHING
            yield _joined(text, [one for one in found if one.words <= words])

    def _slotted(self, text: str, joined: str) -> str:
        """Put a slot for each masked word into a text.

        `joined` is the same in lower case, with each phrase joined into one word.
        """
        pieces = _WORDS.split(joined)  # what stands between words, and words, by turns
        hidden = self.hidden(pieces[1::2])
        if not hidden:
            return text
        ends = list(accumulate(map(len, pieces)))
        parts: list[str] = []
        position = 0
        for number in [n for n, piece in enumerate(pieces) if piece in hidden]:
            parts += (text[position : ends[number - 1]], SLOT)
            position = ends[number]
        parts.append(text[position:])
        return "".join(parts)

    def slotted(self, texts: Iterable[str], words: AbstractSet[str]) -> list[bytes]:
        """Return the words of lower-case lines, a space before and behind each word.

        One sign stands for each run of words that are masked. `words` are those of all
        lines, which are masked in one go: that takes a fifth of the time.
        """
        text = " \n ".join(("", *texts, ""))
        phrases = self._within(text, words)
        text = _joined(text, phrases)
        if not text.isascii():
            for sign, plain in _SIGNS.items():
                text = text.replace(sign, plain)
        encoded = text.encode("utf-8", "surrogatepass").translate(_PLAIN)
        pieces = encoded.decode("utf-8", "surrogatepass").split()
        hidden = self._hidden_among(words, phrases)
        pieces = [_SLOT_SIGN if piece in hidden else piece for piece in pieces]
        plain = _SLOT_SIGNS.sub(_SLOT_SIGN, " ".join(pieces))
        lines = plain.encode("utf-8", "surrogatepass").split(_BORDER.encode())
        return lines[1:-1]

    def _hidden_among(
        self, words: AbstractSet[str], phrases: Iterable[Phrase]
    ) -> AbstractSet[str]:
        """Return what is masked in a text with these words and joined phrases."""
        own, known = self.own, self.known
        joined = [phrase.word for phrase in phrases]
        hidden = {*joined, *[f"{word}s" for word in joined]}
        hidden |= (own.words & words) | (known.words & words)
        return hidden | own.mixed | known.mixed

    def hidden(self, words: Iterable[str]) -> frozenset[str]:
        """Return those of the words that are masked."""
        words = frozenset(words)
        return (self.own.words & words) | (self.known.words & words)


def _length(phrase: Phrase) -> int:
    return len(phrase.text)


def _joined(text: str, phrases: Iterable[Phrase]) -> str:
    for phrase in phrases:
        text = text.replace(phrase.text, phrase.word)
    return text


_NONE = Spellings.of(())
NO_MASK = Mask(_NONE, _NONE)
"""The mask of a page of which nothing is known."""


@lru_cache(maxsize=16)
def _vocabulary(layout: Layout) -> Spellings:
    return Spellings.of(layout.spellings)


@lru_cache(maxsize=16_384)
def _sorted_out(spelling: str) -> tuple[tuple[str, ...], str, Phrase | None]:
    """Return the forms of a spelling as one word; if it has several, how it begins."""
    if _WORD.fullmatch(spelling):
        return (spelling, f"{spelling}s"), "", None
    parts = WORD.findall(spelling)
    if not parts:
        return (), "", None
    joined = re.sub(r"\W", "_", spelling)
    phrase = Phrase(spelling, joined, frozenset(parts))
    return (joined, f"{joined}s"), parts[0], phrase


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
    for field in interests_of(page.layout).stating:
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
