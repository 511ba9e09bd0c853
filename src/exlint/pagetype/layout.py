"""A page type's layout: its properties, sections, sentences and links, compiled."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from exlint.light import dataclass
from exlint.once import cached_property
from exlint.pagetype.fields import (
    KEYED,
    Field,
    PlaceKind,
    SectionName,
    names_of,
    read_field,
)
from exlint.pagetype.gaps import Needle
from exlint.pagetype.pattern import Pattern
from exlint.pagetype.schema import Json, SchemaStore
from exlint.pagetype.sentence_names import wrong_names
from exlint.pagetype.vocabulary import fold


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


@dataclass(frozen=True, eq=False)
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
            name: read_field(name, file, node, store, required)
            for name, node in schema.get("properties", {}).items()
        }
        return cls(
            type_,
            schema,
            fields,
            tuple(SectionName(names_of(names)) for names in page.get("sections", ())),
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
        names = self._required_names
        return tuple(section for section in self.sections if section.name in names)

    @cached_property
    def _required_names(self) -> frozenset[str]:
        return frozenset(
            spec.section.name
            for spec in self.fields.values()
            if spec.required and spec.section
        )

    @cached_property
    def section_ranks(self) -> Mapping[str, int]:
        """Section → its rank in the order of the page, unless it may stand anywhere."""
        specs = [spec for spec in self.fields.values() if spec.section]
        free = {
            spec.section.name for spec in specs if spec.section and spec.is_anywhere
        }
        names = dict.fromkeys(spec.section.name for spec in specs if spec.section)
        return {name: rank for rank, name in enumerate(names) if name not in free}

    @cached_property
    def asks_for_text(self) -> bool:
        """Whether a page must have more than a title and facts."""
        places = {spec.place for spec in self.fields.values() if spec.required}
        return bool(self.required_sections) or "lead" in places

    @cached_property
    def facts(self) -> tuple[Field, ...]:
        """The properties written with a key: in lists, tables, fenced blocks."""
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
    def has_loose_facts(self) -> bool:
        """Whether facts stand anywhere on a page, in no section of their own."""
        return any(spec.section is None for spec in self.keyed["fact"].values())

    @cached_property
    def has_title(self) -> bool:
        """Whether a property is written as the title."""
        return any(spec.place == "title" for spec in self.fields.values())

    @cached_property
    def names(self) -> frozenset[str]:
        """The properties that are the name of what the page is about."""
        return frozenset(name for name, spec in self.fields.items() if spec.is_name)

    @cached_property
    def question_sections(self) -> tuple[SectionName, ...]:
        """The sections that hold questions, each a heading with its answer."""
        return tuple(
            spec.section
            for spec in self.fields.values()
            if spec.shape == "questions" and spec.section
        )

    @cached_property
    def asserting(self) -> Mapping[str, Sequence[tuple[Needle, tuple[int, ...]]]]:
        """Property whose text is believed → what to look for in it, and assertions.

        These are the numbers of those that a sentence with the needle may be.
        """
        found = defaultdict[str, dict[str, tuple[Needle, tuple[int, ...]]]](dict)
        for number, item in enumerate(self.assertions):
            for name in item.fields:
                for needle in item.pattern.needles:
                    same, numbers = found[name].get(needle.text, (needle, ()))
                    same = Needle(needle.text, same.words & needle.words)
                    found[name][needle.text] = same, (*numbers, number)
        return {name: [*needles.values()] for name, needles in found.items()}

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
        return _section_named(self, title)

    @cached_property
    def by_key(self) -> Mapping[str, SectionName]:
        """Folded name → the section that it names."""
        return {
            fold(name): section
            for section in self.sections
            for name in section.names
            if "*" not in name
        }

    @cached_property
    def with_globs(self) -> tuple[SectionName, ...]:
        """The sections whose names leave words open."""
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
        known: list[str] = []
        unknown: list[int] = []
        for level, text in headings:
            section = _section_named(self, text)
            if section:
                known.append(section.name)
            elif level <= self.section_level:
                unknown.append(level)
        have = len(self._required_names.intersection(known))
        if not have:
            return 0.0
        recall = have / len(self._required_names)
        precision = len(known) / (len(known) + len(unknown) - (1 in unknown))
        return 2 * recall * precision / (recall + precision)


@lru_cache(maxsize=4096)
def _section_named(layout: Layout, title: str) -> SectionName | None:
    """Look a heading up; those of sections are the same on all pages."""
    return layout.by_key.get(fold(title)) or next(
        (section for section in layout.with_globs if section.matches(title)), None
    )


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
    return Assertion(pattern, names_of(note["in"]), note.get("not", False))
