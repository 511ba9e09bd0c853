"""What both passes share: the plan, findings to diagnostics; and the second pass."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from exlint.audiences import Triggers
from exlint.causes import causes_of
from exlint.corpus import Corpus, Entry
from exlint.corpus.masking import NO_MASK, Mask
from exlint.diagnostic import (
    Confidence,
    Diagnostic,
    Finding,
    Severity,
)
from exlint.flat import flattened, restored
from exlint.light import dataclass, field
from exlint.once import cached_property
from exlint.page.reading import PageTypes
from exlint.paths import absolute, relative
from exlint.rule import Rule
from exlint.rules.file import internal_error
from exlint.silence import silence
from exlint.text import NOWHERE, Source, Span, digest

INTERNAL_ERROR = Rule.of(internal_error)


@dataclass(frozen=True)
class Plan:
    """What a run does to each page: the page types it knows, the rules it runs."""

    types: PageTypes
    rules: tuple[Rule, ...]
    severities: Mapping[str, Severity] = field(default_factory=dict)
    """Rule → the severity that all its findings have, whatever it says itself."""
    least: Confidence = Confidence.MEDIUM
    """Findings of less confidence are left out."""
    known: frozenset[str] = frozenset()
    """The names of all rules there are, run or not."""
    home: str = ""
    """The folder from which fingerprints count paths; empty for the working one."""

    @cached_property
    def compares(self) -> bool:
        """Whether a rule holds pages against each other, sentence by sentence."""
        return any(rule.group == "corpus" and rule.check_corpus for rule in self.rules)

    @cached_property
    def triggers(self) -> Triggers:
        """What the rules wait for on pages."""
        return Triggers.of(self.rules)

    @cached_property
    def ran(self) -> frozenset[str]:
        """The names of the rules that run."""
        return frozenset((INTERNAL_ERROR.name, *(rule.name for rule in self.rules)))

    def named(self, path: str) -> str:
        """Return a path as fingerprints know it, wherever exlint is started."""
        return relative(absolute(path), self.home) if self.home else path


@dataclass(frozen=True, slots=True)
class Examined:
    """All that is kept of one page after the first pass."""

    path: str
    entry: Entry | None
    """None for a page that cannot be read."""
    diagnostics: tuple[Diagnostic, ...]
    digest: bytes = b""
    """What its text was known by; empty for a page that cannot be read."""

    def __reduce__(self) -> tuple[type[Examined], tuple[Any, ...]]:
        found = flattened(self.diagnostics)
        return Examined, (self.path, self.entry, found, self.digest)

    def __post_init__(self) -> None:
        found = restored(self.diagnostics)
        object.__setattr__(self, "diagnostics", found)


def crash(rule: Rule, error: Exception) -> Finding:
    """Report that a rule has raised an error."""
    return Finding(NOWHERE, f"rule '{rule.name}' failed: {failure(error)}")


def failure(error: Exception) -> str:
    """Return an error in words."""
    name = type(error).__name__
    return f"{name}: {error}" if str(error) else name


def examine_corpus(corpus: Corpus, plan: Plan) -> Iterator[tuple[Entry, Rule, Finding]]:
    """Run the corpus rules on the entries of all pages.

    A rule that raises is reported on the first of them.
    """
    for rule in plan.rules:
        if rule.check_corpus:
            try:
                for entry, finding in rule.check_corpus(corpus):
                    yield entry, rule, finding
            except Exception as error:  # whatever a rule does, the run goes on
                for entry in list(corpus)[:1]:
                    yield entry, INTERNAL_ERROR, crash(rule, error)


def join(
    page: Examined,
    late: Iterable[tuple[Rule, Finding]],
    plan: Plan,
    read: Callable[[str], Source],
    is_whole: bool = True,
) -> list[Diagnostic]:
    """Join what both passes found on a page, and do as its comments ask.

    What both passes found is one finding, as the second has it: it may know a fix. The
    text of the page is read again if the second pass found something more. Unless all
    pages were at hand (`is_whole`), nobody can say that a corpus rule finds nothing.
    """
    found = list(page.diagnostics)
    if late:
        late = [pair for pair in late if pair[0].name in plan.ran]
        found, more = _merged(found, late)
        if more:
            found += compose(read(page.path), page.entry, more, plan)
    if page.entry and page.entry.suppressions:
        judged = {
            rule.name
            for rule in plan.rules
            if rule.check or (rule.check_corpus and is_whole)
        }
        found, told = silence(found, page.entry.suppressions, judged, plan.known)
        told = [pair for pair in told if pair[0].name in plan.ran]
        found += compose(read(page.path), page.entry, told, plan)
    return [item for item in found if item.confidence >= plan.least]


_Late = Sequence[tuple[Rule, Finding]]


def _merged(early: Iterable[Diagnostic], late: _Late) -> tuple[list[Diagnostic], _Late]:
    """Return what the first pass found, as the second has it, and the rest of that."""
    again = {(rule.name, _said(finding)): finding for rule, finding in late}
    found = list(early)
    merged = set()
    for number, item in enumerate(found if late else ()):
        key = (item.rule, _said(item.finding))
        if key in again:
            merged.add(key)
            found[number] = item._replace(finding=again[key])
    return found, [
        pair for pair in late if (pair[0].name, _said(pair[1])) not in merged
    ]


def _said(finding: Finding) -> tuple[Span, str]:
    return finding.span, finding.message


def compose(
    source: Source,
    entry: Entry | None,
    found: Iterable[tuple[Rule, Finding]],
    plan: Plan | None = None,
    mask: Mask | None = None,
) -> Iterator[Diagnostic]:
    """Turn the findings on one page into diagnostics, in the order of the page.

    `mask` tells what is the page's own; by default, what its entry tells.
    """
    ordered = sorted(found, key=lambda pair: (pair[1].span, pair[0].name))
    if not ordered:
        return
    severities = plan.severities if plan else {}
    least = _least(entry, plan)
    if mask is None:
        mask = _mask(entry, plan) if entry else NO_MASK
    seen: Counter[str] = Counter()
    lines, type_ = _Lines(source), (entry.type if entry else None) or ""
    path = plan.named(source.path) if plan else source.path
    shown: list[tuple[Rule, Finding, Span, str]] = []
    for rule, finding in ordered:
        line = source.line_at(finding.span.start)
        identity = _identity(lines, line, path, entry, rule, finding)
        seen[identity] += 1
        if (finding.confidence or rule.confidence) >= least:
            shown.append((rule, finding, line, f"{identity}\n{seen[identity]}"))
    causes = causes_of(source, mask, [finding for _, finding, _, _ in shown])
    for (rule, finding, line, identity), cause in zip(shown, causes, strict=True):
        yield Diagnostic(
            rule.name,
            severities.get(rule.name) or finding.severity or rule.severity,
            finding.confidence or rule.confidence,
            source.path,
            finding,
            source.lines,
            lines.excerpt(line),
            _digest(identity),
            type_,
            cause,
            page=rule.url,
        )


def _least(entry: Entry | None, plan: Plan | None) -> Confidence:
    """Return how sure findings must be: comments may silence what is not shown."""
    if plan is None or (entry and entry.suppressions):
        return Confidence.LOW
    return plan.least


def _mask(entry: Entry, plan: Plan | None) -> Mask:
    type_ = plan.types.types.get(entry.type or "") if plan else None
    return Mask.of_facts(entry.name, entry.stated, type_.layout if type_ else None)


@dataclass(frozen=True)
class _Lines:
    """The lines of a page that has findings, each made ready once.

    There can be thousands of findings in one line of a hundred thousand words.
    """

    source: Source
    _excerpts: dict[Span, str] = field(default_factory=dict)
    _normals: dict[Span, str] = field(default_factory=dict)

    def excerpt(self, line: Span) -> str:
        """Return the text of a line."""
        if line not in self._excerpts:
            self._excerpts[line] = self.source[line]
        return self._excerpts[line]

    def normal(self, span: Span) -> str:
        """Return what a text is known by: white space and case make no difference."""
        if span not in self._normals:
            words = " ".join(self.source[span].split())
            self._normals[span] = _digest(words.casefold())
        return self._normals[span]


def _identity(
    lines: _Lines,
    line: Span,
    path: str,
    entry: Entry | None,
    rule: Rule,
    finding: Finding,
) -> str:
    """What stays the same about a finding when text around it moves.

    The text is that of the finding's line, or of the span where that is longer.
    """
    section = entry.section_at(finding.span.start) if entry else 0
    text = Span(line.start, max(line.end, finding.span.end))
    return "\n".join((rule.name, path, str(section), lines.normal(text)))


def _digest(text: str) -> str:
    return digest(text.encode("utf-8", "surrogatepass"), 8).hex()
