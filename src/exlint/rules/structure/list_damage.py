"""Marks of a list where they do no good: inside an item, or without their space.

`1. 2. Sit down.` is what an editor's automatic numbering leaves, `-Sit down.` is no
item but the end of the one before, and "1. Stand tall. 2. Sit down." is one step to
whatever is built from the page. A number that is part of a sentence is fine: it has to
be the next one of the list, and to stand between two sentences.

~~~markdown bad
# Squat

1. 1. Stand tall.
2. Step 2: Sit down.
3. Stand up. 4. Repeat.

- Breathe.
-Look ahead.
- • Smile.
~~~

~~~text report
3:1: a second number in one item
4:4: 'Step 2:' in a numbered list
5:14: several steps in one item: '4.'
8:1: no space behind '-'
9:3: a second bullet in one item
~~~

~~~markdown good
# Squat

1. Stand tall for a count of 2. Do not hurry.
2. Repeat steps 1. and 2. until you are tired.
3. Lift a weight of 1.5 to 2.5 kg, or go to step 5. Then rest.
4. Rest:
   - Breathe.
   - Drink.

- Step 1: stand tall.
- Step 2: sit down.

-5 degrees is too cold to train outside.
~~~
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from exlint.diagnostic import Confidence, Finding, Severity
from exlint.markdown import LIST_BLOCKS, Block
from exlint.page import Page
from exlint.page.items import has_two_marks, may_have_merged, steps_within
from exlint.regex import regex
from exlint.text import Span

SEVERITY = Severity.ERROR
CONFIDENCE = Confidence.MEDIUM

_MAY_BE_MARKED = regex(r"\n(?:[•·‣◦▪●]\s|\(?\d{1,2}[):]\s|[Ss][Tt][Ee][Pp]\s)")
_MAY_BE_TIGHT = regex(r"\n[ \t]*(?:-|\d{1,2}[.)])(?:\*\*|[^\W\d_])")
"""Like the two below, for whole texts: a line break is found faster than `^`."""
_TIGHT = regex(
    r"^[ \t]*(?P<mark>-|\d{1,2}[.)])(?=[^\W\d_]{2}|\*\*[^\W_])", re.MULTILINE
)
_MARK = regex(
    r"^(?:(?P<bullet>[•·‣◦▪●](?=\s))|(?P<number>\(?\d{1,2}[):](?=\s))"
    r"|(?P<step>step\s+\d{1,2}\s*[:.)–-]))",
    re.IGNORECASE | re.MULTILINE,
)


def check(page: Page) -> Iterator[Finding]:
    source, prose = f"\n{page.source.text}", f"\n{page.prose.text}"
    tight = list(_tight(page)) if _MAY_BE_TIGHT.search(source) else []
    for span in tight:
        yield Finding(span, f"no space behind '{page.source[span]}'")
    is_marked = _MAY_BE_MARKED.search(prose) is not None
    for block in page.lists if is_marked or _are_nested(page.lists) else ():
        for item in block.children:
            if has_two_marks(page, item):
                kind = item.children[0].kind
                mark = "number" if kind == "ordered-list" else "bullet"
                yield Finding(item.span, f"a second {mark} in one item")
            elif is_marked and item.children:
                yield from _in_item(page, block, item.children[0])
    for block in page.lists if may_have_merged(page) else ():
        for item in block.children if block.kind == "ordered-list" else ():
            steps = steps_within(page, item)
            steps = [step for step in steps if step not in tight] if steps else []
            if steps:
                marks = ", ".join(f"'{page.source[step]}'" for step in steps)
                yield Finding(steps[0], f"several steps in one item: {marks}")


def _are_nested(lists: Sequence[Block]) -> bool:
    """Whether a list stands within another."""
    spans = [block.span for block in lists]
    return any(one.end > other.start for one, other in pairwise(spans))


def _in_item(page: Page, block: Block, text: Block) -> Iterator[Finding]:
    """Yield the mark with which the text of an item begins."""
    match = _MARK.match(page.prose.text, *text.prose)
    if match is None or text.kind != "paragraph":
        return
    kind = match.lastgroup
    if kind != "step":
        yield Finding(page.prose.match(match), f"a second {kind} in one item")
    elif block.kind == "ordered-list":
        yield Finding(page.prose.match(match), f"'{match[0]}' in a numbered list")


def _tight(page: Page) -> Iterator[Span]:
    """Yield the marks at a line's start that have no space behind them.

    They count within a list, or where two such lines follow each other.
    """
    for block in page.document.blocks:
        if block.kind not in ("paragraph", *LIST_BLOCKS):
            continue
        found = list(_TIGHT.finditer(page.source.text, *block.span))
        if block.kind in LIST_BLOCKS or len(found) > 1:
            for match in found:
                if not page.is_code(match.start("mark")):
                    yield Span(*match.span("mark"))
