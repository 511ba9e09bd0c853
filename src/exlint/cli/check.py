"""`exlint check`: lint pages."""

from __future__ import annotations

from dataclasses import dataclass, replace

import click

from exlint.cli import shell
from exlint.cli.options import (
    config_option,
    existing,
    paths_argument,
    read_configs,
    rule_names,
)
from exlint.cli.outputs import output_option, read_outputs, write_outputs
from exlint.cli.progress import Bar
from exlint.cli.verbose import describe
from exlint.config import SEVERITIES, Config, Configs
from exlint.discover import Batch, find_pages
from exlint.errors import UserError
from exlint.files import Unreadable, decode, read_source
from exlint.paths import absolute, shown
from exlint.project import Project
from exlint.report import View
from exlint.rules import RULES
from exlint.run import Outcome, Read, conclude, examine_pages, report_unreadable
from exlint.text import Source

STDIN = "-"


@dataclass(frozen=True)
class Wishes:
    """What the command line says of settings; it overrides the configuration."""

    select: tuple[str, ...]
    ignore: tuple[str, ...]
    fail_on: str | None
    pedantic: bool

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
            fail_on=SEVERITIES[self.fail_on] if self.fail_on else config.fail_on,
        )


@click.command(short_help="Check pages (the default command).")
@paths_argument
@config_option
@click.option(
    "--select",
    multiple=True,
    metavar="NAMES",
    help="Run only these rules or groups (with commas between them).",
)
@click.option(
    "--ignore", multiple=True, metavar="NAMES", help="Do not run these rules or groups."
)
@click.option(
    "--fail-on",
    type=click.Choice(list(SEVERITIES)),
    help="The least severity that makes the exit code 1.  [default: warning]",
)
@click.option("--pedantic", is_flag=True, help="Report findings of low confidence too.")
@output_option
@click.option(
    "--stdin-filename",
    metavar="FILE",
    help="The path of the page that is read from standard input.",
)
@click.option(
    "-v",
    "--verbose",
    is_flag=True,
    help="Say which configuration, content root, base URL and page types are used.",
)
def command(
    paths: tuple[str, ...],
    config_file: str | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str | None,
    pedantic: bool,
    formats: tuple[str, ...],
    colour: str,
    ungrouped: bool,
    statistics: bool,
    stdin_filename: str | None,
    verbose: bool,
) -> int:
    """Check pages: files, and folders with all that is below them.

    Without a PATH, the working directory is checked; - is standard input.

    The exit code is 0 if all is well, 1 if there is a finding of severity --fail-on
    or worse, 2 if exlint could not do its work.
    """
    outputs = read_outputs(formats)
    wishes = Wishes(
        rule_names("--select", select),
        rule_names("--ignore", ignore),
        fail_on,
        pedantic,
    )
    batches, read = _find(paths, read_configs(config_file), stdin_filename)
    code, outcome = 0, Outcome()
    with Bar(sum(len(batch.pages) for batch in batches)) as bar:
        for batch in batches:
            project = Project.of(wishes.applied(batch.config), batch.root, RULES)
            found = _check(project, batch, read, bar)
            code = max(code, _exit_code(found, project.config))
            outcome = outcome.and_(found)
            if verbose:
                for line in describe(project, found):
                    shell.tell(line)
    view = View(grouped=not ungrouped, statistics=statistics)
    write_outputs(outputs, outcome, colour, view)
    return code


def _find(
    paths: tuple[str, ...], configs: Configs, stdin_name: str | None
) -> tuple[list[Batch], Read]:
    """Return the pages to check, and the way to read them.

    Raises:
        UserError: nothing stands at a path, or nothing that is a page.
    """
    if STDIN not in paths:
        starts = existing(paths)
        batches = find_pages(starts, configs)
        if not batches:
            places = ", ".join(map(shown, starts))
            raise UserError(f"no pages in {places}: see the settings include, exclude")
        return batches, read_source
    if len(paths) > 1:
        raise UserError("'-' is read alone, without other paths")
    path = absolute(stdin_name or STDIN)
    page = decode(shown(path), shell.read_input())

    def read(name: str) -> Source | Unreadable:
        return page if name == page.path else read_source(name)

    return find_pages([path], configs), read


def _check(project: Project, batch: Batch, read: Read, bar: Bar) -> Outcome:
    troubles = (report_unreadable(trouble, project) for trouble in batch.troubles)
    pages = examine_pages(project, map(shown, batch.pages), read)
    return conclude(project, (*troubles, *bar.over(pages)), read)


def _exit_code(outcome: Outcome, config: Config) -> int:
    if outcome.has_crashed:
        return 2
    return int(outcome.worst is not None and outcome.worst >= config.fail_on)
