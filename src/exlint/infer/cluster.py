"""Which pages are of one type: those whose layouts have most in common.

Pages of the same layout count as one, and each layout is compared with the few types
found so far, never with every other page.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from exlint.infer.observe import Sight
from exlint.light import dataclass, field
from exlint.page.reading import stands_for_folder
from exlint.regex import regex

_TEMPLATE = regex(
    r"_|(?:template|archetype)(?![^\W_])|.*[-_ ](?:template|archetype)\Z", re.IGNORECASE
)
"""The names of files that are copied to begin a page."""
_UNFILLED = regex(r"\{\{.*\}\}|<%.*%>|\$\{.*\}|<[^<>]+>|\[[^\]]+\]\Z")
"""A title that nobody has filled in."""

Feature = tuple[str, ...]
Layout = frozenset[Feature]

_HINT = "hint"
_OWN = "own"
"""A page has sections that hardly any other has: as much as one feature more."""
_SEVERAL = 2
_SECTIONS = 2
"""The level of the headings that usually name sections."""
_ALIKE = 0.5
"""How much of a type's layout a page must share to be of the type."""
_MERGED = 0.6
"""How much two types must share to be one."""
_FEWEST = 3
"""Pages that make a type."""
_MOST_GROUPS = 200
"""Groups that are begun, those with most pages first: a type is among them."""
_RARE = 0.02
"""The share of pages that must have a feature for it to tell types apart."""
_TYPICAL = 0.5
"""The share of a type's pages that have a feature that is typical of it."""
_STUB = 0.5
"""How much of what a stub has must be typical of the type it was begun as."""
_TITLES = {("title",), ("front-matter", "title"), ("front-matter", "name")}
_DEEPEST = 3
"""Levels of headings that make up a layout."""


@dataclass(frozen=True)
class Cluster:
    """The pages of one type."""

    pages: tuple[Sight, ...]
    stubs: tuple[Sight, ...]
    """Pages that were begun as such, and hold little of what the others do."""
    cohesion: float
    """How much of the type's layout its pages share, on average."""


@dataclass(frozen=True)
class Clusters:
    """The types that were found, and the pages of none."""

    types: tuple[Cluster, ...]
    others: tuple[Sight, ...]


@dataclass
class _Group:
    """Layouts that are alike, while groups are made."""

    layouts: Counter[Layout] = field(default_factory=Counter)
    counts: Counter[Feature] = field(default_factory=Counter)

    @property
    def size(self) -> int:
        return self.layouts.total()

    def add(self, layout: Layout, number: int) -> None:
        self.layouts[layout] += number
        for feature in layout:
            if feature[0] != _OWN:
                self.counts[feature] += number

    def likeness(self, layout: Layout) -> float:
        """How much of both is common to both: 0 to 1."""
        size = self.size
        if not layout or not size or self._is_other_kind(layout):
            return 0.0
        common = sum(self.counts[feature] for feature in layout) / size
        typical = sum(self.counts.values()) / size
        return common / (len(layout) + typical - common)

    def _is_other_kind(self, layout: Layout) -> bool:
        """Whether the site generator renders pages of a layout in another way."""
        told = {feature for feature in layout if feature[0] == _HINT}
        own = {feature for feature in self.counts if feature[0] == _HINT}
        return bool(told and own) and not told & own

    def typical(self) -> Layout:
        size = self.size
        return frozenset(
            feature for feature, n in self.counts.items() if n >= _TYPICAL * size
        )


def cluster(sights: Sequence[Sight]) -> Clusters:
    """Sort pages into types."""
    pages = [sight for sight in sights if _is_page(sight)]
    known = _common_features(pages)
    by_layout: dict[Layout, list[Sight]] = defaultdict(list)
    for sight in pages:
        by_layout[_layout(sight, known)].append(sight)
    groups = _groups({layout: len(same) for layout, same in by_layout.items()})
    named = {sight.path: sight for sight in sights}
    left = set(named)
    found = []
    for group in groups:
        inside = [sight for layout in group.layouts for sight in by_layout[layout]]
        found.append((group, sorted(inside, key=lambda sight: sight.path)))
        left -= {sight.path for sight in inside}
    types = []
    for group, inside in found:
        begun = _stubs(group, inside, [named[path] for path in left])
        left -= {sight.path for sight in begun}
        total = sum(group.likeness(layout) * n for layout, n in group.layouts.items())
        types.append(Cluster(tuple(inside), tuple(begun), total / group.size))
    return Clusters(tuple(types), tuple(named[path] for path in sorted(left)))


