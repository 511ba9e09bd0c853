"""A fact without a value.

The key promises something, and nothing or a mere dash stands behind it. A fact that does
not apply is left out, or has a value that says so, such as `None`. In fenced blocks and
front matter, which every page has whole, only required facts are asked for.

~~~json schema
{
  "required": ["equipment", "difficulty", "level"],
  "properties": {
    "equipment": {"x-markdown": {"section": "Facts", "fact": "Equipment"}},
    "difficulty": {"x-markdown": {"section": "Facts", "fact": "Difficulty"}},
    "level": {"type": "integer", "x-markdown": {"at": "front-matter", "key": "level"}},
    "image": {"type": "string", "x-markdown": {"at": "front-matter", "key": "image"}}
  }
}
~~~

~~~markdown bad
---
level:
image:
---

# Squat

## Facts

- **Equipment:**
- **Difficulty:** –
~~~

~~~text report
2:7: no value for 'level'
10:1: no value for 'Equipment'
11:1: no value for 'Difficulty'
~~~

~~~markdown good
---
level: 3
image:
---

# Squat

## Facts

- **Equipment:** None
- **Difficulty:** 3
~~~
"""

from collections.abc import Iterator

from exlint.diagnostic import Confidence, Finding, Severity
from exlint.page import Page
from exlint.page.fact_texts import has_value
from exlint.page.stubs import is_stub
from exlint.page.violations import claimed

SEVERITY = Severity.ERROR
CONFIDENCE = Confidence.HIGH


def check(page: Page) -> Iterator[Finding]:
    for fact in page.facts:
        if has_value(fact.value) or is_stub(page):
            continue
        if fact.place != "fence" or (fact.field and fact.field.required):
            yield Finding(fact.span, f"no value for '{fact.key}'")
    for violation in claimed(page, "empty-fact"):
        field = page.layout.fields[violation.property] if page.layout else None
        if field and field.place == "front-matter":
            place = page.record.locate(f"/{field.name}")
            yield Finding(place, f"no value for '{field.label}'")
