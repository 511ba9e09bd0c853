"""From the pages of a collection to schemas for its page types."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from exlint.infer.beside import with_neighbours
from exlint.infer.cluster import Cluster, cluster
from exlint.infer.draft import Draft, Property, draft
from exlint.infer.observe import Sight, observe
from exlint.infer.page_texts import page_text
from exlint.infer.references import Names
from exlint.infer.refine import Found, Knowledge, Node, refine
from exlint.infer.schema import assemble, compiled, noted
from exlint.infer.sentences import MinedPattern, PageText, mine
from exlint.infer.type_names import type_names
from exlint.infer.values import merged
from exlint.light import dataclass, field, replace
from exlint.markdown import parse
from exlint.page import Page
from exlint.page.frontmatter import read_front_matter
from exlint.page.reading import PageType, PageTypes, read_page
from exlint.pagetype.schema import SchemaStore
from exlint.pagetypes import is_page_type, type_name
from exlint.text import Source

_TITLES = ("title", "name", "slug")
"""Keys of front matter by which other pages may name a page."""

Watched = Callable[[Iterable[Sight], int], Iterable[Sight]]


@dataclass(frozen=True)
class Wishes:
    """What the user asks of what is inferred."""

    required_at: float = 0.9
    """The share of pages that must have a property for all to need it."""
    names: tuple[str, ...] = ()
    """Names of the types, the one with most pages first."""
    synonyms: tuple[Mapping[str, tuple[str, ...]], ...] = ()
    """Lists of words that mean the same: value → its synonyms."""
    before: Mapping[str, str] = field(default_factory=dict)
    """Page → its type, as it was inferred before."""


@dataclass(frozen=True)
class Deviation:
    """A page that is not as its type says."""

    path: str
    line: int
    column: int


@dataclass(frozen=True)
class TypeProposal:
    """A page type, as the pages show it."""

    name: str
    cluster: Cluster
    draft: Draft
    found: tuple[Found, ...]
    required: tuple[str, ...]
    patterns: tuple[MinedPattern, ...]
    schema: Mapping[str, Any]
    deviations: Mapping[tuple[str, str], Sequence[Deviation]]
    """Property and keyword of the schema → the pages that break it."""


@dataclass(frozen=True)
class Inference:
    """The page types of a collection, and its pages of none."""

    types: tuple[TypeProposal, ...]
    others: tuple[Sight, ...]
    alike: Mapping[str, str | None]
    """Page → the type that it is taken for by its headings, in folders with several."""

    @property
    def type_of(self) -> dict[str, str]:
        """Page → its type, also for pages that are hardly begun."""
        return {
            sight.path: proposal.name
            for proposal in self.types
            for sight in (*proposal.cluster.pages, *proposal.cluster.stubs)
        }


def infer(
    sources: Mapping[str, Source],
    store: SchemaStore,
    wishes: Wishes,
    watched: Watched = lambda sights, _: sights,
) -> Inference:
    """Derive page types from pages, given by their paths within the collection."""
    titles: dict[str, list[str]] = {}
    stated: dict[str, list[tuple[str, str]]] = {}
    seen = list(watched(_look(sources, titles, stated), len(sources)))
    clusters = cluster(seen)
    taken = {type_name(f) for f, d in store.documents.items() if not is_page_type(d)}
    names = type_names(clusters.types, wishes.names, wishes.before, taken)
    type_of = {
        sight.path: name
        for name, kind in zip(names, clusters.types, strict=True)
        for sight in (*kind.pages, *kind.stubs)
    }
    known = Knowledge(
        Names.of((path, type_of.get(path, ""), titles[path]) for path in titles),
        [*map(merged, ([listed] for listed in wishes.synonyms))],
        _keyed(stated, type_of),
    )
    types = tuple(
        _propose(name, kind, sources, store, wishes, replace(known, type=name))
        for name, kind in zip(names, clusters.types, strict=True)
    )
    return Inference(types, clusters.others, dict(_alike(types, sources, store)))


def _keyed(
    stated: Mapping[str, Iterable[tuple[str, str]]], type_of: Mapping[str, str]
) -> dict[str, dict[str, frozenset[str]]]:
    """Return of each key of front matter which types of pages have a value there."""
    found: dict[str, dict[str, frozenset[str]]] = {}
    for path, pairs in stated.items():
        for key, value in pairs:
            values = found.setdefault(key, {})
            values[value] = values.get(value, frozenset()) | {type_of.get(path, "")}
    return found


def _look(
    sources: Mapping[str, Source],
    titles: dict[str, list[str]],
    stated: dict[str, list[tuple[str, str]]],
) -> Iterator[Sight]:
    """Look at pages, and note their titles and what their front matter says."""
    for path, source in sources.items():
        document = parse(source)
        front = read_front_matter(document)
        sight = observe(path, document, front)
        told = [str(front.data[key]) for key in _TITLES if key in front.data]
        heads = [part.label for part in sight.parts if part.kind == "title"]
        titles[path] = [*heads, *told]
        stated[path] = [
            (key, item)
            for key, value in front.data.items()
            for item in (value if isinstance(value, list) else [value])
            if isinstance(item, str)
        ]
        yield sight


def _propose(
    name: str,
    kind: Cluster,
    sources: Mapping[str, Source],
    store: SchemaStore,
    wishes: Wishes,
    known: Knowledge,
) -> TypeProposal:
    """Derive one page type: where things stand first, then what they are."""
    plan = draft(kind)
    own = {sight.path: sources[sight.path] for sight in kind.pages}
    rough: dict[str, Node] = {
        item.name: {"x-markdown": dict(item.place)} for item in plan.properties
    }
    type_ = compiled(name, assemble(name, kind, plan, rough, (), ()), store)
    records = {
        path: read_page(source, type_, name).record.data for path, source in own.items()
    }
    found = with_neighbours(tuple(_found(plan, records, known)))
    required = tuple(
        item.property.name
        for item in found
        if len(item.values) >= wishes.required_at * len(own)
    )
    nodes = {item.property.name: noted(item, len(own)) for item in found}
    type_ = compiled(name, assemble(name, kind, plan, nodes, required, ()), store)
    texts: list[PageText] = []
    deviations: dict[tuple[str, str], list[Deviation]] = {}
    for path, source in own.items():
        page = read_page(source, type_, name)
        texts.append(page_text(page))
        for key, deviation in _deviations(path, page):
            deviations.setdefault(key, []).append(deviation)
    patterns = mine(texts)
    notes = [pattern.note(wishes.required_at) for pattern in patterns]
    schema = assemble(name, kind, plan, nodes, required, notes)
    return TypeProposal(name, kind, plan, found, required, patterns, schema, deviations)


def _found(
    plan: Draft, records: Mapping[str, Mapping[str, Any]], known: Knowledge
) -> Iterator[Found]:
    """Yield what the values of the properties tell, but of those without any."""
    for item in plan.properties:
        values = {path: d[item.name] for path, d in records.items() if item.name in d}
        if values and not _is_header(item, list(values.values())):
            yield refine(item, values, known)


def _is_header(item: Property, values: Sequence[Any]) -> bool:
    """Whether a row of tables is their header: the same on all pages."""
    return "row" in item.place and values.count(values[0]) == len(values)


def _deviations(path: str, page: Page) -> Iterator[tuple[tuple[str, str], Deviation]]:
    """Yield what a page breaks of its own type's schema."""
    seen = set()
    for violation in page.violations:
        span = page.record.locate(violation.pointer)
        deviation = Deviation(path, *page.source.position(span.start))
        key = (violation.property, violation.keyword)
        if (key, deviation) not in seen:
            seen.add((key, deviation))
            yield key, deviation


def _alike(
    types: Sequence[TypeProposal], sources: Mapping[str, Source], store: SchemaStore
) -> Iterator[tuple[str, str | None]]:
    """Yield what type a page looks like, for the folders that hold several types."""
    homes: dict[str, set[str]] = {}
    for proposal in types:
        for sight in proposal.cluster.pages:
            homes.setdefault(sight.folder, set()).add(proposal.name)
    documents = dict(store.documents)
    documents |= {f"{item.name}.schema.json": item.schema for item in types}
    all_types = SchemaStore(documents)
    compiled = PageTypes(
        {t.name: PageType.of(t.name, f"{t.name}.schema.json", all_types) for t in types}
    )
    for proposal in types:
        for sight in (*proposal.cluster.pages, *proposal.cluster.stubs):
            if len(homes.get(sight.folder, ())) > 1:
                page = read_page(sources[sight.path], compiled)
                yield sight.path, page.layout.type if page.layout else None
