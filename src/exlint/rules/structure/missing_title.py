"""A page without a title.

Lists of pages, search results and browser tabs show the title; without one they show
the file's name or nothing. The title is the heading of level 1. A heading that stands
at another level is left to `heading-level`, one that Markdown does not take for a
heading to `fake-heading`; where the page type reads its title from the front matter,
no heading is asked for.

~~~json schema
{
  "required": ["name", "tips"],
  "properties": {
    "name": {"x-markdown": {"at": "title"}},
    "tips": {"x-markdown": {"section": "Tips", "as": "bullet-list"}}
  }
}
~~~

~~~markdown bad
Stand tall.

## Tips

- Breathe.
~~~

~~~text report
1:1: no title
~~~

~~~markdown bad
#

## Tips

- Breathe.
~~~

~~~text report
1:1: the title is empty
~~~

~~~markdown good
Squat
=====

## Tips

- Breathe.
~~~

~~~json schema
{
  "required": ["name", "tips"],
  "properties": {
    "name": {"x-markdown": {"at": "front-matter", "key": "title"}},
    "tips": {"x-markdown": {"section": "Tips", "as": "bullet-list"}}
  }
}
~~~

~~~markdown good
---
title: Squat
---

## Tips

- Breathe.
~~~
"""

from collections.abc import Iterator

from exlint.diagnostic import Confidence, Finding, Severity
from exlint.page import Page
from exlint.page.violations import claimed

SEVERITY = Severity.ERROR
CONFIDENCE = Confidence.HIGH
NEEDS = "violations"


def check(page: Page) -> Iterator[Finding]:
    for _ in claimed(page, "missing-title"):
        if page.title:
            yield Finding(page.title.span, "the title is empty")
        else:
            start = page.document.blocks[0].span if page.document.blocks else None
            yield Finding(start or page.record.locate(""), "no title")
