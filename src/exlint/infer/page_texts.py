"""What a page says in sentences and as facts, taken from a page that was read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from exlint.infer.gaps import Fact
from exlint.infer.sentences import PageText
from exlint.page import Page
from exlint.page.stubs import scaffold
from exlint.pagetype.schema import Json
from exlint.text import Span

_TEXTS = ("section", "lead")
"""Places that hold sentences, not facts."""


def page_text(page: Page) -> PageText:
    """Return the sentences of a page, but for its title and the lines of its facts.

    That nobody has written the page yet is no sentence that others should have.
    """
    unwritten = scaffold(page)
    taken = [page.prose_at(fact.span) for fact in page.facts]
    taken += [page.prose_at(span) for span in (unwritten,) if span]
    taken += [page.prose_at(page.title.span)] if page.title else []
    spans = [Span(start, start + len(text)) for start, text in page.sentences]
    kept = [span for span in spans if not _meets(span, taken)]
    return PageText(
        page.source.path,
        tuple(page.prose.text[slice(*span)] for span in kept),
        dict(_values(page)),
        tuple(_home(page, span) for span in kept),
    )


def _home(page: Page, span: Span) -> str:
    """Return the property whose section holds a range of the prose."""
    for name, spec in page.layout.fields.items() if page.layout else ():
        home = page.prose_homes[name]
        if spec.place in _TEXTS and home.start <= span.start < home.end:
            return name
    return ""


def _meets(span: Span, taken: list[Span]) -> bool:
    return any(span.start < other.end and other.start < span.end for other in taken)


def _values(page: Page) -> Iterator[tuple[str, Fact]]:
    """Yield the properties that are no sections: their values as they are written."""
    data: Mapping[str, Json] = page.record.data
    for name, spec in page.layout.fields.items() if page.layout else ():
        value = data.get(name)
        if spec.place in _TEXTS or value is None or isinstance(value, (bool, dict)):
            continue
        if not isinstance(value, list):
            yield name, str(value)
        elif all(isinstance(item, (str, int, float)) for item in value):
            yield name, tuple(map(str, value))
