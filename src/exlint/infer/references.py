"""Values that name other pages: by title, by file, by slug."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from exlint.light import dataclass
from exlint.pagetype.vocabulary import squeezed

_RESOLVED = 0.7
"""The share of values that must name a page."""
_ALL = 0.97
_DISTINCT = 5
_ONE_TYPE = 0.9
"""The share of named pages that must be of a type for it to be the one meant."""
_MUTUAL = 0.8
"""The share of pages that must be named in return."""


@dataclass(frozen=True)
class Names:
    """By what names the pages of a collection go."""

    pages: Mapping[str, str]
    """Squeezed title or file name → path."""
    types: Mapping[str, str]
    """Path → type."""
    titles: frozenset[str]
    """The titles of pages, squeezed."""

    @classmethod
    def of(cls, named: Iterable[tuple[str, str, Sequence[str]]]) -> Names:
        """Collect path, type and names of each page."""
        pages: dict[str, str] = {}
        types: dict[str, str] = {}
        titles: set[str] = set()
        for path, type_, names in named:
            types[path] = type_
            titles.update(map(squeezed, names))
            stem = path.rpartition("/")[2].rpartition(".")[0]
            for name in (*names, stem):
                if squeezed(name):
                    pages.setdefault(squeezed(name), path)
        return cls(pages, types, frozenset(titles) - {""})

    def are_titles(self, values: Iterable[str]) -> bool:
        """Whether each of some values, but for a slip, is the title of a page."""
        distinct = {squeezed(value) for value in values}
        return len(distinct & self.titles) >= _ALL * len(distinct) > 0


@dataclass(frozen=True)
class Reference:
    """What kind of page values name."""

    type: str
    """The type of the pages; empty for any."""
    mutual: bool

    @property
    def annotation(self) -> dict[str, Any]:
        """What `x-markdown` says of it."""
        note: dict[str, Any] = {"references": self.type or True}
        return {**note, "mutual": True} if self.mutual else note


def references_of(
    values: Mapping[str, Sequence[str]], names: Names
) -> Reference | None:
    """Return what the values of pages name, if nearly all name another page."""
    total = 0
    edges: dict[str, set[str]] = defaultdict(set)
    for path, texts in values.items():
        for text in texts:
            total += 1
            target = names.pages.get(squeezed(text))
            if target and target != path:
                edges[path].add(target)
    found = [target for targets in edges.values() for target in targets]
    if len(found) < _RESOLVED * total or len(set(found)) < _DISTINCT:
        return None
    kinds = Counter(names.types.get(target, "") for target in found)
    kind, number = kinds.most_common(1)[0]
    returned = sum(
        path in edges[target]
        for path, targets in list(edges.items())
        for target in list(targets)
        if target in edges
    )
    return Reference(
        kind if number >= _ONE_TYPE * len(found) else "",
        returned >= _MUTUAL * len(found),
    )
