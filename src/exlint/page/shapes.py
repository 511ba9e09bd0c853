"""Reading a section as text, list, questions, links, table or entries of a hub."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from exlint.markdown import LIST_BLOCKS, OBJECT, Block, BlockKind, Document
from exlint.page.fact_texts import split_values
from exlint.page.record import Section
from exlint.pagetype.fields import LISTS, Field
from exlint.pagetype.pattern import Match, Pattern
from exlint.pagetype.schema import Json
from exlint.regex import regex
from exlint.text import Span

Spans = dict[str, Span]
"""JSON Pointer → place; filled while a value is read."""

_DIRECTIVE = regex(r"!!!|\?\?\?|:::|--8<--|\{[%{#]|(?:import|export) ")


def read_shape(
    document: Document, section: Section, field: Field, spans: Spans
) -> Json:
    """Return what a section holds for a field; None when nothing has its shape."""
    if field.shape in LISTS:
        return _list(document, section, field, spans)
    return _READERS[field.shape](document, section, field, spans)


def _text(document: Document, section: Section, field: Field, spans: Spans) -> Json:
    """The section's paragraphs, up to a heading within it."""
    paragraphs = [
        block
        for block in _up_to("heading", section.blocks)
        if block.kind == "paragraph" and not is_directive(block)
    ]
    if not paragraphs:  # perhaps all is in a quote
        paragraphs = [
            inner
            for block in section.blocks
            if block.kind == "quote"
            for inner in block.children
            if inner.kind == "paragraph"
        ]
    if paragraphs:
        spans[f"/{field.name}"] = Span(
            paragraphs[0].span.start, paragraphs[-1].span.end
        )
    return "\n\n".join(plain(document, block) for block in paragraphs)


def _list(document: Document, section: Section, field: Field, spans: Spans) -> Json:
    """The items of the section's lists, whatever their bullets."""
    lists = [block for block in section.blocks if block.kind in LIST_BLOCKS]
    if not lists:
        return None
    spans[f"/{field.name}"] = Span(lists[0].span.start, lists[-1].span.end)
    items = [item for block in lists for item in block.children]
    places = [item.span for item in items]
    spans.update(zip(_pointers(field.name, len(items)), places, strict=True))
    return [item_text(document, item) for item in items]


def _questions(
    document: Document, section: Section, field: Field, spans: Spans
) -> Json:
    """Each heading within the section, and the blocks under it."""
    found: list[dict[str, str]] = []
    groups = list(_groups(section.blocks))
    wholes = _pointers(field.name, len(groups))
    parts = _pointers(field.name, len(groups), "/question")
    for (heading, blocks), whole, part in zip(groups, wholes, parts, strict=True):
        question = {"question": plain(document, heading)}
        spans[whole] = spans[part] = heading.span
        answer = "\n\n".join(_texts(document, blocks))
        if answer:
            question["answer"] = answer
            spans[f"{whole}/answer"] = Span(blocks[0].span.start, blocks[-1].span.end)
        found.append(question)
    return found


@lru_cache(maxsize=1024)
def _pointers(name: str, count: int, part: str = "") -> tuple[str, ...]:
    """Return the pointers to the items of a list: the same on all pages of a type."""
    return tuple(f"/{name}/{number}{part}" for number in range(count))


def _links(document: Document, section: Section, field: Field, spans: Spans) -> Json:
    """The links of the section's lists; without lists, all its links."""
    lists = [block for block in section.blocks if block.kind in LIST_BLOCKS]
    home = lists[-1].span if lists else section.span
    begin = lists[0].span.start if lists else home.start
    found: list[dict[str, str]] = []
    for link in document.links:
        if begin <= link.span.start < home.end and link.kind == "link":
            pointer = f"/{field.name}/{len(found)}"
            spans[pointer] = link.span
            spans[f"{pointer}/text"] = link.text_span
            spans[f"{pointer}/target"] = link.target_span or link.span
            found.append({"text": link.text, "target": link.target})
    return found


def _table(document: Document, section: Section, field: Field, spans: Spans) -> Json:
    """The section's first table: its header and rows of cells."""
    table = next((block for block in section.blocks if block.kind == "table"), None)
    if table is None:
        return None
    spans[f"/{field.name}"] = table.span
    rows = []
    for number, row in enumerate(table.children):
        pointer = f"/{field.name}/" + (f"rows/{number - 1}" if number else "header")
        spans[pointer] = row.span
        for column, cell in enumerate(row.children):
            spans[f"{pointer}/{column}"] = cell.span
        rows.append([plain(document, cell) for cell in row.children])
    return {"header": rows[0], "rows": rows[1:]}


def _entries(document: Document, section: Section, field: Field, spans: Spans) -> Json:
    """The entries of a hub, in groups: each heading and the lists under it."""
    loose = _up_to("heading", section.blocks)
    groups: list[tuple[Block | None, list[Block]]] = [(None, loose)]
    groups += [*_groups(section.blocks)]
    found: list[dict[str, Json]] = []
    for heading, blocks in groups:
        lists = [block for block in blocks if block.kind in LIST_BLOCKS]
        if heading is None and not lists:
            continue
        pointer = f"/{field.name}/{len(found)}"
        group: dict[str, Json] = {}
        if heading:
            spans[pointer] = heading.span
            group.update(_heading(document, heading, field, spans, pointer))
        group["entries"] = [
            _entry(document, item, field, spans, f"{pointer}/entries/{number}")
            for number, item in enumerate(
                item for block in lists for item in block.children
            )
        ]
        found.append(group)
    return found


