"""A fact without a value.

The key promises something, and nothing or a mere dash stands behind it. A fact that does
not apply is left out, or has a value that says so, such as `None`.

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

- **Equipment:**
- **Difficulty:** –
~~~

~~~text report
5:1: no value for 'Equipment'
6:1: no value for 'Difficulty'
~~~

~~~markdown good
# Squat

## Facts

- **Equipment:** None
- **Difficulty:** 3
~~~
"""

from collections.abc import Iterator

from exlint.diagnostic import Confidence, Finding, Severity
from exlint.facts import has_value
from exlint.page import Page
from exlint.violations import is_stub

SEVERITY = Severity.ERROR
CONFIDENCE = Confidence.HIGH


def check(page: Page) -> Iterator[Finding]:
    for fact in page.facts:
        if not has_value(fact.value) and not is_stub(page):
            yield Finding(fact.span, f"no value for '{fact.key}'")
