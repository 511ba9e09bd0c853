"""The properties of a page schema, and where in the Markdown each is written."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal

from exlint.light import dataclass, field
from exlint.once import cached_property
from exlint.pagetype.pattern import Pattern
from exlint.pagetype.phrases import Phrases
from exlint.pagetype.schema import Json, SchemaStore
from exlint.pagetype.slots import cells_of, slot_lists, slot_terms, terms_of
from exlint.pagetype.vocabulary import Terms, fold

Shape = Literal[
    "text",
    "ordered-list",
    "bullet-list",
    "list",
    "questions",
    "links",
    "table",
    "entries",
    "content",
]
PlaceKind = Literal[
    "title",
    "file-name",
    "folder",
    "front-matter",
    "sidecar",
    "lead",
    "tags",
    "section",
    "fact",
    "row",
    "fence",
    "definition",
    "nowhere",
]
KEYED: tuple[PlaceKind, ...] = ("fact", "row", "fence", "definition")
LISTS = frozenset({"ordered-list", "bullet-list", "list"})
_LABELS = {
    "title": "the title",
    "file-name": "the file name",
    "folder": "the name of the folder",
    "tags": "the tags in the text",
    "lead": "the text before the first section",
}


@dataclass(frozen=True)
class SectionName:
    """A section's name and its aliases, as headings write them."""

    names: tuple[str, ...]

    @cached_property
    def name(self) -> str:
        """The name by which the schema calls the section."""
        return self.names[0]

    @cached_property
    def _keys(self) -> frozenset[str]:
        return frozenset(fold(name) for name in self.names if "*" not in name)

    @cached_property
    def _globs(self) -> tuple[tuple[str, re.Pattern[str]], ...]:
        """What a title begins with, and all of it."""
        globs = [name.split("*") for name in self.names if "*" in name]
        return tuple(
            (
                parts[0].casefold(),
                re.compile(r"\b.*\b".join(map(re.escape, parts)), re.IGNORECASE),
            )
            for parts in globs
        )

    def matches(self, title: str) -> bool:
        """Whether a heading with this text names the section."""
        if fold(title) in self._keys:
            return True
        title = title.strip()
        begin = title.casefold()
        return any(
            begin.startswith(first) and glob.fullmatch(title)
            for first, glob in self._globs
        )


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
    is_anywhere: bool = False
    """Whether the section may stand anywhere among the others."""
    subject_patterns: tuple[Pattern, ...] = ()
    """What a section's heading says of all entries in it."""
    references: str | None = None
    """The type of the pages that the values name: empty for any, None if they are no
    names of pages."""
    is_mutual: bool = False
    """Whether the pages that are named are to name this one in turn."""

    @property
    def label(self) -> str:
        """How an editor calls the property: by its key, section or name."""
        if self.keys:
            where = " in the JSON file" if self.place == "sidecar" else ""
            return self.keys[0] + where
        if self.place == "section" and self.section:
            return self.section.name
        return _LABELS.get(self.place, self.name)

    @property
    def is_name(self) -> bool:
        """Whether the property is the name of what the page is about."""
        return self.place == "title" or self.name == "name"

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
    def folded_keys(self) -> frozenset[str]:
        """The keys as they are compared."""
        return frozenset(map(fold, self.keys))


def read_field(
    name: str,
    file: str,
    node: Mapping[str, Json],
    store: SchemaStore,
    required: frozenset[str],
) -> Field:
    """Compile a property of a page schema.

    Raises:
        SchemaError: a reference leads nowhere.
    """
    base, resolved = store.resolve(file, node)
    note = resolved.get("x-markdown", {})
    kind, keys = _place(note)
    section = note.get("section")
    labels, cell_terms = cells_of(base, note, store)
    return Field(
        name,
        kind,
        resolved,
        SectionName(names_of(section)) if section else None,
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
        note.get("anywhere", False),
        tuple(map(Pattern.compile, note.get("subject", ()))),
        _referenced(note.get("references", False)),
        note.get("mutual", False),
    )


def _referenced(note: str | bool) -> str | None:
    if isinstance(note, str):
        return note
    return "" if note else None


def _place(note: Mapping[str, Json]) -> tuple[PlaceKind, tuple[str, ...]]:
    if "at" in note:
        return note["at"], names_of(note.get("key", ()))
    for kind in KEYED:
        if kind in note:
            return kind, names_of(note[kind])
    return ("section" if "section" in note else "nowhere"), ()


def names_of(names: Json) -> tuple[str, ...]:
    """Return a name, or a name and its aliases, as a tuple."""
    return (names,) if isinstance(names, str) else tuple(names)
