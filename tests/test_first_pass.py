"""The first pass: what is done to pages, and what their failures leave alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from exlint import first_pass
from exlint.diagnostic import Confidence, Diagnostic, Finding, Severity
from exlint.engine import Plan
from exlint.first_pass import examine, examine_together
from exlint.markdown import Document
from exlint.page import Page
from exlint.rule import Rule
from exlint.rules import RULES
from exlint.text import Source, Span
from tests.support import ROOT, built_in_types

PAGE = "# Squat\n\nSit down.\n"
CONTENT = ROOT / "examples" / "content"


def nod(page: Page) -> Iterator[Finding]:
    """Find something on any page."""
    yield Finding(Span(0, 1), page.source.path)


def fail(page: Page) -> Iterator[Finding]:
    yield Finding(Span(0, 1), "before it fails")
    if page.source.path != "sound.md":
        raise ValueError(page.source.path)


SOUND = Rule("sound", "group", "", Severity.WARNING, Confidence.HIGH, nod)
BROKEN = replace(SOUND, name="broken", check=fail)


def plan(*rules: Rule) -> Plan:
    return Plan(built_in_types(), rules)


def sources(*names: str) -> list[tuple[Source, str | None]]:
    return [(Source.of(name, PAGE), None) for name in names]


def told(diagnostics: tuple[Diagnostic, ...]) -> list[tuple[str, str]]:
    return [(item.rule, item.finding.message) for item in diagnostics]


def test_pages_that_go_together_find_what_each_finds_alone() -> None:
    paths = sorted(CONTENT.rglob("*.md"))
    pages = [Source.of(path.name, path.read_text()) for path in paths]
    everything = plan(*RULES)
    together = examine_together([(page, None) for page in pages], everything)
    assert together == [examine(page, everything) for page in pages]
    assert sum(len(page.diagnostics) for page in together) > 10


def test_a_rule_that_fails_is_named_and_the_others_run() -> None:
    page = examine(Source.of("page.md", PAGE), plan(BROKEN, SOUND))
    assert told(page.diagnostics) == [
        ("internal-error", "rule 'broken' failed: ValueError: page.md"),
        ("broken", "before it fails"),
        ("sound", "page.md"),
    ]


def test_a_rule_that_fails_on_one_page_goes_on_with_the_next() -> None:
    _, page = examine_together(sources("page.md", "sound.md"), plan(BROKEN))
    assert told(page.diagnostics) == [("broken", "before it fails")]


@pytest.mark.parametrize("step", ["parse", "read_document"])
def test_a_page_that_exlint_cannot_read_is_reported(
    step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = getattr(first_pass, step)

    def deep(what: Source | Document, *others: object) -> object:
        source = what.source if isinstance(what, Document) else what
        if source.path == "deep.md":
            raise RecursionError("too deep")
        return real(what, *others)

    monkeypatch.setattr(first_pass, step, deep)
    pages = examine_together(sources("a.md", "deep.md", "b.md"), plan(SOUND))
    assert [bool(page.entry) for page in pages] == [True, False, True]
    assert [message for page in pages for _, message in told(page.diagnostics)] == [
        "a.md",
        "the page cannot be read: RecursionError: too deep",
        "b.md",
    ]


def test_a_rule_is_not_asked_where_what_it_needs_is_absent() -> None:
    needy = replace(SOUND, needs=frozenset({"lists"}))
    bare, listing = Source.of("bare.md", PAGE), Source.of("list.md", "- Squat\n")
    pages = examine_together([(bare, None), (listing, None)], plan(needy))
    assert [len(page.diagnostics) for page in pages] == [0, 1]


def test_what_a_rule_needs_may_fail(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: Page) -> object:
        raise ValueError("no lists")

    def check(page: Page) -> Iterator[Finding]:
        return (Finding(block.span, "a list") for block in page.lists)

    monkeypatch.setattr(Page, "lists", property(broken))
    needy = replace(SOUND, needs=frozenset({"lists"}), check=check)
    page = examine(Source.of("a.md", PAGE), plan(needy))
    message = "rule 'sound' failed: ValueError: no lists"
    assert told(page.diagnostics) == [("internal-error", message)]
