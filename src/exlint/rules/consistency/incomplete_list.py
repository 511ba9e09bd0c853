"""A sentence that lists other values than the fact list does.

The sentences are the patterns that the page type declares. A list that leaves out a
value, or has one too many, was written before the facts were changed. Order, spelling
(Trapezius, traps), the singular and the way the list is joined do not matter, and a
sentence that lists no value of the vocabulary at all is taken for another sentence.

~~~json schema
{
  "properties": {
    "name": {"x-markdown": {"at": "title"}},
    "muscles": {
      "type": "array",
      "items": {"$ref": "vocabulary.schema.json#/$defs/muscle"},
      "x-markdown": {"fact": "Muscles", "split": ","}
    }
  },
  "x-markdown": {
    "patterns": ["It works the {muscles}."]
  }
}
~~~

~~~markdown bad
# Row

- **Muscles:** Lats, Biceps, Forearms

It works the lats, biceps, and calves.
~~~

~~~text report
5:14: leaves out Forearms and adds Calves, against Muscles
~~~

~~~markdown good
# Row

- **Muscles:** Traps, Biceps, Forearms

It works the forearms as well as the biceps and trapezius.

It works the way you want it to.
~~~
"""

from collections.abc import Iterator

from exlint.corpus.assertions import fact_values, stated
from exlint.diagnostic import Confidence, Finding, Severity
from exlint.page import Page
from exlint.pagetype.fields import Field
from exlint.pagetype.pattern import Slot
from exlint.pagetype.vocabulary import fold

SEVERITY = Severity.WARNING
CONFIDENCE = Confidence.HIGH
NEEDS = "slots"


def check(page: Page) -> Iterator[Finding]:
    fields = page.layout.fields if page.layout else {}
    for slot in page.slots:
        field = fields.get(slot.name)
        if field and field.is_list:
            message = (
                "" if _is_same(page, slot) else _difference(page, field, slot.text)
            )
            if message:
                yield Finding(page.prose.span(slot.start, slot.end), message)


def _is_same(page: Page, slot: Slot) -> bool:
    """Whether a sentence says the fact word for word, as most do."""
    data = page.record.data.get(slot.name)
    said = slot.text.lower().replace(", and ", ", ").replace(" and ", ", ")
    return isinstance(data, list) and said.split(", ") == [str(i).lower() for i in data]


def _difference(page: Page, field: Field, text: str) -> str:
    listed = fact_values(page, field)
    items = [*stated(field, text)]
    said = [value for _, value in items if value]
    if not (listed and said):
        return ""
    data = page.record.data[field.name]
    items_of_fact = data if isinstance(data, list) else [data]
    written = {fold(str(item)) for item in items_of_fact}
    absent = [value for value in listed if value not in said]
    added = [
        value or item
        for item, value in items
        if value not in listed and fold(item) not in written
    ]
    parts = [f"leaves out {_joined(absent)}"] if absent else []
    parts += [f"adds {_joined(added)}"] if added else []
    return f"{' and '.join(parts)}, against {field.label}" if parts else ""


def _joined(values: list[str]) -> str:
    *first, last = dict.fromkeys(values)
    return f"{', '.join(first)} and {last}" if first else last
