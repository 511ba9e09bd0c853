r"""Spaces or tabs at the end of a line, or on a blank one.

Nobody sees them, and they turn up in every comparison of two versions. Two or more
spaces inside a paragraph are a line break in Markdown and stay; so does all that stands
in code, HTML and front matter.

~~~markdown bad escaped
# Squat\n\nStand tall. \n\t\nSit down.   \n
~~~

~~~text report
3:12: a space at the end of the line
4:1: a tab on a blank line
5:10: spaces at the end of the line
~~~

~~~markdown fixed
# Squat

Stand tall.

Sit down.
~~~

~~~markdown good escaped
# Squat\n\nStand tall,  \nthen sit down.\n\n```\nset 1  \nset 2\n```\n
~~~
"""

from collections.abc import Iterator

from exlint.diagnostic import Confidence, Finding, Fix, Severity
from exlint.page import Page
from exlint.regex import regex
from exlint.text import Span

SEVERITY = Severity.INFO
CONFIDENCE = Confidence.HIGH

_TRAILING = regex(r"(?<![ \t])[ \t]+(?=[\r\n]|\Z)")
_KEPT = frozenset({"code", "html", "mark"})


def check(page: Page) -> Iterator[Finding]:
    text = page.source.text
    plain = "\t" not in text and "\r" not in text
    if plain and " \n" not in text and not text.endswith(" "):
        return
    matter = page.document.front_matter
    start = matter.span.end if matter else 0
    blocks = list(page.document.walk())
    kept = [block.span for block in blocks if block.kind in _KEPT]
    paragraphs = [block.span for block in blocks if block.kind == "paragraph"]
    for match in _TRAILING.finditer(text, start):
        span, space = Span(*match.span()), match[0]
        is_break = space.startswith("  ") and _within(span, paragraphs)
        if is_break or _within(span, kept):
            continue
        what = {" ": "a space", "\t": "a tab"}.get(space, "spaces")
        blank = span.start == page.source.line_at(span.start).start
        where = "on a blank line" if blank else "at the end of the line"
        fix = Fix.replace("Remove what cannot be seen", span, "")
        yield Finding(span, f"{what} {where}", fix)


def _within(span: Span, others: list[Span]) -> bool:
    """Whether a span stands in one of the others, and not at its end."""
    return any(other.start <= span.start < other.end for other in others)
