"""Options that commands share, and what they make of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import wraps
from typing import Any

import click

from exlint.config import Configs, load_config
from exlint.config.kinds import unknown
from exlint.errors import UserError
from exlint.paths import absolute, exists

Command = Callable[..., Any]
Option = Callable[[Command], Command]
"""Adds options to a command."""


def bundle(name: str, make: Callable[..., Any], *options: Option) -> Option:
    """Return a decorator that adds options and hands them over as one argument.

    `make` is called with the value of each option, by the names of its parameters.
    """
    keys = [name for name in make.__annotations__ if name != "return"]

    def decorate(command: Command) -> Command:
        @wraps(command)
        def called(**values: Any) -> Any:
            made = make(**{key: values.pop(key) for key in keys})
            return command(**values, **{name: made})

        decorated: Command = called
        for option in reversed(options):
            decorated = option(decorated)
        return decorated

    return decorate


def completing(
    names: Callable[[], Iterable[str]],
) -> Callable[[click.Context, click.Parameter, str], list[str]]:
    """Return what completes names in a shell, the last one of `NAME,NAME` too."""

    def complete(_ctx: click.Context, _param: click.Parameter, text: str) -> list[str]:
        done, comma, begun = text.rpartition(",")
        found = dict.fromkeys(name for name in names() if name.startswith(begun))
        return [f"{done}{comma}{name}" for name in found]

    return complete


def known_names() -> Iterator[str]:
    """Yield the names of all rules and groups."""
    from exlint.plugins import all_rules

    for rule in all_rules():
        yield from (rule.name, rule.group)


def read_configs(config_file: str | None) -> Configs:
    """Return the configurations of a run.

    Raises:
        UserError: the file that the user names is wrong.
    """
    if config_file is None:
        return Configs(known_names)
    return Configs(known_names, load_config(absolute(config_file), known_names))


config_option = bundle(
    "configs",
    read_configs,
    click.option(
        "--config",
        "config_file",
        metavar="FILE",
        type=click.Path(),
        help="Use this configuration, not the one nearest to each page.",
    ),
)
paths_argument = click.argument(
    "paths", metavar="[PATH]...", nargs=-1, type=click.Path()
)


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
