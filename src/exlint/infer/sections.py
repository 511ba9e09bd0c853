"""The sections of a type: names and aliases, order, and the shape of each."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from exlint.infer.names import Use, aliases, commonest, fewest, spellings
from exlint.infer.observe import Part, Sight
from exlint.light import dataclass, replace

_SHARED = 0.3
"""The share of pages that have a heading for its level to be that of sections."""
_FULL = 0.9
"""The share of pages that one of two names must have, for these to be aliases."""
_AGREE = 0.8
"""The share of pages that must hold a section in a shape."""
_NEAR = 0.5
"""How many of its neighbours on pages an alias must share with the other name."""
_SELDOM_MOVED = 0.1
"""The share of its pages on which a section may be out of place by mistake."""
_LISTS = ("ordered-list", "bullet-list", "list", "links")


@dataclass(frozen=True)
class SectionDraft:
    """A section that pages of a type share."""

    key: str
    names: tuple[str, ...]
    """As headings write it, the commonest first."""
    pages: frozenset[str]
    filled: frozenset[str]
    """The pages that hold something under the heading."""
    shape: str
    """The shape of most; `facts` or `other` for one that holds no property."""
    agreement: float
    """The share of the filled sections in that shape."""
    level: int
    is_anywhere: bool = False
    """Whether pages have it now here, now there among the others."""


@dataclass(frozen=True)
class Outline:
    """The sections of a type, in order."""

    level: int
    sections: tuple[SectionDraft, ...]
    aliases: Mapping[str, str]
    """Key of a heading → key of the section that it names, where they differ."""

    def key_of(self, heading: str) -> str:
        """Return the key of the section that a heading names."""
        return self.aliases.get(heading, heading)


def outline(pages: Sequence[Sight]) -> Outline:
    """Find the sections that pages of a type share."""
    level = _level(pages)
    rows = {
        sight.path: [
            part
            for part in sight.parts
            if part.kind == "section" and part.level <= level
        ]
        for sight in pages
    }
    users: dict[str, set[str]] = defaultdict(set)
    for path, parts in rows.items():
        for part in parts:
            users[part.key].add(path)
    uses = [Use(key, frozenset(paths)) for key, paths in users.items()]
    known = [use for use in uses if len(use.pages) >= fewest(len(pages))]
    other_names = aliases(known, _stand_ins(rows, known, len(pages)))
    parts_of: dict[str, list[tuple[str, Part]]] = defaultdict(list)
    common = {use.key for use in known}
    for path, parts in rows.items():
        for part in parts:
            if part.key in common:
                key = other_names.get(part.key, part.key)
                parts_of[key].append((path, part))
    named = [
        list(dict.fromkeys(other_names.get(part.key, part.key) for part in parts))
        for parts in rows.values()
    ]
    order = _order(named, parts_of)
    moving = set(_moving(named, order))
    drafts = tuple(
        replace(_draft(key, parts_of[key]), is_anywhere=key in moving) for key in order
    )
    return Outline(level, drafts, other_names)


def _level(pages: Sequence[Sight]) -> int:
    """Return the level of the headings that name sections."""
    counts: Counter[tuple[str, int]] = Counter()
    for sight in pages:
        counts.update(
            {(part.key, part.level) for part in sight.parts if part.kind == "section"}
        )
    shared = [level for (_, level), n in counts.items() if n >= _SHARED * len(pages)]
    return min(shared, default=2)


def _stand_ins(
    rows: Mapping[str, Sequence[Part]], uses: Sequence[Use], total: int
) -> dict[str, list[str]]:
    """Return which headings stand on some pages where on most another stands.

    They come between the same neighbours, hold the same shape, and together are on
    nearly all pages, each page having one of them.
    """
    around: dict[str, Counter[str]] = defaultdict(Counter)
    shapes: dict[str, Counter[str]] = defaultdict(Counter)
    for parts in rows.values():
        keys = ["<", *(part.key for part in parts), ">"]
        for number, part in enumerate(parts):
            around[part.key][f"after {keys[number]}"] += 1
            around[part.key][f"before {keys[number + 2]}"] += 1
            shapes[part.key][_plain(part.shape)] += 1
    found: dict[str, list[str]] = defaultdict(list)
    for use in uses:
        for other in uses:
            together = len(use.pages | other.pages)
            if other.key == use.key or together < _FULL * total:
                continue
            near = set(around[other.key])
            shared = sum(n for mark, n in around[use.key].items() if mark in near)
            same = shapes[use.key].most_common(1)[0][0] in shapes[other.key]
            if shared >= 2 * _NEAR * len(use.pages) and same:
                found[use.key].append(other.key)
    return found


def _plain(shape: str) -> str:
    return shape.removeprefix("text ") if shape != "text" else shape


def _order(rows: Iterable[Sequence[str]], keys: Iterable[str]) -> list[str]:
    """Return keys in the order in which most pages have them."""
    before: Counter[tuple[str, str]] = Counter()
    places: dict[str, list[float]] = defaultdict(list)
    known = set(keys)
    for keys_of_page in rows:
        row = [key for key in keys_of_page if key in known]
        for number, key in enumerate(row):
            places[key].append(number / len(row))
            before.update((key, later) for later in row[number + 1 :])
    mean = {key: sum(places[key]) / len(places[key]) for key in known}

    def precedes(one: str, other: str) -> bool:
        ahead, behind = before[one, other], before[other, one]
        return ahead > behind if ahead != behind else mean[one] < mean[other]

    later = {
        key: sum(precedes(other, key) for other in known if other != key)
        for key in known
    }
    return sorted(known, key=lambda key: (later[key], mean[key], key))


def _moving(rows: Sequence[Sequence[str]], order: Sequence[str]) -> Iterator[str]:
    """Yield the sections that many pages have in another place than most.

    The one that is most often out of place is left out first: the others may be in
    order without it.
    """
    ranks = {key: number for number, key in enumerate(order)}
    pages = Counter(key for row in rows for key in row)
    while ranks:
        wrong: Counter[str] = Counter()
        for row in rows:
            known = [key for key in row if key in ranks]
            wrong.update(
                {
                    key
                    for pair in combinations(known, 2)
                    for key in pair
                    if ranks[pair[0]] > ranks[pair[1]]
                }
            )
        worst = max(sorted(ranks), key=lambda key: wrong[key] / pages[key])
        if wrong[worst] <= _SELDOM_MOVED * pages[worst]:
            return
        del ranks[worst]
        yield worst


def _draft(key: str, found: Sequence[tuple[str, Part]]) -> SectionDraft:
    labels = [part.label for _, part in found]
    first = commonest(labels)
    names = (first, *(name for name in spellings(labels) if name != first))
    filled = [(path, part) for path, part in found if part.shape != "empty"]
    shape, agreement = _shape(Counter(part.shape for _, part in filled))
    return SectionDraft(
        key,
        names,
        frozenset(path for path, _ in found),
        frozenset(path for path, _ in filled),
        shape,
        agreement,
        Counter(part.level for _, part in found).most_common(1)[0][0],
    )


def _shape(votes: Counter[str]) -> tuple[str, float]:
    """Return the shape in which most pages hold a section, and the share that does."""
    total = votes.total()
    if not total:
        return "other", 0.0
    for plain in ("questions", "table", "facts", "other"):
        if votes[plain] >= _AGREE * total:
            return plain, votes[plain] / total
    listed = Counter({shape: votes[shape] + votes[f"text {shape}"] for shape in _LISTS})
    bare = sum(votes[shape] for shape in _LISTS)
    if listed.total() >= _AGREE * total and 2 * bare >= listed.total():
        kind, number = listed.most_common(1)[0]
        if number >= _AGREE * listed.total():
            return kind, number / total
        return "list", listed.total() / total
    if votes["text"] >= _AGREE * total:
        return "text", votes["text"] / total
    return "content", 1.0
