"""Lists of links: of related pages, of sources, of contents."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from exlint.markdown import Block, Link
from exlint.page import Page
from exlint.vocabulary import fold


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
    if len(links) < 2:
        return
    starts = [link.span.start for link in links]
    for block in page.document.blocks:
        for inner in block.walk() if block.kind.endswith("-list") else ():
            if inner.kind.endswith("-list"):
                items = [_item(page, item, links, starts) for item in inner.children]
                found = [item for item in items if item]
                if len(found) > 1:
                    yield found


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
    return LinkItem(link, fold(link.text), not rest and len(item.children) == 1)
