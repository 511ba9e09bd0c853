"""`json`: an array of findings in the shape that ruff gives them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from exlint.diagnostic import Diagnostic, Fix
from exlint.outcome import Outcome
from exlint.regex import regex
from exlint.text import LineIndex

_COMMAND = regex(r"(##\w{0,20})\[")
"""What build servers obey in a line of a log (see `exlint.visible`)."""


def render(outcome: Outcome) -> Iterator[str]:
    """Yield the array piece by piece. All but ASCII is escaped, so nothing can harm."""
    separator = "[\n  "
    for item in outcome.shown:
        text = dumps(as_data(item), indent=2).replace("\n", "\n  ")
        yield f"{separator}{text}"
        separator = ",\n  "
    yield "\n]\n" if outcome.shown else "[]\n"


def dumps(data: object, indent: int | None = None) -> str:
    """Return JSON that is the same wherever it is printed: nothing in it is obeyed."""
    return _COMMAND.sub(r"\1\\u005b", json.dumps(data, indent=indent))


def as_data(item: Diagnostic) -> dict[str, Any]:
    """Return a finding as JSON data."""
    fix = item.finding.fix
    return {
        "filename": item.path,
        "code": item.rule,
        "message": item.finding.message,
        "severity": item.severity.label,
        "confidence": item.confidence.label,
        "location": place(item.lines, item.finding.span.start),
        "end_location": place(item.lines, item.finding.span.end),
        "fix": _fix(fix, item.lines) if fix else None,
        "fingerprint": item.fingerprint,
        "cause": item.cause,
        "url": item.url,
    }


def place(lines: LineIndex, offset: int) -> dict[str, int]:
    """Return the row and column of an offset, counted from 1."""
    line, column = lines.position(offset)
    return {"row": line, "column": column}


def _fix(fix: Fix, lines: LineIndex) -> dict[str, Any]:
    return {
        "applicability": fix.safety.value,
        "message": fix.title,
        "edits": [
            {
                "content": edit.text,
                "location": place(lines, edit.span.start),
                "end_location": place(lines, edit.span.end),
            }
            for edit in fix.edits
        ],
    }
