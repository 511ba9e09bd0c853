"""`--fix` and its kin: what is fixed, written, shown and said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click

from exlint.cli import shell
from exlint.cli.options import bundle
from exlint.diagnostic import Diagnostic
from exlint.errors import UserError
from exlint.files import replace_text
from exlint.light import dataclass, field
from exlint.linted import Linted, Reader, by_path
from exlint.outcome import Outcome
from exlint.report.summary import count

if TYPE_CHECKING:
    from exlint.fixing import Alone
    from exlint.repair import Change, Repair


@dataclass(frozen=True)
class Fixes:
    """What the user wants fixed."""

    wanted: bool = False
    unsafe: bool = False
    is_diff: bool = False
    """Show what would change and write nothing."""
    only: bool = False
    """Report nothing but what is fixed."""
    fail: bool = False
    """Whether the exit code is to say that something was fixed."""

    @property
    def writes(self) -> bool:
        """Whether pages are changed."""
        return self.wanted and not self.is_diff

    @classmethod
    def of(
        cls,
        fix: bool,
        unsafe_fixes: bool,
        diff: bool,
        fix_only: bool,
        exit_non_zero_on_fix: bool,
    ) -> Fixes:
        """Read the options.

        Raises:
            UserError: one means nothing without another.
        """
        wanted = fix or diff or fix_only
        if unsafe_fixes and not wanted:
            raise UserError("--unsafe-fixes: say --fix, --fix-only or --diff too")
        if exit_non_zero_on_fix and not wanted:
            raise UserError("--exit-non-zero-on-fix: say --fix or --fix-only too")
        return cls(
            wanted, unsafe_fixes, diff, fix_only or diff, exit_non_zero_on_fix or diff
        )


fixes_options = bundle(
    "fixes",
    Fixes.of,
    click.option("--fix", is_flag=True, help="Fix what can be fixed safely."),
    click.option(
        "--unsafe-fixes",
        is_flag=True,
        help="Apply the fixes too that may change what a page says.",
    ),
    click.option(
        "--diff", is_flag=True, help="Show what --fix would change; write nothing."
    ),
    click.option(
        "--fix-only", is_flag=True, help="Fix, and report nothing of what is left."
    ),
    click.option(
        "--exit-non-zero-on-fix",
        is_flag=True,
        help="Let the exit code be 1 if something was fixed.",
    ),
)


@dataclass
class Tally:
    """What the fixes of a run have come to."""

    wish: Fixes
    is_input: bool = False
    """Whether the one page is from standard input, and goes to standard output."""
    problems: int = 0
    pages: set[str] = field(default_factory=set)
    failed: bool = False
    """Whether a page could not be written."""

    def fix(
        self, linted: Linted, shown: Outcome, reader: Reader
    ) -> tuple[Linted, dict[str, Change]]:
        """Fix what is shown of the findings. Return what is left, and the changes."""
        from exlint.repair import Repair, check_again

        repair = Repair(self.wish.unsafe, _alone(linted, shown.shown))
        linted = repair.run(linted, reader)
        _tell(repair)
        changes = dict(repair.changes)
        if self.wish.is_diff:
            for change in changes.values():
                shell.write_lines(diff(change))
        elif not self.is_input:
            failed = [path for path in changes if not write(changes[path])]
            for path in failed:
                reader.forget(path)
                del changes[path]
            self.failed |= bool(failed or repair.changed_meanwhile)
            if failed:
                linted = check_again(linted, failed, reader)
        self.pages |= changes.keys()
        self.problems += sum(len(change.fixed) for change in changes.values())
        return linted, changes

    @property
    def summary(self) -> str:
        """`Fixed 12 problems in 3 files`."""
        verb = "Would fix" if self.wish.is_diff else "Fixed"
        problems, files = (
            count(self.problems, "problem"),
            count(len(self.pages), "file"),
        )
        return f"{verb} {problems} in {files}"


def _alone(linted: Linted, shown: Iterable[Diagnostic]) -> dict[str, Alone]:
    """Return by page what is not to be fixed because it is not shown."""
    wanted = {(item.path, item.place) for item in shown}
    return {
        path: {item.place: item for item in items if (path, item.place) not in wanted}
        for path, items in by_path(linted.outcome.diagnostics).items()
    }


def _tell(repair: Repair) -> None:
    """Say what could not be fixed, and why."""
    for path in sorted(repair.changed_meanwhile):
        shell.tell(f"exlint: {path}: not fixed: has changed meanwhile")
    for (path, _), drop in sorted(repair.dropped.items(), key=lambda pair: pair[0]):
        line = drop.diagnostic.start.line
        rule = drop.diagnostic.rule
        shell.tell(f"exlint: {path}:{line}: {rule} is not fixed: {drop.reason}")
    for path, change in sorted(repair.changes.items()):
        if not change.is_settled:
            shell.tell(f"exlint: {path}: its fixes undo each other, without an end")


def write(change: Change) -> bool:
    """Write a page as it is now; if that fails, say why."""
    path = change.after.path
    reason = replace_text(path, change.before.text, change.after.text)
    if reason is not None:
        shell.tell(f"exlint: {path}: not written: {reason}")
    return reason is None


def diff(change: Change) -> Iterator[str]:
    """Yield a unified diff."""
    import difflib

    before, after = _lines(change.before.text), _lines(change.after.text)
    path = change.after.path
    for line in difflib.unified_diff(before, after, path, path, n=3):
        yield line if line.endswith("\n") else f"{line}\n"
        if not line.endswith("\n"):
            yield "\\ No newline at end of file\n"


def _lines(text: str) -> list[str]:
    """Return lines as diffs know them: LF ends them, and nothing else."""
    lines = text.split("\n")
    return [f"{line}\n" for line in lines[:-1]] + ([lines[-1]] if lines[-1] else [])
