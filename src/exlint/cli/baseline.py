"""The baseline: which findings are known, and the file that says so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

import click

from exlint.baseline import Baseline, BaselineError
from exlint.cli import shell
from exlint.cli.options import bundle
from exlint.diagnostic import Diagnostic
from exlint.errors import UserError
from exlint.files import load_text, save_text
from exlint.light import dataclass, field, replace
from exlint.linted import Linted, by_path
from exlint.outcome import INTERNAL_ERROR, Outcome
from exlint.paths import absolute, exists, folder_of, is_file, relative, resolve, shown
from exlint.project import Project
from exlint.report.summary import count

if TYPE_CHECKING:
    from exlint.repair import Change

NAME = ".exlint-baseline.json"


@dataclass(frozen=True)
class BaselineWish:
    """What the user wants of the baseline."""

    file: str = ""
    """Absolute; empty for the one that the configuration names."""
    write: bool = False
    prune: bool = False
    ignore: bool = False

    @classmethod
    def of(
        cls,
        baseline: str | None,
        write_baseline: bool,
        prune_baseline: bool,
        no_baseline: bool,
    ) -> BaselineWish:
        """Read the options.

        Raises:
            UserError: two of them contradict each other.
        """
        if no_baseline and (baseline or write_baseline or prune_baseline):
            raise UserError("--no-baseline: leave the other options for baselines out")
        file = absolute(baseline) if baseline else ""
        return cls(file, write_baseline, prune_baseline, no_baseline)


baseline_options = bundle(
    "baseline",
    BaselineWish.of,
    click.option(
        "--write-baseline",
        is_flag=True,
        help="Take all findings for known: only new ones are shown from now on.",
    ),
    click.option(
        "--prune-baseline",
        is_flag=True,
        help="Drop what is known and is there no more.",
    ),
    click.option(
        "--baseline",
        metavar="FILE",
        help=f"The file of what is known.  [default: {NAME}]",
    ),
    click.option("--no-baseline", is_flag=True, help="Show what is known too."),
)


@dataclass
class Store:
    """One baseline file during a run."""

    file: str
    baseline: Baseline
    found: Baseline = field(default_factory=lambda: Baseline({}))
    """What the run has found."""
    stale: Baseline = field(default_factory=lambda: Baseline({}))
    """What it has found no more."""
    is_changed: bool = False

    @classmethod
    def of(cls, file: str) -> Store:
        """Read a baseline file.

        Raises:
            UserError: it is no baseline.
        """
        if not is_file(file):
            return cls(file, Baseline({}))
        try:
            return cls(file, Baseline.loads(load_text(shown(file))))
        except BaselineError as error:
            raise UserError(f"{shown(file)}: {error}") from error

    def path(self, path: str) -> str:
        """Return a path as the file has it."""
        return relative(absolute(path), folder_of(self.file))

    def inside(self, items: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
        """Yield findings with their paths as the file has them."""
        paths: dict[str, str] = {}
        for item in items:
            if item.path not in paths:
                paths[item.path] = self.path(item.path)
            yield item._replace(path=paths[item.path])

    def marked(self, outcome: Outcome) -> Outcome:
        """Mark which findings are known."""
        if not len(self.baseline):
            return outcome
        pairs = zip(outcome.diagnostics, self.inside(outcome.diagnostics), strict=True)
        marked = (
            item._replace(known=True)
            if item.suppressed is None and self.baseline.knows(inside)
            else item
            for item, inside in pairs
        )
        return replace(outcome, diagnostics=tuple(marked))

    def follow(self, change: Change, found: Iterable[Diagnostic]) -> None:
        """Keep known what was known on a page before it was fixed.

        A fix that mends half a line gives the other half another fingerprint.
        """
        left = {item.place: item for item in found}
        known = {at: item for at, item in change.alone.items() if item.known}
        new = [left[at] for at in known if at in left]
        before, after = self._of(known.values()), self._of(new)
        if before.findings != after.findings:
            self.baseline = self.baseline.without(before).with_(after)
            self.is_changed = True

    def _of(self, items: Iterable[Diagnostic]) -> Baseline:
        return Baseline.of(self.inside(items))

    def learn(self, linted: Linted) -> None:
        """Note what a run has found, and what it has not."""
        found = [
            item
            for item in linted.outcome.diagnostics
            if item.suppressed is None and item.rule != INTERNAL_ERROR
        ]
        self.found = self.found.with_(self._of(found))
        judged = {self.path(path): _judged(linted, path) for path in linted.paths}

        def is_judged(path: str, rule: str) -> bool:
            if path in judged:
                return rule in judged[path]
            return not exists(resolve(folder_of(self.file), path))

        stale = self.baseline.stale(self.inside(found), is_judged)
        self.stale = self.stale.with_(stale)


def _judged(linted: Linted, path: str) -> frozenset[str]:
    """Return the rules that had their say on a page."""
    return frozenset(
        rule.name
        for rule in linted.project.plan_for(path).rules
        if rule.check or linted.outcome.is_whole
    )


@dataclass(frozen=True)
class Baselines:
    """The baseline files of a run: content roots can have one each."""

    wish: BaselineWish
    _stores: dict[str, Store] = field(default_factory=dict)

    def store(self, project: Project) -> Store:
        """Return the baseline of a project.

        Raises:
            UserError: there is no file where the user says, or it is no baseline.
        """
        config = project.config
        file = self.wish.file or config.baseline
        if file and not self.wish.write and not exists(file):
            origin = "--baseline" if self.wish.file else config.origin("baseline")
            hint = "--write-baseline makes one"
            raise UserError(f"{origin}: no such file: {shown(file)}; {hint}")
        file = file or f"{config.folder or project.root}/{NAME}"
        if file not in self._stores:
            self._stores[file] = Store.of(file)
        return self._stores[file]

    def marked(self, linted: Linted) -> Linted:
        """Mark which findings are known."""
        if self.wish.ignore or self.wish.write:
            return linted
        store = self.store(linted.project)
        return replace(linted, outcome=store.marked(linted.outcome))

    def follow(self, linted: Linted, changes: Mapping[str, Change]) -> None:
        """Keep known what was known on pages before they were fixed."""
        if not self.wish.ignore:
            found = by_path(linted.outcome.diagnostics)
            for path, change in changes.items():
                self.store(linted.project).follow(change, found.get(path, ()))

    def learn(self, linted: Linted) -> None:
        """Note what a run has found, and what it has not."""
        if not self.wish.ignore:
            store = self.store(linted.project)
            if self.wish.write or len(store.baseline):
                store.learn(linted)

    def close(self) -> None:
        """Write the files that are to be written, and tell what is stale.

        Raises:
            UserError: one cannot be written.
        """
        for store in self._stores.values():
            name, stale = shown(store.file), count(len(store.stale), "finding")
            if self.wish.write:
                old = store.baseline.without(store.stale)
                store.baseline = old.with_(store.found)
                known = count(len(store.baseline), "finding")
                shell.tell(f"exlint: {name}: {known} known from now on")
            elif self.wish.prune and len(store.stale):
                store.baseline = store.baseline.without(store.stale)
                shell.tell(f"exlint: {name}: {stale} dropped")
            elif len(store.stale):
                hint = "--prune-baseline drops them"
                shell.tell(f"exlint: {name}: {stale} no longer there: {hint}")
            if self.wish.write or self.wish.prune or store.is_changed:
                save_text(name, [store.baseline.dumps()])
