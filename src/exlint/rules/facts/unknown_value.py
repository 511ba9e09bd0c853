"""A value that is not in the vocabulary of its fact.

Filters, links and lists are made from the values: one that nobody else uses leaves the
page out of them. It may be misspelt, or belong to another fact. A synonym that the
vocabulary knows is left to `value-spelling`. The fix writes the value that is most
like it; unless the two differ by a letter or so, it is not applied without asking.

~~~json schema
{
  "properties": {
    "equipment": {
      "enum": ["Barbell", "Dumbbell"],
      "x-markdown": {"section": "Facts", "fact": "Equipment"}
    },
    "muscles": {
      "type": "array",
      "items": {"enum": ["Quads", "Glutes", "Calves"]},
      "x-markdown": {"section": "Facts", "fact": "Muscles", "split": ","}
    },
    "level": {
      "enum": ["Beginner", "Intermediate", "Advanced"],
      "x-markdown": {"at": "front-matter", "key": "level"}
    }
  }
}
~~~

~~~markdown bad
---
level: "Intermidiate"
---

# Squat

## Facts

- **Equipment:** Dumbell
- **Muscles:** Quads, Gluts
~~~

~~~text report
2:8: level is 'Intermidiate', expected one of Beginner, Intermediate, Advanced: did you mean 'Intermediate'?
9:18: Equipment is 'Dumbell', expected one of Barbell, Dumbbell: did you mean 'Dumbbell'?
10:23: value 2 of Muscles is 'Gluts', expected one of Quads, Glutes, Calves: did you mean 'Glutes'?
~~~

~~~markdown fixed
---
level: "Intermediate"
---

# Squat

## Facts

- **Equipment:** Dumbbell
- **Muscles:** Quads, Glutes
~~~

~~~markdown bad
# Squat

## Facts

- **Equipment:** Car tire
- **Muscles:** Barbell
~~~

~~~text report
5:18: Equipment is 'Car tire', expected one of Barbell, Dumbbell
6:16: value 1 of Muscles is 'Barbell', which belongs to Equipment
~~~

~~~markdown good
# Squat

## Facts

- **Equipment:** Barbell
- **Muscles:** Quads, Glutes
- **Origin:** Old Car Tires
~~~
"""

from collections.abc import Iterator

from exlint.diagnostic import Confidence, Finding, Fix, Safety, Severity
from exlint.page import Page
from exlint.page.violations import claimed, write_value
from exlint.pagetype.layout import Layout
from exlint.pagetype.validate import Violation
from exlint.pagetype.vocabulary import fold, nearest
from exlint.pagetype.wording import guess, say, subject, terms_of

SEVERITY = Severity.ERROR
CONFIDENCE = Confidence.HIGH
NEEDS = "violations"

_SURE = 0.85
"""How like a misspelt value the right one must be to be written without asking."""


def check(page: Page) -> Iterator[Finding]:
    if page.layout is None:
        return
    for violation in claimed(page, "unknown-value"):
        span = page.record.locate(violation.pointer)
        home = None if violation.message else _home(page.layout, violation)
        if home:
            where = subject(violation.path, page.layout)
            message = f"{where} is '{violation.value}', which belongs to {home}"
            yield Finding(span, message)
        else:
            fix = _fix(page, violation)
            yield Finding(span, say(violation, page.layout), fix)


def _home(layout: Layout, violation: Violation) -> str | None:
    """Return the name of another fact that has the value."""
    own = terms_of(violation.path, layout)
    if fold(violation.value) == "none":
        return None
    for field in layout.fields.values():
        other = field.terms
        if other and other is not own and other.canonical(violation.value):
            return field.label
    return None


def _fix(page: Page, violation: Violation) -> Fix | None:
    right = guess(violation, page.layout) if page.layout else None
    if right is None:
        return None
    is_sure = nearest(violation.value, [right], _SURE) is not None
    safety = Safety.SAFE if is_sure else Safety.UNSAFE
    return write_value(page, violation, right, safety)
