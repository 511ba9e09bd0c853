"""Two pages with different names and the same steps.

Each exercise is done in its own way. Where two pages have the same steps, word for
word, those of one were copied from the other and never rewritten, or the exercise is in
the collection twice. Exercises of one family may share all steps but the first.

Not reported are variants that only a remark in parentheses tells apart, `Plank (Time)`
and `Plank (Distance)`, pages of the same file name in different folders (translations,
editions), and lists of fewer than three steps.

~~~json schema
{
  "properties": {
    "steps": {"type": "array", "x-markdown": {"section": "Steps", "as": "ordered-list"}}
  }
}
~~~

~~~markdown file wall-sit.md
# Wall Sit

## Steps

1. Lean your back against a wall.
2. Slide down until your thighs are level.
3. Hold for half a minute.
~~~

~~~markdown bad
# Wall Squat

## Steps

1. Lean your back against a wall.
2. Slide down until your thighs are level.
3. Hold for half a minute.
~~~

~~~text report
5:1: has the steps of 'Wall Sit' (wall-sit.md)
~~~

~~~markdown good
# Wall Sit (Timed)

## Steps

1. Lean your back against a wall.
2. Slide down until your thighs are level.
3. Hold for half a minute.
~~~

~~~markdown good
# Wall Slide

## Steps

1. Lean your back against a wall.
2. Slide down and up again without haste.
3. Stop after ten rounds.
~~~
"""

from collections.abc import Iterator

from exlint.corpus import Corpus, Entry
from exlint.corpus.likeness import named, twins
from exlint.diagnostic import Confidence, Finding, Severity
from exlint.pagetype.vocabulary import fold
from exlint.regex import regex

SEVERITY = Severity.ERROR
CONFIDENCE = Confidence.HIGH

_LEAST = 3
_REMARK = regex(r"\([^()]*\)")


def check_corpus(corpus: Corpus) -> Iterator[tuple[Entry, Finding]]:
    for kin in corpus.kin.values():
        alike: dict[bytes, list[Entry]] = {}
        for entry in kin:
            if entry.fingerprint.step_count >= _LEAST and entry.name:
                alike.setdefault(entry.fingerprint.steps, []).append(entry)
        for entries in alike.values():
            for entry, first, count in twins(entries, _name):
                message = f"has the steps of {named(first, count - 1)}"
                yield entry, Finding(entry.fingerprint.steps_span, message)


def _name(entry: Entry) -> str:
    return fold(_REMARK.sub("", entry.name))
