"""The same fact twice.

Readers see two values, filters take one of them. Where the values are equal, one line
is too many; where they differ, somebody has to decide.

~~~json schema
{
  "properties": {
    "equipment": {"x-markdown": {"section": "Facts", "fact": ["Equipment", "Gear"]}},
    "category": {"x-markdown": {"section": "Facts", "fact": "Category"}}
  }
}
~~~

~~~markdown bad
# Squat

## Facts

- **Equipment:** Barbell
- **Category:** Strength
- **Category:** Cardio
- **Gear:** Barbell
~~~

~~~text report
7:1: 'Category' is stated twice: 'Strength' and 'Cardio'
8:1: 'Gear' is stated twice
~~~

~~~markdown good
# Squat

## Facts

- **Equipment:** Barbell
- **Category:** Barbell
~~~
"""

from collections.abc import Iterator

from exlint.diagnostic import Confidence, Finding, Severity
from exlint.page import Page
from exlint.page.record import Fact
from exlint.pagetype.vocabulary import fold

SEVERITY = Severity.ERROR
CONFIDENCE = Confidence.HIGH
NEEDS = "facts"


def check(page: Page) -> Iterator[Finding]:
    first: dict[str, Fact] = {}
    for fact in page.facts:
        if fact.field is None:
            continue
        other = first.setdefault(fact.field.name, fact)
        is_more = fact.field.is_list and fact.is_more_of(other)
        if other is not fact and not is_more:
            message = f"'{fact.key}' is stated twice"
            if fold(other.value) != fold(fact.value):
                message += f": '{other.value}' and '{fact.value}'"
            yield Finding(fact.span, message)
