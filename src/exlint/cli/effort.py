"""How much a run may use: processes, and what is remembered of earlier runs."""

from __future__ import annotations

from functools import partial

import click

from exlint.cache import NAME, Cache
from exlint.cli import shell
from exlint.cli.options import bundle
from exlint.config import Config
from exlint.errors import UserError
from exlint.light import dataclass
from exlint.linted import Read
from exlint.linting import WORTHWHILE, Hired, Linter, Watched
from exlint.paths import absolute
from exlint.remote import is_url
from exlint.workers import job_of, pool, project_of


@dataclass(frozen=True)
class Effort:
    """What the user allows a run to use."""

    crew: Hired | None
    least: int
    """Pages from which on a crew is hired."""
    is_cached: bool
    cache_folder: str
    """Absolute; empty for the one beside the configuration."""
    by_stamp: bool

    @classmethod
    def of(
        cls,
        jobs: int | None,
        engine: str,
        scheduler: str | None,
        no_cache: bool,
        cache_dir: str | None,
        strategy: str,
    ) -> Effort:
        """Read the options.

        Raises:
            UserError: one means nothing without another.
        """
        if (engine == "dask") != bool(scheduler):
            raise UserError("--engine dask and --scheduler ADDRESS need each other")
        if engine == "dask" and jobs:
            raise UserError("--engine dask: leave --jobs out: it is for one machine")
        folder = absolute(cache_dir) if cache_dir else ""
        remembers = (not no_cache, folder, strategy == "stat")
        if scheduler:
            from exlint.cluster import cluster

            return cls(partial(cluster, scheduler), 1, *remembers)
        processes = jobs or shell.processors()
        crew = partial(pool, processes) if processes > 1 else None
        return cls(crew, WORTHWHILE, *remembers)

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
        cache = None
        if self.is_cached and not is_url(root):
            cache = Cache.of(config, root, self.cache_folder, self.by_stamp)
        return Linter(project, cache, self.crew, self.least, watched=watched)


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
        "--engine",
        type=click.Choice(["local", "dask"]),
        default="local",
        help="Where pages are read: here, or by the workers of a Dask cluster.  "
        "[default: local]",
    ),
    click.option(
        "--scheduler",
        metavar="ADDRESS",
        help="The scheduler of the Dask cluster, as tcp://host:8786.",
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
