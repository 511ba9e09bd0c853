"""The passes of a run: pages one by one, then the corpus; findings to diagnostics."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from exlint.corpus import Corpus, Entry
from exlint.diagnostic import Diagnostic, Finding
from exlint.reading import PageTypes, read_page
from exlint.rule import Rule
from exlint.rules.file import internal_error
from exlint.text import Source, Span

INTERNAL_ERROR = Rule.of(internal_error)


@dataclass(frozen=True)
class Plan:
    """What a run does to each page: the page types it knows, the rules it runs."""

    types: PageTypes
    rules: tuple[Rule, ...]


@dataclass(frozen=True, slots=True)
class Examined:
    """All that is kept of one page after the first pass."""

    entry: Entry
    diagnostics: tuple[Diagnostic, ...]


def examine(source: Source, plan: Plan, configured: str | None = None) -> Examined:
    """Run the page rules on one source.

    A rule that raises is a bug of exlint's: it is reported as `internal-error` on the
    page, and the other rules run.
    """
    page = read_page(source, plan.types, configured)
    entry = Entry.of(page)
    found: list[tuple[Rule, Finding]] = []
    for rule in plan.rules:
        if rule.check:
            try:
                found.extend((rule, finding) for finding in rule.check(page))
            except Exception as error:  # whatever a rule does, the run goes on
                found.append((INTERNAL_ERROR, _crash(rule, error)))
    return Examined(entry, tuple(compose(source, entry, found)))


def _crash(rule: Rule, error: Exception) -> Finding:
    cause = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    return Finding(Span(0, 0), f"rule '{rule.name}' failed: {cause}")


def examine_corpus(corpus: Corpus, plan: Plan) -> Iterator[tuple[Entry, Rule, Finding]]:
    """Run the corpus rules on the entries of all pages."""
    for rule in plan.rules:
        if rule.check_corpus:
            for entry, finding in rule.check_corpus(corpus):
                yield entry, rule, finding


def compose(
    source: Source, entry: Entry, found: Iterable[tuple[Rule, Finding]]
) -> Iterator[Diagnostic]:
    """Turn the findings on one page into diagnostics, in the order of the page."""
    ordered = sorted(found, key=lambda pair: (pair[1].span, pair[0].name))
    seen: Counter[str] = Counter()
    for rule, finding in ordered:
        identity = _identity(source, entry, rule, finding)
        seen[identity] += 1
        yield Diagnostic(
            rule.name,
            finding.severity or rule.severity,
            finding.confidence or rule.confidence,
            source.path,
            finding,
            source.lines,
            source[source.line_at(finding.span.start)],
            _fingerprint(f"{identity}\n{seen[identity]}"),
        )


def _identity(source: Source, entry: Entry, rule: Rule, finding: Finding) -> str:
    """What stays the same about a finding when text around it moves.

    The text is that of the finding's line, or of the span where that is longer.
    """
    section = ""
    for start, title in entry.sections:
        if start > finding.span.start:
            break
        section = title
    line = source.line_at(finding.span.start)
    text = source[Span(line.start, max(line.end, finding.span.end))]
    normal = " ".join(text.split()).casefold()
    return "\n".join((rule.name, source.path, section, normal))


def _fingerprint(identity: str) -> str:
    return hashlib.sha256(identity.encode("utf-8", "surrogatepass")).hexdigest()[:16]
