"""Reports: what a run found, in one format each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module
from typing import cast

from exlint.outcome import Outcome
from exlint.report.view import View

__all__ = ["FORMATS", "Format", "View", "format_named"]

FORMATS = (
    "text",
    "concise",
    "json",
    "jsonl",
    "sarif",
    "github",
    "gitlab",
    "junit",
    "rdjson",
    "checkstyle",
    "markdown",
)
"""The formats that `--output-format` knows. Each is `render` in the module of its name,
which is imported when it is asked for: no report pays for what another needs."""
Format = Callable[[Outcome], Iterator[str]]


def format_named(name: str, view: View) -> Format:
    """Return a format, as it is to be shown."""
    if view.statistics and name in ("text", "concise"):
        name = "statistics"
    render = import_module(f"exlint.report.{name}").render
    return cast("Format", partial(render, view=view) if name == "text" else render)
