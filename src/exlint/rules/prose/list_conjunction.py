"""A list in a sentence whose last item no "and" leads in.

A template that joins the items of a fact with commas writes "also works triceps,
shoulders."; a person writes "triceps and shoulders". Reported are the lists of
sentences that the page type declares as patterns; a fact list itself needs no "and".

~~~json schema
{
  "properties": {
    "muscles": {
      "type": "array",
      "items": {"type": "string"},
      "x-markdown": {"section": "Facts", "fact": "Muscles", "split": ","}
    }
  },
  "x-markdown": {
    "patterns": [
      "Targets the {muscles}.",
      {"text": "It works {muscles} too.", "optional": true}
    ]
  }
}
~~~

~~~markdown bad
# Dip

Targets the triceps, chest. It works triceps, chest too.

## Facts

- **Muscles:** Triceps, Chest
~~~

~~~text report
3:13: no 'and' before 'chest'
3:38: no 'and' before 'chest'
~~~

~~~markdown fixed
# Dip

Targets the triceps and chest. It works triceps and chest too.

## Facts

- **Muscles:** Triceps, Chest
~~~

~~~markdown bad
# Dip

Targets the triceps, chest, shoulders.

## Facts

- **Muscles:** Triceps, Chest, Shoulders
~~~

~~~text report
3:13: no 'and' before 'shoulders'
~~~

~~~markdown fixed
# Dip

Targets the triceps, chest, and shoulders.

## Facts

- **Muscles:** Triceps, Chest, Shoulders
~~~

~~~markdown good
# Dip

Targets the triceps, chest, and abs. It works triceps, chest & abs too.

## Facts

- **Muscles:** Triceps, Chest, Abs
~~~
"""

import re
from collections.abc import Iterator

from exlint.diagnostic import Confidence, Finding, Fix, Safety, Severity
from exlint.page import Page
from exlint.pagetype.pattern import Slot
from exlint.regex import regex

SEVERITY = Severity.INFO
CONFIDENCE = Confidence.HIGH
LANGUAGES = ("en",)
NEEDS = "slots"

_CONJUNCTION = regex(r"\b(?:and|or|plus|nor|etc)\b|&|\+", re.IGNORECASE)


def check(page: Page) -> Iterator[Finding]:
    fields = page.layout.fields if page.layout else {}
    for slot in page.slots:
        if "," in slot.text:
            field = fields.get(slot.name)
            if field and field.is_list and not _CONJUNCTION.search(slot.text):
                yield _finding(page, slot)


def _finding(page: Page, slot: Slot) -> Finding:
    before, _, last = slot.text.rpartition(",")
    comma = slot.start + len(before)
    joint = page.prose.span(comma, slot.end - len(last.lstrip()))
    fix = Fix.replace(
        "Lead in the last item with 'and'",
        joint,
        ", and " if "," in before else " and ",
        Safety.UNSAFE,
    )
    span = page.prose.span(slot.start, slot.end)
    return Finding(span, f"no 'and' before '{last.strip()}'", fix)
