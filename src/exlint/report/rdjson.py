"""`rdjson`: reviewdog's diagnostic format. Columns count UTF-8 bytes.

Format: https://github.com/reviewdog/reviewdog/tree/master/proto/rdf
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from exlint.diagnostic import Diagnostic, Severity
from exlint.report.columns import utf8_column, utf8_end_column
from exlint.run import Outcome
from exlint.visible import visible

_SEVERITIES = {
    Severity.ERROR: "ERROR",
    Severity.WARNING: "WARNING",
    Severity.INFO: "INFO",
}


def render(outcome: Outcome) -> Iterator[str]:
    """Yield one `DiagnosticResult`."""
    result = {
        "source": {"name": "exlint"},
        "diagnostics": [_row(item) for item in outcome.shown],
    }
    yield json.dumps(result, indent=2) + "\n"


def _row(item: Diagnostic) -> dict[str, Any]:
    return {
        "message": visible(item.finding.message),
        "location": {"path": item.path, "range": _range(item)},
        "severity": _SEVERITIES[item.severity],
        "code": {"value": item.rule},
        "suggestions": _suggestions(item),
    }


def _range(item: Diagnostic) -> dict[str, Any]:
    start = {"line": item.start.line, "column": utf8_column(item)}
    column = utf8_end_column(item)
    if column is None:
        return {"start": start}
    return {"start": start, "end": {"line": item.end.line, "column": column}}


def _suggestions(item: Diagnostic) -> list[dict[str, Any]]:
    """A fix of one edit that replaces the finding's own span."""
    fix = item.finding.fix
    if fix is None or len(fix.edits) != 1 or fix.edits[0].span != item.finding.span:
        return []
    place = _range(item)
    return [{"range": place, "text": fix.edits[0].text}] if "end" in place else []
