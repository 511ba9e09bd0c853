"""`exlint clean`: take the caches away."""

from __future__ import annotations

import click

from exlint.cache import NAME
from exlint.cache.folder import clean
from exlint.cli import shell
from exlint.cli.options import config_option, existing, paths_argument
from exlint.config import Configs
from exlint.discover import content_root
from exlint.paths import folder_of, is_folder, shown


@click.command(short_help="Take away what exlint remembers of earlier runs.")
@paths_argument
@config_option
def command(paths: tuple[str, ...], configs: Configs) -> None:
    """Take away the caches below each PATH, and that of the site it belongs to.

    Without a PATH, those of the working directory.
    """
    places = []
    for path in existing(paths):
        folder = path if is_folder(path) else folder_of(path)
        config = configs.of(folder)
        home = config.folder or content_root(config, folder, path)
        places += [*clean(folder), *clean(home, below=False)]
    for place in dict.fromkeys(places):
        shell.tell(f"exlint: removed {shown(place)}")
    if not places:
        shell.tell(f"exlint: no {NAME} here")
