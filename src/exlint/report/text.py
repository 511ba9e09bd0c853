"""`text`: each finding with its source line, for people at a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from exlint.diagnostic import Diagnostic, Safety, Severity
from exlint.report.excerpt import excerpt
from exlint.report.paint import paint
from exlint.report.summary import summary
from exlint.report.view import View
from exlint.run import Outcome
from exlint.visible import visible

_INDENT = "  "
_COLOURS = {
    Severity.ERROR: "red bold",
    Severity.WARNING: "yellow bold",
    Severity.INFO: "cyan bold",
}


def render(outcome: Outcome, view: View) -> Iterator[str]:
    """Yield a paragraph for each finding, and the summary."""
    for item in outcome.shown:
        yield "\n".join(_lines(item, view))
        yield "\n\n"
    yield f"{summary(outcome)}\n"


def _lines(item: Diagnostic, view: View) -> Iterator[str]:
    colour = _COLOURS[item.severity]
    on = view.colour
    line, column = item.start
    place = f"{paint(visible(item.path), 'bold', on)}:{line}:{column}"
    severity = paint(item.severity.label, colour, on)
    rule = paint(f"[{item.rule}]", "dim", on)
    yield f"{place}: {severity}: {visible(item.finding.message)} {rule}"
    if item.excerpt.strip():
        start = column - 1
        length = item.finding.span.end - item.finding.span.start
        shown = excerpt(item.excerpt, start, start + length, view.width - len(_INDENT))
        yield f"{_INDENT}{shown.line}"
        yield f"{_INDENT}{paint(shown.carets, colour, on)}"
    fix = item.finding.fix
    if fix:
        unsafe = " (unsafe)" if fix.safety is Safety.UNSAFE else ""
        yield f"{_INDENT}{paint('fix:', 'green', on)} {visible(fix.title)}{unsafe}"
