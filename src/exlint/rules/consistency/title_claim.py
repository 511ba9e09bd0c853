"""A title that promises what the steps do not hold.

A page called Single Arm Row whose steps never change arms, a Close Grip press that is
gripped wide, a Weighted curl without a weight: either the title or the steps belong to
another exercise. The promises are data, `titleClaims` of the lexicon: words of the
title, words that the steps must hold, words that they must not.

Nothing is said of a page without steps, nor of a promise that another word of the
title takes back (Alternating Single Arm Row).

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
# Single Arm Row

## Steps

1. Hold the bar in your right hand.
2. Pull it to your chest.
~~~

~~~text report
1:3: 'Single Arm', but no step changes to the other arm
~~~

~~~markdown bad
# Reverse Grip Bench Press

## Steps

1. Hold the bar with an overhand grip.
2. Lower it, then press it up.
~~~

~~~text report
5:25: 'overhand', but the title says 'Reverse Grip': the steps take another grip
~~~

~~~markdown good
# Single-Arm Row

## Steps

1. Hold the bar in your right hand.
2. Pull it to your chest, do all repetitions, then switch sides.
~~~

~~~markdown good
# Reverse Grip Curl

## Steps

1. Hold the bar with an overhand grip.
2. Curl it.
~~~
"""

from collections.abc import Iterator
from functools import lru_cache

from exlint.corpus.assertions import fact_values
from exlint.corpus.equipment import equipment_field
from exlint.diagnostic import Confidence, Finding, Severity
from exlint.page import Page
from exlint.pagetype.lexicon import Lexicon, TitleClaim
from exlint.regex import regex
from exlint.text import Span

SEVERITY = Severity.WARNING
CONFIDENCE = Confidence.MEDIUM
NEEDS = "title"
_WORD = regex(r"[^\W\d_]+")


def check(page: Page) -> Iterator[Finding]:
    if page.layout is None or page.title is None:
        return
    title = page.lowered[slice(*page.title.prose)]
    words = frozenset(_WORD.findall(title))
    words &= page.lexicon.claim_words
    if not words:
        return
    steps = [
        page.prose_homes[field.name]
        for field in page.layout.fields.values()
        if field.shape == "ordered-list" and page.record.data.get(field.name)
    ]
    for claim in _claims(page.lexicon, words) if steps else ():
        found = claim.title.search(title)
        if (
            found
            and (not claim.with_ or claim.with_.search(title))
            and not claim.unless.search(title)
        ):
            start = page.title.prose.start
            span = page.prose.span(start + found.start(), start + found.end())
            yield from _broken(page, claim, span, steps)


@lru_cache(maxsize=1024)
def _claims(lexicon: Lexicon, words: frozenset[str]) -> tuple[TitleClaim, ...]:
    """The claims that begin with one of some words."""
    return tuple(
        claim
        for claim in lexicon.title_claims
        if not words.isdisjoint(claim.title.first_words)
    )


def _broken(
    page: Page, claim: TitleClaim, span: Span, steps: list[Span]
) -> Iterator[Finding]:
    said = page.source[span]
    field = equipment_field(page) if claim.excludes_equipment else None
    facts = fact_values(page, field) if field else ()
    for fact in facts:
        if field and fact in claim.excludes_equipment:
            at = page.record.locate(f"/{field.name}")
            message = f"{field.label} is {fact}, but the title says '{said}'"
            yield Finding(at, message)
            return
    may_be_excluded = claim.excludes.may_stand_among(page.words)
    for start, end in steps if may_be_excluded else ():
        excluded = claim.excludes.search(page.lowered[start:end])
        if excluded:
            at = page.prose.span(start + excluded.start(), start + excluded.end())
            text = page.source[at]
            message = f"'{text}', but the title says '{said}': {claim.why}"
            yield Finding(at, message)
            return
    if claim.requires and not any(
        claim.requires.search(page.lowered[start:end]) for start, end in steps
    ):
        yield Finding(span, f"'{said}', but {claim.why}")
