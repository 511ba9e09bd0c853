"""A page without a section that its type requires.

Readers and whatever is built from the page look for the section; the page's schema
lists what stands in it under `required`. One finding a section, however many
properties it would hold. A section that is there and lacks a part is reported by
`empty-section`, `missing-fact` or `list-kind`, one whose heading is misspelt by
`unknown-section`, a page without most of its sections by `stub`.

~~~json schema
{
  "required": ["steps", "tips", "faq"],
  "properties": {
    "steps": {"type": "array", "x-markdown": {"section": "Steps", "as": "ordered-list"}},
    "tips": {
      "type": "array",
      "x-markdown": {"section": ["Tips", "Pro tips"], "as": "bullet-list"}
    },
    "faq": {"type": "array", "x-markdown": {"section": "FAQ", "as": "questions"}}
  }
}
~~~

~~~markdown bad
# Squat

## Steps

1. Stand tall.
2. Sit down.

## FAQ

### Is it hard?

No.
~~~

~~~text report
1:1: no section 'Tips'
~~~

~~~markdown good
# Squat

## STEPS

1. Stand tall.
2. Sit down.

## Pro-tips

- Breathe.

## FAQ

### Is it hard?

No.
~~~
"""

from collections.abc import Iterator

from exlint.diagnostic import Confidence, Finding, Severity
from exlint.page import Page
from exlint.page.violations import claimed
from exlint.pagetype.wording import condition

SEVERITY = Severity.ERROR
CONFIDENCE = Confidence.HIGH
NEEDS = "violations"


def check(page: Page) -> Iterator[Finding]:
    if page.layout is None:
        return
    named = set()
    for violation in claimed(page, "missing-section"):
        section = page.layout.fields[violation.property].section
        if section and section.name not in named:
            named.add(section.name)
            when = condition(violation, page.layout)
            message = f"no section '{section.name}'"
            span = page.record.locate("")
            yield Finding(span, f"{message}, expected {when}" if when else message)
