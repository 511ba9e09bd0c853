"""A heading whose level is not that of its place.

Levels make the outline that screen readers, tables of contents and search engines go
by, and by which a page is read. A section that the page's type knows stands at its
level, a question one below, the title at level 1; and no heading is two levels below
the one before. Pages may begin at any level: many take their title from elsewhere.

~~~json schema
{
  "required": ["name"],
  "properties": {
    "name": {"x-markdown": {"at": "title"}},
    "tips": {"type": "array", "x-markdown": {"section": "Tips", "as": "bullet-list"}},
    "faq": {"type": "array", "x-markdown": {"section": "FAQ", "as": "questions"}}
  }
}
~~~

~~~markdown bad
# Squat

### Tips

- Breathe.

## FAQ

#### Is it hard?

No.

## Is it old?

Yes.
~~~

~~~text report
3:1: section 'Tips' is at level 3, expected 2
9:1: question 'Is it hard?' is at level 4, expected 3
13:1: question 'Is it old?' is at level 2, expected 3
~~~

~~~markdown fixed
# Squat

## Tips

- Breathe.

## FAQ

### Is it hard?

No.

### Is it old?

Yes.
~~~

~~~markdown bad
## Squat

Sit down between your heels.

## Tips

- Breathe.
~~~

~~~text report
1:1: the title is at level 2, expected 1
~~~

~~~markdown fixed
# Squat

Sit down between your heels.

## Tips

- Breathe.
~~~

~~~markdown bad
# Squat

## Tips

- Breathe.

#### With a barbell

Lower it.
~~~

~~~text report
7:1: level 4 right under level 2: '#### With a barbell'
~~~

~~~markdown good
# Squat

## Tips

### With a barbell

#### For beginners

Lower it.

## FAQ

### Is it hard?

No.
~~~
"""

from collections.abc import Iterator
from itertools import pairwise

from exlint.diagnostic import Confidence, Finding, Fix, Severity
from exlint.markdown import Block
from exlint.page import Page
from exlint.page.headings import misplaced_title, questions
from exlint.text import Span

SEVERITY = Severity.ERROR
CONFIDENCE = Confidence.HIGH
NEEDS = "headings"


def check(page: Page) -> Iterator[Finding]:
    misplaced = {}
    for heading, level, what in _expected(page):
        if heading.level != level:
            misplaced[id(heading)] = level
            text = page.document.prose_of(heading).strip()
            name = what if what == "the title" else f"{what} '{text}'"
            message = f"{name} is at level {heading.level}, expected {level}"
            yield Finding(heading.span, message, _fix(heading, level))
    for before, heading in pairwise(page.headings):
        level = misplaced.get(id(before), before.level) if misplaced else before.level
        if heading.level > level + 1 and not _is_expected(page, heading):
            line = page.source[page.source.line_at(heading.span.start)].strip()
            message = f"level {heading.level} right under level {level}: '{line}'"
            yield Finding(heading.span, message, severity=Severity.WARNING)


def _is_expected(page: Page, heading: Block) -> bool:
    return any(known is heading for known, *_ in _expected(page))


def _expected(page: Page) -> Iterator[tuple[Block, int, str]]:
    """Yield the headings of which the page's type knows the level."""
    if page.layout is None:
        return
    title = misplaced_title(page)
    if title:
        yield title.heading, 1, "the title"
    level = page.layout.section_level
    for section in page.sections:
        if section.name:
            yield section.heading, level, "section"
    for heading in questions(page):
        if heading.level != level + 1:
            text = page.document.prose_of(heading).strip()
            if heading.level <= level or text.endswith("?"):
                yield heading, level + 1, "question"


def _fix(heading: Block, level: int) -> Fix | None:
    if heading.marker != "#":
        return None
    start = heading.span.start
    marks = Span(start, start + heading.level)
    return Fix.replace(f"Make it a heading of level {level}", marks, "#" * level)
