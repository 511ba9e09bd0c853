"""Which reports a run writes, where, and how they look."""

from __future__ import annotations

import click

from exlint.cli import shell
from exlint.cli.options import bundle, completing
from exlint.config.kinds import unknown
from exlint.errors import UserError
from exlint.files import save_text
from exlint.light import dataclass, replace
from exlint.outcome import Outcome
from exlint.paths import absolute
from exlint.report import FORMATS, View, format_named


@dataclass(frozen=True)
class Target:
    """One report: its format, and where it goes."""

    format: str
    file: str = ""
    """Empty for standard output."""

    @classmethod
    def of(cls, text: str) -> Target:
        """Read `FORMAT` or `FORMAT:FILE`.

        Raises:
            UserError: there is no such format.
        """
        name, _, file = text.partition(":")
        if name not in FORMATS:
            raise UserError(f"--output-format: {unknown('format', name, FORMATS)}")
        return cls(name, file)


@dataclass(frozen=True)
class Reports:
    """The reports that the user asks for."""

    targets: tuple[Target, ...]
    colour: str
    view: View

    @classmethod
    def of(
        cls, formats: tuple[str, ...], colour: str, ungrouped: bool, statistics: bool
    ) -> Reports:
        """Read the options.

        Raises:
            UserError: there is no such format, or two go to one place.
        """
        targets = tuple(Target.of(text) for text in formats or ("text",))
        files = [target.file for target in targets]
        for file in files:
            if files.count(file) > 1:
                place = file or "standard output"
                raise UserError(f"--output-format: two formats go to {place}")
        return cls(targets, colour, View(grouped=not ungrouped, statistics=statistics))

    @property
    def files(self) -> list[str]:
        """The files that are written (absolute)."""
        return [absolute(target.file) for target in self.targets if target.file]

    def write(self, outcome: Outcome, aside: bool = False) -> None:
        """Write the reports of an outcome; `aside`, to standard error.

        Raises:
            UserError: a file cannot be written.
        """
        colour = shell.has_colour(self.colour)
        terminal = replace(self.view, width=shell.width(), colour=colour)
        for target in self.targets:
            if target.file:
                render = format_named(target.format, self.view)
                save_text(target.file, render(outcome))
            else:
                write = shell.write_aside if aside else shell.write
                write(format_named(target.format, terminal)(outcome))
        self._summarise(outcome)

    def _summarise(self, outcome: Outcome) -> None:
        """Tell in the summary of GitHub's job what its annotations have no room for."""
        file = shell.job_summary()
        if file and any(target.format == "github" for target in self.targets):
            save_text(file, format_named("markdown", self.view)(outcome), append=True)


reports_options = bundle(
    "reports",
    Reports.of,
    click.option(
        "--output-format",
        "formats",
        multiple=True,
        metavar="FORMAT[:FILE]",
        shell_complete=completing(lambda: FORMATS),
        help=f"{', '.join(FORMATS[:-1])} or {FORMATS[-1]}; several with a file each.  "
        "[default: text]",
    ),
    click.option(
        "--color",
        "colour",
        type=click.Choice(["auto", "always", "never"]),
        default="auto",
        help="When to write colours.  [default: auto]",
    ),
    click.option(
        "--no-group",
        "ungrouped",
        is_flag=True,
        help="Show each finding, also of a cause that stands on many pages.",
    ),
    click.option(
        "--statistics",
        is_flag=True,
        help="Count findings by rule and by cause instead of showing them.",
    ),
)
