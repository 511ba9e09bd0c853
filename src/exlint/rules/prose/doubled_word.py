r"""A word written twice in a row.

The eye skips it, above all where a line break parts the two, so it is found last.
Words that English doubles ("that that", "had had", "very very") are fine, and so is a
word beside a compound ("pull-up up to the bar") or another case of it ("Tate tate").

~~~markdown bad
# Squat

Push the floor away with with both feet and keep the
the bar over the middle of your foot.
~~~

~~~text report
3:21: 'with' stands twice
3:50: 'the' stands twice
~~~

~~~markdown fixed
# Squat

Push the floor away with both feet and keep the
bar over the middle of your foot.
~~~

~~~markdown good
# Squat

The depth that that variation asks for is more than most have had had they not trained
for it. Finish the pull-up up at the bar, side by side, one, one, two.
~~~
"""

import re
from collections.abc import Iterator
from operator import eq

from exlint.diagnostic import Confidence, Finding, Fix, Severity
from exlint.english import english_only
from exlint.page import Page
from exlint.text import Span

SEVERITY = Severity.WARNING
CONFIDENCE = Confidence.HIGH

_DOUBLED = re.compile(r"(?<![\w'’‑-])([^\W\d_]+) +(\1)(?![\w'’‑-])")
_FINE = frozenset(
    [
        "bye",
        "can",
        "do",
        "far",
        "had",
        "ha",
        "hey",
        "hip",
        "is",
        "knock",
        "long",
        "many",
        "more",
        "much",
        "no",
        "on",
        "quite",
        "really",
        "so",
        "that",
        "there",
        "very",
        "way",
        "well",
        "yes",
        "you",
    ]
)


@english_only
def check(page: Page) -> Iterator[Finding]:
    words = page.words_in_order
    if not any(map(eq, words, words[1:])):
        return
    for match in _DOUBLED.finditer(page.lowered):
        word = page.prose.text[match.start(2) : match.end(2)]
        if match[1] in _FINE or not word.islower():
            continue
        first, second = page.prose.match(match, 1), page.prose.match(match, 2)
        gap = page.source.text[first.end : second.start]
        if not gap.strip(" \t\r\n>"):  # no markup between
            yield Finding(
                Span(first.start, second.end),
                f"'{word}' stands twice",
                _fix(page, second),
            )


def _fix(page: Page, second: Span) -> Fix:
    """Remove the second word, and the space on one side of it."""
    text = page.source.text
    if text.startswith(" ", second.end):
        span = Span(second.start, second.end + 1)
    elif text[second.start - 1] == " ":
        span = Span(second.start - 1, second.end)
    else:
        span = second
    return Fix.replace(f"Remove the second '{page.source[second]}'", span, "")
