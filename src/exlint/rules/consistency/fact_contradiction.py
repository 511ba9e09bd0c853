"""A sentence that states another fact than the fact list.

Readers see the fact list and the sentence side by side and believe neither. The
sentences are those that the page type declares: its patterns, read word by word, and
its assertions, by which free prose is read. Free prose is reported with medium
confidence.

Nothing is said of a sentence whose slots hold no value of a vocabulary (`is a classic
exercise`), of a singular for a plural, of a part or whole of the stated value (soleus,
calves), of equipment that goes with the stated one (a plate with a barbell), nor of free
prose that denies, compares, offers a choice or speaks of another exercise.

~~~json schema
{
  "properties": {
    "name": {"x-markdown": {"at": "title"}},
    "summary": {"x-markdown": {"section": "Summary", "as": "text"}},
    "faq": {"type": "array", "x-markdown": {"section": "FAQ", "as": "questions"}},
    "difficulty": {
      "$ref": "vocabulary.schema.json#/$defs/difficulty",
      "x-markdown": {"section": "Summary", "fact": "Difficulty"}
    },
    "target": {
      "$ref": "vocabulary.schema.json#/$defs/muscle",
      "x-markdown": {"section": "Summary", "fact": "Target"}
    },
    "equipment": {
      "$ref": "vocabulary.schema.json#/$defs/equipment",
      "x-markdown": {"section": "Summary", "fact": "Equipment"}
    }
  },
  "x-markdown": {
    "patterns": ["The {name} is (a|an) {difficulty} exercise."],
    "assertions": [
      {"text": "{name} primarily targets {target}", "in": ["summary", "faq"]},
      {"text": "{any} using {equipment}", "in": "summary"}
    ]
  }
}
~~~

~~~markdown bad
# Calf Raise

## Summary

You rise onto your toes using dumbbells. The Calf Raise is a beginner exercise.

- **Difficulty:** Advanced
- **Target:** Calves
- **Equipment:** Barbell

## FAQ

### What does it train?

It primarily targets the quads and the calves.
~~~

~~~text report
5:31: says 'dumbbells', but Equipment is Barbell
5:62: says 'beginner', but Difficulty is Advanced
15:26: says 'quads', but Target is Calves
~~~

~~~markdown good
# Calf Raise

## Summary

You rise onto your toes using a bench, and the weight plates stay on the bar. The Calf
Raise is a classic exercise.

- **Difficulty:** Advanced
- **Target:** Calves
- **Equipment:** Barbell

## FAQ

### What does it train?

It primarily targets the soleus.

### How does it compare with a squat?

It primarily targets the quads. Unlike the squat, the calf raise leaves them alone.

### Can I do it seated?

If you sit down, it primarily targets the hamstrings or the soleus.
~~~

~~~json schema
{
  "properties": {"month": {"type": "string", "x-markdown": {"fact": "Months"}}},
  "x-markdown": {"patterns": ["You sow it each {month}."]}
}
~~~

~~~markdown bad
# Leek

- **Months:** Springs

You sow it each winter.
~~~

~~~text report
5:17: says 'winter', but Months is Springs
~~~

~~~markdown good
# Leek

- **Months:** Springs

You sow it each spring.
~~~
"""

from collections.abc import Iterator, Mapping

from exlint.corpus.assertions import (
    Reading,
    Value,
    fact_values,
    is_believable,
    nearly,
    read_assertions,
    stated,
)
from exlint.corpus.equipment import belongs, equipment_field
from exlint.diagnostic import Confidence, Finding, Severity
from exlint.page import Page
from exlint.pagetype.fields import Field
from exlint.pagetype.pattern import Match, Slot

SEVERITY = Severity.ERROR
CONFIDENCE = Confidence.HIGH


def check(page: Page) -> Iterator[Finding]:
    for statement in page.statements:
        for slot in statement.slots:
            fact, said = page.record.data.get(slot.name), slot.text
            if fact is None or said == fact or said.lower() == str(fact).lower():
                continue  # most slots
            yield from _of_slot(page, statement, slot)
    yield from dict.fromkeys(
        finding
        for reading in read_assertions(page)
        for finding in _of_prose(page, reading)
    )


def _of_slot(page: Page, statement: Match, slot: Slot) -> Iterator[Finding]:
    """Compare a slot of a sentence with its fact.

    A slot without a value of the vocabulary counts only in a sentence that has one in
    another slot: of that one it is sure what it is about.
    """
    fields = page.layout.fields if page.layout else {}
    field = fields.get(slot.name)
    if field is None or field.is_list or field.is_name or not slot.text:
        return
    facts = fact_values(page, field)
    value = nearly(field, slot.text)
    if facts and not _is_among(field, value, facts):
        others = (other for other in statement.slots if other.name != slot.name)
        if value or any(_holds_value(fields, other) for other in others):
            span = page.prose.span(slot.start, slot.end)
            yield Finding(span, _message(page, field, slot.text))


def _is_among(field: Field, value: str | None, facts: tuple[str, ...]) -> bool:
    """Whether a slot says one of the facts; without a vocabulary, be it in the plural."""
    if value is None or field.terms or value in facts:
        return value in facts
    return value.removesuffix("s") in [fact.removesuffix("s") for fact in facts]


def _holds_value(fields: Mapping[str, Field], slot: Slot) -> bool:
    field = fields.get(slot.name)
    if field is None or field.is_name or field.terms is None:
        return False
    return any(value for _, value in stated(field, slot.text))


def _of_prose(page: Page, reading: Reading) -> Iterator[Finding]:
    field = reading.field
    facts = fact_values(page, field)
    for value in reading.values if facts else ():
        message = None
        if reading.assertion.is_denial:
            if value.value in facts:
                message = f"denies '{value.text}', but {_fact(page, field)}"
        elif field.is_list:
            if not _is_covered(page, field, value, _of_kind(page, field)):
                message = f"names '{value.text}', which {field.label} does not list"
        elif not _is_covered(page, field, value, facts):
            message = _message(page, field, value.text)
        if message and is_believable(page, reading):
            span = value.span(page)
            yield Finding(span, message, confidence=Confidence.MEDIUM)
        if not field.is_list:
            return


def _of_kind(page: Page, field: Field) -> tuple[str, ...]:
    """The values of all facts that share a list's vocabulary."""
    fields = page.layout.fields.values() if page.layout else ()
    terms = field.terms.terms if field.terms else {}
    return tuple(
        value
        for other in fields
        if other.terms and other.terms.terms == terms
        for value in fact_values(page, other)
    )


def _is_covered(page: Page, field: Field, value: Value, facts: tuple[str, ...]) -> bool:
    """Whether a value goes with the facts: it is one, a part of one, belongs to one."""
    if field is equipment_field(page):
        return belongs(page, facts, value.value, value.text)
    terms = field.terms
    return any(
        terms.are_related(value.value, fact) if terms else True for fact in facts
    )


def _message(page: Page, field: Field, text: str) -> str:
    return f"says '{text}', but {_fact(page, field)}"


def _fact(page: Page, field: Field) -> str:
    return f"{field.label} is {page.record.data[field.name]}"
