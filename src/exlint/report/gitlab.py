"""`gitlab`: GitLab's Code Quality report.

Format: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

from __future__ import annotations

from collections.abc import Iterator

from exlint.diagnostic import Diagnostic, Severity
from exlint.outcome import Outcome
from exlint.report.json import dumps
from exlint.visible import visible

_SEVERITIES = {
    Severity.ERROR: "major",
    Severity.WARNING: "minor",
    Severity.INFO: "info",
}


def render(outcome: Outcome) -> Iterator[str]:
    """Yield the report. Fingerprints are unique and hold no line number."""
    rows = ",\n  ".join(dumps(_row(item)) for item in outcome.shown)
    yield f"[\n  {rows}\n]\n" if rows else "[]\n"


def _row(item: Diagnostic) -> dict[str, object]:
    return {
        "description": visible(item.finding.message),
        "content": {"body": f"See {item.url}"},
        "check_name": item.rule,
        "fingerprint": item.fingerprint,
        "severity": _SEVERITIES[item.severity],
        "location": {
            "path": item.path,
            "lines": {"begin": item.start.line, "end": item.end.line},
        },
    }
