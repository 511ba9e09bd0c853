"""The last line of a report for people: how much was found."""

from __future__ import annotations

from collections import Counter

from exlint.diagnostic import Safety, Severity
from exlint.outcome import Outcome


def summary(outcome: Outcome) -> str:
    """Return `Found 12 problems (5 errors, 7 warnings) in 3 of 25 files; 4 fixable`."""
    shown = outcome.shown
    files = count(outcome.pages, "file")
    known = f"; {outcome.known:,} known" if outcome.known else ""
    if not shown:
        return f"No {'new ' if known else ''}problems in {files}{known}"
    hit = len({item.path for item in shown})
    problems = count(len(shown), "problem")
    place = f"in {hit} of {files}"
    return f"Found {problems} ({kinds(outcome)}) {place}{fixable(outcome)}{known}"


def fixable(outcome: Outcome) -> str:
    """Return `; 4 fixable, 2 more with --unsafe-fixes`."""
    fixes = [item.finding.fix for item in outcome.shown if item.finding.fix]
    safe = sum(fix.safety is Safety.SAFE for fix in fixes)
    unsafe = len(fixes) - safe
    words = [f"{safe:,} fixable"] if safe else []
    if unsafe:
        kind = "more" if safe else "fixable"
        words.append(f"{unsafe:,} {kind} with --unsafe-fixes")
    return f"; {', '.join(words)}" if words else ""


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
