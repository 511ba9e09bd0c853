"""For tests of rules: run the examples of a rule's documentation."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from types import ModuleType

from exlint.additions import (
    extend_vocabulary,
    read_choices,
    read_languages,
    read_lexicons,
)
from exlint.config import Config, parse_config
from exlint.config.templates import delimiters_of
from exlint.corpus import Corpus
from exlint.diagnostic import Confidence, Diagnostic, Edit, Finding
from exlint.engine import Plan, examine_corpus, join
from exlint.first_pass import examine
from exlint.light import replace
from exlint.page.reading import PageType, PageTypes
from exlint.pagetype.lexicon import Lexicon
from exlint.pagetype.schema import SchemaStore
from exlint.pagetypes import load_store
from exlint.paths import sidecar_of
from exlint.rule import Example, Rule
from exlint.rules import RULES
from exlint.site import Site
from exlint.text import Source


def check_examples(module: ModuleType) -> None:
    """Check that a rule module says the truth in the examples of its docstring.

    They run under the rules of exlint, and this one.

    Raises:
        AssertionError: an example is reported or fixed otherwise than it says.
    """
    rule = Rule.of(module)
    rules = (*(other for other in RULES if other.name != rule.name), rule)
    for example in rule.examples:
        found = run_example(example, rule=rule.name, rules=rules)
        _expect("report", report(found, rule.name), example.report, example)
        own = [item for item in found if item.rule == rule.name]
        fixed = apply(example.text, own)
        _expect("fixed", fixed, example.fixed or example.text, example)


def _expect(what: str, said: str, wanted: str, example: Example) -> None:
    if said != wanted:
        raise AssertionError(
            f"~~~markdown\n{example.text}~~~\n{what}, by its documentation:\n{wanted}\n"
            f"{what}, in truth:\n{said}"
        )


@cache
def built_in_store() -> SchemaStore:
    """Return the schemas that ship with exlint."""
    return load_store()


@cache
def built_in_lexicons() -> Mapping[str, Lexicon]:
    """Return the words that ship with exlint, by their language."""
    return read_lexicons(Config())


@cache
def built_in_types() -> PageTypes:
    """Return the page types that ship with exlint."""
    store = built_in_store()
    names = ("exercise", "comparison", "hub")
    types = {name: PageType.of(name, f"{name}.schema.json", store) for name in names}
    languages = read_languages(Config())
    return PageTypes(types, built_in_lexicons(), languages=languages)


def types_of(schema: str | None, config: Config | None = None) -> PageTypes:
    """Return the page types under which an example of a rule stands."""
    config = config or Config()
    types = built_in_types()
    if schema is not None:
        name = "example.schema.json"
        document = {"type": "object", **json.loads(schema)}
        store = SchemaStore({**built_in_store().documents, name: document})
        for error in store.check(name):
            raise error
        store = extend_vocabulary(store, config)
        types = replace(types, types={"example": PageType.of("example", name, store)})
    return replace(
        types,
        choices=read_choices(config, types.types),
        templates=delimiters_of(config.markdown.templates),
        languages=read_languages(config),
    )


def run(
    pages: Mapping[str, str],
    types: PageTypes | None = None,
    type_: str | None = None,
    site: Site | None = None,
    rules: Iterable[Rule] = RULES,
    least: Confidence = Confidence.MEDIUM,
) -> list[Diagnostic]:
    """Run rules over pages held in memory, as exlint does over files."""
    chosen = tuple(rules)
    known = frozenset(rule.name for rule in (*RULES, *chosen))
    plan = Plan(types or built_in_types(), chosen, least=least, known=known)
    sources = {
        path: Source.of(path, text, pages.get(sidecar_of(path)))
        for path, text in pages.items()
        if not path.endswith(".json")
    }
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


def run_example(
    example: Example,
    text: str | None = None,
    rule: str = "",
    rules: Iterable[Rule] = RULES,
) -> list[Diagnostic]:
    """Run rules on an example of a rule's documentation, or on its fixed text.

    Findings of low confidence are shown of that rule only.
    """
    rules = tuple(rules)
    pages = {**(example.files or {}), example.path: text or example.text}
    type_ = "example" if example.schema else None
    config = parse_config(example.config, lambda: _names(rules))
    site, types = _site(config, pages), types_of(example.schema, config)
    found = run(pages, types, type_, site, rules, least=Confidence.LOW)
    return [
        item
        for item in found
        if item.path == example.path
        if item.suppressed is None
        if item.rule == rule or item.confidence >= Confidence.MEDIUM
    ]


def _names(rules: Iterable[Rule]) -> Iterator[str]:
    for rule in rules:
        yield from (rule.name, rule.group)


def _site(config: Config, files: Iterable[str]) -> Site:
    links = config.links
    return Site(
        files=frozenset(files),
        base_url=links.base_url,
        permalinks=links.permalinks,
        slug_style=links.anchors,
    )


def report(diagnostics: Iterable[Diagnostic], rule: str = "") -> str:
    """Return `LINE:COLUMN: message` of findings; other rules' with their name."""
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
