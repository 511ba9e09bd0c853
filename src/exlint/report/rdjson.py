"""`rdjson`: reviewdog's diagnostic format. Columns count UTF-8 bytes.

Format: https://github.com/reviewdog/reviewdog/tree/master/proto/rdf
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from exlint.diagnostic import Diagnostic
from exlint.outcome import Outcome
from exlint.report.columns import utf8_column
from exlint.report.json import dumps
from exlint.text import Span
from exlint.visible import visible


def render(outcome: Outcome) -> Iterator[str]:
    """Yield one `DiagnosticResult`."""
    result = {
        "source": {"name": "exlint"},
        "diagnostics": [_row(item) for item in outcome.shown],
    }
    yield dumps(result, indent=2) + "\n"


def _row(item: Diagnostic) -> dict[str, Any]:
    lines = {"start": {"line": item.start.line}, "end": {"line": item.end.line}}
    place = _range(item, item.finding.span) or lines
    return {
        "message": visible(item.finding.message),
        "location": {"path": item.path, "range": place},
        "severity": item.severity.name,
        "code": {"value": item.rule, "url": item.url},
        "suggestions": _suggestions(item),
    }


def _range(item: Diagnostic, span: Span) -> dict[str, Any] | None:
    """Return a range to the byte, if both its ends can be told."""
    ends = [item.lines.position(offset) for offset in span]
    columns = [utf8_column(item, end) for end in ends]
    if None in columns:
        return None
    start, end = (
        {"line": end.line, "column": column}
        for end, column in zip(ends, columns, strict=True)
    )
    return {"start": start, "end": end}


def _suggestions(item: Diagnostic) -> list[dict[str, Any]]:
    """Return the fix, if it is one edit of which the range can be told."""
    fix = item.finding.fix
    if fix is None or len(fix.edits) != 1:
        return []
    (edit,) = fix.edits
    place = _range(item, edit.span)
    return [{"range": place, "text": edit.text}] if place else []
