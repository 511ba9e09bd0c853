"""`checkstyle`: Checkstyle's XML report, which many CI servers read."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from xml.sax.saxutils import quoteattr

from exlint.outcome import Outcome
from exlint.visible import visible


def render(outcome: Outcome) -> Iterator[str]:
    """Yield the report: a `file` element a page, an `error` a finding."""
    yield '<?xml version="1.0" encoding="utf-8"?>\n<checkstyle version="4.3">\n'
    for path, items in groupby(outcome.shown, key=lambda item: item.path):
        yield f"  <file name={attribute(path)}>\n"
        for item in items:
            line, column = item.start
            yield (
                f'    <error line="{line}" column="{column}" '
                f'severity="{item.severity.label}" '
                f"message={attribute(item.finding.message)} "
                f'source="exlint.{item.rule}"/>\n'
            )
        yield "  </file>\n"
    yield "</checkstyle>\n"


def attribute(text: str) -> str:
    """Return a text as a quoted XML attribute, free of what XML forbids."""
    return quoteattr(visible(text))
