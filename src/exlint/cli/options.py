"""Options that commands share, and what they make of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeVar

import click

from exlint.config import Configs, load_config
from exlint.config.kinds import unknown
from exlint.errors import UserError
from exlint.paths import absolute, exists

F = TypeVar("F", bound=Callable[..., Any])


def config_option(command: F) -> F:
    """Add `--config`."""
    return click.option(
        "--config",
        "config_file",
        metavar="FILE",
        help="Use this configuration, not the one nearest to each page.",
    )(command)


def paths_argument(command: F) -> F:
    """Add the paths of pages and folders."""
    return click.argument("paths", metavar="[PATH]...", nargs=-1)(command)


def known_names() -> Iterator[str]:
    """Yield the names of all rules and groups."""
    from exlint.rules import RULES

    for rule in RULES:
        yield from (rule.name, rule.group)


def read_configs(config_file: str | None) -> Configs:
    """Return the configurations of a run.

    Raises:
        UserError: the file that the user names is wrong.
    """
    if config_file is None:
        return Configs(known_names)
    return Configs(known_names, load_config(absolute(config_file), known_names))


def existing(paths: tuple[str, ...]) -> list[str]:
    """Return paths as absolute ones; the working directory, if none are given.

    Raises:
        UserError: nothing stands at one of them.
    """
    for path in paths:
        if not exists(path):
            raise UserError(f"{path}: no such file or folder")
    return [absolute(path) for path in paths or (".",)]


def rule_names(option: str, given: tuple[str, ...]) -> tuple[str, ...]:
    """Return the names that an option lists, with commas or one by one.

    Raises:
        UserError: one of them is no rule and no group.
    """
    names = [name.strip() for text in given for name in text.split(",")]
    known = set(known_names()) if any(names) else set()
    for name in filter(None, names):
        if name not in known:
            raise UserError(f"{option}: {unknown('rule or group', name, known)}")
    return tuple(filter(None, names))
