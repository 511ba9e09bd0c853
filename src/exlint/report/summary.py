"""The last line of a report for people: how much was found."""

from __future__ import annotations

from collections import Counter

from exlint.diagnostic import Severity
from exlint.run import Outcome


def summary(outcome: Outcome) -> str:
    """Return `Found 12 problems (5 errors, 7 warnings) in 3 of 25 files; 4 fixable`."""
    shown = outcome.shown
    files = _count(outcome.pages, "file")
    if not shown:
        return f"No problems in {files}"
    severities = Counter(item.severity for item in shown)
    kinds = ", ".join(
        _count(severities[severity], severity.label)
        for severity in sorted(Severity, reverse=True)
        if severities[severity]
    )
    hit = len({item.path for item in shown})
    fixable = sum(item.finding.fix is not None for item in shown)
    ending = f"; {fixable:,} fixable" if fixable else ""
    problems = _count(len(shown), "problem")
    return f"Found {problems} ({kinds}) in {hit} of {files}{ending}"


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
