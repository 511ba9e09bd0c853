"""What tests share: page types, and a run over pages held in memory."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from exlint.corpus import Corpus
from exlint.diagnostic import Confidence, Diagnostic, Edit, Finding
from exlint.engine import Plan, examine, examine_corpus, join
from exlint.lexicon import Lexicon
from exlint.reading import PageType, PageTypes
from exlint.resources import schema_directory
from exlint.rule import Example, Rule
from exlint.rules import RULES
from exlint.schema import SchemaStore
from exlint.site import Site
from exlint.text import Source

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

ROOT = Path(__file__).parent.parent


@cache
def built_in_store() -> SchemaStore:
    """The schemas that ship with exlint."""
    return SchemaStore(
        {
            path.name: json.loads(path.read_text("utf-8"))
            for path in schema_directory().glob("*.schema.json")
        }
    )


@cache
def built_in_lexicon() -> Lexicon:
    """The words that ship with exlint."""
    path = schema_directory() / "lexicon.json"
    return Lexicon.of(json.loads(path.read_text("utf-8")))


@cache
def built_in_types() -> PageTypes:
    """The page types that ship with exlint."""
    store = built_in_store()
    names = ("exercise", "comparison", "hub")
    return PageTypes(
        {name: PageType.of(name, f"{name}.schema.json", store) for name in names},
        built_in_lexicon(),
    )


def types_of(schema: str | None) -> PageTypes:
    """The page types under which an example of a rule stands."""
    if schema is None:
        return built_in_types()
    document = {"type": "object", **json.loads(schema)}
    documents = {**built_in_store().documents, "example.schema.json": document}
    store = SchemaStore(documents)
    errors = list(store.check("example.schema.json"))
    assert not errors, errors
    type_ = PageType.of("example", "example.schema.json", store)
    return PageTypes({"example": type_}, built_in_lexicon())


def run(
    pages: Mapping[str, str],
    types: PageTypes | None = None,
    type_: str | None = None,
    site: Site | None = None,
    rules: Iterable[str] | None = None,
    least: Confidence = Confidence.MEDIUM,
) -> list[Diagnostic]:
    """Run rules (all, if none are named) over pages, as exlint does."""
    chosen = tuple(rule for rule in RULES if rules is None or rule.name in rules)
    known = frozenset(rule.name for rule in RULES)
    plan = Plan(types or built_in_types(), chosen, least=least, known=known)
    sources = {path: Source.of(path, text) for path, text in pages.items()}
    examined = {path: examine(source, plan, type_) for path, source in sources.items()}
    corpus = Corpus.of(
        (page.entry for page in examined.values() if page.entry),
        site or Site(files=frozenset(pages)),
    )
    late: dict[str, list[tuple[Rule, Finding]]] = {}
    for entry, rule, finding in examine_corpus(corpus, plan):
        late.setdefault(entry.path, []).append((rule, finding))
    found = [
        item
        for path, page in examined.items()
        for item in join(page, late.get(path, ()), plan, sources.__getitem__)
    ]
    return sorted(found, key=lambda item: item.sort_key)


def site_of(example: Example, files: Iterable[str]) -> Site:
    """The site of an example, by the table `links` of its configuration."""
    links = tomllib.loads(example.config).get("links", {})
    return Site(
        files=frozenset(files),
        base_url=links.get("base-url"),
        permalinks=tuple(links.get("permalinks", {}).items()),
        slug_style=links.get("anchors", "github"),
    )


def run_example(
    example: Example, text: str | None = None, rule: str = ""
) -> list[Diagnostic]:
    """Run all rules on an example of a rule's documentation, or on its fixed text.

    Findings of low confidence are shown of that rule only.
    """
    pages = {**(example.files or {}), example.path: text or example.text}
    type_ = "example" if example.schema else None
    types, site = types_of(example.schema), site_of(example, pages)
    found = run(pages, types, type_, site, least=Confidence.LOW)
    return [
        item
        for item in found
        if item.path == example.path
        if item.suppressed is None
        if item.rule == rule or item.confidence >= Confidence.MEDIUM
    ]


def report(diagnostics: Iterable[Diagnostic], rule: str = "") -> str:
    """Findings as `LINE:COLUMN: message`; those of other rules with their name."""
    return "\n".join(
        f"{item.start.line}:{item.start.column}: "
        + ("" if item.rule == rule else f"{item.rule}: ")
        + item.finding.message
        for item in diagnostics
    )


def apply(text: str, diagnostics: Iterable[Diagnostic]) -> str:
    """Apply the fixes of findings back to front, overlaps left out."""
    edits: list[Edit] = []
    for item in diagnostics:
        fix = item.finding.fix
        if fix and not any(_overlap(new, old) for new in fix.edits for old in edits):
            edits.extend(fix.edits)
    for edit in sorted(edits, key=lambda edit: edit.span, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


def _overlap(one: Edit, other: Edit) -> bool:
    return one.span == other.span or (
        one.span.start < other.span.end and other.span.start < one.span.end
    )
