"""Reading the tags in the text of a page: `#legs`, `#gear/barbell`."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from sys import maxsize

from exlint.markdown import Document
from exlint.regex import regex
from exlint.text import Span

_TAG = regex(r"(?<!\S)#(?=[\d_/-]*[^\W\d_])(?P<tag>\w[\w/-]*)")
"""A number alone is no tag: `#1` is the best, or an issue."""


def read_tags(document: Document) -> Iterator[tuple[str, Span]]:
    """Yield each tag of a page once, without its `#`, and where it stands first.

    Nothing in headings, links, code or comments is a tag.
    """
    if "#" not in document.prose.text:
        return
    headings = [block.span for block in document.walk() if block.kind == "heading"]
    links = sorted(link.span for link in document.links if link.kind == "link")
    seen: set[str] = set()
    for match in _TAG.finditer(document.prose.text):
        tag = match["tag"].rstrip("/-")
        begin = match.start("tag")
        place = document.prose.span(begin, begin + len(tag))
        is_escaped = document.source.text.endswith("\\#", 0, place.start)
        if is_escaped or tag.casefold() in seen:
            continue
        if not _is_within(headings, place) and not _is_within(links, place):
            seen.add(tag.casefold())
            yield tag, place


def _is_within(spans: Sequence[Span], place: Span) -> bool:
    """Whether a place is within one of some spans, in order and without overlaps."""
    after = bisect_right(spans, (place.start, maxsize))
    return after > 0 and place.start < spans[after - 1].end
