"""What the comments of a page silence, and the comments that are of no use."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from exlint.diagnostic import Diagnostic, Finding, Fix
from exlint.pagetype.vocabulary import nearest
from exlint.rule import Rule
from exlint.rules.suppression import unknown_rule, unused_suppression
from exlint.suppression import Suppression, mark
from exlint.text import Span

UNKNOWN_RULE = Rule.of(unknown_rule)
UNUSED_SUPPRESSION = Rule.of(unused_suppression)
Found = Iterator[tuple[Rule, Finding]]


def silence(
    diagnostics: Iterable[Diagnostic],
    suppressions: tuple[Suppression, ...],
    judged: Collection[str],
    known: Collection[str],
) -> tuple[list[Diagnostic], list[tuple[Rule, Finding]]]:
    """Mark what comments silence, and report the comments that are of no use.

    Of the rules that they name, those count that are `judged`: that had their say on
    the page. `known` are all rules there are.
    """
    marked, used = mark(diagnostics, suppressions)
    found: list[tuple[Rule, Finding]] = []
    for number, suppression in enumerate(suppressions):
        found += _unknown(suppression, known)
        useless = [
            place
            for place, name in enumerate(suppression.rules)
            if name in judged and (number, name) not in used
        ]
        found += _unused(suppression, useless)
    return marked, found


def _unknown(suppression: Suppression, known: Collection[str]) -> Found:
    if not suppression.rules:
        fix = _removal(suppression)
        yield UNKNOWN_RULE, Finding(suppression.span, "no rule is named", fix)
    for place, name in enumerate(suppression.rules):
        if name in known:
            continue
        span, near = suppression.rule_spans[place], nearest(name, known)
        if near:
            message = f"unknown rule '{name}', did you mean '{near}'?"
            fix = Fix.replace(f"Write '{near}'", span, near)
        else:
            message = f"unknown rule '{name}'"
            fix = _cut(suppression, place)
        yield UNKNOWN_RULE, Finding(span, message, fix)


def _unused(suppression: Suppression, useless: list[int]) -> Found:
    names = [f"'{suppression.rules[place]}'" for place in useless]
    if len(useless) == len(suppression.rules) > 0:
        fix = _removal(suppression)
        message = f"nothing here for {' and '.join(names)} to find"
        yield UNUSED_SUPPRESSION, Finding(suppression.span, message, fix)
        return
    for place, name in zip(useless, names, strict=True):
        fix = _cut(suppression, place)
        message = f"nothing here for {name} to find"
        yield UNUSED_SUPPRESSION, Finding(suppression.rule_spans[place], message, fix)


def _removal(suppression: Suppression) -> Fix:
    return Fix.replace("Remove the comment", suppression.removal, "")


def _cut(suppression: Suppression, place: int) -> Fix:
    """Remove a name with what parts it from its neighbour."""
    spans = suppression.rule_spans
    if len(spans) == 1:
        return _removal(suppression)
    if place == 0:
        span = Span(spans[0].start, spans[1].start)
    else:
        span = Span(spans[place - 1].end, spans[place].end)
    return Fix.replace("Remove its name", span, "")
