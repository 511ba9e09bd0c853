r"""Text that stands in for a heading and is none.

What only looks like a heading is in no outline, has no anchor, and leaves the section
that it should begin to the one before: hashes without a space behind them, behind a
backslash or indented into code or a list, and the bold name of a section or a bold
question of the FAQ. One hash alone may be a tag (`#legs`): it counts where the page has
no title. Bold lines that name nothing the page's type knows are often fine; they are
reported with low confidence only.

~~~json schema
{
  "required": ["name", "steps", "tips", "faq"],
  "properties": {
    "name": {"x-markdown": {"at": "title"}},
    "steps": {"type": "array", "x-markdown": {"section": "Steps", "as": "ordered-list"}},
    "tips": {"type": "array", "x-markdown": {"section": "Tips", "as": "bullet-list"}},
    "faq": {"type": "array", "x-markdown": {"section": "FAQ", "as": "questions"}}
  }
}
~~~

~~~markdown bad
#Squat

##Steps

1. Stand tall.
2. Sit down.

**Tips:**

- Breathe.

## FAQ

**Is it hard?**

No.
~~~

~~~text report
1:1: '#Squat' is no heading: no space behind the hash
3:1: '##Steps' is no heading: no space behind the hashes
8:1: bold text in place of a heading: 'Tips'
14:1: bold text in place of a heading: 'Is it hard?'
~~~

~~~markdown bad
# Squat

\## Steps

1. Stand tall.
2. Sit down.

    ## Tips

- Breathe.

## FAQ

### Is it hard?

No.
~~~

~~~text report
3:1: '\## Steps' is no heading: a backslash stands before the hashes
8:5: '## Tips' is no heading: it is indented into the item above
~~~

~~~markdown good
# Squat

Tagged #legs, our \#1 lift.

## Steps

1. Stand tall.
2. Sit down.

```sh
##not a heading
```

## Tips

- Breathe.

## FAQ

### Is it hard?

No.

!!! note

    ## Indented for a reason
~~~
"""

from collections.abc import Iterator

from exlint.diagnostic import Confidence, Finding, Severity
from exlint.page import Page
from exlint.page.headings import FakeHeading, fake_headings

SEVERITY = Severity.WARNING
CONFIDENCE = Confidence.MEDIUM

_WHY = {
    "tight": "no space behind the hash{es}",
    "escaped": "a backslash stands before the hash{es}",
    "indented": "it is indented like code",
    "nested": "it is indented into the item above",
}


def check(page: Page) -> Iterator[Finding]:
    for fake in fake_headings(page):
        if fake.mark == "bold":
            sure = None if _names_something(page, fake) else Confidence.LOW
            message = f"bold text in place of a heading: '{fake.text}'"
            yield Finding(fake.span, message, confidence=sure)
        else:
            why = _WHY[fake.mark].format(es="es" if fake.level > 1 else "")
            line = page.source[fake.span].strip()
            yield Finding(fake.span, f"'{line}' is no heading: {why}")


def _names_something(page: Page, fake: FakeHeading) -> bool:
    """Whether bold text names a section, or asks a question among others."""
    layout, section = page.layout, page.section_at(fake.span.start)
    if layout is None:
        return False
    if layout.section_named(fake.text):
        return True
    if section is None or not fake.text.endswith("?"):
        return False
    return any(section.is_(name) for name in layout.question_sections)
