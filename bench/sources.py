"""The pages and rules that a measurement is about."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from exlint.rule import Rule
from exlint.rules import RULES
from exlint.text import Source


def find_files(paths: Iterable[str]) -> list[str]:
    """Return the paths of all pages below the paths."""
    return [
        file.as_posix()
        for path in map(Path, paths)
        for file in (sorted(path.rglob("*.md")) if path.is_dir() else [path])
    ]


def find_sources(paths: Iterable[str]) -> list[Source]:
    """Read every page below the paths."""
    return [
        Source.of(file, Path(file).read_bytes().decode("utf-8", "replace"))
        for file in find_files(paths)
    ]


def chosen(names: str) -> tuple[Rule, ...]:
    """Return the rules that rule and group names choose; all for no names."""
    wanted = set(filter(None, names.split(",")))
    return tuple(
        rule for rule in RULES if not wanted or {rule.name, rule.group} & wanted
    )
