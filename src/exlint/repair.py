"""Fixing the pages of a run: in memory, until neither pass has anything left to fix."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from exlint.diagnostic import Diagnostic
from exlint.engine import Examined, examine, join
from exlint.files import Unreadable
from exlint.fixing import NOTHING, ROUNDS, Alone, Dropped, Fixed, Fixer, Place, place
from exlint.page import Page
from exlint.page.reading import read_page
from exlint.project import Project
from exlint.run import Outcome, Read, conclude, examine_pages
from exlint.text import Source


@dataclass(frozen=True)
class Linted:
    """The pages that share a configuration, and what was found on them."""

    project: Project
    examined: tuple[Examined, ...]
    outcome: Outcome

    def again(self, paths: Iterable[str], read: Read) -> Linted:
        """Return what is found now that some of the pages have changed."""
        new = {page.path: page for page in examine_pages(self.project, paths, read)}
        examined = tuple(new.get(page.path, page) for page in self.examined)
        return replace(
            self, examined=examined, outcome=conclude(self.project, examined, read)
        )


class Reader:
    """Reads pages, and notices when one is not what it was at the first time."""

    def __init__(self, read: Read) -> None:
        self._read = read
        self._seen: dict[str, int] = {}
        self._new: dict[str, Source] = {}

    def __call__(self, path: str) -> Source | Unreadable:
        """Return a page: as it is fixed, if it is, else as it was at first."""
        if path in self._new:
            return self._new[path]
        source = self._read(path)
        if isinstance(source, Source):
            text = hash(source.text)
            if self._seen.setdefault(path, text) != text:
                return Unreadable(path, "has changed meanwhile")
        return source

    def keep(self, source: Source) -> None:
        """Take a page for changed."""
        self._new[source.path] = source

    def forget(self, path: str) -> None:
        """Take a page as it stands on the disk."""
        self._new.pop(path, None)
        self._seen.pop(path, None)


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
            linted = linted.again(changed, reader)
        return linted

    def _round(self, linted: Linted, reader: Reader) -> Iterator[str]:
        """Fix each page once, and yield those that have changed."""
        for path, items in by_path(linted.outcome.diagnostics).items():
            fixer = fixer_of(linted.project, path, self.unsafe)
            known = self.changes.get(path)
            alone = known.alone if known else self.alone.get(path, NOTHING)
            if known and not known.is_settled:
                continue
            if not any(fixer.wants(item, alone) for item in items):
                continue
            source = reader(path)
            if isinstance(source, Unreadable):
                self.changed_meanwhile.add(path)
                continue
            fixed = fixer.fix(source, items, alone)
            for drop in fixed.dropped:
                self.dropped[(path, place(drop.diagnostic))] = drop
            if fixed.applied:
                self.changes[path] = (known or Change(source, source)).then(fixed)
                reader.keep(fixed.source)
                yield path


def by_path(items: Iterable[Diagnostic]) -> Mapping[str, Sequence[Diagnostic]]:
    """Return findings by the page on which they stand."""
    found: dict[str, list[Diagnostic]] = {}
    for item in items:
        found.setdefault(item.path, []).append(item)
    return found


def fixer_of(project: Project, path: str, unsafe: bool = False) -> Fixer:
    """Return what fixes a page by the page rules that run on it."""
    plan, type_ = project.plan_for(path), project.type_of(path)

    def lint(source: Source) -> Sequence[Diagnostic]:
        examined = examine(source, plan, type_)
        return join(examined, (), plan, lambda _: source, is_whole=False)

    def read(source: Source) -> Page:
        return read_page(source, plan.types, type_)

    return Fixer(lint, read, unsafe)
