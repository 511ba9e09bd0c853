"""Every setting: its name, kind, default and description, once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import Field
from typing import TYPE_CHECKING, Any, TypeVar, cast

from exlint.config.kinds import (
    Address,
    Choice,
    Flag,
    Kind,
    RuleName,
    Setting,
    Several,
    Table,
    Text,
)
from exlint.config.places import PageTypeName, Path, Pattern, Patterns
from exlint.config.templates import TemplateLanguage
from exlint.config.words import (
    SEVERITIES,
    VOCABULARY,
    WORD_CHOICE,
    LanguageCode,
    Note,
)
from exlint.diagnostic import Severity
from exlint.globs import Globs
from exlint.light import dataclass, field, fields
from exlint.pagetype.choice import Choice as WordChoice

if TYPE_CHECKING:
    from exlint.site import SlugStyle

T = TypeVar("T")
OFF = None
"""The severity of a rule that is switched off."""
SLUG_STYLES: Mapping[str, SlugStyle] = {
    "github": "github",
    "gitlab": "gitlab",
    "kramdown": "kramdown",
    "mkdocs": "mkdocs",
}


def setting(kind: Kind[T], help_: str, default: T | None) -> T:
    """Define a setting as a field of a dataclass."""
    return cast("T", field(default=default, metadata={"": Setting(kind, help_)}))


@dataclass(frozen=True)
class Links:
    """The site that the pages make up."""

    base_url: str | None = setting(
        Address(), "Where the site is served; detected if it is not given.", None
    )
    content_root: str | None = setting(
        Path(),
        "The folder from which addresses start; by default that of this file.",
        None,
    )
    permalinks: tuple[tuple[str, str], ...] = setting(
        Table(Text(), Text()),
        "Address → file where they differ: '/moves/{stem}/' = '_moves/{stem}.md'.",
        (),
    )
    routes: str | None = setting(
        Path(),
        "A file of addresses that exist: a sitemap, or one address a line.",
        None,
    )
    anchors: SlugStyle = setting(
        Choice(SLUG_STYLES),
        "Whose way the site has of making anchors from headings.",
        "github",
    )


@dataclass(frozen=True)
class Markdown:
    """What pages hold beyond CommonMark."""

    templates: tuple[str, ...] = setting(
        Several(TemplateLanguage()),
        "Template languages that the builder fills in ('liquid', '{{ }}' …).",
        (),
    )


@dataclass(frozen=True)
class Config:
    """The settings under which pages are checked."""

    select: tuple[str, ...] = setting(
        Several(RuleName()), "Rules and groups to run; all, if it is empty.", ()
    )
    ignore: tuple[str, ...] = setting(
        Several(RuleName()), "Rules and groups not to run.", ()
    )
    severity: tuple[tuple[str, Severity | None], ...] = setting(
        Table(RuleName(), Choice({**SEVERITIES, "off": OFF})),
        "Rule or group → how bad its findings are.",
        (),
    )
    fail_on: Severity = setting(
        Choice(SEVERITIES),
        "The least severity that makes the exit code 1.",
        Severity.WARNING,
    )
    pedantic: bool = setting(
        Flag(), "Whether to report findings of low confidence too.", False
    )
    include: Globs = setting(
        Patterns(), "Which files are pages.", Globs("", ("*.md", "*.markdown", "*.mdx"))
    )
    exclude: Globs = setting(
        Patterns(), "Files and folders not to check.", Globs("", ())
    )
    per_file_ignores: tuple[tuple[Globs, tuple[str, ...]], ...] = setting(
        Table(Pattern(), Several(RuleName())),
        "Files → rules and groups not to run on them.",
        (),
    )
    schemas: tuple[str, ...] = setting(
        Several(Path()),
        "Schemas of page types of your own; '*' stands for any name.",
        (),
    )
    types: tuple[tuple[Globs, str], ...] = setting(
        Table(Pattern(), PageTypeName()),
        "Files → their page type, its schema, or none; the last that fits counts.",
        (),
    )
    word_choice: tuple[WordChoice, ...] = setting(
        WORD_CHOICE, "Wording to avoid, to replace or to ask for.", ()
    )
    language: str | None = setting(
        LanguageCode(),
        "The language of pages that tell of none; guessed without.",
        None,
    )
    languages: tuple[tuple[Globs, str], ...] = setting(
        Table(Pattern(), LanguageCode()),
        "Files → their language; the last that fits counts.",
        (),
    )
    lexicon: str | None = setting(
        Path(), "A file of words of the domain, in addition to exlint's own.", None
    )
    vocabulary: tuple[tuple[str, tuple[tuple[str, Note], ...]], ...] = setting(
        VOCABULARY, "Vocabulary → value → what is added to it; or a new value.", ()
    )
    baseline: str | None = setting(
        Path(),
        "The file of known findings; '.exlint-baseline.json' beside this file.",
        None,
    )
    links: Links = field(default_factory=Links)
    markdown: Markdown = field(default_factory=Markdown)

    file: str | None = None
    """The file in which the settings stand."""
    folder: str | None = None
    """Its folder."""
    origins: Mapping[str, str] = field(default_factory=dict)
    """Dotted key → `FILE:LINE` where it is set."""

    def origin(self, key: str) -> str:
        """Say where a setting stands, or at least in which file."""
        return self.origins.get(key) or self.file or "the command line"


def key_of(definition: Field[Any]) -> str:
    """Return the key of a setting in TOML."""
    return definition.name.replace("_", "-")


def settings_of(table: type) -> Mapping[str, tuple[Field[Any], Setting]]:
    """Return the settings of a table by their key."""
    return {
        key_of(definition): (definition, definition.metadata[""])
        for definition in fields(table)
        if "" in definition.metadata
    }


TABLES: Mapping[str, type] = {"": Config, "links": Links, "markdown": Markdown}
"""The tables of settings by their key; the top level under the empty one."""
