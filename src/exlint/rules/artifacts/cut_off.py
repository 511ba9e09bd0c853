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
from exlint.markdown import Block
from exlint.page import Page
from exlint.regex import regex
from exlint.rules.prose._peers import groups

SEVERITY = Severity.ERROR
CONFIDENCE = Confidence.MEDIUM
LANGUAGES = ("en",)

_NEVER_LAST = (  # not even where a sentence has its period
    *("and", "or", "nor", "my", "their", "our", "every", "although", "unless", "than"),
    *("such as", "due to", "as well as", "via", "whose"),
)
_ASKS_FOR_MORE = (  # the last of a paragraph or an item without a period
    *(
        *_NEVER_LAST,
        "but",
        "the",
        "a",
        "an",
        "your",
        "of",
        "with",
        "from",
        "by",
        "because",
    ),
    *("into", "until", "while", "as"),
)


def _behind(words: tuple[str, ...], mark: str) -> str:
    """Looks back from a mark for one of the words: one look for each length."""
    lengths = sorted({len(word) for word in words})
    same = ("|".join(word for word in words if len(word) == size) for size in lengths)
    return "|".join(f"(?<= (?:{some}){mark})" for some in same)


_STOPPED = regex(r"\.(?:" + _behind(_NEVER_LAST, r"\.") + r")(?=\s)")
_OPEN_END = regex(
    r"\n(?<=[a-z,]\n)(?<!; and\n)(?<!; or\n)(?:(?<=,\n)|"
    + _behind(_ASKS_FOR_MORE, r"\n")
    + ")"
)
# Both begin with a literal, which `re` finds fast, and then look back.
_QUESTION = regex(r"\b(?:what|who|whom|where|which|how|when|why)\b", re.IGNORECASE)
_FEWEST_WORDS = 4
_LEADS_ON = frozenset(
    {"bullet-list", "ordered-list", "code", "table", "quote", "html", "mark", "box"}
)
_STOPS = frozenset(".!?")


def check(page: Page) -> Iterator[Finding]:
    text = page.prose.text
    for match in _STOPPED.finditer(text):
        yield _ends_in(page, match.start())
    ends = {match.start() for match in _OPEN_END.finditer(text)}
    for block, is_item in _last_paragraphs(page) if ends else ():
        if block.prose.end in ends and _is_open(page, block, is_item):
            yield _ends_in(page, block.prose.end)
    yield from _end_of_file(page)


def _ends_in(page: Page, end: int) -> Finding:
    """Report the word or comma before a position of the prose."""
    text = page.prose.text
    comma = text[end - 1] == ","
    start = end - 1 if comma else text.rindex(" ", 0, end) + 1
    what = "paragraph" if comma else "sentence"
    return Finding(
        page.prose.span(start, end), f"the {what} ends in '{text[start:end]}'"
    )


def _last_paragraphs(page: Page) -> Iterator[tuple[Block, bool]]:
    """Yield the paragraphs that lead into nothing, and whether they are items."""
    blocks = page.document.blocks
    for block, after in zip(blocks, (*blocks[1:], None), strict=False):
        if block.kind == "paragraph" and not (after and after.kind in _LEADS_ON):
            yield block, False
        for inner in block.walk() if block.kind in _LEADS_ON else ():
            if inner.kind == "item" and len(inner.children) == 1:
                yield inner.children[0], True


def _is_open(page: Page, block: Block, is_item: bool) -> bool:
    """Whether a paragraph is no label that may end like this."""
    prose = page.document.prose_of(block)
    if len(prose.split()) < _FEWEST_WORDS:
        return False
    if prose.endswith(","):
        return not is_item
    return prose.endswith(_NEVER_LAST) or not _QUESTION.search(prose)


def _end_of_file(page: Page) -> Iterator[Finding]:
    """Yield the last block, if it breaks off where the others like it have an end."""
    text = page.source.text
    if not text[-1:].isalnum() and not text.endswith(("-", ",")):
        return
    for blocks in groups(page):
        if len(blocks) < 3 or blocks[-1].span.end != len(text):
            continue
        *others, last = (page.document.prose_of(block) for block in blocks)
        is_told = _OPEN_END.search(f"{last}\n") is not None
        is_label = len(last.split()) < _FEWEST_WORDS
        if not (is_told or is_label) and all(prose[-1:] in _STOPS for prose in others):
            yield Finding(blocks[-1].span, "the file stops inside the sentence")
