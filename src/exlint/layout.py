"""A page type's layout: where in the Markdown each property of its schema stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from exlint.lexicon import Phrases
from exlint.pattern import Pattern
from exlint.schema import Json, SchemaStore
from exlint.sentence_names import wrong_names
from exlint.slots import cells_of, slot_lists, slot_terms, terms_of
from exlint.vocabulary import Terms, fold

Shape = Literal[
    "text",
    "ordered-list",
    "bullet-list",
    "list",
    "questions",
    "links",
    "table",
    "entries",
]
PlaceKind = Literal[
    "title", "file-name", "front-matter", "section", "fact", "row", "fence", "nowhere"
]
KEYED: tuple[PlaceKind, ...] = ("fact", "row", "fence")
LISTS = frozenset({"ordered-list", "bullet-list", "list"})


@dataclass(frozen=True)
class SectionName:
    """A section's name and its aliases, as headings write them."""

    names: tuple[str, ...]

    @property
    def name(self) -> str:
        """The name by which the schema calls the section."""
        return self.names[0]

    @cached_property
    def _keys(self) -> frozenset[str]:
        return frozenset(fold(name) for name in self.names if "*" not in name)

    @cached_property
    def _globs(self) -> tuple[re.Pattern[str], ...]:
        globs = (name for name in self.names if "*" in name)
        return tuple(
            re.compile(r"\b.*\b".join(map(re.escape, glob.split("*"))), re.IGNORECASE)
            for glob in globs
        )

    def matches(self, title: str) -> bool:
        """Whether a heading with this text names the section."""
        if fold(title) in self._keys:
            return True
        return any(glob.fullmatch(title.strip()) for glob in self._globs)


@dataclass(frozen=True)
class Field:
    """A property of a page schema, and the place where it is written."""

    name: str
    place: PlaceKind
    node: Mapping[str, Json]
    """The property's schema, references resolved."""
    section: SectionName | None = None
    shape: Shape = "text"
    keys: tuple[str, ...] = ()
    """How the place is headed: the fact's or row's key, with its aliases."""
    split: str | None = None
    required: bool = False
    terms: Terms | None = None
    """The vocabulary of the property's values."""
    slot_terms: Mapping[str, Terms] = field(default_factory=dict)
    """The vocabularies of properties within the property: of a hub's entries."""
    entry_patterns: tuple[Pattern, ...] = ()
    heading_patterns: tuple[Pattern, ...] = ()
    slot_lists: frozenset[str] = frozenset()
    """The properties within the property that hold several values."""
    labels: Mapping[str, str] = field(default_factory=dict)
    """Folded label of a table's row or column → the property that its cells state,
    of the pages that the table is about."""
    beside: str = ""
    """The property to whose value a list adds others, so that it does not repeat it."""
    subject_patterns: tuple[Pattern, ...] = ()
    """What a section's heading says of all entries in it."""

    @property
    def label(self) -> str:
        """How an editor calls the property: by its key, section or name."""
        if self.keys:
            return self.keys[0]
        if self.place == "section" and self.section:
            return self.section.name
        return {"title": "the title", "file-name": "the file name"}.get(
            self.place, self.name
        )

    @cached_property
    def is_list(self) -> bool:
        """Whether the property holds several values."""
        return self.node.get("type") == "array"

    @cached_property
    def words(self) -> Phrases:
        """The words and phrases that imply a value in running prose."""
        terms = self.terms.terms.values() if self.terms else ()
        return Phrases.of(word for term in terms for word in term.words)

    @cached_property
    def first_words(self) -> frozenset[str]:
        """The words with which some spelling of a value begins."""
        spellings = self.terms.spellings if self.terms else ()
        return frozenset(spelling.split()[0] for spelling in spellings if spelling)

    @cached_property
    def folded_keys(self) -> frozenset[str]:
        """The keys as they are compared."""
        return frozenset(map(fold, self.keys))


@dataclass(frozen=True)
class Statement:
    """A sentence that the pages of a type share."""

    pattern: Pattern
    when: Mapping[str, Json]
    """Facts under which the sentence is expected."""
    optional: bool
    field: str
    """The property within which the sentence stands; empty for anywhere."""


@dataclass(frozen=True)
class Assertion:
    """How free prose may state a fact: the slot begins with the value."""

    pattern: Pattern
    fields: tuple[str, ...]
    """The properties whose text is believed."""
    is_denial: bool
    """Whether the page says that the value is not its own."""


@dataclass(frozen=True)
class ExpectedLink:
    """A link that a page's facts call for."""

    field: str
    text: str
    target: str


