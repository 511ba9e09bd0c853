"""A page that holds hardly more than its title.

Where most of the sections that the page's type requires are absent or empty, the page
was begun and not written. One finding says so, in place of one for each absent part.

~~~json schema
{
  "required": ["steps", "tips", "faq"],
  "properties": {
    "steps": {"type": "array", "x-markdown": {"section": "Steps", "as": "ordered-list"}},
    "tips": {"type": "array", "x-markdown": {"section": "Tips", "as": "bullet-list"}},
    "faq": {"type": "array", "x-markdown": {"section": "FAQ", "as": "questions"}}
  }
}
~~~

~~~markdown bad
# Squat

Steps to follow.

## Tips

## FAQ

### Is it hard?

No.
~~~

~~~text report
1:1: hardly begun: no 'Steps', no 'Tips'
~~~

~~~markdown good
# Squat

## Steps

1. Stand tall.
2. Sit down.

## Tips

- Breathe.

## FAQ

### Is it hard?

No.
~~~
"""

from collections.abc import Iterator

from exlint.diagnostic import Confidence, Finding, Severity
from exlint.page import Page
from exlint.page.violations import is_blank, is_stub, lacking_sections

SEVERITY = Severity.WARNING
CONFIDENCE = Confidence.HIGH


def check(page: Page) -> Iterator[Finding]:
    if is_stub(page) and not is_blank(page):
        names = (f"no '{section.name}'" for section in lacking_sections(page))
        yield Finding(page.record.locate(""), f"hardly begun: {', '.join(names)}")
