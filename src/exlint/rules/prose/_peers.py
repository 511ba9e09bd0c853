"""Blocks of one kind that a reader compares: the items of a list, the paragraphs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import compress

from exlint.markdown import Block
from exlint.page import Page


def groups(page: Page) -> Sequence[Sequence[Block]]:
    """Return the paragraphs of each list whose items have one, then the page's own."""
    return page.once(_groups)


def _groups(page: Page) -> Sequence[Sequence[Block]]:
    return [*map(_of_list, page.lists), _of_page(page)]


def uneven_groups(page: Page) -> Iterator[Sequence[Block]]:
    """Yield those of the groups in which some lines end with a stop, others do not.

    Lines are quickly counted: most lists are done with before their items are seen.
    """
    kinds = page.kinds
    for block in page.lists:
        start, end = block.prose.start, block.prose.end + 1
        stopped = kinds.count(".\n", start, end)
        if 0 < stopped < kinds.count("\n", start, end):
            yield _of_list(block)
    yield _of_page(page)


def _of_list(block: Block) -> Sequence[Block]:
    return [
        item.children[0]
        for item in block.children
        if len(item.children) == 1 and item.children[0].kind == "paragraph"
    ]


def _of_page(page: Page) -> Sequence[Block]:
    return [one for one in page.document.blocks if one.kind == "paragraph"]


def odd_ones(
    blocks: Sequence[Block], is_odd: Sequence[bool | None], fewest: int = 2
) -> Iterator[Block]:
    """Yield the few blocks that are not as the others: one, or at most a quarter.

    Those of which one can't tell (None) don't count. There have to be a few usual ones.
    """
    odd, usual = is_odd.count(True), is_odd.count(False)
    if usual >= (fewest if odd == 1 else 3 * odd):
        yield from compress(blocks, is_odd)
