"""A heading that the page's type does not know.

Where the schema allows nothing but what it names (`additionalProperties: false`), a
section by another name is lost to readers who look for it and to whatever is built from
the page. Mostly the name is misspelt: such a heading is also reported where the schema
allows others, if a required section is missing for it. Names that a schema gives as
aliases or under `sections` are fine, whatever their case and punctuation.

~~~json schema
{
  "additionalProperties": false,
  "required": ["steps"],
  "properties": {
    "steps": {
      "type": "array",
      "x-markdown": {"section": ["How to perform", "Steps"], "as": "ordered-list"}
    },
    "tips": {"type": "array", "x-markdown": {"section": "Pro tips", "as": "bullet-list"}}
  },
  "x-markdown": {"sections": ["Related *"]}
}
~~~

~~~markdown bad
# Squat

## How to preform

1. Stand tall.
2. Sit down.
~~~

~~~text report
3:4: no section is named 'How to preform': did you mean 'How to perform'?
~~~

~~~markdown fixed
# Squat

## How to perform

1. Stand tall.
2. Sit down.
~~~

~~~markdown bad
# Squat

## Steps

1. Stand tall.
2. Sit down.

## Tips

- Breathe.

## History

The squat is old.
~~~

~~~text report
8:4: no section is named 'Tips': did you mean 'Pro tips'?
12:4: no section is named 'History'
~~~

~~~markdown good
# Squat

## How To Perform:

1. Stand tall.
2. Sit down.

### Variations

Slow or fast.

## Related lifts

Try the lunge.
~~~
"""

from collections.abc import Iterator

from exlint.diagnostic import Confidence, Finding, Fix, Severity
from exlint.page import Page
from exlint.page.headings import misplaced_title, setext_accidents
from exlint.page.stubs import meant_section
from exlint.page.violations import claimed
from exlint.pagetype.vocabulary import nearest
from exlint.pagetype.wording import suggestion

SEVERITY = Severity.WARNING
CONFIDENCE = Confidence.HIGH
NEEDS = "sections"

_NEAR = 0.85
"""How like a known name a heading must be to be corrected without asking."""


def check(page: Page) -> Iterator[Finding]:
    layout = page.layout
    if layout is None or all(section.name for section in page.sections):
        return
    others = {id(heading) for heading in setext_accidents(page)}
    title = misplaced_title(page)
    missed = {violation.property for violation in claimed(page, "unknown-section")}
    lost = {field.section for name, field in layout.fields.items() if name in missed}
    for section in page.sections:
        heading = section.heading
        if section.name or section is title or id(heading) in others:
            continue
        if heading.level == 1 and layout.has_title:
            continue  # `multiple-titles`
        meant = meant_section(layout, section.title)
        if not layout.is_closed and meant not in lost:
            continue
        span = page.document.prose.span(*heading.prose)
        near = nearest(section.title, meant.names, _NEAR) if meant else None
        fix = None
        if meant and near and page.section(meant) is None:
            fix = Fix.replace(f"Call it '{near}'", span, near)
        guess = suggestion(near or meant.name if meant else None)
        yield Finding(span, f"no section is named '{section.title}'{guess}", fix)