def _is_page(sight: Sight) -> bool:
    """Whether a file is neither its folder's page nor a template to fill in."""
    stem = sight.path.rpartition("/")[2].partition(".")[0]
    titles = [part.label for part in sight.parts if part.kind == "title"]
    return not (
        stands_for_folder(sight.path)
        or _TEMPLATE.match(stem)
        or any(_UNFILLED.match(title) for title in titles)
    )


def _layout(sight: Sight, known: Layout) -> Layout:
    """Return what a page has in common with others, and whether it has more."""
    features = _features(sight)
    own = {
        part.key
        for part in sight.parts
        if part.kind == "section"
        and part.level <= _SECTIONS
        and (part.kind, part.key) not in known
    }
    return (features & known) | ({(_OWN,)} if len(own) >= _SEVERAL else frozenset())


def _features(sight: Sight) -> Layout:
    """What tells the layout of a page from others."""
    found: set[Feature] = {(_HINT, hint) for hint in sight.hints}
    for part in sight.parts:
        if part.kind == "title":
            found.add((part.kind,))
        elif part.kind == "section" and part.level <= _DEEPEST:
            found.add((part.kind, part.key))
        elif part.kind == "lead" and part.key == "text":
            continue  # any page may begin with a few words
        elif part.kind != "section":
            found.add((part.kind, part.key))
    return frozenset(found)


def _common_features(pages: Iterable[Sight]) -> Layout:
    """Return the features that several pages have."""
    counts: Counter[Feature] = Counter()
    number = 0
    for sight in pages:
        number += 1
        counts.update(_features(sight))
    fewest = max(_FEWEST, _RARE * number)
    return frozenset(
        feature for feature, n in counts.items() if n >= fewest or feature[0] == _HINT
    )


def _groups(layouts: Mapping[Layout, int]) -> list[_Group]:
    """Return the groups of layouts that are types, the largest first."""
    ordered = sorted(
        (layout for layout in layouts if layout),
        key=lambda layout: (-layouts[layout], -len(layout), sorted(layout)),
    )
    groups: list[_Group] = []
    for layout in ordered:
        best = _nearest(groups, layout)
        if best is None and len(groups) < _MOST_GROUPS:
            best = _Group()
            groups.append(best)
        if best:
            best.add(layout, layouts[layout])
    groups = _merged(groups)
    settled = [_Group() for _ in groups]
    for layout in ordered:  # again, now that it is known what each type is like
        best = _nearest(groups, layout)
        if best:
            settled[groups.index(best)].add(layout, layouts[layout])
    found = [group for group in settled if group.size >= _FEWEST and _is_type(group)]
    return sorted(found, key=lambda group: -group.size)


def _is_type(group: _Group) -> bool:
    """Whether the pages of a group have a title, and something else in common."""
    typical = {feature for feature in group.typical() if feature[0] != _HINT}
    return bool(typical & _TITLES) and len(typical) > 1


def _nearest(groups: Sequence[_Group], layout: Layout) -> _Group | None:
    rated = [(group.likeness(layout), group) for group in groups]
    likeness, best = max(rated, key=lambda pair: pair[0], default=(0.0, None))
    return best if likeness >= _ALIKE else None


def _merged(groups: Sequence[_Group]) -> list[_Group]:
    """Join groups that turned out to be of one type."""
    kept: list[_Group] = []
    for group in sorted(groups, key=lambda group: -group.size):
        typical = group.typical()
        home = next((k for k in kept if k.likeness(typical) >= _MERGED), None)
        if home is None:
            kept.append(group)
            continue
        for layout, number in group.layouts.items():
            home.add(layout, number)
    return kept


def _stubs(
    group: _Group, inside: Sequence[Sight], left: Iterable[Sight]
) -> list[Sight]:
    """Return the pages that were begun as one of a type.

    They stand among pages of the type, and what little they have is typical of it.
    """
    folders = Counter(sight.folder for sight in inside)
    typical = group.typical()
    found = []
    for sight in left:
        own = _features(sight)
        alike = len(own & typical) >= _STUB * len(own)
        among = folders[sight.folder] >= _FEWEST
        if among and alike and _is_page(sight):
            found.append(sight)
    return sorted(found, key=lambda sight: sight.path)
