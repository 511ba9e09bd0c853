"""Bullets where numbers belong, numbers where bullets belong, or no list at all.

Steps are followed in their order, and readers count them; tips have none. Which section
holds which kind of list is written in the page's schema. A list of the other kind in
a section that has its own is a remark beside it, unless it stands in the middle; lists
within an item may be of any kind.

~~~json schema
{
  "required": ["steps", "tips"],
  "properties": {
    "steps": {
      "type": "array",
      "x-markdown": {"section": "Steps", "as": "ordered-list"}
    },
    "tips": {"type": "array", "x-markdown": {"section": "Tips", "as": "bullet-list"}}
  }
}
~~~

~~~markdown bad
# Squat

## Steps

- Stand tall.
- Sit down.

## Tips

1. Breathe.
2. Look ahead.
~~~

~~~text report
5:1: 'Steps' has bullets, expected numbers
10:1: 'Tips' has numbers, expected bullets
~~~

~~~markdown fixed
# Squat

## Steps

1. Stand tall.
2. Sit down.

## Tips

- Breathe.
- Look ahead.
~~~

~~~markdown bad
# Squat

## Steps

1. Stand tall.
- Sit down.
3. Stand up.

## Tips

Breathe. Look ahead.
~~~

~~~text report
6:1: 'Steps' has bullets, expected numbers
11:1: 'Tips' is written as a paragraph, expected bullets
~~~

~~~markdown fixed
# Squat

## Steps

1. Stand tall.
2. Sit down.
3. Stand up.

## Tips

- Breathe.
- Look ahead.
~~~

~~~markdown good
# Squat

## Steps

1. Stand tall:
   - heels down,
   - back straight.
2. Sit down.

You may also:

- hold a weight,
- close your eyes.

## Tips

* Breathe.
~~~
"""

import re
from collections.abc import Iterator, Sequence

from exlint.diagnostic import Confidence, Edit, Finding, Fix, Safety, Severity
from exlint.markdown import LIST_BLOCKS, Block
from exlint.page import Page
from exlint.page.violations import claimed
from exlint.pagetype.fields import Field
from exlint.regex import regex
from exlint.text import Span

SEVERITY = Severity.ERROR
CONFIDENCE = Confidence.HIGH

_MARKS = {"ordered-list": "numbers", "bullet-list": "bullets"}
_SENTENCE_END = regex(r"(?<=[.!?])\s+(?=[^\W\d_a-z])")
_OLD_MARK = regex(r"(?:[•·‣◦▪●–—]|step\s+\d+\s*[:.)-])\s*", re.IGNORECASE)


def check(page: Page) -> Iterator[Finding]:
    if page.layout is None:
        return
    for field in page.layout.fields.values():
        section = page.section(field.section) if field.shape in _MARKS else None
        if section is None:
            continue
        kinds = [block.kind for block in section.blocks]
        for number, block in enumerate(section.blocks):
            if block.kind not in LIST_BLOCKS or block.kind == field.shape:
                continue
            before, after = kinds[:number][-1:], kinds[number + 1 :][:1]
            if field.shape not in kinds or before == after == [field.shape]:
                yield _finding(field, section.blocks, number)
    for violation in claimed(page, "list-kind"):
        yield _run_on(page, page.layout.fields[violation.property])


def _finding(field: Field, blocks: Sequence[Block], number: int) -> Finding:
    block = blocks[number]
    wanted = _MARKS[field.shape]
    message = f"'{field.label}' has {_MARKS[block.kind]}, expected {wanted}"
    if not all(
        [child.kind for child in item.children] == ["paragraph"]
        for item in block.children
    ):
        return Finding(block.span, message)
    before = blocks[number - 1] if number else block
    first = before.children[-1].level if before.kind == field.shape else 0
    edits = tuple(
        Edit(
            Span(item.span.start, item.children[0].span.start),
            f"{count}. " if field.shape == "ordered-list" else "- ",
        )
        for count, item in enumerate(block.children, first + 1)
    )
    return Finding(block.span, message, Fix(f"Use {wanted}", edits))


def _run_on(page: Page, field: Field) -> Finding:
    """Report a paragraph where a list is expected, each sentence or line an item."""
    section = page.section(field.section)
    blocks = section.blocks if section else ()
    paragraphs = [block for block in blocks if block.kind == "paragraph"]
    wanted = _MARKS.get(field.shape, "a list")
    message = f"'{field.label}' is written as a paragraph, expected {wanted}"
    text = paragraphs[0].text
    parts = text.split("\n") if "\n" in text else _SENTENCE_END.split(text)
    if len(paragraphs) > 1 or len(parts) < 2:
        return Finding(paragraphs[0].span, message)
    items = (_OLD_MARK.sub("", part.strip(), 1) for part in parts)
    is_ordered = field.shape == "ordered-list"
    lines = (
        f"{f'{count}.' if is_ordered else '-'} {item}"
        for count, item in enumerate(items, 1)
    )
    fix = Fix.replace(
        f"Use {wanted}", paragraphs[0].span, "\n".join(lines), Safety.UNSAFE
    )
    return Finding(paragraphs[0].span, message, fix)
