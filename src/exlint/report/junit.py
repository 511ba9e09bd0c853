"""`junit`: a JUnit XML report: a test suite a page, a failed test a finding."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from xml.sax.saxutils import escape

from exlint.outcome import Outcome
from exlint.report.checkstyle import attribute
from exlint.visible import visible


def render(outcome: Outcome) -> Iterator[str]:
    """Yield the report; without findings, one test that passed."""
    shown = outcome.shown
    total = len(shown) or 1
    yield '<?xml version="1.0" encoding="utf-8"?>\n'
    yield f'<testsuites name="exlint" tests="{total}" failures="{len(shown)}">\n'
    for path, group in groupby(shown, key=lambda item: item.path):
        items = list(group)
        count = len(items)
        yield (
            f'  <testsuite name={attribute(path)} tests="{count}" '
            f'failures="{count}" errors="0" skipped="0" time="0">\n'
        )
        for item in items:
            line, column = item.start
            message = item.finding.message
            place = escape(visible(f"{path}:{line}:{column}: {message}"))
            place += f"\n{item.url}"
            yield (
                f'    <testcase name="{item.rule}:{line}:{column}" '
                f'classname={attribute(path)} time="0">\n'
                f"      <failure message={attribute(message)} "
                f'type="{item.severity.label}">{place}</failure>\n'
                "    </testcase>\n"
            )
        yield "  </testsuite>\n"
    if not shown:
        yield '  <testsuite name="exlint" tests="1" failures="0" errors="0" '
        yield 'skipped="0" time="0">\n    <testcase name="no problems" '
        yield 'classname="exlint" time="0"/>\n  </testsuite>\n'
    yield "</testsuites>\n"
