"""What is kept of each page once it has been read, and all of that together."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import takewhile
from operator import attrgetter
from sys import intern
from typing import Any
from zlib import crc32

from exlint.corpus.claims import facts_of, mentions_of
from exlint.corpus.equipment import equipment_field
from exlint.corpus.fingerprint import NO_FINGERPRINT, Fingerprint
from exlint.corpus.links import KeptLink, Links
from exlint.corpus.masking import Mask
from exlint.corpus.mentions import Mentions, Stated, fact
from exlint.corpus.objects import objects_of, open_nouns
from exlint.corpus.references import Reference, references_of
from exlint.corpus.sharing import shared
from exlint.light import dataclass, fields, replace
from exlint.once import Once, cached_property
from exlint.page import Page
from exlint.page.lost_nouns import LostNoun
from exlint.page.reading import stands_for_folder
from exlint.page.record import Record, Section
from exlint.page.stubs import has_no_text, is_stub
from exlint.pagetype.schema import Json
from exlint.pagetype.vocabulary import fold
from exlint.site import Anchors, Site, anchors_of, is_wiki_link
from exlint.suppression import Suppression
from exlint.text import NOWHERE, LineIndex, Span

_BETWEEN = "\0"
_CHECKSUM = 0xFFFFFFFF
_NOTHING: frozenset[str] = frozenset()
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
    stated: tuple[str, ...]
    """The facts of the page as they are written, but for long texts."""
    facts: tuple[Stated, ...]
    """Those of its facts that its vocabulary knows."""
    links: Links
    related: tuple[tuple[str, Links], ...]
    """Property → the links of which it consists."""
    headings: str
    """The text of each heading, with a NUL between them."""
    anchor_ids: tuple[str, ...]
    is_whole: bool
    """As `Anchors` has them."""
    sections: bytes
    """An array of 64 bits: the offset of each section, and a checksum of its title."""
    lines: LineIndex
    fingerprint: Fingerprint
    """The page's prose as numbers, to compare pages by."""
    mentions: Mentions
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
        facts, field = tuple(facts_of(page)), equipment_field(page)
        told = (fact.values for fact in facts if field and fact.property == field.name)
        equipment = next(told, _NOTHING)
        anchors = anchors_of(page.document)
        return cls(
            page.source.path,
            page.layout.type if page.layout else None,
            name,
            span,
            mask.stated if page.layout else (),
            facts,
            Links.of(page.document.links),
            tuple(_related(page.record)),
            _BETWEEN.join(anchors.headings),
            anchors.ids,
            anchors.is_whole,
            array("Q", map(_section, page.sections)).tobytes(),
            page.source.lines,
            Fingerprint.of(page, mask) if compared else NO_FINGERPRINT,
            Mentions.of(mentions_of(page)),
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

    def __post_init__(self) -> None:
        put = object.__setattr__
        put(self, "type", shared(self.type))
        put(self, "stated", tuple(map(intern, self.stated)))
        put(self, "equipment", shared(self.equipment))
        put(self, "objects", tuple(map(intern, self.objects)))
        put(self, "facts", tuple([fact(*parts) for parts in self.facts]))
        put(self, "links", Links.whole(self.links))
        related = [(name, Links.whole(links)) for name, links in self.related]
        put(self, "related", tuple(related))
        put(self, "fingerprint", Fingerprint.whole(self.fingerprint))
        put(self, "mentions", Mentions.whole(self.mentions))

    def __reduce__(self) -> tuple[Callable[..., Entry], tuple[Any, ...]]:
        """Travel as plain values: each object of a class takes as long as ten."""
        parts = dict(zip(_NAMES, _parts_of(self), strict=True))
        parts |= {
            "facts": tuple(map(tuple, self.facts)),
            "links": self.links.flat,
            "related": tuple([(name, links.flat) for name, links in self.related]),
            "fingerprint": self.fingerprint.flat,
            "mentions": self.mentions.flat,
        }
        return Entry, tuple(parts.values())

    @property
    def folder(self) -> str:
        """The folder of the page."""
        return self.path.rpartition("/")[0]

    @property
    def anchors(self) -> Anchors:
        """What the anchors of the page are made of."""
        headings = tuple(self.headings.split(_BETWEEN)) if self.headings else ()
        return Anchors(headings, self.anchor_ids, self.is_whole)

    def fact(self, name: str) -> Stated | None:
        """Return what the page states of a property."""
        for stated in self.facts:  # thrice as fast as `next`
            if stated.property == name:
                return stated
        return None

    def section_at(self, offset: int) -> int:
        """Return by what the section is known in which an offset stands, or 0."""
        sections = memoryview(self.sections).cast("Q")
        number = bisect_left(sections, (offset + 1) << 32)
        return sections[number - 1] & _CHECKSUM if number else 0


_NAMES = tuple(field.name for field in fields(Entry))
_parts_of = attrgetter(*_NAMES)


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


def _section(section: Section) -> int:
    title = section.title.encode("utf-8", "surrogatepass")
    return section.span.start << 32 | crc32(title)


def _related(record: Record) -> Iterator[tuple[str, Links]]:
    """Yield the properties that consist of links."""
    for name, value in record.data.items():
        if isinstance(value, list) and (not value or _is_link(value[0])):
            yield name, _links(takewhile(_is_link, value), record, f"/{name}")


def _is_link(item: Json) -> bool:
    return isinstance(item, dict) and isinstance(item.get("target"), str)


def _links(items: Iterable[Json], record: Record, home: str) -> Links:
    return Links.of(
        [
            KeptLink("link", item["target"], record.locate(f"{home}/{number}"), None)
            for number, item in enumerate(items)
        ]
    )


@dataclass(frozen=True)
class Corpus(Once):
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
        if any(is_wiki_link(to) for e in found.values() for to in e.links.targets):
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
