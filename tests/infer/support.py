"""Pages to infer from, and the types that are inferred."""

from __future__ import annotations

from collections.abc import Mapping

from exlint.infer.cluster import Clusters, cluster
from exlint.infer.observe import Sight, observe
from exlint.infer.propose import Inference, Wishes, infer
from exlint.markdown import parse
from exlint.page.frontmatter import read_front_matter
from exlint.pagetypes import load_store
from exlint.text import Source


def sights(pages: Mapping[str, str]) -> list[Sight]:
    """Look at pages: path → text."""
    found = []
    for path, text in pages.items():
        document = parse(Source.of(path, text))
        found.append(observe(path, document, read_front_matter(document)))
    return found


def clusters(pages: Mapping[str, str]) -> Clusters:
    """Sort pages into types."""
    return cluster(sights(pages))


def inferred(pages: Mapping[str, str], wishes: Wishes | None = None) -> Inference:
    """Derive page types from pages."""
    sources = {path: Source.of(path, text) for path, text in pages.items()}
    return infer(sources, load_store(), wishes or Wishes())
