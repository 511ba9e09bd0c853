"""What page types are called."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Mapping, Sequence
from unicodedata import normalize

from exlint.infer.cluster import Cluster
from exlint.infer.names import commonest, singular
from exlint.pagetype.vocabulary import slug


def type_names(
    clusters: Sequence[Cluster],
    given: Sequence[str],
    before: Mapping[str, str],
    taken: Container[str],
) -> list[str]:
    """Name types: as given, as before, else by the folder that holds most pages.

    `taken` are the names of schemas that are no page types: none is to be replaced.
    """
    names = list(given[: len(clusters)])
    homes: set[str] = set()
    for cluster in clusters[len(names) :]:
        known = [before[s.path] for s in cluster.pages if s.path in before]
        if 2 * len(known) > len(cluster.pages) and commonest(known) not in names:
            names.append(commonest(known))
            continue
        folder = _telling_folder(cluster)
        name = _hinted(cluster) or _plain(singular(folder)) or "page"
        if name in names and folder and folder not in (*names, *homes):
            name = _plain(folder)
        homes.add(folder)
        name = f"{name}-page" if name in taken else name
        number = 2
        while name in names:
            name = f"{name.rstrip('-0123456789')}-{number}"
            number += 1
        names.append(name)
    return names


def _plain(text: str) -> str:
    """Return a text as the name of a file, and as a part of an address: in ASCII."""
    return slug(normalize("NFKD", text).encode("ascii", "ignore").decode("ascii"))


def _hinted(cluster: Cluster) -> str:
    """Return what the front matter of most pages calls their layout."""
    hints = [hint for sight in cluster.pages for hint in sight.hints]
    name = commonest(hints).partition(": ")[2].partition(".")[0] if hints else ""
    return name.lower() if _plain(name) == name.lower() not in _NO_NAMES else ""


def _telling_folder(cluster: Cluster) -> str:
    """Return the name of the folder that holds most pages, if it says anything.

    Of folders that hold all of them, the inmost one is meant.
    """
    counts: Counter[str] = Counter()
    depths: dict[str, int] = {}
    for sight in cluster.pages:
        parts = [part.strip("_").lower() for part in sight.folder.split("/")]
        told = [part for part in parts if _plain(part) and not part.isdigit()]
        told = [part for part in told if part not in _NO_NAMES]
        counts.update(set(told))
        depths.update({part: depth for depth, part in enumerate(told)})
    return max(
        sorted(counts), key=lambda part: (counts[part], depths[part]), default=""
    )


_NO_NAMES = frozenset(
    {
        *("md", "markdown", "mdx", "src", "docs", "doc", "content", "contents"),
        *("page", "pages", "post", "posts", "data", "site", "website", "assets"),
        *("public", "collections", "default", "single", "none"),
    }
)
"""Folders whose name says nothing of what the pages in them are about."""
