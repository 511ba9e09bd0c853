"""`exlint schema`: list, print and check page types."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import click

from exlint.cli import shell
from exlint.cli.options import config_option, existing
from exlint.config import Config, Configs
from exlint.config.kinds import unknown
from exlint.config.sources import own_schemas
from exlint.errors import UserError
from exlint.pagetypes import (
    check_schema,
    is_page_type,
    load_store,
    type_name,
)
from exlint.paths import absolute, shown


@click.command(short_help="List, print or check page types.")
@click.argument("name", required=False)
@config_option
@click.option(
    "--check",
    "checked",
    metavar="FILE",
    multiple=True,
    help="Check a schema of your own against JSON Schema and x-markdown.",
)
def command(name: str | None, configs: Configs, checked: tuple[str, ...]) -> int:
    """Print the schema of the page type NAME; list all types without it."""
    config = configs.of(absolute("."))
    if checked:
        return _check(existing(checked), config)
    store = load_store(own_schemas(config))
    types = {
        type_name(file): document
        for file, document in store.documents.items()
        if is_page_type(document)
    }
    if name is None:
        width = max(map(len, types))
        shell.write(
            f"{name:{width}}  {_about(document)}\n" for name, document in types.items()
        )
    elif name in types:
        shell.write([json.dumps(types[name], indent=2, ensure_ascii=False), "\n"])
    else:
        raise UserError(unknown("page type", name, types))
    return 0


def _about(document: Mapping[str, Any]) -> str:
    return str(document.get("description") or document.get("title") or "")


def _check(files: list[str], config: Config) -> int:
    store = load_store((*own_schemas(config), *files))
    errors = [error for file in files for error in check_schema(file, store)]
    shell.write(f"{error}\n" for error in errors)
    if errors:
        return 2
    shell.write(f"{shown(file)}: is a sound page schema\n" for file in files)
    return 0
