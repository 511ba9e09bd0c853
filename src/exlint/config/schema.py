"""The JSON Schema of configuration files, made of the definitions that read them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from exlint.config.settings import TABLES, Config, settings_of


def json_schema() -> Mapping[str, Any]:
    """Return the schema by which editors complete and check `exlint.toml`."""
    properties: dict[str, Any] = {
        "extend": {
            "type": "string",
            "description": "A configuration file on which this one builds.",
        },
        **_properties(Config),
    }
    for name, table in TABLES.items():
        if name:
            properties[name] = {
                "type": "object",
                "description": (table.__doc__ or "").strip(),
                "additionalProperties": False,
                "properties": _properties(table),
            }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "config.schema.json",
        "title": "exlint.toml",
        "description": "The configuration of exlint.",
        "type": "object",
        "additionalProperties": False,
        "properties": properties,
    }


def _properties(table: type) -> dict[str, Any]:
    described = {}
    for key, (definition, setting) in settings_of(table).items():
        described[key] = {"description": setting.help, **setting.kind.schema()}
        if definition.default is not None:
            described[key]["default"] = setting.kind.plain(definition.default)
    return described
