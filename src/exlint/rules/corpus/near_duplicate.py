"""Pages that say the same once their names and facts are left out.

A page that was copied, with another name put in, tells readers nothing that the first
one did not, and search engines drop one of the two. Compared are sentences by their
halves, with the page's own name and facts taken out; what many pages of the type share,
and what the schema declares as a sentence of the template, does not count. Pages are
alike when four fifths of the rest are the same.

Not reported are pages too short to judge by (fewer than 40 words of their own, or
mostly tables), pages of the same file name in different folders (translations,
editions), and pages with the same steps (`shared-steps`).

~~~markdown file twists/band-twist.md
# Band Twist

Fix the band to a post at chest height. Stand sideways to the post with both arms
straight. Turn your chest away until the band is behind you. Wait there for a breath
before you let it pull you back. Change sides after ten slow turns. Nobody needs more
than three rounds of this in a week.
~~~

~~~markdown bad twists/cable-twist.md
# Cable Twist

Fix the band to a post at chest height. Stand sideways to the post with both arms
straight. Turn your chest away until the band is behind you. Wait there for a breath
before you let it pull you back. Change sides after ten slow turns. Nobody needs more
than three rounds of this in a week.
~~~

~~~text report
1:1: says the same as 'Band Twist' (twists/band-twist.md)
~~~

~~~markdown good twists/russian-twist.md
# Russian Twist

Sit on the floor with your heels just above it. Stand a bottle beside your right hip.
Turn your chest and lift the bottle across to the left side. Wait there for a breath
before you bring it back. Change sides after ten slow turns. Nobody needs more than
three rounds of this in a week.
~~~
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter

from exlint.corpus import Corpus, Entry
from exlint.corpus.likeness import (
    candidates,
    clusters,
    named,
    shared_shapes,
    twins,
)
from exlint.diagnostic import Confidence, Finding, Severity

SEVERITY = Severity.WARNING
CONFIDENCE = Confidence.MEDIUM

_ALIKE = 0.8
_LEAST_WORDS = 40
_LEAST_SHARE = 0.3
_HALF = 0xFFFFFFFF
_WORD_LENGTH = 6
"""Characters of a word and the space behind it, roughly."""


def check_corpus(corpus: Corpus) -> Iterator[tuple[Entry, Finding]]:
    shared = corpus.once(shared_shapes)
    for kind, kin in corpus.kin.items():
        common = shared[kind]
        kept = [(entry, _halves(entry, common)) for entry in kin]
        entries = [entry for entry, halves in kept if halves]
        columns = [halves for _, halves in kept if halves]
        pairs = candidates(columns)
        alike = (
            (one, other)
            for one, others in groupby(pairs, itemgetter(0))
            for other in _alike(columns, one, [number for _, number in others])
            if not _share_steps(entries[one], entries[other])
        )
        for numbers in clusters(alike):
            for entry, first, count in twins([entries[n] for n in numbers]):
                message = f"says the same as {named(first, count - 1)}"
                yield entry, Finding(entry.name_span, message)


def _halves(entry: Entry, common: Mapping[int, int]) -> array[int]:
    """Return the halves of a page's own sentences, first and second told apart.

    There are none where it has too few words of its own to compare it by.
    """
    own = entry.fingerprint.sentences
    needed = max(_LEAST_WORDS, _LEAST_SHARE * entry.fingerprint.length / _WORD_LENGTH)
    if sum(own.sizes) < needed:
        return array("I")
    columns = zip(own.shapes, own.tails, own.sizes, strict=True)
    rows = [row for row in columns if row[0] not in common]
    if sum([size for _, _, size in rows]) < needed:
        return array("I")
    halves = {shape & _HALF for shape, _, _ in rows}
    return array("I", halves.union([tail ^ _HALF for _, tail, _ in rows]))


def _alike(
    columns: Sequence[array[int]], number: int, others: Iterable[int]
) -> Iterator[int]:
    """Yield the pages that share enough halves with one."""
    own, size = set(columns[number]), len(columns[number])
    for other in others:
        most = max(size, len(columns[other]))
        if min(size, len(columns[other])) >= _ALIKE * most:
            shared = len(own.intersection(columns[other]))
            if shared >= _ALIKE * (size + len(columns[other]) - shared):
                yield other


def _share_steps(one: Entry, other: Entry) -> bool:
    return one.fingerprint.steps == other.fingerprint.steps != b""
