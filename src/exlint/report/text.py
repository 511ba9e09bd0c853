"""`text`: each finding with its source line, for people at a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from exlint.causes import Group, split
from exlint.diagnostic import Diagnostic, Safety, Severity
from exlint.report.excerpt import excerpt
from exlint.report.paint import paint
from exlint.report.summary import summary
from exlint.report.view import View
from exlint.run import Outcome
from exlint.visible import visible

_INDENT = "  "
_PLACES = 3
"""How many places of a cause are shown."""
_COLOURS = {
    Severity.ERROR: "red bold",
    Severity.WARNING: "yellow bold",
    Severity.INFO: "cyan bold",
}


def render(outcome: Outcome, view: View) -> Iterator[str]:
    """Yield a paragraph for each finding or cause, and the summary."""
    alone: Iterable[Diagnostic] = outcome.shown
    together: Iterable[Group] = ()
    if view.grouped:
        alone, together = split(outcome.shown, outcome.types)
    for item in alone:
        yield "\n".join(_lines(item, view))
        yield "\n\n"
    for group in together:
        yield "\n".join(_group_lines(group, view))
        yield "\n\n"
    yield f"{summary(outcome)}\n"


def _lines(item: Diagnostic, view: View) -> Iterator[str]:
    colour = _COLOURS[item.severity]
    on = view.colour
    line, column = item.start
    place = f"{paint(visible(item.path), 'bold', on)}:{line}:{column}"
    yield f"{place}: {_headline(item.severity, item.finding.message, item.rule, on)}"
    if item.excerpt.strip():
        start = column - 1
        length = item.finding.span.end - item.finding.span.start
        shown = excerpt(item.excerpt, start, start + length, view.width - len(_INDENT))
        yield f"{_INDENT}{shown.line}"
        yield f"{_INDENT}{paint(shown.carets, colour, on)}"
    yield from _fix_line(item, view)


def _headline(severity: Severity, message: str, rule: str, on: bool) -> str:
    label = paint(severity.label, _COLOURS[severity], on)
    return f"{label}: {visible(message)} {paint(f'[{rule}]', 'dim', on)}"


def _fix_line(item: Diagnostic, view: View) -> Iterator[str]:
    fix = item.finding.fix
    if fix:
        unsafe = " (unsafe)" if fix.safety is Safety.UNSAFE else ""
        label = paint("fix:", "green", view.colour)
        yield f"{_INDENT}{label} {visible(fix.title)}{unsafe}"


def _group_lines(group: Group, view: View) -> Iterator[str]:
    """Yield what stands on many pages: how many, the sentence, some places."""
    on = view.colour
    first = group.diagnostics[0]
    headline = _headline(group.severity, first.finding.message, group.rule, on)
    yield f"{paint(f'{group.pages:,} pages', 'bold', on)}: {headline}"
    shape = excerpt(group.shape, 0, 0, view.width - len(_INDENT))
    yield f"{_INDENT}{shape.line}"
    for item in group.diagnostics[:_PLACES]:
        line, column = item.start
        yield f"{_INDENT}{visible(item.path)}:{line}:{column}"
    left = len(group.diagnostics) - _PLACES
    yield f"{_INDENT}and {left:,} more, likely of one mistake in their template"
