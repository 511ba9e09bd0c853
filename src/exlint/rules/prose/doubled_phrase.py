"""Two or three words written twice in a row.

Editing leaves it behind: a sentence is turned round and its middle stays. Ways of
speaking that repeat themselves ("over and over and over", "side to side to warm up",
"rep after rep after rep") are fine, and so is what punctuation parts ("left leg, right
leg, left leg, right leg").

~~~markdown bad
# Row

Pull the handle to your to your waist and hold it there.
~~~

~~~text report
3:17: 'to your' stands twice
~~~

~~~markdown fixed
# Row

Pull the handle to your waist and hold it there.
~~~

~~~markdown good
# Row

Rock from side to side to warm up, then pull over and over and over. Breathe in and out,
in and out. See [Sports Hall](#row) [Sports Hall](#row).
~~~
"""

import re
from collections.abc import Iterator
from operator import eq

from exlint.diagnostic import Confidence, Finding, Fix, Severity
from exlint.english import english_only
from exlint.page import Page

SEVERITY = Severity.WARNING
CONFIDENCE = Confidence.HIGH

_DOUBLED = re.compile(r"(?<![\w'’‑-])([^\W\d_]+(?: [^\W\d_]+){1,2})( \1)(?![\w'’‑-])")
_REPEATING = frozenset(["after", "and", "by", "or", "than", "then", "to", "upon"])
"""Words around which English repeats: `again and again and again`."""


@english_only
def check(page: Page) -> Iterator[Finding]:
    words = page.words_in_order
    if not any(
        bytes(map(eq, words, words[length:])).find(b"\1" * length) >= 0
        for length in (2, 3)
    ):
        return
    for match in _DOUBLED.finditer(page.lowered):
        phrase = match[1].split()
        if not _REPEATING.isdisjoint(phrase[1:]) or len(set(phrase)) == 1:
            continue
        second = page.prose.match(match, 2)
        if page.source[second].lower().split() == phrase:  # no markup between
            yield Finding(
                page.prose.match(match),
                f"'{match[1]}' stands twice",
                Fix.replace(f"Remove the second '{match[1]}'", second, ""),
            )
