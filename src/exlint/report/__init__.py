"""Reports: what a run found, in one format each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from exlint.outcome import Outcome
from exlint.report import (
    checkstyle,
    concise,
    github,
    gitlab,
    json,
    jsonl,
    junit,
    markdown,
    rdjson,
    sarif,
    statistics,
    text,
)
from exlint.report.view import View

__all__ = ["Format", "View", "formats"]

Format = Callable[[Outcome], Iterator[str]]


def formats(view: View) -> Mapping[str, Format]:
    """Return every format by the name that `--output-format` knows."""
    return {
        "text": statistics.render
        if view.statistics
        else partial(text.render, view=view),
        "concise": statistics.render if view.statistics else concise.render,
        "json": json.render,
        "jsonl": jsonl.render,
        "sarif": sarif.render,
        "github": github.render,
        "gitlab": gitlab.render,
        "junit": junit.render,
        "rdjson": rdjson.render,
        "checkstyle": checkstyle.render,
        "markdown": markdown.render,
    }
