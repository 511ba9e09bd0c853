"""`exlint config`: show the settings that hold, and where each comes from."""

from __future__ import annotations

import json
from collections.abc import Iterator

import click

from exlint.cli import shell
from exlint.cli.options import config_option, existing
from exlint.config import Config, Configs
from exlint.config.schema import json_schema
from exlint.config.settings import TABLES, settings_of
from exlint.config.tables import Entries
from exlint.config.writing import toml
from exlint.paths import folder_of, is_folder, shown
from exlint.visible import visible


@click.command(short_help="Show the settings that hold, and where each comes from.")
@click.argument("path", required=False)
@config_option
@click.option(
    "--schema", "is_schema", is_flag=True, help="Print the JSON Schema of exlint.toml."
)
def command(path: str | None, configs: Configs, is_schema: bool) -> None:
    """Show the settings that hold for PATH (by default, the working directory)."""
    if is_schema:
        shell.write([json.dumps(json_schema(), indent=2, ensure_ascii=False), "\n"])
        return
    (start,) = existing((path,) if path else ())
    config = configs.of(start if is_folder(start) else folder_of(start))
    file = shown(config.file) if config.file else "no configuration file"
    shell.write([f"# {visible(file)}\n", *_lines(config)])


def _lines(config: Config) -> Iterator[str]:
    """Yield a line of TOML for each setting; those that are not set, as a comment."""
    for table, definitions in TABLES.items():
        holder = getattr(config, table) if table else config
        prefix = f"{table}." if table else ""
        for key, (definition, setting) in settings_of(definitions).items():
            value = getattr(holder, definition.name)
            name = f"{prefix}{key}"
            if value is None:
                yield f"# {name} is not set\n"
                continue
            plain = setting.kind.plain(value)
            if isinstance(plain, dict) and plain:
                for inner, item in plain.items():
                    origin = _origin(config, f"{name}.{inner}")
                    yield f"{name}.{toml(inner)} = {toml(item)}{origin}\n"
            elif isinstance(setting.kind, Entries) and plain:
                yield f"{name} = [\n"
                for number, item in enumerate(plain, 1):
                    yield f"  {toml(item)},{_origin(config, f'{name}.{number}')}\n"
                yield "]\n"
            else:
                yield f"{name} = {toml(plain)}{_origin(config, name)}\n"


def _origin(config: Config, key: str) -> str:
    origin = config.origins.get(key)
    return f"  # {visible(origin)}" if origin else ""
