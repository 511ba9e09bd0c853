"""`markdown`: a table for a comment on a pull request, or a job's summary."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from exlint.diagnostic import Diagnostic
from exlint.outcome import Outcome
from exlint.regex import regex
from exlint.report.summary import summary
from exlint.visible import visible

MOST = 60_000
"""Characters of the table: GitHub cuts a comment at 65,536."""
_SPECIAL = regex(r"[\\`*_\[\]<>|~&$]")
_ALIVE = regex(
    r"(?<=[@#])(?=\w)|(?<=:)(?=[\w+-]*:|/)|(?<=www)(?=\.)|(?<=gh)(?=-\d)", re.IGNORECASE
)
"""Where GitHub would begin a mention, a reference, an emoji or a link, even in text."""
_BREAK = "\u200b"


def render(outcome: Outcome) -> Iterator[str]:
    """Yield the summary and a table of the worst findings, in order of the pages."""
    yield f"### exlint\n\n{summary(outcome)}.\n"
    rows = _worst(outcome.shown)
    if not rows:
        return
    yield "\n| Place | | Finding | Rule |\n|---|---|---|---|\n"
    for _, row in sorted(rows, key=lambda pair: pair[0].sort_key):
        yield row
    left = len(outcome.shown) - len(rows)
    if left:
        yield f"\n… and {left:,} more.\n"


def _worst(items: Sequence[Diagnostic]) -> list[tuple[Diagnostic, str]]:
    """Return as many of the worst findings, with their rows, as there is room for."""
    rows, room = [], MOST
    for item in sorted(items, key=lambda item: -item.severity):
        row = _row(item)
        room -= len(row)
        if room < 0:
            break
        rows.append((item, row))
    return rows


def _row(item: Diagnostic) -> str:
    place = plain(f"{item.path}:{item.start.line}")
    message = plain(item.finding.message)
    rule = f"[{item.rule}]({item.url})"
    return f"| {place} | {item.severity.label} | {message} | {rule} |\n"


def plain(text: str) -> str:
    """Return a text that no Markdown renderer takes for markup, link or mention."""
    text = _ALIVE.sub(_BREAK, visible(text))
    return _SPECIAL.sub(lambda match: f"&#{ord(match[0])};", text)
