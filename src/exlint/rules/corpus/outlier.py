"""A page with far more or fewer words, steps or tips than the others of its type.

An exercise of two steps among hundreds of six to eight is often a page that nobody
finished, one of thirty steps two pages in one. It is a hint where to look and no more,
so it is shown with `--pedantic` only. Far outside is what lies more than three times
the distance between the quartiles above or below them, among 30 pages at least.

~~~json schema
{
  "properties": {
    "steps": {"type": "array", "x-markdown": {"section": "Steps", "as": "ordered-list"}}
  }
}
~~~

~~~markdown file move-{1..15}.md
# Move

## Steps

1. Stand up.
2. Sit down.
3. Rest.
~~~

~~~markdown file exercise-{1..15}.md
# Exercise

## Steps

1. Stand up.
2. Sit down.
3. Wait.
4. Rest.
~~~

~~~markdown bad
# Burpee

## Steps

1. Bend.
2. Plank.
3. Down.
4. Up.
5. Step.
6. Stand.
7. Jump.
8. Land.
~~~

~~~text report
1:1: 8 in Steps, half of 31 pages have 3 to 4
~~~

~~~markdown good
# Squat

## Steps

1. Lift the bar.
2. Bend your knees.
3. Stand up.
4. Breathe.
5. Rest.
~~~
"""

from collections.abc import Iterator

from exlint.corpus import Corpus, Entry
from exlint.diagnostic import Confidence, Finding, Severity

SEVERITY = Severity.INFO
CONFIDENCE = Confidence.LOW

_WORDS = ""
"""Stands for the words of the page among the names of its lists."""
_LEAST_PAGES = 30
_FAR = 3


def check_corpus(corpus: Corpus) -> Iterator[tuple[Entry, Finding]]:
    for kin in corpus.kin.values():
        counts: dict[str, list[int]] = {}
        for entry in kin:
            for name, count in _counted(entry):
                counts.setdefault(name, []).append(count)
        ranges = {
            name: _usual(numbers)
            for name, numbers in counts.items()
            if len(numbers) >= _LEAST_PAGES
        }
        for entry in kin if ranges else ():
            for name, count in _counted(entry):
                low, high = ranges.get(name, (count, count))
                reach = _FAR * max(high - low, high // 4, 1)
                if not low - reach <= count <= high + reach:
                    what = "words" if name == _WORDS else f"in {name}"
                    pages = f"half of {len(counts[name])} pages have"
                    message = f"{count} {what}, {pages} {low} to {high}"
                    yield entry, Finding(entry.name_span, message)


def _counted(entry: Entry) -> Iterator[tuple[str, int]]:
    """Yield how many words a page has, and how many items each of its lists."""
    own = entry.fingerprint
    return zip((_WORDS, *own.lists), own.counts, strict=False)


def _usual(numbers: list[int]) -> tuple[int, int]:
    """Return the quartiles: between them lies half of all numbers."""
    from statistics import quantiles  # brings fractions, decimals and random numbers

    low, _, high = quantiles(numbers, n=4, method="inclusive")
    return round(low), round(high)
