"""A sentence that calls the exercise by another name than the title.

The text was written for another exercise, or for this one before it was renamed (one
arm, Single Arm): readers and search engines see two exercises. Names are looked for
where the page type declares a slot for them.

The plural, a hyphen, another order of the words, the equipment of the page in the name
or not, and a tag in brackets of the title make no other name. In free prose a shorter
name is fine too. A sentence about something else than an exercise is left alone.

~~~json schema
{
  "properties": {
    "name": {"x-markdown": {"at": "title"}},
    "summary": {"x-markdown": {"section": "Summary", "as": "text"}},
    "equipment": {
      "$ref": "vocabulary.schema.json#/$defs/equipment",
      "x-markdown": {"section": "Summary", "fact": "Equipment"}
    }
  },
  "x-markdown": {
    "patterns": ["Is the {name} good for beginners?"],
    "assertions": [{"text": "The {name} is (a|an)", "in": "summary"}]
  }
}
~~~

~~~markdown bad
# Single Arm Push Press

## Summary

The one arm push press is a lift for the whole body.

- **Equipment:** Kettlebell

## FAQ

### Is the Goblet Squat good for beginners?

No.
~~~

~~~text report
5:5: says 'one arm push press' where the title says 'Single Arm Push Press'
11:12: says 'Goblet Squat' where the title says 'Single Arm Push Press'
~~~

~~~markdown good
# Single Arm Push Press (Time)

## Summary

The kettlebell push-press is a lift for the whole body. The first set is a warm-up.

- **Equipment:** Kettlebell

## FAQ

### Is the single-arm version good for beginners?

Yes.

### Is the lighter bell good for beginners?

Yes.
~~~
"""

from collections.abc import Iterator

from exlint.corpus.assertions import fact_values, read_names
from exlint.corpus.equipment import equipment_field
from exlint.diagnostic import Confidence, Finding, Severity
from exlint.page import Page
from exlint.pagetype.naming import compare

SEVERITY = Severity.WARNING
CONFIDENCE = Confidence.HIGH


def check(page: Page) -> Iterator[Finding]:
    for slot, is_sure in read_names(page):
        title, text = page.record.data.get(slot.name), slot.text
        if not isinstance(title, str) or text.lower() == title.lower():
            continue
        likeness = compare(text, title, _equipment(page))
        confidence = None
        if likeness.foreign:
            is_meant = likeness.is_alike or (is_sure and _is_exercise(page, text))
        else:
            is_meant = bool(is_sure and likeness.absent and likeness.shared)
            confidence = Confidence.MEDIUM
        if is_meant:
            span = page.prose.span(slot.start, slot.end)
            message = f"says '{text}' where the title says '{title}'"
            yield Finding(span, message, confidence=confidence)


def _equipment(page: Page) -> tuple[str, ...]:
    """What the page's equipment is called: it may stand in a name, or be left out."""
    field = equipment_field(page)
    terms = field.terms.terms if field and field.terms else {}
    facts = fact_values(page, field) if field else ()
    return tuple(
        word
        for value in facts
        for word in (value, *terms[value].words, *terms[value].synonyms)
    )


def _is_exercise(page: Page, text: str) -> bool:
    """Whether a text is an exercise's name: in capitals, or with such a noun at its end."""
    words = [word for word in text.split() if word[0].isalpha()]
    if sum(word[0].isupper() for word in words) > len(words) / 2:
        return True
    found = page.lexicon.exercise_nouns.find(text.lower())
    return any(match.end() == len(text) for match in found)
