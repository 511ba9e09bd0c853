"""Two or more spaces inside a sentence.

A browser shows them as one, other outputs don't, and a search for the phrase fails.
Two spaces after a full stop or a colon are a habit of some writers and fine.

~~~markdown bad
# Squat

Keep the  bar over the middle   of your foot.
~~~

~~~text report
3:9: 2 spaces between two words
3:30: 3 spaces between two words
~~~

~~~markdown fixed
# Squat

Keep the bar over the middle of your foot.
~~~

~~~markdown good
# Squat

Sit back.  Then sit down:  the hips lead, and `the  knees` follow.

| Set   | Reps  |
| ----- | ----- |
| One   | Ten   |
~~~
"""

from collections.abc import Iterator

from exlint.diagnostic import Confidence, Finding, Fix, Severity
from exlint.page import Page
from exlint.regex import regex
from exlint.rules.artifacts.empty_slot import is_gap

SEVERITY = Severity.INFO
CONFIDENCE = Confidence.HIGH
NEEDS = "sentences.is_loose"

_SPACES = regex(r"""(?<=[^\s.:!?])(?<![.:!?]["'”’)])  +(?=\S)""")


def check(page: Page) -> Iterator[Finding]:
    for match, span in page.scan(_SPACES):
        markup_between = page.source[span] != match[0]
        if not (markup_between or is_gap(page, span)):
            yield Finding(
                span,
                f"{len(match[0])} spaces between two words",
                Fix.replace("Leave one space", span, " "),
            )
