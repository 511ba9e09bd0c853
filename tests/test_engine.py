"""The passes of a run: what rules yield becomes diagnostics, whatever rules do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from exlint.corpus import Corpus, Entry
from exlint.diagnostic import (
    Confidence,
    Diagnostic,
    Edit,
    Finding,
    Fix,
    Safety,
    Severity,
    Suppressed,
)
from exlint.engine import Examined, Plan, examine_corpus, join
from exlint.first_pass import examine
from exlint.flat import flattened, restored
from exlint.packing import pack, unpack
from exlint.page import Page
from exlint.rule import Rule
from exlint.site import Site
from exlint.text import Source, Span
from tests.support import built_in_types

PAGE = "# Squat\n\nSit down.\n\n## Tips\n\nSit down.\n"


def rule(name: str, *, severity: Severity = Severity.WARNING) -> Rule:
    """A rule that finds each `down`."""

    def check(page: Page) -> Iterator[Finding]:
        text = page.source.text
        start = text.find("down")
        while start >= 0:
            yield Finding(Span(start, start + 4), "down it goes")
            start = text.find("down", start + 1)

    return Rule(name, "group", "", severity, Confidence.HIGH, check)


def plan(*rules: Rule) -> Plan:
    return Plan(built_in_types(), rules, known=frozenset(each.name for each in rules))


def lint(text: str, *rules: Rule, path: str = "page.md") -> tuple[Diagnostic, ...]:
    return examine(Source.of(path, text), plan(*rules)).diagnostics


def corpus_of(*pages: Examined, is_whole: bool = True) -> Corpus:
    entries = [page.entry for page in pages if page.entry]
    return Corpus.of(entries, Site(files=frozenset(p.path for p in pages)), is_whole)


def test_findings_come_in_the_order_of_the_page() -> None:
    found = lint(PAGE, rule("second"), rule("first"))
    places = [(item.start.line, item.rule) for item in found]
    assert places == [(3, "first"), (3, "second"), (7, "first"), (7, "second")]
    assert {item.excerpt for item in found} == {"Sit down."}


def test_a_finding_keeps_its_fingerprint_when_it_moves() -> None:
    before = lint(PAGE, rule("a"))
    after = lint(PAGE.replace("Squat\n", "Squat\n\nMore text.\n"), rule("a"))
    assert [a.fingerprint for a in before] == [b.fingerprint for b in after]
    assert [a.start.line + 2 for a in before] == [b.start.line for b in after]


def test_fingerprints_tell_findings_apart() -> None:
    text = PAGE + "\nSit down.\n"
    found = [
        *lint(text, rule("a"), rule("b")),
        *lint(text, rule("a"), path="other.md"),
    ]
    assert len({item.fingerprint for item in found}) == len(found) == 9


def test_a_corpus_rule_that_fails_is_named_and_the_others_run() -> None:
    def fail(corpus: Corpus) -> Iterator[tuple[Entry, Finding]]:
        for entry in list(corpus)[1:]:
            yield entry, Finding(Span(0, 1), "before it fails")
        raise KeyError("x")

    def find(corpus: Corpus) -> Iterator[tuple[Entry, Finding]]:
        for entry in corpus:
            yield entry, Finding(Span(0, 1), "found")

    fails = Rule("f", "g", "", Severity.INFO, Confidence.HIGH, check_corpus=fail)
    finds = Rule("s", "g", "", Severity.INFO, Confidence.HIGH, check_corpus=find)
    todo = plan(fails, finds)
    pages = [examine(Source.of(path, PAGE), todo) for path in ("a.md", "b.md")]
    found = [
        (entry.path, by.name, finding.message)
        for entry, by, finding in examine_corpus(corpus_of(*pages), todo)
    ]
    assert found == [
        ("b.md", "f", "before it fails"),
        ("a.md", "internal-error", "rule 'f' failed: KeyError: 'x'"),
        ("a.md", "s", "found"),
        ("b.md", "s", "found"),
    ]


def test_the_severity_that_is_wished_for_wins() -> None:
    def check(page: Page) -> Iterator[Finding]:
        span = Span(0, len(page.source.text))
        yield Finding(span, "mild", severity=Severity.INFO)
        yield Finding(span, "unsure", confidence=Confidence.LOW)

    own = Rule("own", "group", "", Severity.WARNING, Confidence.HIGH, check)
    source = Source.of("page.md", PAGE)
    all_ = Plan(built_in_types(), (own,), least=Confidence.LOW)
    mild, unsure = examine(source, all_).diagnostics
    assert (mild.severity, mild.confidence) == (Severity.INFO, Confidence.HIGH)
    assert (unsure.severity, unsure.confidence) == (Severity.WARNING, Confidence.LOW)
    wished = replace(all_, severities={"own": Severity.ERROR})
    mild, unsure = examine(source, wished).diagnostics
    assert mild.severity is unsure.severity is Severity.ERROR


@pytest.mark.parametrize("text", [PAGE, f"<!-- exlint-disable-file a -->\n\n{PAGE}"])
def test_findings_of_little_confidence_are_left_out(text: str) -> None:
    unsure = Rule("unsure", "g", "", Severity.INFO, Confidence.LOW, rule("x").check)
    for least, count in ((Confidence.LOW, 2), (Confidence.MEDIUM, 0)):
        todo = Plan(built_in_types(), (unsure,), least=least)
        page = examine(Source.of("page.md", text), todo)
        assert len(join(page, (), todo, lambda path: Source.of(path, text))) == count
        is_kept = page.entry is not None and page.entry.suppressions
        assert len(page.diagnostics) == (2 if is_kept else count)


def test_the_ordinal_of_a_finding_counts_what_is_left_out() -> None:
    def check(_: Page) -> Iterator[Finding]:
        yield Finding(Span(0, 1), "unsure", confidence=Confidence.LOW)
        yield Finding(Span(0, 1), "sure")

    own = Rule("own", "group", "", Severity.WARNING, Confidence.HIGH, check)
    source, todo = Source.of("page.md", PAGE), plan(own)
    *_, sure = examine(source, replace(todo, least=Confidence.LOW)).diagnostics
    assert examine(source, todo).diagnostics == (sure,)


def test_what_is_found_on_a_page_travels() -> None:
    fix = Fix("Mend", (Edit(Span(0, 1), "a"), Edit(Span(3, 4), "")), Safety.UNSAFE)

    def check(_: Page) -> Iterator[Finding]:
        yield Finding(Span(0, 1), "fixed", fix, Confidence.MEDIUM, Severity.INFO)
        yield Finding(Span(0, 2), "plain")

    own = Rule("own", "group", "", Severity.WARNING, Confidence.HIGH, check)
    page = examine(Source.of("page.md", PAGE), plan(own))
    assert unpack(pack(page)) == page
    reason = Suppressed(Span(0, 1), "known")
    silent = [item._replace(suppressed=reason) for item in page.diagnostics]
    assert restored(flattened(silent)) == tuple(silent)


def no_text(path: str) -> Source:
    """Stands for the way to read a page again where nobody should."""
    raise AssertionError(path)


COMMENT = "<!-- exlint-disable-file a late -->\n\n"


@pytest.mark.parametrize("is_whole", [True, False])
def test_comments_are_judged_after_both_passes(is_whole: bool) -> None:
    late = Rule(
        "late",
        "group",
        "",
        Severity.INFO,
        Confidence.HIGH,
        check_corpus=lambda _: iter(()),
    )
    unused = engine_rule("unused-suppression")
    todo = plan(rule("a"), late, unused)
    source = Source.of("page.md", COMMENT + PAGE)
    page = examine(source, todo)
    found = join(page, (), todo, lambda _: source, is_whole)
    assert [item.suppressed is not None for item in found[:2]] == [True, True]
    told = [item.finding.message for item in found[2:]]
    expected = "nothing here for 'late' to find"
    assert told == ([expected] if is_whole else []), "others may hold what it finds"
    spared = [(late, Finding(Span(0, 1), "found late"))]
    found = join(page, spared, todo, lambda _: source, is_whole)
    assert all(item.suppressed for item in found)
    assert len(found) == 3


def test_only_rules_that_run_on_a_page_have_their_say_in_the_second_pass() -> None:
    late = Rule("late", "group", "", Severity.INFO, Confidence.HIGH)
    page = examine(Source.of("page.md", PAGE), plan())
    found = [(late, Finding(Span(0, 1), "found late"))]
    assert join(page, found, plan(), no_text) == []


def engine_rule(name: str) -> Rule:
    from exlint.rules import RULES

    return next(each for each in RULES if each.name == name)
