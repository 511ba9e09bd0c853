"""Reading the tags in the text of a page: `#legs`, `#gear/barbell`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from exlint.markdown import Document
from exlint.text import Span

_TAG = re.compile(r"(?<!\S)#(?=[\d_/-]*[^\W\d_])(?P<tag>\w[\w/-]*)")
"""A number alone is no tag: `#1` is the best, or an issue."""


def read_tags(document: Document) -> Iterator[tuple[str, Span]]:
    """Yield each tag of a page once, without its `#`, and where it stands first.

    Nothing in headings, links, code or comments is a tag.
    """
    if "#" not in document.prose.text:
        return
    taken = [link.span for link in document.links]
    taken += [block.span for block in document.walk() if block.kind == "heading"]
    seen: set[str] = set()
    for match in _TAG.finditer(document.prose.text):
        tag = match["tag"].rstrip("/-")
        begin = match.start("tag")
        place = document.prose.span(begin, begin + len(tag))
        if tag.casefold() in seen or document.source.text[: place.start].endswith(
            "\\#"
        ):
            continue
        if not any(span.start <= place.start < span.end for span in taken):
            seen.add(tag.casefold())
            yield tag, place
