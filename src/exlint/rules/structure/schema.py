"""Anything else that breaks the schema of the page's type.

A schema can ask for whatever JSON Schema 2020-12 can say: how many steps, how long a
summary, which form a value has, which facts exclude each other (`if` and `then`). What
a rule of its own reports, such as an absent section or a value of no vocabulary, is
not repeated here. `x-message` beside a keyword gives the words of the message.

~~~json schema
{
  "properties": {
    "name": {
      "pattern": "^[A-Z]",
      "x-message": "the title begins with a capital",
      "x-markdown": {"at": "title"}
    },
    "equipment": {"x-markdown": {"section": "Facts", "fact": "Equipment"}},
    "category": {"x-markdown": {"section": "Facts", "fact": "Category"}},
    "steps": {
      "type": "array",
      "minItems": 2,
      "x-markdown": {"section": "Steps", "as": "ordered-list"}
    }
  },
  "if": {"properties": {"equipment": {"const": "Yoga Block"}}},
  "then": {"properties": {"category": {"enum": ["Yoga", "Stretching"]}}}
}
~~~

~~~markdown bad
# child's pose

## Facts

- **Equipment:** Yoga Block
- **Category:** Power

## Steps

1. Kneel and lay your head on the block.
~~~

~~~text report
1:3: the title begins with a capital
6:17: with Equipment 'Yoga Block', Category is 'Power', expected one of Yoga, Stretching
10:1: 'Steps' has 1 item, expected at least 2
~~~

~~~markdown good
# Child's pose

## Facts

- **Equipment:** Yoga Block
- **Category:** Stretching
- **Difficulty:** Beginner

## Steps

1. Kneel down.
2. Lay your head on the block.
~~~
"""

from collections.abc import Iterator

from exlint.diagnostic import Confidence, Finding, Severity
from exlint.page import Page
from exlint.page.violations import claimed
from exlint.pagetype.layout import Layout
from exlint.pagetype.validate import Violation
from exlint.pagetype.wording import condition, say

SEVERITY = Severity.ERROR
CONFIDENCE = Confidence.HIGH
NEEDS = "violations"

_CONTENTS = {
    "questions": "no questions: no headings under it",
    "links": "no links",
    "table": "no table",
    "entries": "no list of entries",
    "text": "no text",
}


def check(page: Page) -> Iterator[Finding]:
    if page.layout is None:
        return
    for violation in claimed(page, "schema"):
        span = page.record.locate(violation.pointer)
        yield Finding(span, _message(violation, page.layout))


def _message(violation: Violation, layout: Layout) -> str:
    field = layout.fields.get(violation.property)
    is_absent = violation.keyword == "required" and len(violation.path) == 1
    if violation.message or not (is_absent and field and field.place == "section"):
        return say(violation, layout)
    message = f"'{field.label}' has {_CONTENTS.get(field.shape, 'no list')}"
    when = condition(violation, layout)
    return f"{message}, expected {when}" if when else message
