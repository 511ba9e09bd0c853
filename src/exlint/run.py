"""A run over many files: pass 1 page by page, then pass 2 over all entries."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from exlint.corpus import Corpus, Entry
from exlint.diagnostic import Diagnostic, Finding, Severity
from exlint.engine import (
    INTERNAL_ERROR,
    Examined,
    compose,
    examine,
    examine_corpus,
    join,
)
from exlint.files import Unreadable, read_source
from exlint.pagetype.vocabulary import squeezed
from exlint.paths import absolute
from exlint.project import Project
from exlint.rule import Rule
from exlint.rules.file import unreadable_file
from exlint.site import Site
from exlint.text import NOWHERE, Source

UNREADABLE_FILE = Rule.of(unreadable_file)


@dataclass(frozen=True)
class Outcome:
    """What a run found."""

    diagnostics: tuple[Diagnostic, ...] = ()
    """In order of path, position and rule; suppressed ones are among them."""
    pages: int = 0
    types: Mapping[str, int] = field(default_factory=dict)
    """How many pages of each type were read; of no type under the empty name."""
    sites: tuple[Site, ...] = ()
    is_whole: bool = True
    """Whether all pages of the sites were read."""

    @property
    def shown(self) -> tuple[Diagnostic, ...]:
        """The diagnostics that nobody asked to be silent about, but for known ones."""
        return tuple(
            item
            for item in self.diagnostics
            if item.suppressed is None and not item.known
        )

    @property
    def known(self) -> int:
        """How many diagnostics stand in the baseline."""
        return sum(item.known for item in self.diagnostics)

    @property
    def has_crashed(self) -> bool:
        """Whether a rule has failed."""
        return any(item.rule == INTERNAL_ERROR.name for item in self.diagnostics)

    @property
    def worst(self) -> Severity | None:
        """The highest severity of what is shown."""
        return max((item.severity for item in self.shown), default=None)

    def and_(self, other: Outcome) -> Outcome:
        """Return what two runs found together."""
        diagnostics = sorted(
            (*self.diagnostics, *other.diagnostics), key=lambda item: item.sort_key
        )
        return Outcome(
            tuple(diagnostics),
            self.pages + other.pages,
            Counter(self.types) + Counter(other.types),
            (*self.sites, *other.sites),
            self.is_whole and other.is_whole,
        )


Read = Callable[[str], "Source | Unreadable"]
"""Gives the text of a page by its path."""


def examine_pages(
    project: Project, paths: Iterable[str], read: Read = read_source
) -> Iterator[Examined]:
    """Pass 1: examine pages one by one, in order."""
    for path in paths:
        source = read(path)
        if isinstance(source, Unreadable):
            yield report_unreadable(source, project)
        else:
            yield examine(source, project.plan_for(path), project.type_of(path))


def report_unreadable(trouble: Unreadable, project: Project) -> Examined:
    """Report a file or folder that cannot be read."""
    plan, source = project.plan_for(trouble.path), Source.of(trouble.path, "")
    is_wanted = any(rule.name == UNREADABLE_FILE.name for rule in plan.rules)
    found = [(UNREADABLE_FILE, Finding(NOWHERE, trouble.reason))] if is_wanted else []
    return Examined(trouble.path, None, tuple(compose(source, None, found, plan)))


def conclude(
    project: Project,
    examined: Iterable[Examined],
    read: Read = read_source,
    files: frozenset[str] | None = None,
) -> Outcome:
    """Pass 2: run the corpus rules, and put everything in order.

    `files` are those of the site; by default, those that are there now.
    """
    pages = {page.path: page for page in examined}
    entries = {path: page.entry for path, page in pages.items() if page.entry}
    site = project.site(entries.values(), project.files() if files is None else files)
    context = _context(project, entries, site, read)
    is_whole = project.has_all({*pages, *context}, site)
    corpus = Corpus.of((*entries.values(), *context.values()), site, is_whole)
    late: dict[str, list[tuple[Rule, Finding]]] = {}
    for entry, rule, finding in examine_corpus(corpus, project.plan):
        late.setdefault(entry.path, []).append((rule, finding))

    def reread(path: str) -> Source:
        source = read(path)
        return Source.of(path, "") if isinstance(source, Unreadable) else source

    found = [
        item
        for path, page in pages.items()
        for item in join(
            page, late.get(path, ()), project.plan_for(path), reread, is_whole
        )
    ]
    found.sort(key=lambda item: item.sort_key)
    types = Counter(entry.type or "" for entry in entries.values())
    return Outcome(tuple(found), len(pages), types, (site,), is_whole)


def _context(
    project: Project, entries: Mapping[str, Entry], site: Site, read: Read
) -> dict[str, Entry]:
    """Return the entries of pages to which linted ones refer by an anchor or name."""
    wanted = dict.fromkeys(_mentioned(project, entries, site))
    for entry in entries.values():
        for link in entry.links:
            if "#" in link.target:
                target = site.resolve(entry.path, link.target)
                if target.kind == "page" and target.path not in entries:
                    wanted[target.path] = None
    context = examine_pages(project, wanted, read)
    return {page.path: page.entry for page in context if page.entry}


def _mentioned(
    project: Project, entries: Mapping[str, Entry], site: Site
) -> Iterator[str]:
    """Yield the pages that linted ones list or compare, as their file names tell."""
    names = {
        squeezed(mention.name)
        for entry in entries.values()
        for mention in entry.mentions
    }
    for path in site.files if names else ():
        if path not in entries and project.config.include.match(absolute(path)):
            stem = path.rpartition("/")[2].rpartition(".")[0]
            if squeezed(stem) in names:
                yield path
