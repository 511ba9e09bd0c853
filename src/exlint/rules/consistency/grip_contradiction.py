"""A page that holds the bar, or lies down, in two ways at once.

An overhand grip with the palms facing each other, a close grip with the hands wide:
the step was put together from two exercises. The ways and the words for them are
data, `grips` of the lexicon.

One finding where two ways stand in the steps, or in the steps and the quick answer. A
change on purpose (rotate, switch, mixed grip), a choice and a comparison are fine, and
tips and questions may speak of another grip.

~~~json schema
{
  "properties": {
    "name": {"x-markdown": {"at": "title"}},
    "steps": {"type": "array", "x-markdown": {"section": "Steps", "as": "ordered-list"}}
  }
}
~~~

~~~markdown bad
# Row

## Steps

1. Take the bar with an overhand grip.
2. Pull with your palms facing each other.
~~~

~~~text report
6:19: 'palms facing each other', but line 5 says 'overhand grip'
~~~

~~~markdown good
# Row

## Steps

1. Take the handles with an overhand grip.
2. Pull and rotate your wrists, so that you end with your palms facing each other.
~~~

~~~markdown good
# Row

## Steps

1. Take the bar. An overhand grip asks more of the back, while an underhand grip asks
   more of the arms.
2. Pull.
~~~
"""

import re
from collections.abc import Iterator

from exlint.diagnostic import Confidence, Finding, Severity
from exlint.page import Page
from exlint.pagetype.phrases import Phrases
from exlint.text import Span

SEVERITY = Severity.WARNING
CONFIDENCE = Confidence.MEDIUM
_BOTH = 2
_TWO = re.compile(r"\bor\b|\bwhereas\b|\bwhile (?:an?|the)\b")


def check(page: Page) -> Iterator[Finding]:
    for family in page.lexicon.grips:
        ways = [[*way.among(page.words)] for way in family.groups.values()]
        if sum(map(bool, ways)) < _BOTH:
            continue
        homes = _homes(page)
        texts = [page.lowered[slice(*home)] for home in homes]
        spaced = "\n".join(texts).replace("-", " ")
        if sum(any(phrase in spaced for phrase in way) for way in ways) < _BOTH:
            continue
        found = sorted(
            (start, end, name)
            for home in homes
            for name, phrases in family.groups.items()
            for start, end in _found(page, phrases, home)
        )
        turns = any(map(family.unless.search, texts))
        for start, end, name in [] if turns else found:
            if name != found[0][2]:
                first = page.prose.span(*found[0][:2])
                line = page.source.position(first.start).line
                span = page.prose.span(start, end)
                said = page.source[span]
                message = f"'{said}', but line {line} says '{page.source[first]}'"
                yield Finding(span, message)
                break


def _homes(page: Page) -> list[Span]:
    """Where the steps and the quick answer stand in the prose."""
    return [
        page.prose_homes[field.name]
        for field in (page.layout.fields.values() if page.layout else ())
        if field.shape in ("ordered-list", "text") and field.name in page.record.data
    ]


def _found(page: Page, phrases: Phrases, home: Span) -> Iterator[tuple[int, int]]:
    """Yield where the phrases stand, but in sentences that offer or compare two."""
    for match in phrases.find(page.lowered[slice(*home)]):
        start, end = home.start + match.start(), home.start + match.end()
        sentence = page.lowered[slice(*page.sentences.at(start, end))]
        if not _TWO.search(sentence):
            yield start, end
