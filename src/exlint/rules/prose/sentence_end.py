"""A sentence without a period at its end, among sentences that have one.

It looks cut off, and a reader who listens to the page hears no pause. Reported is the
odd one among the items of a list or the paragraphs of a page.

Lists of which most items are mere names or notes go without periods, and so do short
labels ("Rest: 60 seconds"), lines that end in a link, a colon or a question, and whole
lists without any.

~~~markdown bad
# Squat

1. Stand tall with the bar on your back
2. Sit down between your heels.
3. Drive up.
~~~

~~~text report
3:40: no period at the end
~~~

~~~markdown fixed
# Squat

1. Stand tall with the bar on your back.
2. Sit down between your heels.
3. Drive up.
~~~

~~~markdown bad
# Squat

- Keep your chest up.
- Keep your heels down,
- Keep your knees out.
~~~

~~~text report
4:23: ',' at the end instead of a period
~~~

~~~markdown fixed
# Squat

- Keep your chest up.
- Keep your heels down.
- Keep your knees out.
~~~

~~~markdown good
# Squat

- A bar.
- A rack.
- Rest: 60 seconds
- See [the plan](#squat)

Needed for each set:

- bar
- rack
~~~
"""

import re
from collections.abc import Iterator

from exlint.diagnostic import Confidence, Finding, Fix, Severity
from exlint.markdown import Block
from exlint.page import Page
from exlint.pagetype.languages import Language
from exlint.regex import regex
from exlint.rules.prose._peers import odd_ones, uneven_groups
from exlint.text import Span

SEVERITY = Severity.INFO
CONFIDENCE = Confidence.HIGH
LANGUAGES = ("en", "es", "de", "fr", "it", "pt", "nl")

_STOPS = frozenset(".!?")
_FEWEST_WORDS = 4
_LAST_SENTENCE = regex(r"(?:.*[.!?] )?(.*)", re.DOTALL)


def check(page: Page) -> Iterator[Finding]:
    text = page.prose.text
    for blocks in uneven_groups(page):
        ends = [block.prose.end for block in blocks]
        last = [text[end - 1 : end] for end in ends]
        if sum(map(last.count, _STOPS)) in (0, len(last)):
            continue  # nearly always
        for block in odd_ones(blocks, list(map(_is_open, last))):
            if _is_sentence(text[block.prose.start : block.prose.end], page.language):
                yield from _findings(page, block)


def _is_open(last: str) -> bool | None:
    """Whether the last character is a letter, figure or comma, rather than a stop."""
    if last.isalnum() or last in {",", ";", "%", "°"}:
        return True
    return False if last in _STOPS else None


def _is_sentence(prose: str, language: Language) -> bool:
    """Whether prose without its period is a sentence, not a label, nor cut off."""
    match = _LAST_SENTENCE.match(prose)
    words = match[1].rstrip(",;").split() if match else []
    return (
        len(words) >= _FEWEST_WORDS
        and words[0][0].isupper()
        and "/" not in words[-1]
        and words[-1].lower() not in language.unfinished
        and not any(word.endswith(":") for word in words)
    )


def _findings(page: Page, block: Block) -> Iterator[Finding]:
    span = page.prose.span(block.prose.end - 1, block.prose.end)
    if any(
        link.span.start <= span.start < link.span.end for link in page.document.links
    ):
        return
    end = Span(span.end, span.end)
    mark = page.source[span]
    if mark in ",;":
        fix = Fix.replace("End with a period", span, ".")
        yield Finding(span, f"'{mark}' at the end instead of a period", fix)
    else:
        fix = Fix.replace("Add a period", end, ".")
        yield Finding(end, "no period at the end", fix)
