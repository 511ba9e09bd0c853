"""What a run does with its findings before they are reported."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from exlint.cli import shell
from exlint.cli.baseline import Baselines, BaselineWish, baseline_options
from exlint.cli.fix import Fixes, Tally, fixes_options
from exlint.cli.options import bundle
from exlint.cli.since import Since
from exlint.cli.suppress import Suppressions, suppressions_options
from exlint.errors import UserError
from exlint.light import dataclass, replace
from exlint.linted import Linted, Reader


@dataclass(frozen=True)
class Orders:
    """What the user wants done with the findings."""

    fixes: Fixes
    suppressions: Suppressions
    baseline: BaselineWish
    since: str | None

    def chores(self, is_input: bool) -> Chores:
        """Return the chores of one run.

        Raises:
            UserError: two orders contradict each other.
        """
        if self.suppressions.reason and self.fixes.is_diff:
            raise UserError("--add-suppressions: leave --diff out")
        if self.baseline.ignore and self.fixes.wanted:
            hint = "--fix --write-baseline fixes what is known too"
            raise UserError(f"--no-baseline: leave --fix out; {hint}")
        if self.baseline.write and is_input:
            raise UserError("--write-baseline: leave '-' out")
        tally = Tally(self.fixes, is_input)
        baselines, since = Baselines(self.baseline), Since(self.since)
        return Chores(baselines, since, tally, self.suppressions)


_together = bundle(
    "orders",
    Orders,
    click.option(
        "--since",
        metavar="REVISION",
        help="Show only what is new since a git revision.",
    ),
)


def orders_options(command: Callable[..., Any]) -> Any:
    """Add the options that give orders, and hand them over as one argument."""
    return fixes_options(suppressions_options(baseline_options(_together(command))))


@dataclass(frozen=True)
class Chores:
    """Marks what is known, leaves out what is old, fixes what is left."""

    baselines: Baselines
    since: Since
    tally: Tally
    suppressions: Suppressions

    def done(self, linted: Linted, reader: Reader) -> Linted:
        """Return what is to be reported of the pages that share a configuration.

        Raises:
            UserError: the baseline or the revision is wrong.
        """
        linted = self.baselines.marked(linted)
        if self.tally.wish.wanted:
            shown = self.since.new(linted, reader)
            linted, changes = self.tally.fix(linted, shown, reader)
            if self.tally.wish.writes:
                self.since.forget()
                self.baselines.follow(linted, changes)
            linted = self.baselines.marked(linted)
        if self.suppressions.reason:
            shown = self.since.new(linted, reader)
            linted = self.suppressions.add(linted, shown, reader)
            self.since.forget()
            linted = self.baselines.marked(linted)
        if self.tally.wish.writes or not self.tally.wish.wanted:
            self.baselines.learn(linted)
        return replace(linted, outcome=self.since.new(linted, reader))

    def close(self) -> None:
        """Write the baselines, and say what was fixed.

        Raises:
            UserError: a baseline cannot be written.
        """
        self.baselines.close()
        if self.tally.pages:
            shell.tell(self.tally.summary)
        if self.suppressions.pages:
            shell.tell(self.suppressions.summary)

    @property
    def is_silent(self) -> bool:
        """Whether there is to be no report."""
        return self.tally.wish.only or self.baselines.wish.write

    def exit_code(self, code: int) -> int:
        """Return the exit code of the run; `code` is what its findings ask for."""
        if code == 2 or self.tally.failed:
            return 2
        if self.tally.pages and self.tally.wish.fail:
            return 1
        return 0 if self.is_silent else code
