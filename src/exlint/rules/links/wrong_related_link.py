"""A related link that is not the one its fact calls for.

The page type says which links belong among the related ones: to the list of the page's
body part, of its equipment. Reported is such a link that leads to the list of another
value, and one of which the text names another value than its target.

Other wording is fine, and so are more links than those called for. An address that
exists nowhere is left to `broken-link`.

~~~json schema
{
  "properties": {
    "equipment": {
      "enum": ["Barbell", "Body Weight"],
      "x-vocabulary": {"Body Weight": {"slug": "bodyweight", "synonyms": ["Bodyweight"]}},
      "x-markdown": {"section": "Facts", "fact": "Equipment"}
    },
    "muscle": {
      "enum": ["Biceps", "Quads"],
      "x-vocabulary": {"Quads": {"words": ["quad"]}},
      "x-markdown": {"section": "Facts", "fact": "Muscle"}
    },
    "related": {"type": "array", "x-markdown": {"section": "Related", "as": "links"}}
  },
  "x-markdown": {
    "links": [
      {"in": "related", "text": "More {equipment} Exercises", "target": "/equipment/{equipment|slug}"},
      {"in": "related", "text": "More {muscle} Exercises", "target": "/muscle/{muscle|slug}"}
    ]
  }
}
~~~

~~~markdown bad
# Squat

## Facts

- **Equipment:** Barbell
- **Muscle:** Quads

## Related

- [More Quad Exercises](/equipment/barbell)
- [More Biceps Exercises](https://moves.example/muscle/biceps)
~~~

~~~text report
10:4: text says 'Quads', target says 'Barbell'
11:27: link for 'Biceps', but Muscle is 'Quads'
~~~

~~~markdown bad
# Squat

## Facts

- **Equipment:** Barbell
- **Muscle:** Quads

## Related

- [More Barbell Exercises](/equipment/barbell)
- [More Quad Exercises](/about)
~~~

~~~text report
11:25: the link of this text leads to '/muscle/quads'
~~~

~~~markdown good
# Squat

## Facts

- **Equipment:** Body Weight
- **Muscle:** Quads

## Related

- [More Bodyweight Exercises](/equipment/bodyweight/)
- [More Quad Exercises](https://moves.example/muscle/quads)
- [More Biceps Exercises](https://moves.example/muscle/biceps)
- [Front Squat](/exercise/front-squat)
~~~
"""

from collections.abc import Iterator

from exlint.diagnostic import Confidence, Finding, Severity
from exlint.page import Page
from exlint.pagetype.vocabulary import nearest
from exlint.rules.links._related import (
    Expected,
    Related,
    RelatedField,
    related_fields,
)

SEVERITY = Severity.ERROR
CONFIDENCE = Confidence.HIGH


def check(page: Page) -> Iterator[Finding]:
    for field in related_fields(page):
        for expected, related in field.met:
            if related.text != expected.text:
                yield from _check_text(page, field, expected, related)
        for expected, instead in field.unmet():
            if instead and not any(e.is_met_by(instead) for e in field.expected):
                yield from _check_target(page, expected, instead)


def _check_text(
    page: Page, field: RelatedField, expected: Expected, related: Related
) -> Iterator[Finding]:
    """Report a text that names another value than the target does."""
    vocabularies = [terms for other in field.expected for terms in other.terms.values()]
    for slot, said in expected.named_by_text(related).items():
        meant = expected.values[slot]
        known = (terms.canonical(said) for terms in vocabularies)
        value = said if said == meant else next(filter(None, known), meant)
        if value != meant:
            span = page.record.locate(f"{related.pointer}/text")
            yield Finding(span, f"text says '{value}', target says '{meant}'")


def _check_target(
    page: Page, expected: Expected, related: Related
) -> Iterator[Finding]:
    """Report a target of another value than the fact, or of no value at all."""
    assert page.layout is not None
    span = page.record.locate(f"{related.pointer}/target")
    named = expected.named_by_target(related)
    for slot, value in named.items():
        if value != expected.values[slot] and value in expected.terms[slot].terms:
            label = page.layout.fields[slot].label
            message = f"link for '{value}', but {label} is '{expected.values[slot]}'"
            yield Finding(span, message)
    if related.path and not named and not nearest(expected.path, [related.path], 0.8):
        yield Finding(span, f"the link of this text leads to '{expected.target}'")
