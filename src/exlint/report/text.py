"""`text`: each finding with its source line, for people at a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from exlint.causes import Group, split
from exlint.diagnostic import Diagnostic, Safety, Severity
from exlint.outcome import Outcome
from exlint.report.excerpt import excerpt
from exlint.report.paint import paint
from exlint.report.summary import summary
from exlint.report.view import View
from exlint.visible import visible

_INDENT = "  "
_PLACES = 3
"""How many places of a cause are shown."""
_MANY = 20
"""How many paragraphs ask for an overview."""
_COLOURS = {
    Severity.ERROR: "red bold",
    Severity.WARNING: "magenta bold",
    Severity.INFO: "bold",
}


def render(outcome: Outcome, view: View) -> Iterator[str]:
    """Yield a paragraph for each finding or cause, and the summary."""
    alone: Sequence[Diagnostic] = outcome.shown
    together: Sequence[Group] = ()
    if view.grouped:
        alone, together = split(outcome.shown, outcome.types)
    for item in alone:
        yield "\n".join(_lines(item, view))
        yield "\n\n"
    for group in sorted(together, key=lambda group: -group.severity):
        yield "\n".join(_group_lines(group, view))
        yield "\n\n"
    if len(alone) + len(together) > _MANY:
        yield from _overview(outcome, view)
    yield f"{summary(outcome)}\n"


def _lines(item: Diagnostic, view: View) -> Iterator[str]:
    line, column = item.start
    place = f"{paint(visible(item.path), 'bold', view.colour)}:{line}:{column}"
    message = item.finding.message
    yield f"{place}: {_headline(item.severity, message, item.rule, view.colour)}"
    yield from _excerpt(item, _INDENT, view)


def _excerpt(item: Diagnostic, indent: str, view: View) -> Iterator[str]:
    """Yield the line in which a finding stands, carets below it, and its fix."""
    if item.excerpt.strip():
        start = item.start.column - 1
        length = item.finding.span.end - item.finding.span.start
        shown = excerpt(item.excerpt, start, start + length, view.width - len(indent))
        yield f"{indent}{shown.line}"
        yield f"{indent}{paint(shown.carets, _COLOURS[item.severity], view.colour)}"
    fix = item.finding.fix
    if fix:
        unsafe = " (unsafe)" if fix.safety is Safety.UNSAFE else ""
        label = paint("fix:", "bold", view.colour)
        yield f"{indent}{label} {visible(fix.title)}{unsafe}"


def _headline(severity: Severity, message: str, rule: str, on: bool) -> str:
    label = paint(severity.label, _COLOURS[severity], on)
    return f"{label}: {visible(message)} {paint(f'[{rule}]', 'dim', on)}"


def _group_lines(group: Group, view: View) -> Iterator[str]:
    """Yield what stands on many pages: how many, what it looks like, some places."""
    on = view.colour
    message = group.diagnostics[0].finding.message
    headline = _headline(group.severity, message, group.rule, on)
    yield f"{paint(f'{group.pages:,} pages', 'bold', on)}: {headline}"
    for number, item in enumerate(group.diagnostics[:_PLACES]):
        line, column = item.start
        yield f"{_INDENT}{visible(item.path)}:{line}:{column}"
        if number == 0:
            yield from _excerpt(item, 2 * _INDENT, view)
    left = len(group.diagnostics) - _PLACES
    yield f"{_INDENT}and {left:,} more, likely of one mistake in their template"


def _overview(outcome: Outcome, view: View) -> Iterator[str]:
    """Yield how often each rule was found, the worst at the top."""
    from textwrap import wrap

    for severity in sorted(Severity, reverse=True):
        items = [item for item in outcome.shown if item.severity is severity]
        if items:
            label = paint(f"{severity.label:8}", _COLOURS[severity], view.colour)
            counts = Counter(item.rule for item in items).most_common()
            words = ", ".join(f"{number:,}\xa0{rule}" for rule, number in counts)
            lines = wrap(words, max(view.width - 9, 30), break_on_hyphens=False)
            text = f"\n{' ' * 9}".join(lines).replace("\xa0", " ")
            yield f"{label} {text}\n"
    yield "\n`exlint rule NAME` explains a rule, `--select NAME` shows it alone.\n\n"
