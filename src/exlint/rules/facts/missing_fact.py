"""A fact list without a fact that the page's type requires.

Nothing is said of facts when their whole section is absent (`missing-section`), nor of
one whose key is there without a value (`empty-fact`) or misspelt (`unknown-fact`).

~~~json schema
{
  "required": ["equipment", "difficulty"],
  "properties": {
    "equipment": {"x-markdown": {"section": "Facts", "fact": "Equipment"}},
    "difficulty": {"x-markdown": {"section": "Facts", "fact": "Difficulty"}}
  }
}
~~~

~~~markdown bad
# Squat

## Facts

- **Equipment:** Barbell
~~~

~~~text report
5:1: no fact 'Difficulty'
~~~

~~~markdown good
# Squat

## Facts

- **Equipment:** Barbell
- **Difficulty:** Beginner
~~~
"""

from collections.abc import Iterator

from exlint.diagnostic import Confidence, Finding, Severity
from exlint.facts import near_key
from exlint.page import Page

SEVERITY = Severity.ERROR
CONFIDENCE = Confidence.HIGH


def check(page: Page) -> Iterator[Finding]:
    if page.layout is None:
        return
    written = {fact.field.name for fact in page.facts if fact.field}
    meant = {near_key(page.layout, fact.key) for fact in page.facts if not fact.field}
    for name in page.absent():
        field = page.layout.fields[name]
        section = page.section(field.section)
        if (
            field.place == "fact"
            and name not in written
            and meant.isdisjoint(field.keys)
            and (section or not field.section)
        ):
            span = page.facts[0].span if page.facts else page.record.locate("")
            if section and not page.facts:
                span = section.heading.span
            yield Finding(span, f"no fact '{field.label}'")
