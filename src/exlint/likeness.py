"""Finding pages that are alike among very many, without comparing each with each.

Each page is a set of hashes. Of two sets of which a share *s* of all elements is
common, the smallest element of the union is common with probability *s*; so are the
*k* smallest with `1 - (1 - s)**k` at least once (Broder, *On the resemblance and
containment of documents*, 1997). So every page is filed under its `SKETCH` smallest
hashes, and compared with its `NEIGHBOURS` next neighbours in each file: at most 64
comparisons a page, however many pages there are. With `SKETCH` = 16 a pair that shares
half its hashes is missed once in 65,000 times, one that shares 0.8 never in practice.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from heapq import nsmallest

from exlint.corpus import Entry

SKETCH = 16
"""Hashes of a page under which it is filed."""
NEIGHBOURS = 4
"""Pages filed next to it with which a page is compared."""
_SAMPLE = 2_000
"""Pages asked for what pages have in common."""
_LEAST_COMMON = 4
"""Pages that have to share a sentence before it is common."""


def candidates(pages: Iterable[Iterable[int]]) -> set[tuple[int, int]]:
    """Return the pairs of pages, by number, that are worth comparing."""
    filed = sorted(
        (value, number)
        for number, values in enumerate(pages)
        for value in nsmallest(SKETCH, set(values))
    )
    return {
        (number, other)
        for place, (value, number) in enumerate(filed)
        for neighbour, other in filed[place + 1 : place + 1 + NEIGHBOURS]
        if neighbour == value
    }


def clusters(pairs: Iterable[tuple[int, int]]) -> Iterator[list[int]]:
    """Yield the numbers that pairs connect, each cluster in order."""
    parent: dict[int, int] = {}

    def root(number: int) -> int:
        while parent.setdefault(number, number) != number:
            parent[number] = parent[parent[number]]
            number = parent[number]
        return number

    for one, other in pairs:
        parent[root(other)] = root(one)
    found: dict[int, list[int]] = {}
    for number in sorted(parent):
        found.setdefault(root(number), []).append(number)
    yield from found.values()


def common_shapes(entries: Sequence[Entry], share: float) -> dict[int, int]:
    """Return the sentences that a share of pages have, with how many have them.

    Which they are is asked of a sample; how many pages have them, of all.
    """
    sample = entries[:: -(-len(entries) // _SAMPLE) or 1]
    seen: Counter[int] = Counter()
    for entry in sample:
        seen.update(set(entry.fingerprint.sentences.shapes))
    least = max(share * len(sample), _LEAST_COMMON)
    common = {shape for shape, count in seen.items() if count >= least}
    exact: Counter[int] = Counter()
    for entry in entries:
        exact.update(common.intersection(entry.fingerprint.sentences.shapes))
    return dict(exact)


def are_parallel(one: Entry, other: Entry) -> bool:
    """Whether two pages are versions of one: translations, editions of a book.

    Such pages have the same file name in different folders.
    """
    return (
        one.folder != other.folder
        and one.path.rpartition("/")[2] == other.path.rpartition("/")[2]
    )


def named(entry: Entry, others: int = 0) -> str:
    """Return a page's name and path for a message, and how many pages go with it."""
    name = f"'{entry.name}' ({entry.path})" if entry.name else entry.path
    if not others:
        return name
    return f"{name} and {others} other page{'s' if others > 1 else ''}"
