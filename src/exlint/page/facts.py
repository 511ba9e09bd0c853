"""Reading facts: `- **Key:** value` lines, also bad ones, rows, definitions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from operator import attrgetter

from exlint.markdown import LIST_BLOCKS, OBJECT, Block, Document
from exlint.page.definitions import read_definitions
from exlint.page.fact_lines import (
    LOST_BULLET,
    fact_lines,
    has_plain_key,
    open_blocks,
)
from exlint.page.fact_texts import MARKUP, cleaned, key_and_value
from exlint.page.record import Fact, Section
from exlint.pagetype.layout import Layout
from exlint.pagetype.vocabulary import fold, nearest
from exlint.regex import regex
from exlint.text import Span

_FENCED_LINE = regex(
    r"^[ \t>]*(?P<key>[^\W\d_][^:\r\n]{0,39}?)[ \t]*:"
    r"[ \t]*(?P<value>[^\r\n]*?)[ \t]*(?=\r?$)",
    re.MULTILINE,
)


def read_facts(
    document: Document, layout: Layout, sections: tuple[Section, ...]
) -> tuple[Fact, ...]:
    """Return the facts of a page, in the order they are written.

    They stand in the sections that the layout names, in lists or as lines of bold keys;
    if none of these holds one, the facts with known keys of the whole page are taken.
    Facts without a section, rows, fenced lines and definitions may stand anywhere.
    """
    facts: list[Fact] = []
    if layout.keyed["fact"]:
        facts += _listed(document, layout, sections)
    if layout.keyed["row"]:
        facts += _rows(document, layout)
    if layout.keyed["fence"]:
        facts += _fenced(document, layout)
    if layout.keyed["definition"]:
        facts += _defined(document, layout)
    return tuple(facts)


def _listed(
    document: Document, layout: Layout, sections: tuple[Section, ...]
) -> list[Fact]:
    facts = [
        fact
        for section in sections
        if section.name and section.name.name in layout.fact_sections
        for block in open_blocks(section.blocks)
        for fact in _facts_of(document, layout, block)
    ]
    if facts and not layout.has_loose_facts:
        return facts
    read = {fact.span for fact in facts}
    loose = [
        fact
        for block in open_blocks(document.blocks)
        if block.kind in LIST_BLOCKS or block.kind == "paragraph"
        for fact in _mostly_known(_facts_of(document, layout, block))
        if fact.span not in read and not (facts and fact.field and fact.field.section)
    ]
    return sorted(facts + loose, key=attrgetter("span"))


def _mostly_known(facts: Iterable[Fact]) -> list[Fact]:
    """Return the facts of a block with known keys; if those are most, all."""
    facts = list(facts)
    known = [fact for fact in facts if fact.field]
    is_home = any(fact.field and not fact.field.section for fact in known)
    return facts if is_home and 2 * len(known) > len(facts) else known


def _rows(document: Document, layout: Layout) -> Iterator[Fact]:
    """Yield the facts of tables of two columns, if one of their keys is known."""
    for table in open_blocks(document.blocks):
        if table.kind != "table" or len(table.children[0].children) != 2:
            continue
        read = []
        for row in table.children:
            key, value = row.children[0], row.children[1]
            name = document.prose_of(key).strip(" :")
            field = layout.keyed["row"].get(fold(name))
            text, place = _seen(document, value)
            read.append(Fact(name, key.span, text, place, row.span, field, "row"))
        if any(fact.field for fact in read):
            yield from (fact for fact in read if fact.field or fact is not read[0])


def _seen(document: Document, cell: Block) -> tuple[str, Span]:
    """Read a cell as a reader sees it, and where it stands."""
    seen = document.prose_of(cell)
    text = seen.strip()
    if not text or OBJECT in text:
        return cell.text, cell.span
    start = cell.prose.start + seen.index(text)
    return text, document.prose.span(start, start + len(text))


def _fenced(document: Document, layout: Layout) -> Iterator[Fact]:
    """Yield the `key: value` lines of fenced blocks, if one of their keys is known."""
    for block in open_blocks(document.blocks):
        if block.kind != "code" or not block.marker:
            continue
        read = []
        for match in _FENCED_LINE.finditer(document.source.text, *block.span):
            key, value = Span(*match.span("key")), Span(*match.span("value"))
            field = layout.keyed["fence"].get(fold(match["key"]))
            whole = Span(key.start, value.end)
            read.append(
                Fact(match["key"], key, match["value"], value, whole, field, "fence")
            )
        if any(fact.field for fact in read):
            yield from read


def _defined(document: Document, layout: Layout) -> Iterator[Fact]:
    """Yield the facts of definition lists, if one of their terms is known."""
    for definitions in read_definitions(document):
        read = []
        for term, text in definitions:
            key, key_span = _value(document, term)
            value, value_span = _value(document, text)
            key = key.rstrip(" :")
            field = layout.keyed["definition"].get(fold(key))
            whole = Span(term.start, text.end)
            read.append(
                Fact(key, key_span, value, value_span, whole, field, "definition")
            )
        if any(fact.field for fact in read):
            yield from read


def _facts_of(document: Document, layout: Layout, block: Block) -> list[Fact]:
    """Return the facts of a list, if half its items are facts, or of a paragraph."""
    if block.kind == "paragraph":
        return _in_paragraph(document, layout, block)
    if block.kind not in LIST_BLOCKS:
        return []
    read = [_read(document, layout, item) for item in block.children]
    known = any(facts and facts[0].field for facts in read)
    if known and 2 * sum(map(bool, read)) >= len(read):
        return [fact for facts in read for fact in facts]
    return []


def _read(document: Document, layout: Layout, item: Block) -> list[Fact]:
    """Return the fact of an item, and those whose bullets were lost in it."""
    if not item.children or item.children[0].kind != "paragraph":
        return []
    first, *lost = fact_lines(document, layout, item.children[0])
    fact = _fact(document, layout, first, item.span)
    return [fact, *_lost_facts(document, layout, lost)] if fact else []


def _in_paragraph(document: Document, layout: Layout, paragraph: Block) -> list[Fact]:
    """Return the facts of a paragraph, if one of its keys is known.

    They are lines of bold keys; or of plain ones, if it begins with one that is known.
    """
    if ":" not in paragraph.text:
        return []
    is_plain = has_plain_key(document, layout, paragraph.span)
    read = []
    for line in fact_lines(document, layout, paragraph):
        bullet = LOST_BULLET.match(document.source.text, line.start)
        if bullet or is_plain:
            written = document.source[line]
            indent = len(written) - len(written.lstrip(" \t>"))
            start = bullet.end() if bullet else line.start + indent
            fact = _fact(document, layout, Span(start, line.end), Span(start, line.end))
            if fact:
                read.append(fact)
    return read if any(fact.field for fact in read) else []


def _lost_facts(
    document: Document, layout: Layout, lines: Iterable[Span]
) -> Iterator[Fact]:
    """Yield the facts among texts that are no items of their own."""
    for line in lines:
        bullet = LOST_BULLET.match(document.source.text, line.start)
        if bullet:
            line = Span(bullet.end(), line.end)
            fact = _fact(document, layout, line, line)
            if fact and fact.field:
                yield fact


def _fact(document: Document, layout: Layout, span: Span, home: Span) -> Fact | None:
    """Read a text as a key and a value."""
    read = key_and_value(layout, document.source[span])
    if read is None:
        return None
    key, field, key_at, value_at, value = read
    begin, at = span.start + key_at, span.start + value_at
    place = Span(at, at + len(value or ""))
    if value is None:
        value, place = _value(document, Span(at, span.end))
    return Fact(key, Span(begin, begin + len(key)), value, place, home, field)


def _value(document: Document, span: Span) -> tuple[str, Span]:
    """Read a value as a reader sees it, and where it stands."""
    raw = document.source[span]
    prose = document.prose
    if MARKUP.search(raw):
        start, end = prose.position(span.start), prose.position(span.end)
        seen = prose.text[start:end]
        if OBJECT not in seen:
            value = cleaned(seen.strip()).rstrip("*_").rstrip()
            start += len(seen) - len(seen.lstrip())
            place = prose.span(start, start + len(value))
            return value, place if value else Span(span.start, span.start)
    value = cleaned(raw.strip())
    return value, Span(span.start, span.start + len(value))


def near_key(layout: Layout, fact: Fact) -> str | None:
    """Return the key that a misspelt one stands for."""
    fields = layout.keyed[fact.place].values()
    return nearest(fact.key, [name for field in fields for name in field.keys])