def _heading(
    document: Document, heading: Block, field: Field, spans: Spans, pointer: str
) -> dict[str, Json]:
    text = plain(document, heading)
    found: dict[str, Json] = {"heading": text}
    spans[f"{pointer}/heading"] = heading.span
    match = best_match(text, field.heading_patterns, field)
    begin = document.prose.text.find(text, heading.prose.start)
    for slot in match.slots if match else ():
        found[slot.name] = int(slot.text) if slot.text.isdigit() else slot.text.strip()
        if begin >= 0:
            spans[f"{pointer}/{slot.name}"] = document.prose.span(
                begin + slot.start, begin + slot.end
            )
    return found


def _entry(
    document: Document, item: Block, field: Field, spans: Spans, pointer: str
) -> dict[str, Json]:
    """One entry, read by the pattern that suits it best."""
    text = item_text(document, item)
    spans[pointer] = item.span
    match = best_match(text, field.entry_patterns, field)
    if match is None:
        return {"name": text}
    leaf = next((child for child in item.children if child.kind == "paragraph"), None)
    begin = document.prose.text.find(text, leaf.prose.start) if leaf else -1
    entry: dict[str, Json] = {}
    for slot in match.slots:
        home = f"{pointer}/{slot.name}"
        span = Span(begin + slot.start, begin + slot.end)
        if begin >= 0:
            spans[home] = document.prose.span(*span)
        entry[slot.name] = slot.text.strip()
        if slot.name in field.slot_lists:
            values = list(split_values(slot.text, span.start, ","))
            entry[slot.name] = [value for value, _ in values]
            for number, (_, place) in enumerate(values):
                if begin >= 0:
                    spans[f"{home}/{number}"] = document.prose.span(*place)
    return entry


def best_match(text: str, patterns: Iterable[Pattern], field: Field) -> Match | None:
    """Read a text by the pattern that says most.

    It has the most slots; among those, its slots hold values of their kind.
    """
    matches = (match for pattern in patterns if (match := pattern.read(text)))
    return max(matches, key=lambda m: (len(m.slots), _fits(m, field)), default=None)


def _fits(match: Match, field: Field) -> bool:
    """Whether each slot with a vocabulary holds a value of it."""
    return all(
        terms.canonical(slot.text)
        for slot in match.slots
        if (terms := field.slot_terms.get(slot.name))
        and slot.name not in field.slot_lists
    )


def _groups(blocks: Sequence[Block]) -> Iterator[tuple[Block, list[Block]]]:
    """Yield each heading among blocks, with the blocks up to the next or to a rule.

    A thematic break sets off what closes the page: links, a word to the reader.
    """
    headings = [place for place, block in enumerate(blocks) if block.kind == "heading"]
    for start, end in pairwise([*headings, len(blocks)]):
        yield blocks[start], _up_to("rule", blocks[start + 1 : end])


def _up_to(kind: BlockKind, blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks in front of the first one of a kind."""
    kinds = [block.kind for block in blocks]
    return list(blocks[: kinds.index(kind)] if kind in kinds else blocks)


def plain(document: Document, block: Block) -> str:
    """Return a leaf's text as a reader sees it, code spans as they are written."""
    start, end = block.prose
    text = document.prose.text[start:end]
    if OBJECT in text:
        return " ".join(block.text.split())
    return text.strip()


def item_text(document: Document, item: Block) -> str:
    """Return the text of an item's own paragraphs, in one line."""
    children = item.children
    if len(children) == 1 and children[0].kind == "paragraph":  # nearly always
        return plain(document, children[0])
    return " ".join(
        [plain(document, child) for child in children if child.kind == "paragraph"]
    )


def _texts(document: Document, blocks: Iterable[Block]) -> list[str]:
    """Return the texts of paragraphs and items."""
    found = []
    for block in blocks:
        for leaf in block.walk() if block.children else (block,):
            if leaf.kind in ("paragraph", "cell"):
                text = plain(document, leaf)
                if text:
                    found.append(text)
            elif leaf.kind == "code":
                found.append(leaf.text.strip())
    return found


def _content(document: Document, section: Section, field: Field, spans: Spans) -> Json:
    """All that stands in the section, in whatever shape."""
    spans[f"/{field.name}"] = section.span
    return "\n\n".join(_texts(document, section.blocks))


def is_directive(block: Block) -> bool:
    """Whether a paragraph speaks to the site generator: `!!! note`, `--8<-- "x.md"`."""
    return block.kind == "paragraph" and _DIRECTIVE.match(block.text) is not None


_READERS: dict[str, Callable[[Document, Section, Field, Spans], Json]] = {
    "text": _text,
    "questions": _questions,
    "links": _links,
    "table": _table,
    "entries": _entries,
    "content": _content,
}
