"""A list of facts that says something twice.

The same muscle under two names, or the main one again among the others, makes the list
longer and says nothing. Which fact a list adds to is written in its schema (`beside`).

~~~json schema
{
  "$defs": {
    "muscle": {
      "enum": ["Quads", "Glutes", "Calves"],
      "x-vocabulary": {"Quads": {"synonyms": ["Quadriceps"]}}
    }
  },
  "properties": {
    "target": {
      "$ref": "#/$defs/muscle",
      "x-markdown": {"section": "Facts", "fact": "Target"}
    },
    "others": {
      "type": "array",
      "items": {"$ref": "#/$defs/muscle"},
      "x-markdown": {
        "section": "Facts",
        "fact": "Others",
        "split": ",",
        "beside": "target"
      }
    }
  }
}
~~~

~~~markdown bad
# Squat

## Facts

- **Target:** Glutes
- **Others:** Quads, Quadriceps, Glutes
~~~

~~~text report
6:22: 'Quadriceps' is in Others already, as 'Quads'
6:34: 'Glutes' is the Target already
~~~

~~~markdown good
# Squat

## Facts

- **Target:** Glutes
- **Others:** Quads, Calves
~~~
"""

from collections.abc import Iterator

from exlint.diagnostic import Confidence, Finding, Severity
from exlint.page import Page
from exlint.page.violations import repetitions

SEVERITY = Severity.WARNING
CONFIDENCE = Confidence.HIGH


def check(page: Page) -> Iterator[Finding]:
    for repetition in repetitions(page):
        label = repetition.field.label
        first, *others = repetition.mentions
        if repetition.beside:
            message = f"'{first.value}' is the {repetition.beside.label} already"
            yield Finding(page.record.locate(first.pointer), message)
        for other in others:
            message = f"'{other.value}' is in {label} already"
            if other.value != first.value:
                message += f", as '{first.value}'"
            yield Finding(page.record.locate(other.pointer), message)
