"""What sentences say of a page's facts: the values in the slots of its patterns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from exlint.light import dataclass
from exlint.page import Page
from exlint.pagetype.fields import Field
from exlint.pagetype.layout import Assertion
from exlint.pagetype.naming import compare
from exlint.pagetype.pattern import Match, Slot
from exlint.pagetype.schema import Json
from exlint.pagetype.vocabulary import Terms, fold, nearest
from exlint.regex import regex
from exlint.text import Span

_ARTICLE = regex(r"(?:an?|the|your|both)\s+", re.IGNORECASE)
_BETWEEN = regex(r"\s*[,;&]\s*(?:and\s+|or\s+)?|\s+(?:and|or|as\s+well\s+as)\s+")
_BRACKETS = regex(r"\s*\([^()]*\)")
_PRONOUN = regex(r"(?:it|they|this(?: \w+)?|these(?: \w+)?|)\Z", re.IGNORECASE)
"""What stands for a name, or nothing."""
_HEDGE = regex(
    r"\b(?:not|no|never|nor|neither|cannot|without|unless|if|may|might|can|could|would"
    r"|should|some|sometimes|often|usually|besides|less|more)\b|n['’]t\b"
)
_FIRST_WORD = regex(r"(?:(?:an?|the|your|both)\s+|\s*)(\w+)")
_WORD = regex(r"[^\s.!?]+")
_MOST_WORDS = 4
"""How many words of a text are looked at for a value."""
_MISSPELT = 0.85


@dataclass(frozen=True)
class Value:
    """A value that a sentence states."""

    value: str
    """As the vocabulary has it."""
    text: str
    """As it is written."""
    start: int
    """Where it begins in the prose."""

    def moved(self, offset: int) -> Value:
        """Return it as it stands in a text that begins at an offset."""
        return Value(self.value, self.text, self.start + offset)

    def span(self, page: Page) -> Span:
        """Return its place."""
        return page.prose.span(self.start, self.start + len(self.text))


@dataclass(frozen=True)
class Reading:
    """A sentence of free prose that states a fact."""

    assertion: Assertion
    match: Match
    field: Field
    values: tuple[Value, ...]


def fact_values(page: Page, field: Field) -> tuple[str, ...]:
    """Return the values of a fact as the vocabulary has them; none for no fact.

    A value that the vocabulary lacks is left out: another rule reports it.
    """
    known = page.once(_fact_values)
    if field.name not in known:
        data: Json = page.record.data.get(field.name)
        items = data if isinstance(data, list) else [] if data is None else [data]
        values = [nearly(field, str(item)) for item in items]
        known[field.name] = tuple([value for value in values if value])
    return known[field.name]


def _fact_values(_: Page) -> dict[str, tuple[str, ...]]:
    """Return where the values of a page's facts are kept: several rules ask."""
    return {}


def canonical(field: Field, text: str) -> str | None:
    """Return the value of a field that a text stands for, an article before it or not.

    Without a vocabulary every text is a value.
    """
    return _canonical(field.terms, text)


def _canonical(terms: Terms | None, text: str) -> str | None:
    if terms is None:
        return fold(_bare(text))
    known = terms.spellings.get(text.lower())  # most texts are spelt plainly
    return known or terms.canonical(_bare(text)) or terms.canonical(text)


def nearly(field: Field, text: str) -> str | None:
    """Return the value that a text stands for, or of which it is a slip of the pen."""
    return _nearly(field.terms, text)


@lru_cache(maxsize=4096)
def _nearly(terms: Terms | None, text: str) -> str | None:
    known = _canonical(terms, text)
    if known or terms is None:
        return known
    return nearest(_bare(text), terms.terms, _MISSPELT)


def _bare(text: str) -> str:
    return _ARTICLE.sub("", text.strip(), count=1) if _ARTICLE.match(text) else text


def stated(field: Field, text: str) -> Iterator[tuple[str, str | None]]:
    """Yield the items of a list in running text, each with the value it stands for."""
    begin = 0
    for end, after in _items(field, text):
        item = text[begin:end].strip()
        if item:
            yield item, nearly(field, item)
        begin = after


def _items(field: Field, text: str) -> Iterator[tuple[int, int]]:
    """Yield where each item of a list ends, and where the next begins."""
    begin = 0
    for border in _BETWEEN.finditer(text):
        both = text[begin:].split(",", 1)[0]
        if border[0].strip() == "and" and canonical(field, both):
            continue  # a value with "and" in its name
        yield border.span()
        begin = border.end()
    yield len(text), len(text)


