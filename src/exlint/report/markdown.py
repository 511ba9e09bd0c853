"""`markdown`: a table for a comment on a pull request, or a job's summary."""

from __future__ import annotations

import re
from collections.abc import Iterator

from exlint.diagnostic import Diagnostic
from exlint.report.summary import summary
from exlint.run import Outcome
from exlint.visible import visible

MOST = 200
"""Rows of the table: GitHub cuts a comment at 65,536 characters."""
_SPECIAL = re.compile(r"([\\`*_{}\[\]()<>#+!|~&@:-])")


def render(outcome: Outcome) -> Iterator[str]:
    """Yield the summary and a table of the worst findings, in order of the pages."""
    yield f"### exlint\n\n{summary(outcome)}.\n"
    worst = sorted(outcome.shown, key=lambda item: -item.severity)[:MOST]
    if not worst:
        return
    yield "\n| Place | | Finding | Rule |\n|---|---|---|---|\n"
    for item in sorted(worst, key=lambda item: item.sort_key):
        yield _row(item)
    left = len(outcome.shown) - len(worst)
    if left:
        yield f"\n… and {left:,} more.\n"


def _row(item: Diagnostic) -> str:
    place = plain(f"{item.path}:{item.start.line}")
    message = plain(item.finding.message)
    return f"| {place} | {item.severity.label} | {message} | {item.rule} |\n"


def plain(text: str) -> str:
    """Return a text that no Markdown renderer takes for markup, link or mention."""
    return _SPECIAL.sub(lambda match: f"&#{ord(match[1])};", visible(text))
