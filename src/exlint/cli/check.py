"""`exlint check`: lint pages."""

from __future__ import annotations

import click

from exlint.cli import shell
from exlint.cli.chores import Orders, orders_options
from exlint.cli.effort import Effort, effort_options
from exlint.cli.options import config_option, existing, paths_argument
from exlint.cli.progress import Bar
from exlint.cli.reports import Reports, reports_options
from exlint.cli.stdin import Input
from exlint.cli.verbose import describe
from exlint.cli.watch import watch as check_forever
from exlint.cli.wishes import Wishes, wishes_options
from exlint.config import Config, Configs
from exlint.discover import Batch, find_pages
from exlint.errors import UserError
from exlint.files import read_source
from exlint.light import dataclass
from exlint.linted import Read, Reader
from exlint.outcome import Outcome
from exlint.paths import absolute, shown
from exlint.text import Source


@click.command(short_help="Check pages (the default command).")
@paths_argument
@config_option
@wishes_options
@reports_options
@orders_options
@effort_options
@click.option(
    "--stdin-filename",
    metavar="FILE",
    help="The path of the page that is read from standard input.",
)
@click.option(
    "--watch",
    is_flag=True,
    help="Check again whenever a file changes, until Ctrl-C.",
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
    orders: Orders,
    effort: Effort,
    stdin_filename: str | None,
    watch: bool,
    verbose: bool,
) -> int:
    """Check pages: files, and folders with all that is below them.

    Without a PATH, the working directory is checked; - is standard input.

    The exit code is 0 if all is well, 1 if there is a finding of severity --fail-on
    or worse, 2 if exlint could not do its work.
    """
    page = Input.of(paths, stdin_filename)
    starts = [absolute(page.path)] if page else existing(paths)
    check = Check(starts, page, wishes, reports, orders, effort, verbose)
    if orders.suppressions.reason and (page or watch):
        raise UserError("--add-suppressions: leave '-' and --watch out")
    if watch:
        if page or orders.baseline.write:
            raise UserError("--watch: leave '-' and --write-baseline out")
        check_forever(starts, configs, reports.files, check.run)
    return check.run(configs)


@dataclass(frozen=True)
class Check:
    """What is to be done with which pages."""

    starts: list[str]
    page: Input | None
    wishes: Wishes
    reports: Reports
    orders: Orders
    effort: Effort
    verbose: bool

    def run(self, configs: Configs) -> int:
        """Check the pages, report what was found, and return the exit code.

        Raises:
            UserError: there are no pages, or a setting or file is wrong.
        """
        page, writes = self.page, self.orders.fixes.writes
        read = Reader(page.read if page else read_source)
        batches = _find(self.starts, configs)
        chores = self.orders.chores(is_input=page is not None)
        code, outcome = 0, Outcome()
        with Bar(sum(len(batch.pages) for batch in batches)) as bar:
            for batch in batches:
                config = self.wishes.applied(batch.config)
                given = page.read if page else None
                linter = self.effort.linter(config, batch.root, given, bar.over)
                found = chores.done(linter.lint(batch), read).outcome
                code = max(code, _exit_code(found, config))
                outcome = outcome.and_(found)
                if self.verbose:
                    for line in describe(linter.project, found):
                        shell.tell(line)
        if page and writes:
            _print(page, read)
        chores.close()
        if not chores.is_silent:
            self.reports.write(outcome, aside=writes and page is not None)
        return chores.exit_code(code)


def _find(starts: list[str], configs: Configs) -> list[Batch]:
    """Return the pages to check.

    Raises:
        UserError: there is none.
    """
    batches = find_pages(starts, configs)
    if not batches:
        places = ", ".join(map(shown, starts))
        raise UserError(f"no pages in {places}: see the settings include, exclude")
    return batches


def _print(page: Input, read: Read) -> None:
    """Print the page of standard input as it is fixed."""
    source = read(page.path)
    if isinstance(source, Source):
        shell.write_page(source.text.encode())
    else:
        shell.write_page(page.content)


def _exit_code(outcome: Outcome, config: Config) -> int:
    if outcome.has_crashed:
        return 2
    return int(outcome.worst is not None and outcome.worst >= config.fail_on)
