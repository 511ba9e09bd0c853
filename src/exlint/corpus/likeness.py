"""Finding pages that are alike among very many, without comparing each with each.

Each page is a set of hashes. Of two sets of which a share *s* of all elements is
common, each of the smallest elements of the union is common with probability *s*
(Broder, *On the resemblance and containment of documents*, 1997). Where two that
follow one another are both common, they follow one another in either page. So every
page is filed under each two of its `SKETCH` smallest hashes that follow one another,
and compared with those of its `NEIGHBOURS` next neighbours whom it meets in two files
at least: at most 46 comparisons a page, however many pages there are, and next to none
where pages share a sentence here and there.

A pair is missed if common elements follow one another less than twice among the
smallest. With `SKETCH` = 24 that comes once in ten million times for a pair that shares
0.8 of its hashes, once in a hundred billion times for one that shares 0.9.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, groupby, pairwise

from exlint.corpus.corpus import Corpus, Entry

SKETCH = 24
"""Hashes of a page under which it is filed, two by two."""
NEIGHBOURS = 4
"""Pages filed next to it with which a page is compared."""
_SORTED_AT_ONCE = 2_000
"""Pages of which meetings are sorted together."""
_PAGE = 0xFFFFFFFF
_FILES = 1 << 32
COMMON = 0.05
"""The share of pages on which a sentence is nobody's own."""
_SAMPLE = 2_000
"""Pages asked for what pages have in common."""
_LEAST_COMMON = 4
"""Pages that have to share a sentence before it is common."""


def candidates(pages: Iterable[Iterable[int]]) -> list[tuple[int, int]]:
    """Return the pairs of pages, by number and in order, that are worth comparing.

    A page is a set of hashes of 32 bits, of two at least.
    """
    filed = array("Q")  # file and page in one number: pairs take ten times more
    count = 0
    for count, values in enumerate(pages, 1):
        smallest = sorted(values)[:SKETCH]
        files = [one + next_ for one, next_ in pairwise(smallest)]
        files.append(smallest[-1] - smallest[0])  # two hashes stand in two files, too
        filed.extend([file % _FILES << 32 | count - 1 for file in files])
    filed = array("Q", sorted(filed))  # the list takes five times more, and goes
    return [
        (pair >> 32, pair & _PAGE)
        for meetings in _meetings(filed, count)
        for pair in _repeated(sorted(meetings))
    ]


def _meetings(cards: Sequence[int], pages: int) -> Sequence[array[int]]:
    """Return which pages stand near each other in a file, as often as they do.

    `cards` are files with their pages, in order. Meetings are apart by their first
    page, so that they can be sorted some at a time: there are up to ninety a page.
    """
    found = [array("Q") for _ in range(pages // _SORTED_AT_ONCE + 1)]
    for place, (card, following) in enumerate(pairwise(cards)):
        if card >> 32 == following >> 32:  # most files hold one page
            one = card & _PAGE
            found[one // _SORTED_AT_ONCE].extend(
                [
                    one << 32 | other & _PAGE
                    for other in cards[place + 1 : place + 1 + NEIGHBOURS]
                    if card >> 32 == other >> 32
                ]
            )
    return found


def _repeated(numbers: Sequence[int]) -> Iterator[int]:
    """Yield each of the numbers, in order, that is there more than once."""
    again = (one for one, next_ in pairwise(numbers) if one == next_)
    yield from (number for number, _ in groupby(again))


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


def shared_shapes(corpus: Corpus) -> Mapping[str, Mapping[int, int]]:
    """Return kind → the sentences that many pages of it have: several rules ask."""
    return {
        kind: common_shapes(entries, COMMON) for kind, entries in corpus.kin.items()
    }


def common_shapes(entries: Sequence[Entry], share: float) -> dict[int, int]:
    """Return the sentences that a share of pages have, with how many have them.

    Which they are is asked of a sample; how many pages have them, of all.
    """
    sample = entries[:: -(-len(entries) // _SAMPLE) or 1]
    seen = Counter(chain.from_iterable(map(_shapes, sample)))
    least = max(share * len(sample), _LEAST_COMMON)
    common = {shape for shape, count in seen.items() if count >= least}
    if len(sample) == len(entries):
        return {shape: seen[shape] for shape in common}
    exact: Counter[int] = Counter()
    for entry in entries:
        exact.update(common & _shapes(entry))
    return dict(exact)


def _shapes(entry: Entry) -> set[int]:
    return set(entry.fingerprint.sentences.shapes)


def path_of(entry: Entry) -> str:
    """Return what tells every page from every other."""
    return entry.path


def file_of(entry: Entry) -> str:
    """Return what versions of a page share: translations, editions of a book."""
    return entry.path.rpartition("/")[2]


def twins(
    entries: Sequence[Entry],
    name: Callable[[Entry], str] = path_of,
    version: Callable[[Entry], str] = file_of,
) -> Iterator[tuple[Entry, Entry, int]]:
    """Yield each of pages that are alike with its first twin, and how many it has.

    Pages of the same name or version are no twins.
    """
    if len(entries) < 2:  # nearly always
        return
    names = Counter(map(name, entries))
    versions = Counter(map(version, entries))
    both = Counter((name(entry), version(entry)) for entry in entries)
    for entry in entries:
        own, file = name(entry), version(entry)
        count = len(entries) - names[own] - versions[file] + both[own, file]
        if count:
            first = next(
                other
                for other in entries
                if name(other) != own and version(other) != file
            )
            yield entry, first, count


def named(entry: Entry, others: int = 0) -> str:
    """Return a page's name and path for a message, and how many pages go with it."""
    name = f"'{entry.name}' ({entry.path})" if entry.name else entry.path
    if not others:
        return name
    return f"{name} and {others} other page{'s' if others > 1 else ''}"
