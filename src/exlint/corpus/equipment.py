"""Equipment that a text speaks of, against the equipment that a page states."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from exlint.corpus.assertions import fact_values
from exlint.page import Page
from exlint.pagetype.fields import Field
from exlint.pagetype.layout import Layout
from exlint.pagetype.lexicon import Lexicon
from exlint.pagetype.phrases import Phrases
from exlint.pagetype.vocabulary import fold
from exlint.regex import regex
from exlint.text import Span

_CHOICE_BEFORE = regex(r"\bor\s+(?:[\w-]+\s+){0,3}\Z")
_CHOICE_AFTER = regex(r"(?:\s+[\w-]+){0,2}\s+or\b")
_NEAR = 60
_WORD = regex(r"\w+")


def equipment_field(page: Page) -> Field | None:
    """Return the fact whose values the lexicon knows as equipment."""
    return _equipment_field(page.layout, page.lexicon) if page.layout else None


@lru_cache(maxsize=256)
def _equipment_field(layout: Layout, lexicon: Lexicon) -> Field | None:
    companions = lexicon.equipment_companions
    for field in layout.facts:
        if field.terms and not field.terms.terms.keys().isdisjoint(companions):
            return field
    return None


def belongs(page: Page, facts: tuple[str, ...], value: str, text: str) -> bool:
    """Whether a piece of equipment goes with the stated ones.

    It is one, its companion, or one called by fewer words: a rope on a page about a
    jump rope.
    """
    return _belongs(page.lexicon, facts, value, text)


def _belongs(lexicon: Lexicon, facts: tuple[str, ...], value: str, text: str) -> bool:
    companions = lexicon.equipment_companions
    words = set(fold(text).split())
    return any(
        value == fact
        or value in companions.get(fact, ())
        or words <= set(fold(fact).split())
        for fact in (*facts, "any")
    )


def foreign_words(page: Page) -> list[str]:
    """Return words, one of which a text must have to name foreign equipment.

    That is equipment that does not go with what the page states.
    """
    field = equipment_field(page)
    if field is None or page.layout is None:
        return []
    facts = fact_values(page, field)
    foreign = _foreign_phrases(page.layout, page.lexicon, facts)
    return [_longest_word(phrase) for phrase in foreign.among(page.words)]


@lru_cache(maxsize=1024)
def _longest_word(phrase: str) -> str:
    """Return what stands in a text with the phrase, however its words are joined."""
    return max(_WORD.findall(phrase), key=len, default="")


@lru_cache(maxsize=1024)
def _foreign_phrases(
    layout: Layout, lexicon: Lexicon, facts: tuple[str, ...]
) -> Phrases:
    """The phrases for equipment that does not go with what pages state: few facts."""
    field = _equipment_field(layout, lexicon)
    terms = field.terms if field else None
    return Phrases.of(
        phrase
        for phrase in (field.words if field else ())
        for value in [terms.canonical(phrase) if terms else None]
        if value and not _belongs(lexicon, facts, value, phrase)
    )


def foreign_equipment(
    page: Page, field: Field, words: Iterable[str], home: Span
) -> Iterator[tuple[str, str, Span]]:
    """Yield equipment that the page does not state, in a range of its prose.

    Yields the value, the words for it and their place. A choice (`or a dumbbell`) and
    a comparison are left out, and so are other senses of the words. `words` are those
    that `foreign_words` returns: without one of them there is none.
    """
    text = page.lowered[slice(*home)]
    if not any(word in text for word in words):
        return
    facts = fact_values(page, field)
    for match in field.words.find(text):
        value = field.terms.canonical(match[0]) if field.terms else None
        if value and not belongs(page, facts, value, match[0]):
            first, last = home.start + match.start(), home.start + match.end()
            if not _is_doubtful(page, first, last):
                yield value, match[0], page.prose.span(first, last)


def _is_doubtful(page: Page, start: int, end: int) -> bool:
    text = page.lowered
    if _CHOICE_BEFORE.search(text, max(start - _NEAR, 0), start):
        return True
    if _CHOICE_AFTER.match(text, end):
        return True
    first, last = page.sentences.at(start, end)
    for other in page.lexicon.not_equipment.find(text[first:last]):
        if first + other.start() < end and start < first + other.end():
            return True
    compared = page.lexicon.comparisons.find(text[first:last])
    return any(match[0] != "or" for match in compared)
