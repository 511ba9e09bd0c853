"""What is kept of each page once it has been read, and all of that together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from exlint.fingerprint import Fingerprint
from exlint.markdown import Link
from exlint.page import Page, Suppression
from exlint.record import Record
from exlint.site import Anchors, Site, anchors_of
from exlint.text import LineIndex

_KEPT_SHAPES = frozenset({"table", "entries", "links"})


@dataclass(frozen=True, slots=True)
class Entry:
    """What rules on the corpus need of a page: small, and free of the page itself."""

    path: str
    type: str | None
    name: str
    """The page's title as a reader sees it."""
    record: Record
    """The facts, tables, links and hub entries of the page's record; no prose."""
    links: tuple[Link, ...]
    anchors: Anchors
    sections: tuple[tuple[int, str], ...]
    """Offset and title of each section."""
    lines: LineIndex
    fingerprint: Fingerprint
    """The page's prose as numbers, to compare pages by."""
    suppressions: tuple[Suppression, ...] = ()

    @classmethod
    def of(cls, page: Page) -> Entry:
        """Keep what is needed of a page."""
        title = page.document.prose_of(page.title).strip() if page.title else ""
        return cls(
            page.source.path,
            page.layout.type if page.layout else None,
            title,
            _kept(page),
            page.document.links,
            anchors_of(page.document),
            tuple((part.span.start, part.title) for part in page.sections),
            page.source.lines,
            Fingerprint.of(page),
            page.suppressions,
        )


def _kept(page: Page) -> Record:
    """Return the record without its prose."""
    if page.layout is None:
        return page.record
    kept = {
        field.name
        for field in page.layout.fields.values()
        if field.place != "section" or field.shape in _KEPT_SHAPES
    }
    data = {name: value for name, value in page.record.data.items() if name in kept}
    spans = {
        pointer: span
        for pointer, span in page.record.spans.items()
        if not pointer or pointer.split("/", 2)[1] in kept
    }
    return Record(data, spans)


@dataclass(frozen=True)
class Corpus:
    """All pages of a run, as entries, and the site they stand in."""

    entries: Mapping[str, Entry]
    """By path. Pages that are not linted themselves can be among them: corpus rules
    see the whole content root, the engine reports on what it was asked for."""
    site: Site

    @classmethod
    def of(cls, entries: Iterable[Entry], site: Site) -> Corpus:
        """Make a corpus of entries."""
        return cls({entry.path: entry for entry in entries}, site)

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries.values())

    @cached_property
    def names(self) -> Mapping[str, tuple[Entry, ...]]:
        """Entries by the name of their page, in lower case."""
        found: dict[str, list[Entry]] = {}
        for entry in self:
            found.setdefault(entry.name.lower(), []).append(entry)
        return {name: tuple(entries) for name, entries in found.items()}
