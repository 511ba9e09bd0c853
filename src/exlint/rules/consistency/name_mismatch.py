"""A sentence that calls the exercise by another name than the title.

The text was written for another exercise, or for this one before it was renamed (one
arm, Single Arm): readers and search engines see two exercises. Names are looked for
where the page type declares a slot for them.

A shorter name is fine, and so are the plural, a hyphen, another order of the words,
the equipment of the page as part of the name, and a tag in brackets of the title. A
sentence about something else than an exercise is left alone.

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

from exlint.assertions import fact_values, read_names
from exlint.diagnostic import Confidence, Finding, Severity
from exlint.naming import compare
from exlint.page import Page

SEVERITY = Severity.WARNING
CONFIDENCE = Confidence.HIGH
_SHORT = 3
"""Words so short may stay small in a name: of, the, and."""


def check(page: Page) -> Iterator[Finding]:
    for name, text, span, is_sure in read_names(page):
        title = page.record.data.get(name)
        if not isinstance(title, str) or text.lower() == title.lower():
            continue
        likeness = compare(text, title)
        if likeness.foreign:
            likeness = compare(text, title, _equipment(page))
        alike = likeness.is_alike or (is_sure and _is_exercise(page, text))
        if likeness.foreign and alike:
            yield Finding(span, f"says '{text}' where the title says '{title}'")


def _equipment(page: Page) -> tuple[str, ...]:
    """The words for the page's equipment: they may stand in its name."""
    words: list[str] = []
    for field in page.layout.facts if page.layout else ():
        for value in fact_values(page, field):
            if field.terms and value in field.terms.terms:
                words += (value, *field.terms.terms[value].words)
    return tuple(words)


def _is_exercise(page: Page, text: str) -> bool:
    """Whether a text is an exercise's name: in capitals, or with such a noun at its end."""
    if all(word[0].isupper() for word in text.split() if len(word) > _SHORT):
        return True
    found = page.lexicon.exercise_nouns.find(text.lower())
    return any(match.end() == len(text) for match in found)
