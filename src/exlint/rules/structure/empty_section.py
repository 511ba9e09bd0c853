"""A heading with nothing under it.

Readers who came for the section find the next heading. A heading may be followed by a
deeper one; HTML, comments, images and the tags of site generators count as content,
thematic breaks do not. Questions without an answer are left to `unanswered-question`, a
page that is little but headings to `stub`.

~~~markdown bad
# Squat

## Steps

1. Stand tall.
2. Sit down.

## Tips

---

## Mistakes

- Round back.

## History
~~~

~~~text report
8:1: nothing under 'Tips'
16:1: nothing under 'History'
~~~

~~~markdown bad
# Squat

##

Stand tall.
~~~

~~~text report
3:1: a heading without text
~~~

~~~markdown good
# Squat

## How to do it

### Steps

1. Stand tall.
2. Sit down.

## Contents

<!-- toc -->

## Video

{% include video.html %}

## Sources

[guide]: https://moves.example/guide
~~~
"""

from collections.abc import Iterator
from itertools import zip_longest

from exlint.diagnostic import Confidence, Finding, Severity
from exlint.markdown import Block
from exlint.page import Page
from exlint.page.headings import (
    is_bare,
    is_front_matter,
    misplaced_title,
    questions,
    setext_accidents,
)
from exlint.page.stubs import is_stub

SEVERITY = Severity.ERROR
CONFIDENCE = Confidence.HIGH
NEEDS = "headings"


def check(page: Page) -> Iterator[Finding]:
    for heading, following in zip_longest(page.headings, page.headings[1:]):
        if heading is page.title:
            continue
        if not heading.text.strip():
            yield Finding(heading.span, "a heading without text")
            continue
        end = following.span.start if following else len(page.source.text)
        if (
            is_bare(page, heading.span.end, end)
            and not _goes_on(page, heading, following)
            and not _is_left_to_others(page, heading)
        ):
            title = page.document.prose_of(heading).strip()
            yield Finding(heading.span, f"nothing under '{title}'")


def _goes_on(page: Page, heading: Block, following: Block | None) -> bool:
    """Whether the next heading stands within the section, as a deeper one does.

    Unless both name sections: then only the level is wrong.
    """
    if following is None or following.level <= heading.level:
        return False
    known = {section.heading.span.start for section in page.sections if section.name}
    return not (heading.span.start in known and following.span.start in known)


def _is_left_to_others(page: Page, heading: Block) -> bool:
    """Whether another rule says what is wrong."""
    title = misplaced_title(page)
    return (
        is_stub(page)
        or any(other is heading for other in questions(page))
        or is_front_matter(page, heading)
        or (title is not None and title.heading is heading)
        or any(other is heading for other in setext_accidents(page))
    )
