"""What stands in the sections of a page yet to be written."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from exlint.pagetype.fields import Field, SectionName, Shape
from exlint.scaffold.draft import Draft
from exlint.scaffold.keyed import shown
from exlint.scaffold.samples import least_items, noun_of, placeholder
from exlint.scaffold.sentences import links_of, sentences_of


def heading(draft: Draft, section: SectionName) -> str:
    """Return the heading of a section; where its name leaves words open, the page's."""
    names = (name for name in section.names if "*" not in name)
    title = next(names, None) or _filled(draft, section)
    return f"{'#' * draft.layout.section_level} {title}\n"


def _filled(draft: Draft, section: SectionName) -> str:
    begin, *rest = section.name.split("*")
    name = draft.name
    for part in rest:
        name = name.removesuffix(part)
    return f"{begin}{name}{''.join(rest)}"


def body(draft: Draft, spec: Field) -> Iterator[str]:
    """Yield the blocks of a property that is a section, or the lead."""
    if spec.place in ("section", "lead"):
        yield from _SHAPES[spec.shape](draft, spec)


def _text(draft: Draft, spec: Field) -> Iterator[str]:
    yield f"{shown(draft.data[spec.name])}\n"
    sentences = " ".join(sentences_of(draft, spec.name))
    if sentences:
        yield f"{sentences}\n"


def _list(draft: Draft, spec: Field) -> Iterator[str]:
    texts = [*map(shown, draft.data[spec.name]), *sentences_of(draft, spec.name)]
    is_ordered = spec.shape == "ordered-list"
    yield "".join(
        f"{number}. {text}\n" if is_ordered else f"- {text}\n"
        for number, text in enumerate(texts, 1)
    )


def _questions(draft: Draft, spec: Field) -> Iterator[str]:
    """Yield the questions that the type declares, each with the answers behind it."""
    asked: list[tuple[str, list[str]]] = []
    for sentence in sentences_of(draft, spec.name):
        if sentence.endswith("?"):
            asked.append((sentence, []))
            continue
        if not asked:
            asked.append((f"{placeholder('Question 1')}?", []))
        asked[-1][1].append(sentence)
    for number in range(len(asked) + 1, least_items(spec.node) + 1):
        asked.append((f"{placeholder(f'Question {number}')}?", []))
    for question, answers in asked:
        yield f"{_inner(draft)} {question}\n"
        yield " ".join(answers or [placeholder("Answer")]) + "\n"


def _links(draft: Draft, spec: Field) -> Iterator[str]:
    links = list(links_of(draft, spec.name))
    for number in range(len(links) + 1, least_items(spec.node) + 1):
        links.append((f"Link {number}", f"link-{number}-goes-here.md"))
    yield "".join(f"- [{text}]({target})\n" for text, target in links)


def _table(_: Draft, spec: Field) -> Iterator[str]:
    parts = spec.node.get("properties", {})
    columns = range(1, least_items(parts.get("header", {})) + 1)
    rows = range(1, least_items(parts.get("rows", {})) + 1)
    lines = [
        [placeholder(f"Column {column}") for column in columns],
        ["---" for _ in columns],
        *([placeholder(f"Cell {row} {column}") for column in columns] for row in rows),
    ]
    yield "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


def _entries(draft: Draft, spec: Field) -> Iterator[str]:
    """Yield a group of one entry, each by the plainest of the patterns."""
    marks = (_inner(draft), "-")
    for mark, patterns in zip(
        marks, (spec.heading_patterns, spec.entry_patterns), strict=True
    ):
        plainest = min(
            patterns,
            key=lambda pattern: sum(
                name in spec.slot_terms for name, _ in pattern.slots
            ),
            default=None,
        )
        if plainest:
            names = [name for name, _ in plainest.slots]
            filled = {name: placeholder(noun_of(name)) for name in names}
            yield f"{mark} {plainest.fill({**filled, 'count': '1'})}\n"
        elif mark == "-":
            yield f"- {placeholder('Entry')}\n"


def _inner(draft: Draft) -> str:
    """Return the mark of a heading within a section."""
    return "#" * (draft.layout.section_level + 1)


_SHAPES: Mapping[Shape, Callable[[Draft, Field], Iterator[str]]] = {
    "text": _text,
    "content": _text,
    "ordered-list": _list,
    "bullet-list": _list,
    "list": _list,
    "questions": _questions,
    "links": _links,
    "table": _table,
    "entries": _entries,
}
