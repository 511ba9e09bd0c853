"""Where the reports of a run go: `--output-format FORMAT[:FILE]`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

import click

from exlint.cli import shell
from exlint.config.kinds import unknown
from exlint.errors import UserError
from exlint.files import save_text
from exlint.report import View, formats
from exlint.run import Outcome

F = TypeVar("F", bound=Callable[..., Any])
NAMES = tuple(formats(View()))


@dataclass(frozen=True)
class Output:
    """A report to write."""

    format: str
    file: str = ""
    """Empty for standard output."""

    @classmethod
    def of(cls, text: str) -> Output:
        """Read `FORMAT` or `FORMAT:FILE`.

        Raises:
            UserError: there is no such format.
        """
        name, _, file = text.partition(":")
        if name not in NAMES:
            raise UserError(f"--output-format: {unknown('format', name, NAMES)}")
        return cls(name, file)


def output_option(command: F) -> F:
    """Add `--output-format`, `--color`, `--no-group` and `--statistics`."""
    command = click.option(
        "--statistics",
        is_flag=True,
        help="Count findings by rule and by cause instead of showing them.",
    )(command)
    command = click.option(
        "--no-group",
        "ungrouped",
        is_flag=True,
        help="Show each finding, also of a cause that stands on many pages.",
    )(command)
    command = click.option(
        "--color",
        "colour",
        type=click.Choice(["auto", "always", "never"]),
        default="auto",
        help="When to write colours.  [default: auto]",
    )(command)
    return click.option(
        "--output-format",
        "formats",
        multiple=True,
        metavar="FORMAT[:FILE]",
        help=f"{', '.join(NAMES[:-1])} or {NAMES[-1]}; several with a file each.  "
        "[default: text]",
    )(command)


def read_outputs(texts: Sequence[str]) -> list[Output]:
    """Return the reports that the user asks for.

    Raises:
        UserError: there is no such format, or two go to one place.
    """
    outputs = [Output.of(text) for text in texts or ("text",)]
    files = [output.file for output in outputs]
    for file in files:
        if files.count(file) > 1:
            place = file or "standard output"
            raise UserError(f"--output-format: two formats go to {place}")
    return outputs


def write_outputs(
    outputs: Sequence[Output], outcome: Outcome, colour: str, view: View
) -> None:
    """Write the reports, as `view` has them; its width and colours are the terminal's.

    Raises:
        UserError: a file cannot be written.
    """
    for output in outputs:
        if output.file:
            save_text(output.file, formats(view)[output.format](outcome))
        else:
            there = replace(view, width=shell.width(), colour=shell.has_colour(colour))
            shell.write(formats(there)[output.format](outcome))
