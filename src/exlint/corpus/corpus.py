"""What is kept of each page once it has been read, and all of that together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from exlint.corpus.claims import Mention, facts_of, mentions_of
from exlint.corpus.equipment import equipment_field
from exlint.corpus.fingerprint import NO_FINGERPRINT, Fingerprint
from exlint.corpus.masking import Mask
from exlint.corpus.objects import objects_of, open_nouns
from exlint.corpus.references import Reference, references_of
from exlint.markdown import Link
from exlint.page import Page
from exlint.page.lost_nouns import LostNoun
from exlint.page.reading import stands_for_folder
from exlint.page.record import Record
from exlint.page.stubs import has_no_text, is_stub
from exlint.pagetype.vocabulary import fold
from exlint.site import Anchors, Site, anchors_of, is_wiki_link
from exlint.suppression import Suppression
from exlint.text import NOWHERE, LineIndex, Span

_UNIQUE = ("id", "slug", "permalink")
"""Keys whose values tell pages apart."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What rules on the corpus need of a page: small, and free of the page itself."""

    path: str
    type: str | None
    name: str
    """The page's title as a reader sees it; without one, that of the front matter."""
    name_span: Span
    record: Record
    """The facts and links of the page's record; no prose, no tables or entries."""
    links: tuple[Link, ...]
    anchors: Anchors
    sections: tuple[tuple[int, str], ...]
    """Offset and title of each section."""
    lines: LineIndex
    fingerprint: Fingerprint
    """The page's prose as numbers, to compare pages by."""
    facts: Mapping[str, frozenset[str]]
    """What the page states of itself, as the vocabulary writes it."""
    mentions: tuple[Mention, ...]
    """What it states of pages that it lists or compares."""
    ids: tuple[tuple[str, str, Span], ...]
    """Keys that tell pages apart, with their values and places."""
    suppressions: tuple[Suppression, ...] = ()
    equipment: frozenset[str] = frozenset()
    """Those of its facts that name equipment."""
    objects: tuple[str, ...] = ()
    """Verbs, each with the noun to which it is done; of pages that state equipment."""
    lost_nouns: tuple[LostNoun, ...] = ()
    """The lost nouns that pages of the same equipment may tell."""
    is_textless: bool = False
    """Whether it has headings and facts only, and may be fine or not: no stub yet."""
    template: str = ""
    """What the front matter has it rendered with."""
    references: tuple[Reference, ...] = ()
    """The pages that its facts name."""
    language: str = ""
    """The language that something tells of it; empty where nothing does."""
    aliases: tuple[str, ...] = ()
    """Other names, by its front matter."""

    @classmethod
    def of(
        cls, page: Page, mask: Mask | None = None, *, compared: bool = True
    ) -> Entry:
        """Keep what is needed of a page, of which `mask` tells what is its own.

        A page that is not to be `compared` with others has no fingerprint.
        """
        mask = mask or Mask.of(page)
        name, span = _name(page)
        facts, field = facts_of(page), equipment_field(page)
        equipment = facts.get(field.name, frozenset()) if field else frozenset()
        return cls(
            page.source.path,
            page.layout.type if page.layout else None,
            name,
            span,
            _kept(page),
            page.document.links,
            anchors_of(page.document),
            tuple((part.span.start, part.title) for part in page.sections),
            page.source.lines,
            Fingerprint.of(page, mask) if compared else NO_FINGERPRINT,
            facts,
            tuple(mentions_of(page)),
            tuple(_ids(page)),
            page.suppressions,
            equipment,
            objects_of(page) if equipment else (),
            open_nouns(page) if equipment else (),
            has_no_text(page) and not is_stub(page),
            str(page.front.data.get("template", page.front.data.get("layout", ""))),
            tuple(references_of(page)),
            page.told_language or "",
            tuple(_aliases(page)),
        )

    @property
    def folder(self) -> str:
        """The folder of the page."""
        return self.path.rpartition("/")[0]


def _name(page: Page) -> tuple[str, Span]:
    if page.title:
        return page.document.prose_of(page.title).strip(), page.title.span
    title = page.front.data.get("title")
    if isinstance(title, str):
        return title, page.front.spans.get("/title", NOWHERE)
    return "", NOWHERE


def _ids(page: Page) -> Iterator[tuple[str, str, Span]]:
    for key in _UNIQUE:
        for data, spans in (
            (page.front.data, page.front.spans),
            (page.record.data, page.record.spans),
        ):
            value = data.get(key)
            if isinstance(value, (str, int)) and value != "":
                yield key, str(value), spans.get(f"/{key}", NOWHERE)
                break


def _aliases(page: Page) -> Iterator[str]:
    for key in ("aliases", "alias"):
        value = page.front.data.get(key)
        for item in value if isinstance(value, list) else [value]:
            if isinstance(item, str):
                yield item


def _kept(page: Page) -> Record:
    """Return the record without its prose."""
    if page.layout is None:
        return page.record
    kept = {
        field.name
        for field in page.layout.fields.values()
        if field.place != "section" or field.shape == "links"
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
    is_whole: bool = True
    """Whether all pages of the site are here. If not, a rule cannot say that there is
    no page of some kind."""

    @classmethod
    def of(cls, entries: Iterable[Entry], site: Site, is_whole: bool = True) -> Corpus:
        """Make a corpus of entries."""
        found = {entry.path: entry for entry in entries}
        if any(is_wiki_link(link.target) for e in found.values() for link in e.links):
            site = replace(site, titles=_titles(found.values()))
        return cls(found, site, is_whole)

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries.values())

    @cached_property
    def names(self) -> Mapping[str, tuple[Entry, ...]]:
        """Entries by the folded name of their page."""
        return _grouped((fold(entry.name), entry) for entry in self if entry.name)

    @cached_property
    def kin(self) -> Mapping[str, tuple[Entry, ...]]:
        """Entries that are of one kind: of a type or, without one, of a folder."""
        return _grouped(
            (entry.type or f"{entry.folder}/", entry)
            for entry in self
            if entry.type or not stands_for_folder(entry.path)
        )


def _titles(entries: Iterable[Entry]) -> dict[str, str]:
    """Return the file of each title and alias."""
    titles: dict[str, str] = {}
    for entry in entries:
        for title in (entry.name, *entry.aliases):
            titles.setdefault(title, entry.path)
    return titles


def _grouped(pairs: Iterable[tuple[str, Entry]]) -> dict[str, tuple[Entry, ...]]:
    found: dict[str, list[Entry]] = {}
    for key, entry in pairs:
        found.setdefault(key, []).append(entry)
    return {
        key: tuple(sorted(entries, key=lambda entry: entry.path))
        for key, entries in found.items()
    }
