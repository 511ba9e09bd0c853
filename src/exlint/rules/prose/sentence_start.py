"""A sentence that begins with a small letter.

It reads as the rest of a sentence whose start was lost. After an abbreviation ("approx.
two", "bands, chains etc. are fine") or an ellipsis a small letter is right, and so are
lists of which several items begin with one.

~~~markdown bad
# Squat

Sit back. keep your chest up.

1. Stand tall.
2. sit down.
3. Drive up.
~~~

~~~text report
3:11: sentence begins with a small letter: 'keep'
6:4: sentence begins with a small letter: 'sit'
~~~

~~~markdown fixed
# Squat

Sit back. Keep your chest up.

1. Stand tall.
2. Sit down.
3. Drive up.
~~~

~~~markdown good
# Squat

Lower for approx. two seconds, e.g. with bands, chains etc. and wait... then rise, at
9 a.m. or 5 p.m. each day. See lifts.example for more.

- bar
- rack
- plates
~~~
"""

import re
from collections.abc import Iterator

from exlint.diagnostic import Confidence, Finding, Fix, Severity
from exlint.page import Page
from exlint.regex import regex
from exlint.rules.prose._abbreviations import ends_with_abbreviation
from exlint.rules.prose._peers import groups, odd_ones

SEVERITY = Severity.INFO
CONFIDENCE = Confidence.HIGH
LANGUAGES = ("en",)
NEEDS = "oddities"

_SMALL_AFTER_STOP = regex(r"[.!?](?<=\w.) +([a-z][a-z']+)(?=[ ,])")
_SMALL_AT_START = regex(r"([a-z][a-z']+)(?=[ ,])")


def check(page: Page) -> Iterator[Finding]:
    text = page.prose.text
    for match in _SMALL_AFTER_STOP.finditer(text) if ". x" in page.oddities else ():
        if not ends_with_abbreviation(page, match.start()):
            yield _finding(page, match)
    if "\nx" not in page.oddities:
        return
    for blocks in groups(page):
        starts_small = [text[block.prose.start].islower() for block in blocks]
        for block in odd_ones(blocks, starts_small, fewest=1):
            first = _SMALL_AT_START.match(text, block.prose.start)
            if first and text[block.prose.end - 1] in ".!?":
                yield _finding(page, first)


def _finding(page: Page, match: re.Match[str]) -> Finding:
    start = match.start(1)
    first = page.prose.span(start, start + 1)
    return Finding(
        page.prose.match(match, 1),
        f"sentence begins with a small letter: '{match[1]}'",
        Fix.replace("Begin with a capital", first, match[1][0].upper()),
    )
