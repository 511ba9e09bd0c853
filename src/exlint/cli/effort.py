"""How much a run may use: processes, and what is remembered of earlier runs."""

from __future__ import annotations

from dataclasses import dataclass

import click

from exlint.cache import NAME, Cache
from exlint.cli import shell
from exlint.cli.options import bundle
from exlint.config import Config
from exlint.linted import Read
from exlint.linting import Linter, Watched
from exlint.paths import absolute
from exlint.workers import job_of, project_of


@dataclass(frozen=True)
class Effort:
    """What the user allows a run to use."""

    processes: int
    is_cached: bool
    cache_folder: str
    """Absolute; empty for the one beside the configuration."""
    by_stamp: bool

    @classmethod
    def of(
        cls, jobs: int | None, no_cache: bool, cache_dir: str | None, strategy: str
    ) -> Effort:
        """Read the options."""
        folder = absolute(cache_dir) if cache_dir else ""
        by_stamp = strategy == "stat"
        return cls(jobs or shell.processors(), not no_cache, folder, by_stamp)

    def linter(
        self, config: Config, root: str, read: Read | None, watched: Watched
    ) -> Linter:
        """Return what lints the pages of a project.

        Pages that are given by `read` are of no disk: one process has them, and
        nothing is remembered of them.

        Raises:
            UserError: a file that the configuration names is missing.
        """
        project = project_of(job_of(config, root))
        if read:
            return Linter(project, read=read, watched=watched)
        cache = (
            Cache.of(config, root, self.cache_folder, self.by_stamp)
            if self.is_cached
            else None
        )
        return Linter(project, cache, self.processes, watched=watched)


effort_options = bundle(
    "effort",
    Effort.of,
    click.option(
        "-j",
        "--jobs",
        type=click.IntRange(min=1),
        metavar="N",
        help="Processes to use, where it pays.  [default: one for each processor]",
    ),
    click.option(
        "--no-cache", is_flag=True, help="Read all pages; neither use nor keep a cache."
    ),
    click.option(
        "--cache-dir",
        metavar="DIR",
        envvar="EXLINT_CACHE_DIR",
        help=f"The folder of the cache.  [default: {NAME} beside the configuration]",
    ),
    click.option(
        "--cache-strategy",
        "strategy",
        type=click.Choice(["stat", "content"]),
        default="stat",
        help="How to see that a page is unchanged: by size and time, or by reading it, "
        "as where a checkout touches every file.  [default: stat]",
    ),
)