def read_assertions(page: Page) -> Iterator[Reading]:
    """Yield what the free prose of a page seems to state of its facts."""
    fields = page.layout.fields if page.layout else {}
    for assertion, match in page.assertions:
        for slot in match.slots:
            field = fields.get(slot.name)
            if field and not field.is_name:
                values = _leading(field.terms, slot.text)
                if values:
                    placed = tuple([value.moved(slot.start) for value in values])
                    yield Reading(assertion, match, field, placed)


def is_believable(page: Page, reading: Reading) -> bool:
    """Whether a sentence means what it seems to state.

    It is doubtful in a sentence with a negation, a condition, a choice or a comparison,
    and in one about another exercise.
    """
    return _is_own(page, reading.match) and _is_plain(page, reading)


def read_names(page: Page) -> Iterator[tuple[Slot, bool]]:
    """Yield what sentences call the exercise, and whether that is sure.

    A pattern is sure to speak of an exercise. An assertion is not: a sentence that
    begins like one can be about anything. Of assertions that read one sentence, the
    one declared first counts.
    """
    names = page.layout.names if page.layout else ()
    for slot in page.slots:
        if slot.name in names:
            yield slot, True
    seen: set[int] = set()
    for _, match in page.assertions:
        slot = match.slots[0]
        if len(match.slots) == 1 and slot.name in names:
            if match.start not in seen and not _PRONOUN.match(slot.text):
                name, filter_, text, start, end = slot
                article = _ARTICLE.match(text)
                skipped = article.end() if article else 0
                yield Slot(name, filter_, text[skipped:], start + skipped, end), False
            seen.add(match.start)


def _field(page: Page, slot: Slot) -> Field | None:
    return page.layout.fields.get(slot.name) if page.layout else None


def _is_own(page: Page, match: Match) -> bool:
    """Whether an assertion is about the page's own exercise."""
    for slot in match.slots:
        field = _field(page, slot)
        if field and field.is_name:
            if _PRONOUN.match(slot.text):
                return not _compares(page, match.start)
            likeness = compare(slot.text, str(page.record.data.get(field.name, "")))
            return likeness.shared > 0 and not likeness.foreign
    return True


def _compares(page: Page, position: int) -> bool:
    """Whether the heading above a place of the prose compares, or asks for a choice."""
    headings = (block for block in page.document.blocks if block.kind == "heading")
    above = [block for block in headings if block.prose.start <= position]
    if not above:
        return False
    prose = above[-1].prose
    return bool(page.lexicon.comparisons.search(page.lowered[prose.start : prose.end]))


def _is_plain(page: Page, reading: Reading) -> bool:
    """Whether the sentence of an assertion neither hedges nor compares."""
    match = reading.match
    start, end = page.sentences.at(match.start, match.end)
    text = page.lowered[start:end]
    if page.lexicon.comparisons.search(text):
        return False
    return reading.assertion.is_denial or not _HEDGE.search(text)


@lru_cache(maxsize=4096)
def _leading(terms: Terms | None, text: str) -> tuple[Value, ...]:
    """Return the values with which a text begins, up to the first other word."""
    return tuple(_read_leading(terms, text))


def _read_leading(terms: Terms | None, text: str) -> Iterator[Value]:
    if not _may_begin_with_value(terms, text):
        return
    begin = 0
    for border in (*_BETWEEN.finditer(text), None):
        end = border.start() if border else len(text)
        item = _BRACKETS.sub(lambda brackets: " " * len(brackets[0]), text[begin:end])
        value = _first_value(terms, item)
        if value is None:
            return
        yield value.moved(begin)
        if item[value.start + len(value.text) :].strip():
            return
        begin = border.end() if border else end


def _may_begin_with_value(terms: Terms | None, text: str) -> bool:
    """Whether a text begins as a value does: most don't, and need no closer look."""
    first = _FIRST_WORD.match(text.lower())
    return first is not None and terms is not None and first[1] in terms.first_words


def _after_article(text: str) -> int:
    article = _ARTICLE.match(text)
    return article.end() if article else len(text) - len(text.lstrip())


def _first_value(terms: Terms | None, item: str) -> Value | None:
    """Return the value with which an item begins, in as many words as it has."""
    if not _may_begin_with_value(terms, item):
        return None
    start = _after_article(item)
    words = [*islice(_WORD.finditer(item, start), _MOST_WORDS)]
    for word in reversed(words):
        text = item[start : word.end()]
        if value := _canonical(terms, text):
            return Value(value, text, start)
    return None
