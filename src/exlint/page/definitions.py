"""Reading definition lists: a term, and below it lines that begin with a colon.

CommonMark knows them as paragraphs; many site generators show them as lists.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from exlint.markdown import Document
from exlint.regex import regex
from exlint.text import Span

_MARK = regex(r"^[ \t]*:(?:[ \t]+|(?=\r|\n|\Z))", re.MULTILINE)
_LINE = regex(r"[^\r\n]+")


class Definition(NamedTuple):
    """A term and what is said of it; a term that is defined twice comes twice."""

    term: Span
    text: Span


def read_definitions(document: Document) -> Iterator[list[Definition]]:
    """Yield the definition lists of a page."""
    found: list[Definition] = []
    term: Span | None = None
    for block in document.blocks:
        if block.kind == "paragraph" and _MARK.search(block.text):
            found += _within(document.source.text, block.span, term)
            term = found[-1].term if found else None
            continue
        is_term = block.kind == "paragraph" and "\n" not in block.text
        if found and not is_term:
            yield found
            found = []
        term = block.span if is_term else None
    if found:
        yield found


def _within(text: str, span: Span, term: Span | None) -> Iterator[Definition]:
    """Yield the definitions of a paragraph; its first term may stand above.

    A definition goes on up to the next one, or up to the term of that: a line that is
    not indented.
    """
    lines = [Span(*line.span()) for line in _LINE.finditer(text, *span)]
    marks = [_MARK.match(text, line.start, line.end) for line in lines]
    begins = [
        number
        for number, mark in enumerate(marks)
        if mark
        or number == 0
        or (
            any(marks[number + 1 : number + 2])
            and not text[lines[number].start].isspace()
        )
    ]
    for number, after in zip(begins, [*begins[1:], len(lines)], strict=True):
        mark = marks[number]
        if mark is None:
            term = _stripped(text, lines[after - 1])
        elif term:
            end = lines[after - 1].end
            yield Definition(term, _stripped(text, Span(mark.end(), end)))


def _stripped(text: str, span: Span) -> Span:
    part = text[span.start : span.end]
    start = span.start + len(part) - len(part.lstrip())
    return Span(start, max(start, span.start + len(part.rstrip())))
