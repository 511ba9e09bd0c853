"""The site that pages make up: which addresses lead where."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from exlint.markdown import Document


@dataclass(frozen=True)
class Site:
    """The files of a content root and the addresses under which they are served."""

    root: str = "."
    """The content root; like all paths here, written as `Source.path` is."""
    files: frozenset[str] = frozenset()
    """Every file below the content root, pages and others."""
    base_url: str | None = None
    """Where the site is served: `https://moves.example`."""
    permalinks: tuple[tuple[str, str], ...] = ()
    """Address and path templates: `/exercises/{stem}/` → `_exercises/{stem}.md`."""
    routes: frozenset[str] = frozenset()
    """Paths of addresses that are known to exist: of a sitemap or route list."""


def anchors_of(document: Document) -> Iterator[str]:
    """Yield the anchors of a page's headings, as GitHub makes them."""
    yield from (block.text for block in document.blocks if block.kind == "heading")
