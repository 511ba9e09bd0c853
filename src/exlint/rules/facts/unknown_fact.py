"""A fact that the page's type does not know.

Where the schema allows nothing but what it names (`additionalProperties: false`), a fact
under another key is lost to filters and lists. Mostly the key is misspelt: such a fact is
also reported where the schema allows others, if a required fact is missing for it.
Aliases that the schema gives are fine, whatever their case.

~~~json schema
{
  "additionalProperties": false,
  "required": ["equipment"],
  "properties": {
    "equipment": {"x-markdown": {"section": "Facts", "fact": ["Equipment", "Gear"]}},
    "difficulty": {"x-markdown": {"section": "Facts", "fact": "Difficulty"}}
  },
  "x-markdown": {"sections": ["Tips"]}
}
~~~

~~~markdown bad
# Squat

## Facts

- **Equipement:** Barbell
- **Difficulty:** Beginner
- **Shoes:** Flat
~~~

~~~text report
5:5: no fact is named 'Equipement': did you mean 'Equipment'?
7:5: no fact is named 'Shoes'
~~~

~~~markdown good
# Squat

## Facts

- **gear:** Barbell
- **Difficulty:** Beginner

## Tips

- **Breathing:** Slowly.
~~~
"""

from collections.abc import Iterator

from exlint.diagnostic import Confidence, Finding, Severity
from exlint.page import Page
from exlint.page.facts import near_key
from exlint.page.violations import claimed
from exlint.pagetype.wording import suggestion

SEVERITY = Severity.ERROR
CONFIDENCE = Confidence.HIGH
NEEDS = "facts"


def check(page: Page) -> Iterator[Finding]:
    layout = page.layout
    unknown = [fact for fact in page.facts if fact.field is None]
    if layout is None or not unknown:
        return
    missed = {violation.property for violation in claimed(page, "unknown-fact")}
    lost = {key for name in missed for key in layout.fields[name].keys}
    for fact in unknown:
        meant = near_key(layout, fact)
        if layout.is_closed or meant in lost:
            message = f"no fact is named '{fact.key}'{suggestion(meant)}"
            yield Finding(fact.key_span, message)
