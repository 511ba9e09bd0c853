"""`sarif`: SARIF 2.1.0, for code scanning.

Specification: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html.
GitHub shows 5,000 results of a run: the worst are written.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import quote

from exlint import DOCUMENTATION, __version__
from exlint.diagnostic import Diagnostic, Fix, Severity
from exlint.outcome import Outcome
from exlint.plugins import all_rules
from exlint.regex import regex
from exlint.report.json import dumps
from exlint.text import LineIndex, Span
from exlint.visible import visible

MOST = 5_000
"""Results that GitHub shows of one run."""
_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/"
    "sarif-schema-2.1.0.json"
)
_ROOT = "The folder in which exlint ran."
_BRACKET = regex(r"([\\\[\]])")
_LEVELS = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "note",
}


def render(outcome: Outcome) -> Iterator[str]:
    """Yield the log: one run, its rules and its results.

    What comments silence is told as suppressed, what the baseline knows is left out.
    """
    found = (item for item in outcome.diagnostics if not item.known)
    worst = sorted(found, key=_badness)[:MOST]
    results = sorted(worst, key=lambda item: item.sort_key)
    pages = {item.rule: item.url for item in results}
    names = sorted(pages)
    run = {
        "tool": {
            "driver": {
                "name": "exlint",
                "version": __version__,
                "semanticVersion": __version__,
                "informationUri": DOCUMENTATION,
                "rules": _rules(pages),
            }
        },
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {"SRCROOT": {"description": {"text": _ROOT}}},
        "results": [_result(item, names.index(item.rule)) for item in results],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    yield dumps(log, indent=2) + "\n"


def _badness(item: Diagnostic) -> tuple[bool, int, int]:
    return (item.suppressed is not None, -item.severity, -item.confidence)


def _rules(pages: Mapping[str, str]) -> list[dict[str, Any]]:
    known = {rule.name: rule for rule in all_rules()}
    found = []
    for name, page in sorted(pages.items()):
        row: dict[str, Any] = {"id": name, "name": name, "helpUri": page}
        rule = known.get(name)
        if rule:
            row["shortDescription"] = {"text": rule.summary}
            row["fullDescription"] = {"text": rule.summary}
            row["help"] = {"text": rule.doc, "markdown": rule.doc}
            row["defaultConfiguration"] = {"level": _LEVELS[rule.severity]}
            row["properties"] = {
                "precision": rule.confidence.label.replace("high", "very-high"),
                "tags": [rule.group],
            }
        found.append(row)
    return found


def _result(item: Diagnostic, rule: int) -> dict[str, Any]:
    place = {
        "artifactLocation": _artifact(item.path),
        "region": _region(item.lines, item.finding.span),
    }
    result: dict[str, Any] = {
        "ruleId": item.rule,
        "ruleIndex": rule,
        "level": _LEVELS[item.severity],
        "message": _message(item.finding.message),
        "locations": [{"physicalLocation": place}],
        "partialFingerprints": {"exlint/v1": item.fingerprint},
    }
    if item.finding.fix:
        result["fixes"] = [_fix(item, item.finding.fix)]
    if item.suppressed:
        suppression = {"kind": "inSource"}
        if item.suppressed.reason:
            suppression["justification"] = visible(item.suppressed.reason)
        result["suppressions"] = [suppression]
    return result


def _message(text: str) -> dict[str, str]:
    """Return a message. Braces are doubled (section 3.11.5).

    Brackets of what would be a link are escaped (3.11.6).
    """
    text = visible(text).replace("{", "{{").replace("}", "}}")
    return {"text": _BRACKET.sub(r"\\\1", text) if "](" in text else text}


def _artifact(path: str) -> dict[str, str]:
    return {"uri": quote(path, errors="surrogateescape"), "uriBaseId": "SRCROOT"}


def _region(lines: LineIndex, span: Span) -> dict[str, int]:
    start, end = lines.position(span.start), lines.position(span.end)
    return {
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
    }


def _fix(item: Diagnostic, fix: Fix) -> dict[str, Any]:
    replacements = [
        {
            "deletedRegion": _region(item.lines, edit.span),
            "insertedContent": {"text": edit.text},
        }
        for edit in fix.edits
    ]
    change = {
        "artifactLocation": _artifact(item.path),
        "replacements": replacements,
    }
    return {"description": _message(fix.title), "artifactChanges": [change]}
