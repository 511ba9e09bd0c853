"""The last line of a report for people: how much was found."""

from __future__ import annotations

from collections import Counter

from exlint.diagnostic import Severity
from exlint.run import Outcome


def summary(outcome: Outcome) -> str:
    """Return `Found 12 problems (5 errors, 7 warnings) in 3 of 25 files; 4 fixable`."""
    shown = outcome.shown
    files = count(outcome.pages, "file")
    known = f"; {outcome.known:,} known" if outcome.known else ""
    if not shown:
        return f"No {'new ' if known else ''}problems in {files}{known}"
    hit = len({item.path for item in shown})
    fixable = sum(item.finding.fix is not None for item in shown)
    ending = f"; {fixable:,} fixable" if fixable else ""
    problems = count(len(shown), "problem")
    return f"Found {problems} ({kinds(outcome)}) in {hit} of {files}{ending}{known}"


def kinds(outcome: Outcome) -> str:
    """Return `5 errors, 7 warnings`."""
    severities = Counter(item.severity for item in outcome.shown)
    return ", ".join(
        count(severities[severity], severity.label)
        for severity in sorted(Severity, reverse=True)
        if severities[severity]
    )


def count(number: int, noun: str) -> str:
    """Return `1 file`, `3,000 files`."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
