r"""An image without alternative text.

Who cannot see the image, or waits for it to load, is told nothing. An image of HTML
with an empty `alt` is said to be decoration, and left alone.

~~~markdown bad
# Squat

![](https://images.example/squat.png)

<img src="https://images.example/side.png" width="300">
~~~

~~~text report
3:1: image without alternative text
5:1: image without alternative text
~~~

~~~markdown good
# Squat

![The lowest point of a squat, seen from the side](https://images.example/squat.png)

<img src="https://images.example/line.png" alt="">

Write `![](squat.png)` or `<img src="squat.png">` to show an image.
~~~
"""

import re
from collections.abc import Iterator

from exlint.diagnostic import Confidence, Finding, Severity
from exlint.page import Page
from exlint.regex import regex
from exlint.text import Span

SEVERITY = Severity.WARNING
CONFIDENCE = Confidence.HIGH

_IMAGE = regex(
    r"<img\b(?![^<>]*(?:\balt\b|\brole\s*=|\baria-hidden\b|\{))[^<>]*>", re.IGNORECASE
)
_MESSAGE = "image without alternative text"


def check(page: Page) -> Iterator[Finding]:
    for link in page.document.links:
        if link.kind == "image" and not link.text.strip():
            yield Finding(link.span, _MESSAGE)
    text = page.source.text
    if "<" in text and ("<img" in text or "<IMG" in text):
        for piece in _html(page):
            for match in _IMAGE.finditer(text, piece.start, piece.end):
                yield Finding(Span(*match.span()), _MESSAGE)


def _html(page: Page) -> Iterator[Span]:
    yield from page.document.html
    for block in page.document.walk():
        if block.kind == "html":
            yield block.span
