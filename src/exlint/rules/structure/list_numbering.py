"""Numbers of a list that do not count up.

Markdown renders 1, 2, 2, 4 as 1, 2, 3, 4: the reader's numbers are not the writer's, and
a sentence that speaks of "step 4" means another one. Mostly a step was added, moved or
lost. Lists in which every item is 1, lists that begin with 0, and lists that go on from
an earlier one, interrupted by a paragraph or picture, are fine.

~~~markdown bad
# Squat

1. Stand tall.
2. Sit down.
2. Stand up.
4. Repeat.
~~~

~~~text report
5:1: number 2 again, expected 3
~~~

~~~markdown fixed
# Squat

1. Stand tall.
2. Sit down.
3. Stand up.
4. Repeat.
~~~

~~~markdown bad
2. Sit down.
3. Stand up.
5. Repeat.
~~~

~~~text report
1:1: the list starts at 2
~~~

~~~markdown fixed
1. Sit down.
2. Stand up.
3. Repeat.
~~~

~~~json schema
{
  "properties": {
    "steps": {"type": "array", "x-markdown": {"section": "Steps", "as": "ordered-list"}}
  }
}
~~~

~~~markdown bad
# Squat

## Steps

2. Bounce in the lowest point.
~~~

~~~text report
5:1: the list starts at 2
~~~

~~~markdown fixed
# Squat

## Steps

1. Bounce in the lowest point.
~~~

~~~markdown good
# Squat

The squat became a sport in

19. Everybody did it then.

## Steps

1. Stand tall.
2. Sit down.

This is the lowest point. Wait there.

3. Stand up.
4. Repeat.

## Lunge

1. Stand tall.
1. Step forward.
1. Step back.
~~~
"""

from collections.abc import Iterator

from exlint.diagnostic import Confidence, Edit, Finding, Fix, Severity
from exlint.markdown import Block
from exlint.page import Page
from exlint.page.items import steps_within
from exlint.text import Span

SEVERITY = Severity.WARNING
CONFIDENCE = Confidence.HIGH
NEEDS = "lists"

_MOST = 99
"""A greater number is no number of a list: 'Since\n2020. …'."""


def check(page: Page) -> Iterator[Finding]:
    reached = 1
    starts = {0, 1}
    for block in page.lists:
        if block.kind == "bullet-list":
            starts.add(reached + len(block.children))  # `list-kind`
            continue
        numbers = [item.level for item in block.children]
        is_alone = len(numbers) == 1 and not _are_steps(page, block)
        is_whole = numbers[0] in starts or is_alone or numbers[0] > _MOST
        first = numbers[0] if is_whole else 1
        expected = list(range(first, first + len(numbers)))
        if numbers != expected:
            expected = _expected(page, block, first)
        reached = expected[-1] + 1
        starts.add(reached)
        if numbers != expected and (len(set(numbers)) > 1 or numbers[0] > 1):
            yield _finding(page, block, expected)


def _are_steps(page: Page, block: Block) -> bool:
    """Whether the page's type expects a numbered list where a list stands."""
    return any(
        field.shape == "ordered-list" and start <= block.span.start < end
        for field in (page.layout.fields.values() if page.layout else ())
        for start, end in (page.home(field.name),)
    )


def _expected(page: Page, block: Block, first: int) -> list[int]:
    """Return the numbers that a list should have.

    A step that has run into the text of the one before counts: `list-damage`.
    """
    expected = [first]
    for item in block.children[:-1]:
        expected.append(expected[-1] + 1 + len(steps_within(page, item)))
    return expected


def _finding(page: Page, block: Block, expected: list[int]) -> Finding:
    numbers = [item.level for item in block.children]
    at = next(i for i, wanted in enumerate(expected) if numbers[i] != wanted)
    number, wanted = numbers[at], expected[at]
    if at == 0:
        message = f"the list starts at {number}"
    elif number in numbers[:at]:
        message = f"number {number} again, expected {wanted}"
    else:
        message = f"number {number} after {numbers[at - 1]}, expected {wanted}"
    place = _number(page, block.children[at])
    return Finding(place, message, _fix(page, block, expected))


def _fix(page: Page, block: Block, expected: list[int]) -> Fix | None:
    edits = []
    for item, number in zip(block.children, expected, strict=True):
        span, text = _number(page, item), str(number)
        if item.level != number:
            if len(text) != span.end - span.start and len(item.children) > 1:
                return None  # what is indented under the text would leave the item
            edits.append(Edit(span, text))
    return Fix("Count up", tuple(edits))


def _number(page: Page, item: Block) -> Span:
    start = item.span.start
    return Span(start, page.source.text.index(item.marker, start))
