"""A value of the vocabulary by another name.

"Trapezius" and "Traps" are one muscle to readers and two to filters, links and lists.
Which name counts, and what else the value is called, is written in the vocabulary
(`x-vocabulary`); case and punctuation have to be the vocabulary's too. In running text
every name is fine.

~~~json schema
{
  "properties": {
    "muscles": {
      "type": "array",
      "items": {
        "enum": ["Quads", "Traps", "Lower Back"],
        "x-vocabulary": {"Traps": {"synonyms": ["Trapezius"]}}
      },
      "x-markdown": {"section": "Facts", "fact": "Muscles", "split": ","}
    },
    "notes": {"x-markdown": {"section": "Notes", "as": "text"}}
  }
}
~~~

~~~markdown bad
# Shrug

## Facts

- **Muscles:** Trapezius, lower-back
~~~

~~~text report
5:16: 'Trapezius' is called 'Traps' in Muscles
5:27: 'lower-back' is written 'Lower Back' in Muscles
~~~

~~~markdown fixed
# Shrug

## Facts

- **Muscles:** Traps, Lower Back
~~~

~~~markdown good
# Shrug

## Facts

- **Muscles:** Traps, Lower Back

## Notes

The trapezius lifts the shoulders.
~~~
"""

from collections.abc import Iterator

from exlint.diagnostic import Confidence, Finding, Severity
from exlint.page import Page
from exlint.page.violations import claimed, write_value
from exlint.pagetype.vocabulary import fold
from exlint.pagetype.wording import collection, terms_of

SEVERITY = Severity.WARNING
CONFIDENCE = Confidence.HIGH
NEEDS = "violations"


def check(page: Page) -> Iterator[Finding]:
    if page.layout is None:
        return
    for violation in claimed(page, "value-spelling"):
        terms = terms_of(violation.path, page.layout)
        right = terms.canonical(violation.value) if terms else None
        if right:
            verb = "written" if fold(right) == fold(violation.value) else "called"
            home = collection(violation.path, page.layout)
            message = f"'{violation.value}' is {verb} '{right}' in {home}"
            place = page.record.locate(violation.pointer)
            yield Finding(place, message, write_value(page, violation, right))
