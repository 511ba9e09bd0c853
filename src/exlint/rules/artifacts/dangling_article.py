"""An article that has lost its noun.

A find-and-replace that takes a word out leaves its article behind: "Push The forward",
"curl the slowly up", "press the." The sentence no longer says what to move. A capital
*The* inside a sentence is the trace of the same accident even where a noun follows.

Fine are the article of a name or title ("The Hague", "as told in *The bridge*"), one
after a colon or a quotation mark, one that begins a link or a heading in title case,
and words that may stand between an article and its noun ("the upward phase").

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

Press a weighted with the balls of your feet on The plate, then raise the your heels.
Rest, and unload the.
~~~

~~~text report
3:9: no noun follows 'weighted'
3:49: 'The' has a capital inside the sentence
3:71: no noun follows 'the'
4:18: no noun follows 'the'
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

import re
from collections import Counter
from collections.abc import Iterator

from exlint.diagnostic import Confidence, Finding, Fix, Safety, Severity
from exlint.page import Page
from exlint.rules.artifacts._noun_phrases import (
    END,
    FUNCTION,
    GONE,
    GONE_BEHIND_A,
    GONE_BEHIND_CAPITAL,
)

SEVERITY = Severity.ERROR
CONFIDENCE = Confidence.HIGH

# Each begins with a literal, which `re` finds fast.
_THE = re.compile(rf"he(?<=\b[Tt]he)(?={GONE})")
_A = re.compile(rf" a(?=[ .,;!?]|n[ .,;!?])n?(?={GONE_BEHIND_A})")
_YOUR = re.compile(rf"your(?={END})")
_LABELLED = re.compile(
    r"\b(?:option|vitamin|plan|point|part|step|phase|group|type|grade|block|day|week"
    r"|session|workout|superset|set|side|exercise)s?\Z|\b[a-z](?: and| or)?\Z",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"\b(?:the|an?) \Z", re.IGNORECASE)
_QUOTES = frozenset("\"'“‘(")
_CAPITAL = re.compile(r"The(?<=[a-z0-9,;)] The)(?= [a-z]|[.,;!?])")
_CAPITAL_GONE = re.compile(f"The{GONE_BEHIND_CAPITAL}")
_ADJECTIVES = frozenset(
    ("weighted", "loaded", "padded", "sturdy", "stable", "comfortable", "controlled")
) | frozenset(("elevated", "adjustable", "proper", "heavy", "slow", "wide", "narrow"))
_PHRASE = r"(?= (?:with|by|of|from|until|while|using|against|between) (?:the|an?|your|both)\b)"


def check(page: Page) -> Iterator[Finding]:
    text = page.prose.text
    for match in _CAPITAL.finditer(text):
        if _is_inside(page, match.start()):
            found = _lost(page, *match.span())
            if _CAPITAL_GONE.match(text, match.start()):
                yield found
            else:
                yield Finding(found.span, "'The' has a capital inside the sentence")
    for match in _THE.finditer(text):
        start = match.end() - 3
        if text[start - 1 : start] not in _QUOTES and not _CAPITAL.match(text, start):
            yield _lost(page, start, match.end())
    for match in _A.finditer(text):
        if not _LABELLED.search(text, max(match.start() - 15, 0), match.start()):
            yield _lost(page, match.start() + 1, match.end(), Confidence.MEDIUM)
    for match in _YOUR.finditer(text):
        yield _lost(page, *match.span())
    for adjective in page.words & _ADJECTIVES:
        for match in re.finditer(adjective + _PHRASE, text):
            if _ARTICLE.search(text, max(match.start() - 5, 0), match.start()):
                yield _lost(page, *match.span())


def _is_inside(page: Page, start: int) -> bool:
    """Whether a capital *The* is no name, no title and no first word."""
    text = page.prose.text
    before = page.source.text[page.prose.offset(start) - 1]
    line_start = text.rfind("\n", 0, start) + 1
    led_by = text[line_start:start]
    if before not in " \r\n" or led_by.count('"') % 2 or "“" in led_by[-40:]:
        return False  # a link, emphasis or a quotation begins with it or holds it
    words = text[line_start : text.find("\n", start)].split()[1:]
    long = [word for word in words if len(word) > 3]
    if 2 * sum(word[0].isupper() for word in long) > len(long):
        return False  # title case
    # At the start of a line, the sentence before may just lack its period.
    return before == " " or re.search(rf"\b{FUNCTION} \Z", led_by) is not None


def _lost(
    page: Page, start: int, end: int, confidence: Confidence = CONFIDENCE
) -> Finding:
    """Report a word, and propose a noun if the page leaves no doubt about it."""
    span = page.prose.span(start, end)
    word = page.source[span]
    noun, fix = _likely_noun(page) if word in ("The", "the") else None, None
    if noun:
        new = f"the {noun}"
        fix = Fix.replace(f"Write '{new}', if that is meant", span, new, Safety.UNSAFE)
    return Finding(span, f"no noun follows '{word}'", fix, confidence)


def _likely_noun(page: Page) -> str | None:
    """Return the word of the vocabulary that the page puts after "the" most often."""
    known: set[str] = set()
    for field in page.layout.fields.values() if page.layout else ():
        for term in field.terms.terms.values() if field.terms else ():
            known.update(term.words)
    nouns = Counter(re.findall(r"\bthe ([a-z]+)", page.lowered))
    ranked = [(noun, count) for noun, count in nouns.most_common() if noun in known]
    (noun, count), (_, next_count) = (*ranked, ("", 0), ("", 0))[:2]
    return noun if count > max(next_count, 1) else None
