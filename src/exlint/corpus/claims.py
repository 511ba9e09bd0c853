"""What a page says of itself in facts, and of other pages in entries and tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from exlint.corpus.interests import interests_of
from exlint.corpus.mentions import Claim, Mention, Stated, fact
from exlint.page import Page
from exlint.page.fact_texts import split_values
from exlint.page.record import Record
from exlint.page.shapes import best_match
from exlint.pagetype.fields import Field
from exlint.pagetype.schema import Json
from exlint.pagetype.vocabulary import Terms, fold


def facts_of(page: Page) -> Iterator[Stated]:
    """Yield the facts of a page that its vocabulary knows."""
    data = page.record.data
    for field in interests_of(page.layout).facts:
        stated = _read(field.name, field.terms, data.get(field.name))
        if stated:
            yield stated


def _read(name: str, terms: Terms | None, value: Json) -> Stated | None:
    """Return the fact that a value states; None where the vocabulary lacks it."""
    if isinstance(value, str):
        return _stated(name, terms, value)
    if isinstance(value, list):
        texts = tuple([text for text in value if isinstance(text, str)])
        return _stated(name, terms, ", ".join(map(str, value)), texts)
    return None


@lru_cache(maxsize=16_384)
def _stated(
    name: str, terms: Terms | None, text: str, items: tuple[str, ...] | None = None
) -> Stated | None:
    """Return a fact, written as one text or as a list: most pages state the same."""
    values = _values(text if items is None else [*items], terms)
    return fact(name, text, values) if values else None


def mentions_of(page: Page) -> Iterator[Mention]:
    """Yield the pages that a hub lists or a comparison compares."""
    for field in interests_of(page.layout).mentioning:
        value = page.record.data.get(field.name)
        if field.shape == "entries" and isinstance(value, list):
            yield from _listed(field, value, page.record, _subject(page, field))
        elif field.labels and isinstance(value, Mapping):
            yield from _compared(field, value, page.record)


def _subject(page: Page, field: Field) -> Iterator[Claim]:
    """Yield what the heading of a hub's list says of all its entries.

    "Chest" may be the body part or the muscle: any fact will do.
    """
    section = page.section(field.section)
    match = section and best_match(section.title, field.subject_patterns, field)
    for slot in match.slots if section and match else ():
        values = _values(slot.text, field.slot_terms.get(slot.name))
        if section and values:
            stated = fact("", section.title, values)
            yield Claim(stated, *section.heading.span, True)


def _listed(
    field: Field, groups: Json, record: Record, subject: Iterable[Claim]
) -> Iterator[Mention]:
    of_all = tuple(subject)
    for number, group in enumerate(groups):
        home = f"/{field.name}/{number}"
        above = list(_claims(field, group, home, record, heading=True))
        for index, entry in enumerate(group["entries"]):
            pointer = f"{home}/entries/{index}"
            claims = (*above, *_claims(field, entry, pointer, record), *of_all)
            place = record.locate(f"{pointer}/name")
            yield Mention(str(entry.get("name", "")), *place, claims)


def _claims(
    field: Field, stated: Json, home: str, record: Record, heading: bool = False
) -> Iterator[Claim]:
    for name, value in stated.items():
        terms = field.slot_terms.get(name)
        said = _read(name, terms, value) if terms else None
        if said:
            yield Claim(said, *record.locate(f"{home}/{name}"), heading)


def _compared(field: Field, table: Json, record: Record) -> Iterator[Mention]:
    """Read a table whose columns are pages, or else one whose rows are."""
    home = f"/{field.name}"
    rows = [table["header"], *table["rows"]]
    places = [f"{home}/header"] + [f"{home}/rows/{n}" for n in range(len(rows) - 1)]
    cells = [
        [(cell, f"{place}/{column}") for column, cell in enumerate(row)]
        for row, place in zip(rows, places, strict=True)
    ]
    if sum(fold(cell) in field.labels for cell in table["header"]) <= sum(
        fold(row[0]) in field.labels for row in rows if row
    ):
        width = min(map(len, cells))
        cells = [[row[column] for row in cells] for column in range(width)]
    labels, *pages = cells
    for (name, place), *stated in pages:
        claims = tuple(
            Claim(said, *record.locate(pointer))
            for (label, _), (text, pointer) in zip(labels[1:], stated, strict=False)
            if (known := field.labels.get(fold(label)))
            if (said := _stated(known, field.slot_terms.get(known), text))
        )
        yield Mention(name, *record.locate(place), claims)


def _values(value: Json, terms: Terms | None) -> frozenset[str]:
    """Return values as the vocabulary writes them; nothing where it lacks one."""
    texts = list(_texts(value, terms))
    known = [terms.canonical(text) if terms else fold(text) for text in texts]
    return frozenset(text for text in known if text) if all(known) else frozenset()


def _texts(value: Json, terms: Terms | None) -> Iterable[str]:
    """Return the values of a list, or of a text that lists several."""
    if isinstance(value, list):
        return [text for text in value if isinstance(text, str)]
    if not isinstance(value, str):
        return ()
    if terms and terms.canonical(value):
        return (value,)
    return [text for text, _ in split_values(value, 0, ",")]
