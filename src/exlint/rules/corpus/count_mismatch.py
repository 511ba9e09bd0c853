"""A number of entries that is not the number of the entries.

Lists lose and gain entries; the number above them stays. Checked is the count in a
heading ("Kettlebell (3 exercises)") against the list below it, a total in the text
before the lists against all of them, and a breakdown ("2 Beginner | 1 Advanced") against
the entries of each kind. Where such numbers stand is declared by the schema: the slots
`{count}` of a heading, `{count}` and `{counts}` of a sentence.

A number without a slot of its own ("more than 900 exercises") is nobody's count.

~~~json schema
{
  "properties": {
    "groups": {
      "type": "array",
      "x-markdown": {
        "section": "All * Moves",
        "as": "entries",
        "heading": ["{group} ({count} move[s])"],
        "entry": ["{name} - {level}", "{name}"]
      }
    }
  },
  "x-markdown": {
    "sections": ["Summary"],
    "patterns": [
      {"text": "{count} move[s] for your {part}.", "optional": true},
      {"text": "Levels: {counts}", "optional": true}
    ]
  }
}
~~~

~~~markdown bad
# Hip Moves

## Summary

4 moves for your hips. Levels: 2 Easy | 1 Hard

## All Hip Moves

### Floor (3 moves)

- Clam - Easy
- Bridge - Easy

### Band (1 move)

- Side Walk - Hard
~~~

~~~text report
5:1: says 4, there are 3 entries
9:12: says 3, there are 2 entries
~~~

~~~markdown good
# Hip Moves

## Summary

3 moves for your hips. Levels: 2 Easy | 1 Hard | 0 Odd

Picked from more than 900 moves in 3 years.

## All Hip Moves

### Floor (2 moves)

- Clam - Easy
- Bridge - Easy

### Band

- Side Walk - Hard
~~~
"""

from collections.abc import Iterator

from exlint.diagnostic import Confidence, Finding, Severity
from exlint.page import Page
from exlint.pagetype.fields import Field
from exlint.pagetype.schema import Json
from exlint.pagetype.vocabulary import fold
from exlint.regex import regex
from exlint.text import Span

SEVERITY = Severity.ERROR
CONFIDENCE = Confidence.HIGH

_PART = regex(r"(?P<count>\d[\d,]*)\s+(?P<value>[^|,;·/]+)")


def check(page: Page) -> Iterator[Finding]:
    fields = page.layout.fields.values() if page.layout else ()
    for field in fields:
        groups = page.record.data.get(field.name) if field.shape == "entries" else None
        if groups:
            yield from _totals(page, field, groups)
            for number, group in enumerate(groups):
                span = page.record.locate(f"/{field.name}/{number}/count")
                yield from _compare(group.get("count"), len(group["entries"]), span)


def _totals(page: Page, field: Field, groups: Json) -> Iterator[Finding]:
    """Check the numbers in the sentences before the lists."""
    begin = page.record.locate(f"/{field.name}").start
    for slot in page.slots:
        span = page.prose.span(slot.start, slot.end)
        if span.start >= begin:
            continue
        if slot.name == "count" and slot.text.replace(",", "").isdigit():
            total = sum(len(group["entries"]) for group in groups)
            yield from _compare(int(slot.text.replace(",", "")), total, span)
        elif slot.name == "counts":
            for part in _PART.finditer(slot.text):
                count = int(part["count"].replace(",", ""))
                start = span.start + part.start()
                place = Span(start, start + len(part["count"]))
                yield from _compare(count, _having(groups, part["value"]), place)


def _having(groups: Json, value: str) -> int:
    """Return how many entries have a value, by themselves or by their heading."""
    wanted = fold(value)
    return sum(
        any(fold(text) == wanted for text in _texts(group) + _texts(entry))
        for group in groups
        for entry in group["entries"]
    )


def _texts(holder: Json) -> list[str]:
    return [text for text in holder.values() if isinstance(text, str)]


def _compare(stated: Json, actual: int, span: Span) -> Iterator[Finding]:
    if isinstance(stated, int) and stated != actual:
        entries = "is 1 entry" if actual == 1 else f"are {actual} entries"
        yield Finding(span, f"says {stated}, there {entries}")
