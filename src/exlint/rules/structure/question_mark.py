"""A question of the FAQ that does not end with a question mark.

Search engines and screen readers go by the mark. Only headings that ask are meant: they
begin with a word such as "is", "can" or "why". "How to breathe" and "When to stop" name
a subject and need none.

~~~json schema
{
  "properties": {
    "faq": {"type": "array", "x-markdown": {"section": "FAQ", "as": "questions"}}
  }
}
~~~

~~~markdown bad
# Squat

## FAQ

### Is it hard

No.

### How low should I go.

As low as you can with a straight back.
~~~

~~~text report
5:1: no question mark behind 'Is it hard'
9:1: no question mark behind 'How low should I go.'
~~~

~~~markdown fixed
# Squat

## FAQ

### Is it hard?

No.

### How low should I go?

As low as you can with a straight back.
~~~

~~~markdown good
# Squat

## FAQ

### How to breathe

Slowly.

### "Is it hard?" (beginners)

No.

### Your knees

Keep them over your feet.
~~~
"""

import re
from collections.abc import Iterator

from exlint.diagnostic import Confidence, Finding, Fix, Severity
from exlint.page import Page
from exlint.page.headings import questions
from exlint.regex import regex

SEVERITY = Severity.INFO
CONFIDENCE = Confidence.HIGH
NEEDS = "headings"

_ASKS = regex(
    r"(?:is|are|was|can|could|do|does|did|should|will|would|has|have|must|may"
    r"|who|whose|why"
    r"|(?:how|what|when|where|which)(?!\s+to\b|ever\b).*\s"
    r"(?:is|are|can|could|do|does|did|should|will|would|has|have|must|may)"
    r")\b[^?]*",
    re.IGNORECASE,
)
_END = regex(r"[.!:]?\s*\Z")


def check(page: Page) -> Iterator[Finding]:
    for heading in questions(page):
        if "?" in heading.text:
            continue
        text = page.document.prose_of(heading)
        if not _ASKS.fullmatch(text):
            continue
        message = f"no question mark behind '{text.strip()}'"
        end = _END.search(page.prose.text[: heading.prose.end], heading.prose.start)
        fix = None
        if end and heading.text.endswith(text.strip()):
            span = page.prose.span(end.start(), heading.prose.end)
            fix = Fix.replace("Add the question mark", span, "?")
        yield Finding(heading.span, message, fix)
