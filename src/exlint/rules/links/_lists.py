"""Lists of links: of related pages, of sources, of contents."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from exlint.markdown import Block, Link
from exlint.page import Page


class LinkItem(NamedTuple):
    """An item of a list that begins with a link."""

    link: Link
    text: str
    """The link's text, to compare by."""
    is_bare: bool
    """Whether nothing else stands in the item, to tell it from others by."""


def link_lists(page: Page) -> Iterator[list[LinkItem]]:
    """Yield the items that begin with a link, for each list that has several."""
    links = [link for link in page.document.links if link.kind == "link"]
    starts = [link.span.start for link in links]
    for block in _lists(page.document.blocks):
        first = bisect_left(starts, block.span.start)
        if bisect_left(starts, block.span.end) > first + 1:
            items = [_item(page, item, links, starts) for item in block.children]
            found = [item for item in items if item]
            if len(found) > 1:
                yield found


def _lists(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Yield the lists among blocks, and those within them."""
    for block in blocks:
        if block.kind.endswith("-list"):
            yield block
            for item in block.children:
                yield from _lists(item.children)


def _item(
    page: Page, item: Block, links: list[Link], starts: list[int]
) -> LinkItem | None:
    if not item.children or item.children[0].kind != "paragraph":
        return None
    paragraph = item.children[0].span
    place = bisect_left(starts, paragraph.start)
    if place == len(links) or starts[place] >= paragraph.end:
        return None
    link, text = links[place], page.source.text
    if text[paragraph.start : link.span.start].strip("*_ "):
        return None
    rest = text[link.span.end : paragraph.end].strip("*_ .,;")
    return LinkItem(
        link, link.text.strip().casefold(), not rest and len(item.children) == 1
    )
