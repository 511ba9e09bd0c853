r"""A no-break space, another odd space, or a tab inside the text.

It looks like a space and is none: searches for the words on both sides miss it, lines
do not wrap at it, and replacements skip it. It comes with text copied from a web page
or a word processor.

Fine are a no-break space that keeps a number and its unit or two initials together or
stands before French punctuation, the wide space of Chinese and Japanese, and all spaces
in code.

~~~markdown bad escaped
# Squat\n\nStand\u00a0tall, then \u2003sit\tdown.\n
~~~

~~~text report
3:6: no-break space (U+00A0)
3:18: em space (U+2003)
3:22: tab inside the text
~~~

~~~markdown fixed escaped
# Squat\n\nStand tall, then sit down.\n
~~~

~~~markdown good escaped
# Squat\n\nLift 20\u00a0kg, then rest for 2\u2009minutes. Pr\u00eat\u202f! `a\u00a0b`\n
~~~
"""

import unicodedata
from collections.abc import Iterator

from exlint.diagnostic import Confidence, Finding, Fix, Safety, Severity
from exlint.page import Page
from exlint.regex import regex
from exlint.text import Span

SEVERITY = Severity.WARNING
CONFIDENCE = Confidence.HIGH

_ODD = (
    "".join(
        map(chr, (0xA0, 0x1680, *range(0x2000, 0x200B), 0x2028, 0x2029, 0x202F, 0x205F))
    )
    + "\u3000"
)
CUES = frozenset(f"{_ODD}\t&")  # an entity may be a tab
_SPACES = regex(f"(?<![ \t{_ODD}])[ \t]*[{_ODD}][ \t{_ODD}]*")
_TAB = regex(r"(?<=\S)\t+(?=\S)")
_MARKS_ONLY = regex(r"[ \t>]*(?:#{1,6}|[-*+]|\d{1,9}[.)])?")
_FRENCH = "!?:;%»€"
_DAMAGE = frozenset("ÂÃ")  # with what follows, left to `mojibake`
_INITIAL = regex(r"\b[^\W\d_]\.\Z")
_HOLDS_BREAK = "\xa0\u202f\u2009"


def check(page: Page) -> Iterator[Finding]:
    if not page.unusual.isdisjoint(_ODD):
        yield from _odd_spaces(page)
    if "\t" in page.prose.text:
        for _, span in page.scan(_TAB):
            fix = Fix.replace("Put a space", span, " ")
            yield Finding(span, "tab inside the text", fix)


def _odd_spaces(page: Page) -> Iterator[Finding]:
    text = page.source.text
    for match in _SPACES.finditer(text):
        start = match.end() - len(match[0].lstrip(" \t"))
        before = text[max(match.start() - 3, 0) : match.start()]
        after = text[match.end() : match.end() + 1]
        if _is_wanted(match[0], before, after) or page.is_code(start):
            continue
        line = page.source.line_at(start)
        inside = _MARKS_ONLY.fullmatch(text, line.start, match.start()) is None
        ends = match.end() >= line.end
        fix = Fix.replace(
            "Put an ordinary space" if inside and not ends else "Remove it",
            Span(*match.span()),
            "" if ends or match.start() == line.start else " ",
            Safety.SAFE if inside else Safety.UNSAFE,  # it may make or end a list
        )
        name = unicodedata.name(text[start], "line separator").lower()
        yield Finding(
            Span(start, match.end()), f"{name} (U+{ord(text[start]):04X})", fix
        )


def _is_wanted(space: str, before: str, after: str) -> bool:
    """Whether a careful writer has put the space on purpose."""
    last = before[-1:]
    if space == "\u3000":
        return last > "\u2e80" or after > "\u2e80"
    if last in _DAMAGE:
        return True
    if len(space) > 1 or space not in _HOLDS_BREAK:
        return False
    if _INITIAL.search(before) or last.isdigit() or last == "«":
        return True
    return after != "" and after in _FRENCH
