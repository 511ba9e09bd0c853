"""A place in a sentence from which the word is missing.

A template ran over a hole in its data: "exercise using .", "Targets , also works",
"the , with", two spaces where a word should stand, empty parentheses or quotation
marks. Declared sentences of the page type are checked slot by slot.

An ellipsis, a decimal fraction, a call such as `run()` and a box to tick are fine.

~~~json schema
{
  "properties": {
    "target": {"x-markdown": {"section": "Facts", "fact": "Target Muscle"}}
  },
  "x-markdown": {
    "patterns": [{"text": "Targets {target}, also works {secondary}.", "optional": true}]
  }
}
~~~

~~~markdown bad
# Squat

Targets , also works calves.

An exercise using . Hold the , with your feet () apart, for a -level athlete.

Keep the  and the heels down.
~~~

~~~text report
3:9: nothing stands for 'Target Muscle'
5:13: no word after 'using'
5:26: no word after 'the'
5:47: nothing between '(' and ')'
5:61: no word before '-level'
7:6: no word after 'the'
~~~

~~~markdown good
# Squat

Go down and ... up. Rest for .5 minutes (the break (short) counts); call run() if you
must. Say yes to: `x` (`y`) or **A** (<br>).

( ) Yes
~~~
"""

import re
from collections.abc import Iterator

from exlint.diagnostic import Confidence, Finding, Severity
from exlint.page import Page
from exlint.regex import regex
from exlint.text import Span

SEVERITY = Severity.ERROR
CONFIDENCE = Confidence.HIGH

_ASKS = r"(?:the|an|your|with|using|of|for|by|from|and|or)"
_SHAPES = regex(
    rf"\b(?P<after>{_ASKS})(?P<gap> +[.,;!?](?![\w.,!?)])| {{2,}}(?=(?:and|or|with|of|to"
    r"|for|by|in|on|is|are|while|until|as|seconds?|minutes?|reps|repetitions|sets|times)\b))"
    r"|(?<=[^\n] )(?P<pair>\( *\)|\[\]|\"\"|“”|‘’)(?=[\s.,;!?])"
    r"|(?P<holes>, +,)|\b(?:an?|the) +(?P<before>-[a-z]{3,}|['’]s(?= [a-z]))",
    re.IGNORECASE,
)
_SIGNS = (  # each begins with one literal, which `re` finds fast
    regex(r"\((?<= \() *\)"),
    regex(r"-(?<= -)[a-z]{3}"),
    regex(r"'(?<= ')s "),
    regex(r"’(?<= ’)s "),
    regex(r"\[(?<= \[)\]"),
    regex(r"\"(?<= \")\""),
    regex(r"“(?<= “)”"),
    regex(r"‘(?<= ‘)’"),
)
"""Shapes that stand between spaces, but for marks."""


def check(page: Page) -> Iterator[Finding]:
    for span, message in gaps(page):
        yield Finding(span, message)


def gaps(page: Page) -> Iterator[tuple[Span, str]]:
    """Yield each place where a word is missing, and what to say about it."""
    read: list[Span] = []
    for statement in page.statements if _has_empty_slot(page) else ():
        for name, _, value, start, end in statement.slots:
            if not value:
                field = page.layout.fields.get(name) if page.layout else None
                read.append(page.prose.span(statement.start, statement.end))
                what = field.label if field else name
                yield page.prose.span(start, end), f"nothing stands for '{what}'"
    if not _may_have_gap(page):
        return
    for match, span in page.scan(_SHAPES):
        if page.source[span] != match[0]:
            continue  # markup stands in the gap
        if match["holes"] and _is_fact(page, span):
            continue  # `fact-format`
        if not any(other.start <= span.start < other.end for other in read):
            yield span, _message(match)


def _has_empty_slot(page: Page) -> bool:
    return "" in [slot.text for slot in page.slots]


def _may_have_gap(page: Page) -> bool:
    """Whether there is a sign of a gap: what no plain text has after a space."""
    if " ." in page.oddities or page.sentences.is_loose:
        return True
    text = page.prose.text
    return any(sign.search(text) for sign in _SIGNS)


def is_gap(page: Page, span: Span) -> bool:
    """Whether a word is missing at a span: spaces there are not what is wrong."""
    return any(gap.start <= span.end and span.start <= gap.end for gap, _ in gaps(page))


def _is_fact(page: Page, span: Span) -> bool:
    facts = (fact.value_span for fact in page.facts)
    return any(value.start <= span.start < value.end for value in facts)


def _message(match: re.Match[str]) -> str:
    if match["after"]:
        return f"no word after '{match['after']}'"
    if match["before"]:
        return f"no word before '{match['before']}'"
    if match["holes"]:
        return "nothing between two commas"
    return f"nothing between '{match['pair'][0]}' and '{match['pair'][-1]}'"
