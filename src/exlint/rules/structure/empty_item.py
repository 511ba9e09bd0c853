"""A bullet or number with nothing behind it.

Readers see a dot beside nothing: a line was lost, or meant to be filled in. Items that
hold a picture, code, a comment or a list are not empty.

~~~markdown bad
# Squat

1. Stand tall.
2.
3. Stand up.
~~~

~~~text report
4:1: an item without text
~~~

~~~markdown good
# Squat

- [ ]
-     straight
- <!-- the rest is in the video -->
- Rest:

  - Breathe.

* * *
~~~
"""

from collections.abc import Iterator

from exlint.diagnostic import Confidence, Finding, Severity
from exlint.page import Page
from exlint.page.stubs import is_stub

SEVERITY = Severity.ERROR
CONFIDENCE = Confidence.HIGH
NEEDS = "lists"


def check(page: Page) -> Iterator[Finding]:
    for block in page.lists:
        for item in block.children:
            if not item.children and not is_stub(page):
                yield Finding(item.span, "an item without text")
