"""A step or title with equipment that the fact list does not state.

Readers pick an exercise by the equipment they have: who filters for Body Weight and
finds dumbbells in the second step has been misled.

Equipment that goes with the stated one is fine (a plate with a barbell, a bench with
anything), and so are a choice (`or a kettlebell`), a comparison and other senses of a
word (the balls of your feet). One finding for each piece of equipment.

~~~json schema
{
  "properties": {
    "name": {"x-markdown": {"at": "title"}},
    "equipment": {
      "$ref": "vocabulary.schema.json#/$defs/equipment",
      "x-markdown": {"fact": "Equipment"}
    },
    "steps": {"type": "array", "x-markdown": {"section": "Steps", "as": "ordered-list"}}
  }
}
~~~

~~~markdown bad
# Biceps Curl

- **Equipment:** Body Weight

## Steps

1. Hold a dumbbell in each hand.
2. Lift the dumbbells.
~~~

~~~text report
7:11: a step uses 'dumbbell', but Equipment is Body Weight
~~~

~~~markdown bad
# Kettlebell Curl

- **Equipment:** Barbell

## Steps

1. Hold the handle.
2. Lift it.
~~~

~~~text report
3:18: Equipment is Barbell, but the title says 'Kettlebell'
~~~

~~~markdown good
# Biceps Curl

- **Equipment:** Barbell

## Steps

1. Load two plates and rise onto the balls of your feet in front of a bench.
2. Hold the barbell or a pair of dumbbells.
3. Unlike with a cable, pause at the top.
~~~
"""

from collections.abc import Iterator

from exlint.corpus.equipment import equipment_field, foreign_equipment, foreign_words
from exlint.diagnostic import Confidence, Finding, Severity
from exlint.page import Page

SEVERITY = Severity.WARNING
CONFIDENCE = Confidence.MEDIUM


def check(page: Page) -> Iterator[Finding]:
    field = equipment_field(page)
    if field is None or page.layout is None or field.name not in page.record.data:
        return
    words = foreign_words(page)
    if not words:
        return
    stated = f"{field.label} is {page.record.data[field.name]}"
    if page.title:
        for *_, span in foreign_equipment(page, field, words, page.title.prose):
            said = page.source[span]
            fact = page.record.locate(f"/{field.name}")
            yield Finding(fact, f"{stated}, but the title says '{said}'")
            return
    seen = set()
    for spec in page.layout.fields.values():
        if spec.shape == "ordered-list":
            home = page.prose_homes[spec.name]
            for value, text, span in foreign_equipment(page, field, words, home):
                if value not in seen:
                    yield Finding(span, f"a step uses '{text}', but {stated}")
                seen.add(value)
