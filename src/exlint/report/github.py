"""`github`: workflow commands that GitHub shows as annotations.

GitHub takes 10 errors, 10 warnings and 10 notices a step, and 50 annotations a job:
the worst come first, and the rest is counted. Format:
https://docs.github.com/actions/reference/workflow-commands-for-github-actions
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from exlint.diagnostic import Diagnostic, Severity
from exlint.outcome import Outcome
from exlint.visible import visible

PER_SEVERITY = 10
"""Annotations of one kind that GitHub keeps of a step."""
_COMMANDS = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "notice",
}


def render(outcome: Outcome) -> Iterator[str]:
    """Yield an annotation for each of the worst findings, and a word on the rest."""
    written = 0
    for severity in sorted(Severity, reverse=True):
        items = (item for item in outcome.shown if item.severity is severity)
        for item in islice(items, PER_SEVERITY):
            written += 1
            yield _command(item)
    left = len(outcome.shown) - written
    if left:
        yield f"exlint: {left:,} more findings; see the job's summary\n"


def _command(item: Diagnostic) -> str:
    line, column = item.start
    place = f"file={_property(visible(item.path))},line={line},col={column}"
    place += f",endLine={item.end.line}"
    if item.end.line == line:
        place += f",endColumn={item.end.column}"
    title = _property(f"exlint: {item.rule}")
    message = _data(visible(item.finding.message))
    return f"::{_COMMANDS[item.severity]} {place},title={title}::{message}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
