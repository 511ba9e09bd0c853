"""What the command line says of settings; it overrides the configuration."""

from __future__ import annotations

import click

from exlint.cli.options import bundle, completing, known_names, rule_names
from exlint.config import SEVERITIES, Config
from exlint.diagnostic import Severity
from exlint.light import dataclass, replace


@dataclass(frozen=True)
class Wishes:
    """The settings of one run."""

    select: tuple[str, ...]
    ignore: tuple[str, ...]
    fail_on: Severity | None
    pedantic: bool

    @classmethod
    def of(
        cls,
        select: tuple[str, ...],
        ignore: tuple[str, ...],
        fail_on: str | None,
        pedantic: bool,
    ) -> Wishes:
        """Read the options.

        Raises:
            UserError: one names a rule that does not exist.
        """
        return cls(
            rule_names("--select", select),
            rule_names("--ignore", ignore),
            SEVERITIES[fail_on] if fail_on else None,
            pedantic,
        )

    def applied(self, config: Config) -> Config:
        """Return a configuration as the user wants it this time.

        `--select` says exactly which rules run; `--ignore` takes away from these, or
        from those of the configuration.
        """
        if self.select:
            levels = tuple(pair for pair in config.severity if pair[1] is not None)
            config = replace(config, select=self.select, ignore=(), severity=levels)
        return replace(
            config,
            ignore=(*config.ignore, *self.ignore),
            pedantic=config.pedantic or self.pedantic,
            fail_on=self.fail_on or config.fail_on,
        )


wishes_options = bundle(
    "wishes",
    Wishes.of,
    click.option(
        "--select",
        multiple=True,
        metavar="NAMES",
        shell_complete=completing(known_names),
        help="Run only these rules or groups (with commas between them).",
    ),
    click.option(
        "--ignore",
        multiple=True,
        metavar="NAMES",
        shell_complete=completing(known_names),
        help="Do not run these rules or groups.",
    ),
    click.option(
        "--fail-on",
        type=click.Choice(list(SEVERITIES)),
        help="The least severity that makes the exit code 1.  [default: warning]",
    ),
    click.option(
        "--pedantic", is_flag=True, help="Report findings of low confidence too."
    ),
)
