"""`concise`: a line for each finding, and a summary."""

from __future__ import annotations

from collections.abc import Iterator

from exlint.outcome import Outcome
from exlint.report.summary import summary
from exlint.visible import visible


def render(outcome: Outcome) -> Iterator[str]:
    """Yield `PATH:LINE:COLUMN: severity: message [rule]` for each finding."""
    for item in outcome.shown:
        line, column = item.start
        yield (
            f"{visible(item.path)}:{line}:{column}: {item.severity.label}: "
            f"{visible(item.finding.message)} [{item.rule}]\n"
        )
    yield f"{summary(outcome)}\n"
