"""Fixing the pages of a run: in memory, until neither pass has anything left to fix."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from exlint.diagnostic import Diagnostic, Place
from exlint.engine import join
from exlint.first_pass import examine
from exlint.fixing import NOTHING, ROUNDS, Alone, Dropped, Fixed, Fixer
from exlint.light import dataclass, field, replace
from exlint.linted import Linted, Read, Reader, by_path, unchanged
from exlint.page import Page
from exlint.page.reading import read_page
from exlint.project import Project
from exlint.run import conclude, examine_pages
from exlint.text import Source


def check_again(linted: Linted, paths: Iterable[str], read: Read) -> Linted:
    """Return what is found now that some of the pages have changed."""
    new = {page.path: page for page in examine_pages(linted.project, paths, read)}
    examined = tuple(new.get(page.path, page) for page in linted.examined)
    outcome = conclude(linted.project, examined, read)
    return replace(linted, outcome=outcome, load=lambda: examined)


@dataclass(frozen=True)
class Change:
    """A page before and after its fixes."""

    before: Source
    after: Source
    fixed: tuple[Diagnostic, ...] = ()
    alone: Alone = field(default_factory=dict)
    """Where the findings stand now that were to be left alone."""
    is_settled: bool = True

    def then(self, fixed: Fixed) -> Change:
        """Return the change with what further fixes have made of the page."""
        return replace(
            self,
            after=fixed.source,
            fixed=(*self.fixed, *fixed.applied),
            alone=fixed.alone,
            is_settled=fixed.settled,
        )


@dataclass
class Repair:
    """Fixes pages, round after round."""

    unsafe: bool
    alone: Mapping[str, Alone]
    """Path → where the findings stand that are to be left alone."""
    changes: dict[str, Change] = field(default_factory=dict)
    dropped: dict[tuple[str, Place], Dropped] = field(default_factory=dict)
    changed_meanwhile: set[str] = field(default_factory=set)

    def run(self, linted: Linted, reader: Reader) -> Linted:
        """Fix pages until nothing is left to fix, and return what else is found."""
        for _ in range(ROUNDS):
            changed = list(self._round(linted, reader))
            if not changed:
                break
            linted = check_again(linted, changed, reader)
        return linted

    def _round(self, linted: Linted, reader: Reader) -> Iterator[str]:
        """Fix each page once, and yield those that have changed."""
        pages = {page.path: page for page in linted.examined}
        for path, items in by_path(linted.outcome.diagnostics).items():
            fixer = fixer_of(linted.project, path, self.unsafe)
            known = self.changes.get(path)
            alone = known.alone if known else self.alone.get(path, NOTHING)
            if known and not known.is_settled:
                continue
            if not any(fixer.wants(item, alone) for item in items):
                continue
            source = unchanged(pages[path], reader)
            if source is None:
                self.changed_meanwhile.add(path)
                continue
            fixed = fixer.fix(source, items, alone)
            for drop in fixed.dropped:
                self.dropped[(path, drop.diagnostic.place)] = drop
            if fixed.applied:
                self.changes[path] = (known or Change(source, source)).then(fixed)
                reader.keep(fixed.source)
                yield path


def fixer_of(project: Project, path: str, unsafe: bool = False) -> Fixer:
    """Return what fixes a page by the page rules that run on it."""
    plan, type_ = project.plan_for(path), project.type_of(path)

    def lint(source: Source) -> Sequence[Diagnostic]:
        examined = examine(source, plan, type_)
        return join(examined, (), plan, lambda _: source, is_whole=False)

    def read(source: Source) -> Page:
        return read_page(source, plan.types, type_)

    return Fixer(lint, read, unsafe)
