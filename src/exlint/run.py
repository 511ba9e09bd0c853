"""A run over many files: pass 1 page by page, then pass 2 over all entries."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby

from exlint.corpus import Corpus, Entry
from exlint.diagnostic import Finding
from exlint.engine import (
    Examined,
    compose,
    examine_corpus,
    join,
)
from exlint.files import Unreadable, read_source
from exlint.first_pass import AT_ONCE, examine_together
from exlint.linted import Read, unchanged
from exlint.outcome import Outcome, SiteSummary
from exlint.pagetype.vocabulary import squeezed
from exlint.paths import absolute, chunked
from exlint.project import Project
from exlint.rule import Rule
from exlint.rules.file import unreadable_file
from exlint.site import Site
from exlint.text import NOWHERE, Source

UNREADABLE_FILE = Rule.of(unreadable_file)
Examine = Callable[[Iterable[str]], Iterable[Examined]]
"""Does the first pass on pages."""


def examine_pages(
    project: Project, paths: Iterable[str], read: Read = read_source
) -> Iterator[Examined]:
    """Pass 1: examine pages, each by itself, in order."""
    for plan, group in groupby(paths, project.plan_for):
        for chunk in chunked(group, AT_ONCE):
            sources = list(map(read, chunk))
            readable = [one for one in sources if isinstance(one, Source)]
            tasks = [(source, project.type_of(source.path)) for source in readable]
            examined = iter(examine_together(tasks, plan))
            for source in sources:
                if isinstance(source, Unreadable):
                    yield report_unreadable(source, project)
                else:
                    yield next(examined)


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
    examine: Examine | None = None,
) -> Outcome:
    """Pass 2: run the corpus rules, and put everything in order.

    `files` are those of the site; by default, those that are there now. `examine`
    does the first pass on pages that others refer to.
    """
    examine = examine or (lambda paths: examine_pages(project, paths, read))
    pages = {page.path: page for page in examined}
    entries = {path: page.entry for path, page in pages.items() if page.entry}
    site = project.site(entries.values(), project.files() if files is None else files)
    wanted = dict.fromkeys(_wanted(project, entries, site))
    context = {page.path: page.entry for page in examine(wanted) if page.entry}
    is_whole = project.has_all({*pages, *context}, site)
    corpus = Corpus.of((*entries.values(), *context.values()), site, is_whole)
    late: dict[str, list[tuple[Rule, Finding]]] = {}
    for entry, rule, finding in examine_corpus(corpus, project.plan):
        late.setdefault(entry.path, []).append((rule, finding))

    def reread(path: str) -> Source:
        return unchanged(pages[path], read) or Source.of(path, "")

    found = [
        item
        for path, page in pages.items()
        for item in join(
            page, late.get(path, ()), project.plan_for(path), reread, is_whole
        )
    ]
    found.sort(key=lambda item: item.sort_key)
    types = Counter(entry.type or "" for entry in entries.values())
    told = SiteSummary(site.root, site.base_url, len(site.files), len(site.routes))
    return Outcome(tuple(found), len(pages), types, (told,), is_whole)


def _wanted(
    project: Project, entries: Mapping[str, Entry], site: Site
) -> Iterator[str]:
    """Yield the pages to which linted ones refer by an anchor or name."""
    yield from _mentioned(project, entries, site)
    for entry in entries.values():
        for target in entry.links.targets:
            if "#" in target:
                found = site.resolve(entry.path, target)
                if found.kind == "page" and found.path not in entries:
                    yield found.path


def _mentioned(
    project: Project, entries: Mapping[str, Entry], site: Site
) -> Iterator[str]:
    """Yield the pages that linted ones list, compare or refer to, by file name."""
    names: set[str] = set()
    for entry in entries.values():
        names.update(squeezed(name) for name in entry.mentions.names)
        names.update(squeezed(one.name.removesuffix(".md")) for one in entry.references)
    for path in sorted(site.files) if names else ():
        if path not in entries and project.config.include.match(absolute(path)):
            stem = path.rpartition("/")[2].rpartition(".")[0]
            if squeezed(stem) in names:
                yield path
