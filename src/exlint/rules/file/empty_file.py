r"""A page with nothing in it.

An empty file is what a failed export or an interrupted save leaves behind. It counts as
empty when it holds nothing but white space. A page of nothing but front matter is fine:
there are sites that keep all their content in it.

~~~markdown bad escaped
\n  \n
~~~

~~~text report
1:1: the file is empty
2:1: trailing-space: spaces on a blank line
~~~

~~~markdown good
---
title: Squat
steps: [Stand tall., Sit down.]
---
~~~
"""

from collections.abc import Iterator

from exlint.diagnostic import Confidence, Finding, Severity
from exlint.page import Page
from exlint.text import BOM, NOWHERE

SEVERITY = Severity.ERROR
CONFIDENCE = Confidence.HIGH


def check(page: Page) -> Iterator[Finding]:
    if not page.source.text.strip(f"{BOM} \t\r\n"):
        yield Finding(NOWHERE, "the file is empty")
