"""`--add-suppressions`: comments that silence all findings there are."""

from __future__ import annotations

import click

from exlint.cli import shell
from exlint.cli.fix import write
from exlint.cli.options import bundle
from exlint.errors import UserError
from exlint.light import dataclass, field
from exlint.linted import Linted, Reader, by_path, unchanged
from exlint.outcome import Outcome
from exlint.report.summary import count

_NO_COMMENTS = (".mdx",)
"""Of files in which `<!--` is no comment."""


@dataclass
class Suppressions:
    """The comments of a run."""

    reason: str = ""
    """Empty, if none are wanted."""
    problems: int = 0
    pages: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, add_suppressions: bool, reason: str | None) -> Suppressions:
        """Read the options.

        Raises:
            UserError: one means nothing without the other.
        """
        reason = " ".join((reason or "").split())
        if add_suppressions and not reason:
            raise UserError('--add-suppressions: say why, with --reason "…"')
        if reason and not add_suppressions:
            raise UserError("--reason: say --add-suppressions too")
        if "--" in reason or reason.endswith("-"):
            raise UserError("--reason: a comment cannot hold '--', nor end with '-'")
        return cls(reason)

    def add(self, linted: Linted, shown: Outcome, reader: Reader) -> Linted:
        """Write comments for what is shown, and return what is found then."""
        from exlint.repair import Change, check_again, fixer_of
        from exlint.suppressing import Suppressor

        written = []
        pages = {page.path: page for page in linted.examined}
        for path, items in by_path(shown.shown).items():
            if path.lower().endswith(_NO_COMMENTS):
                shell.tell(f"exlint: {path}: not suppressed: MDX has no such comments")
                continue
            source = unchanged(pages[path], reader)
            if source is None:
                continue
            fixer = fixer_of(linted.project, path)
            new = Suppressor.of(fixer, source, self.reason).silence(items)
            if new is None:
                shell.tell(f"exlint: {path}: not suppressed: no comment is harmless")
            elif write(Change(source, new)):
                reader.forget(path)
                written.append(path)
                self.problems += len(items)
        self.pages.update(written)
        return check_again(linted, written, reader) if written else linted

    @property
    def summary(self) -> str:
        """`Suppressed 12 problems in 3 files`."""
        problems, files = (
            count(self.problems, "problem"),
            count(len(self.pages), "file"),
        )
        return f"Suppressed {problems} in {files}"


suppressions_options = bundle(
    "suppressions",
    Suppressions.of,
    click.option(
        "--add-suppressions",
        is_flag=True,
        help="Write comments into the pages that silence all that is found.",
    ),
    click.option(
        "--reason",
        metavar="TEXT",
        help="Why: stands in the comments of --add-suppressions.",
    ),
)
