r"""A page that does not end with one line break.

Tools that join files run the last line of one into the first of the next, and each
editor that adds the missing break makes a change that nobody meant. A page of nothing
but white space is left to `empty-file`.

~~~markdown bad escaped
# Squat\n\nStand tall.
~~~

~~~text report
3:12: no line break at the end of the file
~~~

~~~markdown fixed escaped
# Squat\n\nStand tall.\n
~~~

~~~markdown bad escaped
# Squat\r\n\r\nStand tall.\r\n\r\n\r\n
~~~

~~~text report
4:1: 2 blank lines at the end of the file
~~~

~~~markdown fixed escaped
# Squat\r\n\r\nStand tall.\r\n
~~~

~~~markdown good escaped
# Squat\n\nStand tall.\n
~~~
"""

from collections.abc import Iterator

from exlint.diagnostic import Confidence, Finding, Fix, Severity
from exlint.page import Page
from exlint.regex import regex
from exlint.text import Span

SEVERITY = Severity.INFO
CONFIDENCE = Confidence.HIGH

_BREAK = regex(r"\r\n|\n|\r")


def check(page: Page) -> Iterator[Finding]:
    text = page.source.text
    end = len(text.rstrip("\r\n"))
    if not text.strip():
        return
    breaks = list(_BREAK.finditer(text, end))
    if not breaks:
        first = _BREAK.search(text)
        fix = Fix.replace(
            "Add a line break", Span(end, end), first[0] if first else "\n"
        )
        yield Finding(Span(end, end), "no line break at the end of the file", fix)
    elif len(breaks) > 1:
        span = Span(breaks[0].end(), len(text))
        count = len(breaks) - 1
        lines = "a blank line" if count == 1 else f"{count} blank lines"
        fix = Fix.replace("Remove the blank lines", span, "")
        yield Finding(span, f"{lines} at the end of the file", fix)
