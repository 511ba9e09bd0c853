"""`exlint check`: lint pages."""

from __future__ import annotations

import click

from exlint.cli import shell
from exlint.cli.options import config_option, existing, paths_argument
from exlint.cli.progress import Bar
from exlint.cli.reports import Reports, reports_options
from exlint.cli.verbose import describe
from exlint.cli.wishes import Wishes, wishes_options
from exlint.config import Config, Configs
from exlint.discover import Batch, find_pages
from exlint.errors import UserError
from exlint.files import Unreadable, decode, read_source
from exlint.paths import absolute, shown
from exlint.project import Project
from exlint.rules import RULES
from exlint.run import Outcome, Read, conclude, examine_pages, report_unreadable
from exlint.text import Source

STDIN = "-"


@click.command(short_help="Check pages (the default command).")
@paths_argument
@config_option
@wishes_options
@reports_options
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
    configs: Configs,
    wishes: Wishes,
    reports: Reports,
    stdin_filename: str | None,
    verbose: bool,
) -> int:
    """Check pages: files, and folders with all that is below them.

    Without a PATH, the working directory is checked; - is standard input.

    The exit code is 0 if all is well, 1 if there is a finding of severity --fail-on
    or worse, 2 if exlint could not do its work.
    """
    batches, read = _find(paths, configs, stdin_filename)
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
    reports.write(outcome)
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