@dataclass(frozen=True)
class Layout:
    """Where the properties of one page type stand."""

    type: str
    """Name of the page type."""
    schema: Mapping[str, Json]
    fields: Mapping[str, Field]
    extra_sections: tuple[SectionName, ...]
    section_level: int
    statements: tuple[Statement, ...]
    assertions: tuple[Assertion, ...]
    links: tuple[ExpectedLink, ...]

    @classmethod
    def of(cls, type_: str, file: str, store: SchemaStore) -> Layout:
        """Compile the layout of a page schema that has passed its meta-schema.

        Raises:
            SchemaError: a reference leads nowhere, or a sentence names no property.
        """
        schema = store.find(file, "")
        for error in wrong_names(file, schema):
            raise error
        page = schema.get("x-markdown", {})
        required = frozenset(schema.get("required", ()))
        fields = {
            name: _field(name, file, node, store, required)
            for name, node in schema.get("properties", {}).items()
        }
        return cls(
            type_,
            schema,
            fields,
            tuple(SectionName(_names(names)) for names in page.get("sections", ())),
            page.get("sectionLevel", 2),
            tuple(_statement(note) for note in page.get("patterns", ())),
            tuple(_assertion(note) for note in page.get("assertions", ())),
            tuple(
                ExpectedLink(link["in"], link.get("text", ""), link["target"])
                for link in page.get("links", ())
            ),
        )

    @cached_property
    def sections(self) -> tuple[SectionName, ...]:
        """Every section that the layout knows, in the order pages have them."""
        known: dict[str, SectionName] = {}
        for spec in self.fields.values():
            if spec.section:
                known.setdefault(spec.section.name, spec.section)
        for section in self.extra_sections:
            known.setdefault(section.name, section)
        return tuple(known.values())

    @cached_property
    def required_sections(self) -> tuple[SectionName, ...]:
        """The sections without which a page lacks a required property."""
        names = {
            spec.section.name
            for spec in self.fields.values()
            if spec.required and spec.section
        }
        return tuple(section for section in self.sections if section.name in names)

    @cached_property
    def facts(self) -> tuple[Field, ...]:
        """The properties written with a key: in lists, tables and fenced blocks."""
        return tuple(spec for spec in self.fields.values() if spec.place in KEYED)

    @cached_property
    def keyed(self) -> Mapping[PlaceKind, Mapping[str, Field]]:
        """Kind of place → folded key → the property that it heads there."""
        return {
            place: {
                key: spec
                for spec in self.facts
                if spec.place == place
                for key in spec.folded_keys
            }
            for place in KEYED
        }

    @cached_property
    def fact_sections(self) -> frozenset[str]:
        """The names of the sections that hold lists of facts."""
        specs = self.keyed["fact"].values()
        return frozenset(spec.section.name for spec in specs if spec.section)

    @cached_property
    def has_title(self) -> bool:
        """Whether a property is written as the title."""
        return any(spec.place == "title" for spec in self.fields.values())

    @cached_property
    def question_sections(self) -> tuple[SectionName, ...]:
        """The sections that hold questions, each a heading with its answer."""
        return tuple(
            spec.section
            for spec in self.fields.values()
            if spec.shape == "questions" and spec.section
        )

    @cached_property
    def spellings(self) -> tuple[str, ...]:
        """Every way to write a value of the page type's vocabularies."""
        vocabularies = [
            terms
            for spec in self.fields.values()
            for terms in (spec.terms, *spec.slot_terms.values())
            if terms
        ]
        return tuple(
            {
                spelling: None
                for terms in vocabularies
                for term in terms.terms.values()
                for spelling in (term.value, *term.synonyms, *term.words)
            }
        )

    @property
    def is_closed(self) -> bool:
        """Whether sections and facts that the schema does not name are wrong."""
        return self.schema.get("additionalProperties") is False

    def section_named(self, title: str) -> SectionName | None:
        """Return the section that a heading with this text names."""
        return self._by_key.get(fold(title)) or next(
            (section for section in self._with_globs if section.matches(title)), None
        )

    @cached_property
    def _by_key(self) -> Mapping[str, SectionName]:
        return {
            fold(name): section
            for section in self.sections
            for name in section.names
            if "*" not in name
        }

    @cached_property
    def _with_globs(self) -> tuple[SectionName, ...]:
        return tuple(
            section
            for section in self.sections
            if any("*" in name for name in section.names)
        )

    def likeness(self, headings: Iterable[tuple[int, str]]) -> float:
        """How well a page's headings, each a level and a text, fit the type: 0 to 1.

        The harmonic mean of the share of required sections that the page has and the
        share of its headings that the type knows. The title need not be known, nor a
        heading within a section.
        """
        named = [(level, self.section_named(text)) for level, text in headings]
        known = [section for _, section in named if section]
        unknown = [
            level
            for level, section in named
            if section is None and level <= self.section_level
        ]
        have = sum(section in known for section in self.required_sections)
        if not have:
            return 0.0
        recall = have / len(self.required_sections)
        precision = len(known) / (len(known) + len(unknown) - (1 in unknown))
        return 2 * recall * precision / (recall + precision)


def _names(names: Json) -> tuple[str, ...]:
    return (names,) if isinstance(names, str) else tuple(names)


def _statement(note: Json) -> Statement:
    note = {"text": note} if isinstance(note, str) else note
    return Statement(
        Pattern.compile(note["text"]),
        note.get("when", {}),
        note.get("optional", False),
        note.get("in", ""),
    )


def _assertion(note: Json) -> Assertion:
    pattern = Pattern.compile(note["text"], begins=True)
    return Assertion(pattern, _names(note["in"]), note.get("not", False))


def _field(
    name: str,
    file: str,
    node: Mapping[str, Json],
    store: SchemaStore,
    required: frozenset[str],
) -> Field:
    base, resolved = store.resolve(file, node)
    note = resolved.get("x-markdown", {})
    kind, keys = _place(note)
    section = note.get("section")
    labels, cell_terms = cells_of(base, note, store)
    return Field(
        name,
        kind,
        resolved,
        SectionName(_names(section)) if section else None,
        note.get("as", "text"),
        keys,
        note.get("split"),
        name in required,
        terms_of(base, resolved, store),
        {**cell_terms, **dict(slot_terms(base, resolved, store))},
        tuple(map(Pattern.compile, note.get("entry", ()))),
        tuple(map(Pattern.compile, note.get("heading", ()))),
        frozenset(slot_lists(base, resolved, store)),
        labels,
        note.get("beside", ""),
        tuple(map(Pattern.compile, note.get("subject", ()))),
    )


def _place(note: Mapping[str, Json]) -> tuple[PlaceKind, tuple[str, ...]]:
    if "at" in note:
        return note["at"], _names(note.get("key", ()))
    for kind in ("fact", "row", "fence"):
        if kind in note:
            return kind, _names(note[kind])
    return ("section" if "section" in note else "nowhere"), ()
