"""An article that has lost its noun.

A find-and-replace that takes a word out leaves its article behind: "Push The forward",
"curl the slowly up", "press the." The sentence no longer says what to move. A capital
*The* inside a sentence is the trace of the same accident even where a noun follows.

Fine are the article of a name or title ("The Hague", "as told in *The bridge*"), one
after a colon or a quotation mark, one that begins a link or a heading in title case,
and words that may stand between an article and its noun ("the upward phase").

A noun is proposed where the page speaks of one piece of equipment more than of others.
Where it does not, pages of the same type and equipment may tell: at least two that do
the same to one thing, and at most half as many that do it to any other.

~~~json schema
{
  "properties": {
    "equipment": {
      "enum": ["Sled", "Bench"],
      "x-markdown": {"section": "Facts", "fact": "Equipment"},
      "x-vocabulary": {"Sled": {"words": ["sled"]}, "Bench": {"words": ["bench"]}}
    },
    "steps": {"type": "array", "x-markdown": {"section": "Steps", "as": "ordered-list"}}
  }
}
~~~

~~~markdown bad
# Leg press

## Facts

- **Equipment:** Sled

## Steps

1. Set your feet against the sled.
2. Push The forward and stop before the sled locks.
3. Lower the slowly back to the start.
~~~

~~~text report
10:9: no noun follows 'The'
11:10: no noun follows 'the'
~~~

~~~markdown fixed
# Leg press

## Facts

- **Equipment:** Sled

## Steps

1. Set your feet against the sled.
2. Push the sled forward and stop before the sled locks.
3. Lower the sled slowly back to the start.
~~~

~~~markdown bad
# Calf press

Press a weighted with both hands until they touch The plate, then raise the your heels.
Rest, and unload the.
~~~

~~~text report
3:9: no noun follows 'weighted'
3:51: 'The' has a capital inside the sentence
3:73: no noun follows 'the'
4:18: no noun follows 'the'
~~~

~~~markdown file close-grip-press.md
# Close-grip press

## Facts

- **Equipment:** Bench

## Steps

1. Lie down and grasp the bar with your hands close together.
2. Lower the bar slowly.
3. Raise the bar.
~~~

~~~markdown file wide-grip-press.md
# Wide-grip press

## Facts

- **Equipment:** Bench

## Steps

1. Lie down and take a wide grip.
2. Breathe in, and lower the bar to your chest.
3. Raise the weight, and breathe out.
~~~

~~~markdown bad
# Paused press

## Facts

- **Equipment:** Bench

## Steps

1. Lie down with your feet flat.
2. Lower the slowly until it touches your chest.
3. Press and breathe out.
~~~

~~~text report
10:10: no noun follows 'the'
~~~

~~~markdown fixed
# Paused press

## Facts

- **Equipment:** Bench

## Steps

1. Lie down with your feet flat.
2. Lower the bar slowly until it touches your chest.
3. Press and breathe out.
~~~

~~~markdown bad
# Bounce press

## Facts

- **Equipment:** Bench

## Steps

1. Touch your chest.
2. Raise the.
~~~

~~~text report
10:10: no noun follows 'the'
~~~

~~~markdown good
# Over The Top Row

As they say in The Hague: The lift begins at the floor. Read *The lift explained* and
"Into The wild".

All the while, control the upward and downward phase, as [The full guide](guide.md) says.
Take an over head grip behind the neck, and do plan a and plan b. Do the to-do list at 6 a.m. sharp.
~~~

~~~markdown file guide.md
# The full guide

Stand tall.
~~~
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set

from exlint.corpus import Corpus, Entry
from exlint.corpus.objects import likely_noun
from exlint.diagnostic import Confidence, Finding, Fix, Safety, Severity
from exlint.page import Page
from exlint.page.lost_nouns import LostNoun

SEVERITY = Severity.ERROR
CONFIDENCE = Confidence.HIGH
LANGUAGES = ("en",)
NEEDS = "lost_nouns"

_LEAST_PAGES = 2
_LEAD = 2
"""How many times as many pages as have the next noun must have the one proposed."""

_Kind = tuple[str | None, frozenset[str]]
"""Type and equipment: what makes pages similar."""


def check(page: Page) -> Iterator[Finding]:
    for lost in page.lost_nouns:
        noun = None if lost.before is None else likely_noun(page)
        yield _proposing(noun, lost) if noun else lost.finding


def check_corpus(corpus: Corpus) -> Iterator[tuple[Entry, Finding]]:
    """Find again what the pages found, where pages like them tell the noun."""
    asking = [entry for entry in corpus if entry.lost_nouns]
    told = _told(corpus, {_kind(entry) for entry in asking})
    for entry in asking:
        own = _told([entry], {_kind(entry)})
        for lost in entry.lost_nouns:
            key = (_kind(entry), lost.before)
            noun = _clear(told[key] - own[key])
            if noun:
                yield entry, _proposing(noun, lost, ", as similar pages do")


def _told(
    entries: Iterable[Entry], kinds: Set[_Kind]
) -> Mapping[tuple[_Kind, str | None], Counter[str]]:
    """Count, by kind of page and verb, the pages that do it to each noun."""
    told: dict[tuple[_Kind, str | None], Counter[str]] = defaultdict(Counter)
    for entry in entries if kinds else ():
        if _kind(entry) in kinds:
            for words in entry.objects:
                verb, noun = words.split()
                told[_kind(entry), verb][noun] += 1
    return told


def _kind(entry: Entry) -> _Kind:
    return entry.type, entry.equipment


def _clear(nouns: Counter[str]) -> str | None:
    """Return the noun that so many more pages have than any other."""
    (noun, count), (_, next_count) = (*nouns.most_common(2), ("", 0), ("", 0))[:2]
    return noun if count >= max(_LEAST_PAGES, _LEAD * next_count) else None


def _proposing(noun: str, lost: LostNoun, why: str = "") -> Finding:
    finding, new = lost.finding, f"the {noun}"
    title = f"Write '{new}'{why}, if that is meant"
    fix = Fix.replace(title, finding.span, new, Safety.UNSAFE)
    return finding._replace(fix=fix)
