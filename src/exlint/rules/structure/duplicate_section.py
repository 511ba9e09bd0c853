"""The same section twice on a page.

The second of two sections with one name is what is left of a copy, or of an earlier
draft: readers see both, and what is built from the page takes one of them. Aliases of a
name count as the name. Only sections that the page's type knows are compared; sections
of pages without a type may repeat a heading.

~~~json schema
{
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

## Tips

- Breathe.

## Pro tips

- Look ahead.
~~~

~~~text report
7:1: section 'Pro tips' again: it is on line 3
~~~

~~~markdown good
# Squat

## Steps

1. Stand tall.
2. Sit down.

### With a barbell

Lower it.

### With a kettlebell

Hug it.

## Tips

- Breathe.

### With a barbell

- Look ahead.
~~~
"""

from collections.abc import Iterator

from exlint.diagnostic import Confidence, Finding, Severity
from exlint.page import Page
from exlint.page.record import Section

SEVERITY = Severity.ERROR
CONFIDENCE = Confidence.HIGH
NEEDS = "sections"


def check(page: Page) -> Iterator[Finding]:
    first: dict[str, Section] = {}
    for section in page.sections:
        if section.name is None:
            continue
        other = first.setdefault(section.name.name, section)
        if other is not section:
            line = page.source.position(other.span.start).line
            message = f"section '{section.title}' again: it is on line {line}"
            yield Finding(section.heading.span, message)
