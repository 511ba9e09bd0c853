"""`--watch`: check again whenever a file changes."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping
from typing import NoReturn

from exlint.cli import shell
from exlint.config import Config, Configs
from exlint.discover import walk
from exlint.errors import UserError
from exlint.paths import absolute, expand, is_folder, join, stamp

PAUSE = 0.5
"""Seconds between two looks, at least."""
_SHARE = 10
"""How many times longer than a look itself the pause is."""
State = Mapping[str, object]
"""Path → what tells whether the file is still the same."""


def watch(
    starts: Iterable[str],
    configs: Configs,
    written: Iterable[str],
    check: Callable[[Configs], int],
) -> NoReturn:
    """Check, and check again when something has changed, until the user ends it.

    `written` are the files that a check writes itself.

    Raises:
        UserError: something is wrong from the beginning.
    """
    starts, ours = tuple(starts), frozenset(written)
    seen: State | None = None
    while True:
        begun = time.monotonic()
        state = look(starts, configs.known, ours)
        if state == seen:
            time.sleep(max(PAUSE, _SHARE * (time.monotonic() - begun)))
            continue
        shell.clear()
        try:
            new = configs.afresh()
            check(new)
            configs = new
        except UserError as error:
            if seen is None:
                raise
            shell.tell(f"exlint: {error}")
        shell.tell("exlint: watching for changes; Ctrl-C ends it")
        seen = {**look((), configs.known, ours), **state}


def look(
    starts: Iterable[str], configs: Iterable[Config], ours: frozenset[str]
) -> State:
    """Return the state of all files below some places, and of settings elsewhere."""
    paths = [path for config in configs for path in _settings(config)]
    for start in starts:
        if is_folder(start):
            for folder in walk(start):
                paths += join(folder.path, folder.files)
        else:
            paths.append(start)
    return {path: stamp(path) for path in paths if path not in ours}


def _settings(config: Config) -> Iterable[str]:
    """Return the files that a configuration is made of or names."""
    files = {absolute(origin.rpartition(":")[0]) for origin in config.origins.values()}
    named = (config.file, config.links.routes, config.baseline, config.lexicon)
    schemas = (path for pattern in config.schemas for path in expand(pattern))
    return {*files, *filter(None, named), *schemas}
