r"""A sentence that stops before it is complete.

It ends in a word that asks for more ("Drive through your heels and."), a paragraph ends
in a comma, or the file stops inside its last sentence. A model ran out of room, a field
was too short, or a paste lost its end.

A paragraph that leads into a list, a short label ("What to start with"), a question and
a sentence that merely lacks its period are fine.

~~~markdown bad
# Squat

Stand tall with your feet apart and.

- Drive your heels into the floor because
- Breathe.

In the bottom position, keep the knees out,
~~~

~~~text report
3:33: the sentence ends in 'and'
5:35: the sentence ends in 'because'
8:43: the paragraph ends in ','
~~~

~~~markdown bad escaped
# Squat\n\n1. Stand tall.\n2. Sit down.\n3. Drive your hips up until you sta
~~~

~~~text report
5:4: the file stops inside the sentence
5:36: final-newline: no line break at the end of the file
5:36: sentence-end: no period at the end
~~~

~~~markdown good
# Squat

Do the squat with the

- bar or
- kettlebell.

## What to look for and

What to start with. Neither one nor the other. It is anything but. So what if? Bend
more than you think

1. Sit.
~~~
"""

import re
from collections.abc import Iterator

from exlint.diagnostic import Confidence, Finding, Severity
from exlint.english import english_only
from exlint.markdown import Block
from exlint.page import Page
from exlint.rules.prose._peers import groups

SEVERITY = Severity.ERROR
CONFIDENCE = Confidence.MEDIUM

_NEVER_LAST = (  # not even where a sentence has its period
    *("and", "or", "nor", "my", "their", "our", "every", "although", "unless", "than"),
    *("such as", "due to", "as well as", "via", "whose"),
)
_STOPPED = re.compile(
    rf"(?<![\w/'’-])({'|'.join(_NEVER_LAST)})[.!](?=\s|$)", re.MULTILINE
)
_ENDS = tuple(f"{word}{mark}" for word in _NEVER_LAST for mark in ".!")
_OPEN_END = re.compile(
    rf"(?<!; )(?<![\w/'’-])({'|'.join(_NEVER_LAST)}|but|the|an?|your|of|with|from|by|because|into"
    r"|until|while|as)\Z"
)
_QUESTION = re.compile(r"\b(?:what|who|whom|where|which|how|when|why)\b", re.IGNORECASE)
_FEWEST_WORDS = 4
_LEADS_ON = frozenset({"bullet-list", "ordered-list", "code", "table", "quote", "html"})
_STOPS = frozenset(".!?")


@english_only
def check(page: Page) -> Iterator[Finding]:
    text = page.prose.text
    if any(end in text for end in _ENDS):
        for match in _STOPPED.finditer(text):
            span = page.prose.match(match, 1)
            yield Finding(span, f"the sentence ends in '{match[1]}'")
    blocks = page.document.blocks
    for block, after in zip(blocks, (*blocks[1:], None), strict=False):
        leads_on = after is not None and after.kind in _LEADS_ON
        if block.kind == "paragraph" and not leads_on:
            yield from _open_end(page, block, "paragraph")
        elif block.kind in _LEADS_ON:
            for inner in block.walk():
                if inner.kind == "item" and len(inner.children) == 1:
                    yield from _open_end(page, inner.children[0], "item")
    yield from _end_of_file(page)


def _open_end(page: Page, block: Block, what: str) -> Iterator[Finding]:
    """Yield the last word of a block that cannot be its last."""
    prose = page.document.prose_of(block)
    if block.kind != "paragraph" or prose[-1:] in _STOPS:
        return
    if len(prose.split()) < _FEWEST_WORDS:
        return
    match = _OPEN_END.search(prose)
    if match and (match[1] in _NEVER_LAST or not _QUESTION.search(prose)):
        start = block.prose.start
        span = page.prose.span(start + match.start(), start + match.end())
        yield Finding(span, f"the sentence ends in '{match[1]}'")
    elif prose.endswith(",") and what == "paragraph":
        span = page.prose.span(block.prose.end - 1, block.prose.end)
        yield Finding(span, "the paragraph ends in ','")


def _end_of_file(page: Page) -> Iterator[Finding]:
    """Yield the last block, if it breaks off where the others like it have an end."""
    text = page.source.text
    if not text[-1:].isalnum() and not text.endswith(("-", ",")):
        return
    for blocks in groups(page):
        if len(blocks) > 2 and blocks[-1].span.end == len(text):
            *others, last = (page.document.prose_of(block) for block in blocks)
            if len(last.split()) < _FEWEST_WORDS or _OPEN_END.search(last):
                continue  # a label, or reported already
            if all(other[-1:] in _STOPS for other in others):
                span = blocks[-1].span
                yield Finding(span, "the file stops inside the sentence")
