"""Items of lists that hold more than one: where a mark or a line break went wrong."""

from __future__ import annotations

from exlint.markdown import LIST_BLOCKS, Block
from exlint.page.page import Page
from exlint.regex import regex
from exlint.text import Span

_NEXT_STEP = regex(r"[.!?]\s*(?P<mark>(?P<number>\d{1,2})[.)])\s*[^\W\d_a-z]")
_NUMBER_BEHIND = regex(r"\. ?0")
"""The same among the kinds of characters."""
_HIGHEST = 99
"""A greater number at a line's start is a year, not the number of an item."""


def has_two_marks(page: Page, item: Block) -> bool:
    """Whether an item begins with a second bullet or number, as in `1. 2. Sit`."""
    if not item.children or item.children[0].kind not in LIST_BLOCKS:
        return False
    inner = item.children[0]
    marks = page.source[Span(item.span.start, inner.span.start)]
    is_single = len(inner.children) == 1 and "\n" not in marks
    return is_single and inner.children[0].level <= _HIGHEST


def may_have_merged(page: Page) -> bool:
    """Whether a number stands behind a sentence: else `steps_within` finds none."""
    kinds = page.kinds
    is_plain = kinds.isascii() and not page.sentences.is_loose
    return not is_plain or _NUMBER_BEHIND.search(kinds) is not None


def steps_within(page: Page, item: Block) -> list[Span]:
    """Return the numbers of the next steps that stand in the text of a numbered item.

    Only a number that goes on counting, between two sentences, is taken for one.
    """
    if not item.level or not item.children or item.children[0].kind != "paragraph":
        return []
    wanted, text, (start, end) = item.level + 1, page.prose.text, item.children[0].prose
    if text.isascii() and text.find(str(wanted), start, end) < 0:  # nearly always
        return []
    found = []
    for match in _NEXT_STEP.finditer(text, start, end):
        if int(match["number"]) == wanted:
            found.append(page.prose.match(match, "mark"))
            wanted += 1
    return found
