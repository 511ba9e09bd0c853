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

from collections.abc import Iterator, Mapping
from functools import lru_cache

from exlint.corpus import Corpus, Entry
from exlint.corpus.likeness import (
    candidates,
    clusters,
    common_shapes,
    named,
    twins,
)
from exlint.diagnostic import Confidence, Finding, Severity

SEVERITY = Severity.WARNING
CONFIDENCE = Confidence.MEDIUM

_ALIKE = 0.8
_COMMON = 0.05
_LEAST_WORDS = 40
_LEAST_SHARE = 0.3
_WORD_LENGTH = 6
"""Characters of a word and the space behind it, roughly."""


def check_corpus(corpus: Corpus) -> Iterator[tuple[Entry, Finding]]:
    for kin in corpus.kin.values():
        common = common_shapes(kin, _COMMON)
        entries = [entry for entry in kin if _says_enough(entry, common)]

        @lru_cache(maxsize=1024)
        def halves(number: int) -> frozenset[int]:
            return _halves(entries[number], common)  # noqa: B023

        pairs = candidates(map(halves, range(len(entries))))
        alike = {
            (one, other)
            for one, other in sorted(pairs)
            if _are_alike(halves(one), halves(other))
            and not _share_steps(entries[one], entries[other])
        }
        for numbers in clusters(alike):
            for entry, first, count in twins([entries[n] for n in numbers]):
                message = f"says the same as {named(first, count - 1)}"
                yield entry, Finding(entry.name_span, message)


def _says_enough(entry: Entry, common: Mapping[int, int]) -> bool:
    """Whether a page has words of its own by which to compare it."""
    own = entry.fingerprint.sentences
    words = sum(
        size
        for shape, size in zip(own.shapes, own.sizes, strict=True)
        if shape not in common
    )
    needed = _LEAST_SHARE * entry.fingerprint.length / _WORD_LENGTH
    return words >= max(_LEAST_WORDS, needed)


def _halves(entry: Entry, common: Mapping[int, int]) -> frozenset[int]:
    """Return the halves of a page's own sentences, first and second told apart."""
    own = entry.fingerprint.sentences
    return frozenset(
        half
        for shape, tail in zip(own.shapes, own.tails, strict=True)
        if shape not in common
        for half in (shape & 0xFFFFFFFF, tail ^ 0xFFFFFFFF)
    )


def _share_steps(one: Entry, other: Entry) -> bool:
    return one.fingerprint.steps == other.fingerprint.steps != b""


def _are_alike(one: frozenset[int], other: frozenset[int]) -> bool:
    return len(one & other) >= _ALIKE * len(one | other)
