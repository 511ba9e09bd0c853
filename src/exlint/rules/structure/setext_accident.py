"""Dashes right under a paragraph, which make it a heading.

`---` was meant as a line across the page, but Markdown takes the paragraph above for the
text of a heading, unless a blank line is between them. Reported are sentences with their
stop, and paragraphs of several lines on pages that do not write their headings so. Short
headings with a line under them are headings.

~~~markdown bad
# Squat

Keep your back straight and your heels on the floor.
---

Breathe.
~~~

~~~text report
3:1: the line under this paragraph makes it a heading
~~~

~~~markdown good
Squat
=====

Stand tall
----------

Keep your back straight.

---

Breathe.
~~~
"""

from collections.abc import Iterator

from exlint.diagnostic import Confidence, Finding, Severity
from exlint.page import Page
from exlint.page.headings import setext_accidents

SEVERITY = Severity.WARNING
CONFIDENCE = Confidence.MEDIUM
NEEDS = "headings"


def check(page: Page) -> Iterator[Finding]:
    for heading in setext_accidents(page):
        if heading.text.startswith("<<<<<<<"):
            continue  # left to `merge-conflict`
        message = "the line under this paragraph makes it a heading"
        yield Finding(heading.span, message)
