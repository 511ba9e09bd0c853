"""Comments that silence rules: `<!-- exlint-disable-next-line RULE -- reason -->`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from exlint.diagnostic import Diagnostic, Suppressed
from exlint.light import dataclass
from exlint.markdown import Document
from exlint.regex import regex
from exlint.text import Source, Span

_COMMENT = regex(
    r"<!--\s*exlint-(?P<verb>disable(?:-next-line|-line|-file)?|enable)\b"
    r"(?P<rules>(?:(?!--).)*?)(?:--(?P<reason>(?:(?!-->).)*?))?\s*-->",
    re.DOTALL,
)
_NAME = regex(r"[^\s,]+")
_TEXT = regex(
    r"(?:\s+|^[ \t]*<!--\s*exlint-(?:(?!-->)[^\r\n])*-->[ \t]*$)*(?P<text>\S)",
    re.MULTILINE,
)
"""The next text: comments that stand together speak of the same line below them."""


@dataclass(frozen=True, slots=True)
class Suppression:
    """A comment that asks for silence about some rules."""

    rules: tuple[str, ...]
    rule_spans: tuple[Span, ...]
    reason: str
    span: Span
    """Of the comment."""
    scope: Span
    """Of the text about which to be silent."""
    removal: Span
    """What to delete to be rid of the comment: its whole line if it stands alone."""
    excerpt: str
    """The source line in which the comment begins."""

    def covers(self, rule: str, offset: int) -> bool:
        """Whether a finding of a rule at an offset is silenced."""
        return rule in self.rules and self.scope.start <= offset <= self.scope.end


def find_suppressions(document: Document) -> tuple[Suppression, ...]:
    """Return the suppressions of a page, in order; `enable` comments end them.

    Comments within code are text, as everywhere in Markdown.
    """
    if "exlint-" not in document.source.text:
        return ()
    return tuple(_read(document.source, list(_comments(document))))


def _comments(document: Document) -> Iterator[re.Match[str]]:
    """Yield the comments of a page that speak to exlint."""
    spans = list(document.html)
    spans += [block.span for block in document.walk() if block.kind == "html"]
    for span in sorted(spans):
        yield from _COMMENT.finditer(document.source.text, span.start, span.end)


def _read(source: Source, comments: list[re.Match[str]]) -> Iterator[Suppression]:
    for number, comment in enumerate(comments):
        verb = comment["verb"]
        if verb == "enable":
            continue
        names = list(_NAME.finditer(comment["rules"]))
        offset = comment.start("rules")
        line = source.line_at(comment.start())
        yield Suppression(
            tuple(name[0] for name in names),
            tuple(Span(offset + name.start(), offset + name.end()) for name in names),
            (comment["reason"] or "").strip(),
            Span(*comment.span()),
            _scope(source, comment, comments[number + 1 :]),
            _removal(source, comment),
            source[line],
        )


def _scope(source: Source, comment: re.Match[str], later: list[re.Match[str]]) -> Span:
    verb, end = comment["verb"], len(source.text)
    if verb == "disable-file":
        return Span(0, end)
    if verb == "disable-line":
        return source.line_at(comment.start())
    if verb == "disable-next-line":
        following = _TEXT.search(source.text, source.line_at(comment.end()).end)
        return source.line_at(following.start("text") if following else end)
    rules = set(_NAME.findall(comment["rules"]))
    for other in later:
        named = set(_NAME.findall(other["rules"]))
        if other["verb"] == "enable" and (not named or named >= rules):
            return Span(comment.start(), other.start())
    return Span(comment.start(), end)


def _removal(source: Source, comment: re.Match[str]) -> Span:
    text, span = source.text, Span(*comment.span())
    first, last = source.line_at(span.start), source.line_at(span.end)
    before, after = text[first.start : span.start], text[span.end : last.end]
    if before.strip() or after.strip():
        start = span.start - (len(before) - len(before.rstrip()))
        return Span(start, span.end) if before.strip() else span
    line = source.lines.line(span.end)
    starts = source.lines.starts
    end = starts[line + 1] if line + 1 < len(starts) else len(text)
    return Span(first.start, end)


def mark(
    diagnostics: Iterable[Diagnostic], suppressions: tuple[Suppression, ...]
) -> tuple[list[Diagnostic], set[tuple[int, str]]]:
    """Mark the diagnostics of one page that its comments silence.

    Returns them all, and which rule of which suppression (by its number) was of use.
    """
    used: set[tuple[int, str]] = set()
    marked = []
    for item in diagnostics:
        for number, suppression in enumerate(suppressions):
            if suppression.covers(item.rule, item.finding.span.start):
                used.add((number, item.rule))
                reason = Suppressed(suppression.span, suppression.reason)
                item = item._replace(suppressed=item.suppressed or reason)
        marked.append(item)
    return marked, used
