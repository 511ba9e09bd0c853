"""A page without a section that its type requires.

Readers and whatever is built from the page look for the section; the page's schema
lists what stands in it under `required`. One finding a section, however many
properties it would hold. A section that is there and lacks a part is reported by
`empty-section`, `missing-fact` or `list-kind`.

~~~json schema
{
  "required": ["steps", "tips"],
  "properties": {
    "steps": {"type": "array", "x-markdown": {"section": "Steps", "as": "ordered-list"}},
    "tips": {
      "type": "array",
      "x-markdown": {"section": ["Tips", "Pro tips"], "as": "bullet-list"}
    }
  }
}
~~~

~~~markdown bad
# Squat

## Steps

1. Stand tall.
2. Sit down.
~~~

~~~text report
1:1: no section 'Tips'
~~~

~~~markdown good
# Squat

## Steps

1. Stand tall.
2. Sit down.

## Pro tips

- Breathe.
~~~
"""

from collections.abc import Iterator

from exlint.diagnostic import Confidence, Finding, Severity
from exlint.page import Page

SEVERITY = Severity.ERROR
CONFIDENCE = Confidence.HIGH


def check(page: Page) -> Iterator[Finding]:
    if page.layout is None:
        return
    span = page.record.locate("")
    for section in page.layout.required_sections:
        if page.section(section) is None:
            yield Finding(span, f"no section '{section.name}'")
