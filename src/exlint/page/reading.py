"""From a source to a page: parse, choose its type, bind, validate."""

from __future__ import annotations

from collections.abc import Mapping

from exlint.light import dataclass, field
from exlint.markdown import Document, parse
from exlint.once import cached_property
from exlint.page.bind import bind
from exlint.page.frontdata import FrontData
from exlint.page.frontmatter import read_front_matter
from exlint.page.page import Page
from exlint.pagetype.choices import NO_CHOICES, Choices
from exlint.pagetype.languages import NO_LANGUAGES, Languages
from exlint.pagetype.layout import Layout
from exlint.pagetype.lexicon import Lexicon
from exlint.pagetype.schema import SchemaStore
from exlint.pagetype.translation import languages_of, translated
from exlint.pagetype.validate import Validator
from exlint.pagetype.vocabulary import fold
from exlint.suppression import find_suppressions
from exlint.text import Source

NO_PAGES = frozenset({"readme", "index", "_index"})
"""File names that stand for a folder: such a page has a type only if it is told."""
NO_TYPE = "none"
"""What a configuration says of pages that are to have no type."""
_ALIKE = 0.5
"""Better than this a page must fit a type: one section alone is no likeness."""


def stands_for_folder(path: str) -> bool:
    """Whether a file is the page of its folder: `README.md`, `index.md`."""
    stem = path.rpartition("/")[2].partition(".")[0]
    return stem.lower() in NO_PAGES


@dataclass(frozen=True)
class PageType:
    """A kind of page: the layout and the validator of one schema."""

    name: str
    layout: Layout
    validator: Validator

    @classmethod
    def of(cls, name: str, file: str, store: SchemaStore) -> PageType:
        """Compile a page type.

        Raises:
            SchemaError: a reference of the schema leads nowhere.
        """
        return cls(name, Layout.of(name, file, store), Validator(file, store))

    def in_language(self, language: str) -> PageType:
        """Return the type as pages in a language have it: with its labels of values."""
        if language not in self._languages:
            return self
        if language not in self._translations:
            file, store = self.validator.file, self.validator.store
            self._translations[language] = PageType.of(
                self.name, file, translated(store, language)
            )
        return self._translations[language]

    @cached_property
    def _languages(self) -> frozenset[str]:
        return languages_of(self.validator.store)

    @cached_property
    def _translations(self) -> dict[str, PageType]:
        return {}


@dataclass(frozen=True)
class PageTypes:
    """The page types of a run, and the words that their rules ask for."""

    types: Mapping[str, PageType]
    lexicons: Mapping[str, Lexicon] = field(default_factory=dict)
    """By their language."""
    choices: Choices = NO_CHOICES
    templates: tuple[tuple[str, str], ...] = ()
    """The marks of the template tags that the site's builder fills in."""
    languages: Languages = NO_LANGUAGES

    def choose(
        self, document: Document, front: FrontData, configured: str | None
    ) -> PageType | None:
        """Return the type of a page: as configured, as it says itself, as it looks."""
        if configured == NO_TYPE:
            return None
        for name in (configured, front.data.get("type")):
            if isinstance(name, str) and name in self.types:
                return self.types[name]
        if stands_for_folder(document.source.path):
            return None
        headings = [
            (block.level, text)
            for block in document.headings
            if (text := document.prose_of(block))[:1].isalnum() or fold(text)
        ]
        best, most = None, _ALIKE
        for type_ in self.types.values():
            likeness = type_.layout.likeness(headings)
            if likeness > most:
                best, most = type_, likeness
                if most == 1.0:  # no other can be more alike
                    break
        return best


def read_page(source: Source, types: PageTypes, configured: str | None = None) -> Page:
    """Read a source as a page of its type."""
    return read_document(parse(source, types.templates), types, configured)


def read_document(
    document: Document, types: PageTypes, configured: str | None = None
) -> Page:
    """Read a document as a page of its type."""
    front = read_front_matter(document)
    type_ = types.choose(document, front, configured)
    page = _bound(document, front, type_, types)
    localised = type_.in_language(page.language.code) if type_ else None
    return page if localised is type_ else _bound(document, front, localised, types)


def _bound(
    document: Document, front: FrontData, type_: PageType | None, types: PageTypes
) -> Page:
    layout = type_.layout if type_ else None
    binding = bind(document, layout, front)
    violations = type_.validator.violations(binding.record.data) if type_ else ()
    return Page(
        document.source,
        document,
        front,
        layout,
        binding.title,
        binding.sections,
        binding.facts,
        binding.record,
        violations,
        find_suppressions(document),
        types.lexicons,
        types.choices,
        types.languages,
    )
