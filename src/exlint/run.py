"""A run over many files: pass 1 page by page, then pass 2 over all entries."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from exlint.corpus import Corpus, Entry
from exlint.diagnostic import Diagnostic, Finding, Severity
from exlint.engine import (
    INTERNAL_ERROR,
    Examined,
    Plan,
    compose,
    examine,
    examine_corpus,
)
from exlint.files import Unreadable, read_source
from exlint.project import Project
from exlint.rule import Rule
from exlint.text import NOWHERE, Source


@dataclass(frozen=True)
class Outcome:
    """What a run found."""

    diagnostics: tuple[Diagnostic, ...] = ()
    """In order of path, position and rule; suppressed ones are among them."""
    pages: int = 0
    types: Mapping[str, int] = field(default_factory=dict)
    """How many pages of each type were read; of no type under the empty name."""

    @property
    def shown(self) -> tuple[Diagnostic, ...]:
        """The diagnostics that nobody asked to be silent about."""
        return tuple(item for item in self.diagnostics if item.suppressed is None)

    @property
    def has_crashed(self) -> bool:
        """Whether a rule has failed."""
        return any(item.rule == INTERNAL_ERROR.name for item in self.diagnostics)

    def worst(self) -> Severity | None:
        """The highest severity of what is shown."""
        return max((item.severity for item in self.shown), default=None)


def examine_pages(project: Project, paths: Iterable[str]) -> Iterator[Examined]:
    """Pass 1: examine pages one by one, in order."""
    for path in paths:
        source = read_source(path)
        if isinstance(source, Unreadable):
            yield _unreadable(source, project.plan)
        else:
            yield examine(source, project.plan)


def _unreadable(trouble: Unreadable, plan: Plan) -> Examined:
    rule = next((rule for rule in plan.rules if rule.name == "unreadable-file"), None)
    found = [(rule, Finding(NOWHERE, trouble.reason))] if rule else []
    source = Source.of(trouble.path, "")
    return Examined(trouble.path, None, tuple(compose(source, None, found, plan)))


def conclude(project: Project, examined: Iterable[Examined]) -> Outcome:
    """Pass 2: run the corpus rules, and put everything in order."""
    pages = {page.path: page for page in examined}
    entries = [page.entry for page in pages.values() if page.entry]
    corpus = Corpus.of(entries, project.site(entries))
    found: dict[str, list[tuple[Rule, Finding]]] = {}
    for entry, rule, finding in examine_corpus(corpus, project.plan):
        found.setdefault(entry.path, []).append((rule, finding))
    diagnostics = [item for page in pages.values() for item in page.diagnostics]
    for path, findings in found.items():
        source = read_source(path)
        if isinstance(source, Unreadable):
            source = Source.of(path, "")
        entry = corpus.entries[path]
        diagnostics.extend(compose(source, entry, findings, project.plan))
    diagnostics.sort(key=lambda item: item.sort_key)
    types = Counter(entry.type or "" for entry in entries)
    return Outcome(tuple(diagnostics), len(pages), types)
