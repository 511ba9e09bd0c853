"""Findings as plain tuples: so they are packed and unpacked five times as fast.

What the findings of many pages have in common becomes one object again.
"""

from __future__ import annotations

from collections.abc import Iterable
from sys import intern
from typing import Any

from exlint.diagnostic import (
    Confidence,
    Diagnostic,
    Edit,
    Finding,
    Fix,
    Safety,
    Severity,
    Suppressed,
)
from exlint.text import Span

Flat = tuple[Any, ...]

_SEVERITIES = {int(one): one for one in Severity}
_CONFIDENCES = {int(one): one for one in Confidence}
_SAFETIES = {one.value: one for one in Safety}


def flattened(found: Iterable[Diagnostic]) -> tuple[Flat, ...]:
    """Return findings as plain tuples."""
    return tuple([_flat(item) for item in found])


def restored(found: Iterable[Diagnostic | Flat]) -> tuple[Diagnostic, ...]:
    """Return findings as they were; what never was flat stays as it is."""
    return tuple(
        [item if isinstance(item, Diagnostic) else _whole(item) for item in found]
    )


def _flat(item: Diagnostic) -> Flat:
    rule, severity, confidence, path, finding, *rest, suppressed, known, page = item
    parts = _flat_finding(finding)
    numbers = int(severity), int(confidence)
    return (rule, *numbers, path, parts, *rest, _flat_reason(suppressed), known, page)


def _flat_finding(finding: Finding) -> Flat:
    span, message, fix, confidence, severity = finding
    parts = None
    if fix:
        edits = [(*edit.span, edit.text) for edit in fix.edits]
        parts = (fix.title, fix.safety.value, edits)
    return (
        *span,
        message,
        parts,
        confidence and int(confidence),
        severity and int(severity),
    )


def _flat_reason(suppressed: Suppressed | None) -> Flat | None:
    return (*suppressed.span, suppressed.reason) if suppressed else None


def _whole(parts: Flat) -> Diagnostic:
    rule, severity, confidence, path, finding, lines, excerpt, print_, *rest = parts
    type_, cause, suppressed, known, page = rest
    return Diagnostic(
        intern(rule),
        _SEVERITIES[severity],
        _CONFIDENCES[confidence],
        path,
        _whole_finding(*finding),
        lines,
        excerpt,
        print_,
        intern(type_),
        intern(cause),
        Suppressed(Span(*suppressed[:2]), suppressed[2]) if suppressed else None,
        known,
        page,
    )


def _whole_finding(
    start: int,
    end: int,
    message: str,
    fix: Flat | None,
    confidence: int | None,
    severity: int | None,
) -> Finding:
    span = Span(start, end)
    whole = _whole_fix(span, *fix) if fix else None
    sure = None if confidence is None else _CONFIDENCES[confidence]
    bad = None if severity is None else _SEVERITIES[severity]
    return Finding(span, message, whole, sure, bad)


def _whole_fix(place: Span, title: str, safety: str, edits: Iterable[Flat]) -> Fix:
    """Return a fix; an edit of just what a finding is about has the same span."""
    whole = []
    for *border, text in edits:
        span = Span(*border)
        whole.append(Edit(place if span == place else span, text))
    return Fix(intern(title), tuple(whole), _SAFETIES[safety])
