r"""Lines that end in different ways in one page.

A file with both Windows and Unix line endings shows every line as changed as soon as an
editor settles on one of them. A page whose lines all end with CRLF is fine.

~~~markdown bad escaped
# Squat\n\nStand tall.\r\nSit down.\n
~~~

~~~text report
3:12: 1 of 4 lines ends with CRLF, the others with LF
~~~

~~~markdown fixed
# Squat

Stand tall.
Sit down.
~~~

~~~markdown good escaped
# Squat\r\n\r\nStand tall.\r\n
~~~
"""

from collections import Counter
from collections.abc import Iterator

from exlint.diagnostic import Confidence, Edit, Finding, Fix, Severity
from exlint.page import Page
from exlint.regex import regex
from exlint.text import Span

SEVERITY = Severity.WARNING
CONFIDENCE = Confidence.HIGH
CUES = frozenset("\r")

_BREAK = regex(r"\r\n|\n|\r")
_NAMES = {"\n": "LF", "\r\n": "CRLF", "\r": "CR"}


def check(page: Page) -> Iterator[Finding]:
    text = page.source.text
    breaks = list(_BREAK.finditer(text))
    counts = Counter(found[0] for found in breaks)
    if len(counts) == 1:
        return
    usual = max(_NAMES, key=counts.__getitem__)
    odd = [found for found in breaks if found[0] != usual]
    kinds = " or ".join(
        _NAMES[kind] for kind in _NAMES if kind != usual if counts[kind]
    )
    ends = "ends" if len(odd) == 1 else "end"
    edits = tuple(Edit(Span(*found.span()), usual) for found in odd)
    yield Finding(
        Span(*odd[0].span()),
        f"{len(odd)} of {len(breaks)} lines {ends} with {kinds}, "
        f"the others with {_NAMES[usual]}",
        Fix(f"End every line with {_NAMES[usual]}", edits),
    )
