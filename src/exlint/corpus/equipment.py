"""Equipment that a text speaks of, against the equipment that a page states."""

from __future__ import annotations

from collections.abc import Iterator

from exlint.corpus.assertions import fact_values
from exlint.page import Page
from exlint.pagetype.fields import Field
from exlint.pagetype.vocabulary import fold
from exlint.regex import regex
from exlint.text import Span

_CHOICE_BEFORE = regex(r"\bor\s+(?:[\w-]+\s+){0,3}\Z")
_CHOICE_AFTER = regex(r"(?:\s+[\w-]+){0,2}\s+or\b")
_NEAR = 60


def equipment_field(page: Page) -> Field | None:
    """Return the fact whose values the lexicon knows as equipment."""
    companions = page.lexicon.equipment_companions
    for field in page.layout.facts if page.layout else ():
        if field.terms and not field.terms.terms.keys().isdisjoint(companions):
            return field
    return None


def belongs(page: Page, facts: tuple[str, ...], value: str, text: str) -> bool:
    """Whether a piece of equipment goes with the stated ones.

    It is one, its companion, or one called by fewer words: a rope on a page about a
    jump rope.
    """
    companions = page.lexicon.equipment_companions
    words = set(fold(text).split())
    return any(
        value == fact
        or value in companions.get(fact, ())
        or words <= set(fold(fact).split())
        for fact in (*facts, "any")
    )


def may_be_foreign(page: Page, field: Field) -> bool:
    """Whether some words of the page may be equipment that it does not state."""
    facts = fact_values(page, field)
    return any(
        value and value not in facts and not belongs(page, facts, value, phrase)
        for phrase in field.words.among(page.words)
        for value in [field.terms.canonical(phrase) if field.terms else None]
    )


def foreign_equipment(
    page: Page, field: Field, start: int, end: int
) -> Iterator[tuple[str, str, Span]]:
    """Yield equipment that the page does not state, in a range of its prose.

    Yields the value, the words for it and their place. A choice (`or a dumbbell`) and
    a comparison are left out, and so are other senses of the words.
    """
    facts = fact_values(page, field)
    for match in field.words.find(page.lowered[start:end]):
        value = field.terms.canonical(match[0]) if field.terms else None
        if not value or value in facts:
            continue
        if not belongs(page, facts, value, match[0]):
            first, last = start + match.start(), start + match.end()
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
