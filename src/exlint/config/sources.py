"""The files of the user's that a configuration names."""

from __future__ import annotations

from exlint.config.settings import Config
from exlint.errors import UserError
from exlint.paths import expand, is_file, name_of, shown


def own_files(config: Config) -> list[str]:
    """Return the paths of all files on which what is found on pages depends.

    Raises:
        UserError: there are none where there should be, or two of one name.
    """
    named = (config.lexicon, config.links.routes)
    return own_schemas(config) + [path for path in named if path]


def own_schemas(config: Config) -> list[str]:
    """Return the paths of the user's schemas.

    Raises:
        UserError: there are none where there should be, or two of one name.
    """
    found: dict[str, str] = {}

    def add(path: str, key: str) -> None:
        name = name_of(path)
        if found.setdefault(name, path) != path:
            message = f"{shown(path)} has the name of {shown(found[name])}"
            raise UserError(f"{config.origin(key)}: {message}")

    for pattern in config.schemas:
        paths = expand(pattern)
        if not paths:
            message = f"schemas: no file is named {shown(pattern)}"
            raise UserError(f"{config.origin('schemas')}: {message}")
        for path in paths:
            add(path, "schemas")
    for globs, name in config.types:
        if name.endswith(".json"):
            key = f"types.{globs.patterns[0]}"
            if not is_file(name):
                raise UserError(f"{config.origin(key)}: no such file: {shown(name)}")
            add(name, key)
    return list(found.values())
