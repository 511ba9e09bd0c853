"""What a run does with its findings before they are reported."""

from __future__ import annotations

from dataclasses import dataclass, replace

from exlint.cli import shell
from exlint.cli.baseline import Baselines
from exlint.cli.fix import Tally
from exlint.cli.since import Since
from exlint.repair import Linted, Reader


@dataclass(frozen=True)
class Chores:
    """Marks what is known, leaves out what is old, fixes what is left."""

    baselines: Baselines
    since: Since
    tally: Tally

    def done(self, linted: Linted, reader: Reader) -> Linted:
        """Return what is to be reported of the pages that share a configuration.

        Raises:
            UserError: the baseline or the revision is wrong.
        """
        linted = self.baselines.marked(linted)
        if self.tally.wish.wanted:
            shown = self.since.new(linted, reader).shown
            linted, changes = self.tally.fix(linted, shown, reader)
            if self.tally.wish.writes:
                self.since.forget()
                self.baselines.follow(linted, changes)
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
