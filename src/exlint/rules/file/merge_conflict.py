"""What a version control system left in the page: conflict or patch marks.

A merge that nobody finished shows both versions to readers, with the marks between. A
single mark that is left over from a finished one counts too. So does, with less
certainty, the `+` or `-` of a patch in front of a heading, number or sentence.

A heading underlined with seven `=` is fine, as is a list with `+` for a bullet, and
code that shows how a conflict looks.

~~~markdown bad
# Squat

<<<<<<< HEAD
Stand tall.
=======
Stand up.
>>>>>>> wording
~~~

~~~text report
3:1: a merge conflict that was not resolved
~~~

~~~markdown bad
# Squat

Stand tall.
>>>>>>> wording

+Sit down.
~~~

~~~text report
4:1: a merge conflict mark
6:1: a patch mark at the start of the line
~~~

~~~markdown good
Squats!
=======

+ Stand tall.
+ Sit down.

```
<<<<<<< HEAD
```
~~~
"""

import re
from collections.abc import Iterator

from exlint.diagnostic import Confidence, Finding, Severity
from exlint.page import Page
from exlint.regex import regex
from exlint.text import Span

SEVERITY = Severity.ERROR
CONFIDENCE = Confidence.HIGH

_SIGNS = frozenset("<>=|+@")
_REMOVED = regex(r"#(?<=\n-#)")  # begins with a literal, which `re` finds fast
_CONFLICT = regex(r"^(?:[<>]{7}(?= |$)|\|{7}(?= \w)|={7}$).*$", re.MULTILINE)
_PATCH = regex(
    r"^(?:[+-](?=#{1,6} )|\+(?=\d{1,3}[.)] |[-*] |\*\*|[A-Z][a-z])"
    r"|@@ -\d+(?:,\d+)? \+\d+(?:,\d+)? @@|diff --git )",
    re.MULTILINE,
)


def check(page: Page) -> Iterator[Finding]:
    text = page.source.text
    if page.unusual.isdisjoint(_SIGNS) and not _REMOVED.search(text):
        return
    marks = [
        match
        for match in _CONFLICT.finditer(text.replace("\r", " "))
        if not page.is_code(match.start())
    ]
    signs = {mark[0][0] for mark in marks}
    if signs >= {"<", "=", ">"}:
        span = Span(marks[0].start(), marks[-1].end())
        yield Finding(span, "a merge conflict that was not resolved")
    else:
        underlines = frozenset(_underlines(page)) if signs == {"="} else ()
        for mark in marks:
            if mark.start() not in underlines:
                yield Finding(Span(*mark.span()), "a merge conflict mark")
    for match in _PATCH.finditer(text):
        if not page.is_code(match.start()):
            yield Finding(
                Span(*match.span()),
                "a patch mark at the start of the line",
                confidence=Confidence.MEDIUM,
            )


def _underlines(page: Page) -> Iterator[int]:
    """Yield where the lines begin that make a heading of the text above them."""
    for block in page.document.walk():
        if block.kind == "heading" and block.marker == "=":
            yield page.source.line_at(block.span.end - 1).start
