"""Sections that do not come in the order that the page's type has them.

Readers of a collection learn where to look; a section that stands elsewhere on one page
is overlooked there. The order is that of the schema's properties. Sections that the
schema does not name, or names only under `sections`, may stand anywhere, and so may
those of properties with `"anywhere": true`. The fix moves text, so it is not applied
without asking.

~~~json schema
{
  "properties": {
    "steps": {"type": "array", "x-markdown": {"section": "Steps", "as": "ordered-list"}},
    "tips": {"type": "array", "x-markdown": {"section": "Tips", "as": "bullet-list"}},
    "faq": {"type": "array", "x-markdown": {"section": "FAQ", "as": "questions"}},
    "video": {
      "type": "string",
      "x-markdown": {"section": "Video", "as": "text", "anywhere": true}
    }
  },
  "x-markdown": {"sections": ["History"]}
}
~~~

~~~markdown bad
# Squat

## Tips

- Breathe.

---

## Steps

1. Stand tall.
2. Sit down.

## FAQ

### Is it hard?

No.
~~~

~~~text report
9:1: section 'Steps' belongs before 'Tips'
~~~

~~~markdown fixed
# Squat

## Steps

1. Stand tall.
2. Sit down.

---

## Tips

- Breathe.

## FAQ

### Is it hard?

No.
~~~

~~~markdown good
# Squat

## Video

A minute from the side.

## Steps

1. Stand tall.
2. Sit down.

## History

The squat is old.

## FAQ

### Is it hard?

No.
~~~
"""

from collections.abc import Iterator, Sequence

from exlint.diagnostic import Confidence, Edit, Finding, Fix, Safety, Severity
from exlint.page import Page
from exlint.page.record import Section
from exlint.text import Span

SEVERITY = Severity.WARNING
CONFIDENCE = Confidence.HIGH
NEEDS = "sections"


def check(page: Page) -> Iterator[Finding]:
    if page.layout is None:
        return
    order = page.layout.section_ranks
    known = [part for part in page.sections if part.name and part.name.name in order]
    ranks = [order[part.name.name] for part in known if part.name]
    if ranks == sorted(ranks) or len(set(ranks)) < len(ranks):
        return
    fix: Fix | None = _fix(page, known, ranks)
    kept = _longest_rise(ranks)
    for number, section in enumerate(known):
        if number not in kept:
            after = [other for other in kept if ranks[other] > ranks[number]]
            place = f"before '{known[after[0]].title}'" if after else "last"
            message = f"section '{section.title}' belongs {place}"
            yield Finding(section.heading.span, message, fix)
            fix = None


def _longest_rise(ranks: Sequence[int]) -> list[int]:
    """Return the indices of a longest rising part of some ranks, in order."""
    best: list[list[int]] = []
    for number, rank in enumerate(ranks):
        before = [rise for rise in best if ranks[rise[-1]] < rank]
        best.append([*max(before, key=len, default=[]), number])
    return max(best, key=len)


def _fix(page: Page, sections: Sequence[Section], ranks: Sequence[int]) -> Fix:
    """Put each section where another stands; what is between them stays."""
    spans = [_content(section) for section in sections]
    rightly = sorted(range(len(spans)), key=ranks.__getitem__)
    edits = tuple(
        Edit(spans[place], page.source[spans[number]])
        for place, number in enumerate(rightly)
        if place != number
    )
    return Fix("Put the sections in order", edits, Safety.UNSAFE)


def _content(section: Section) -> Span:
    """A section without the thematic break at its end, and what follows that."""
    end = section.heading.span.end
    last = section.span.end
    for block in section.blocks:
        if block.kind == "rule":
            last = min(last, end)
        elif block.kind == "heading":
            last = section.span.end
        end = block.span.end
    return Span(section.span.start, last)
