"""A sentence almost like one that nearly all pages of a type share.

A template writes the same sentence into every page. Where one page has it in other
words, somebody edited that page, or the template changed and the page was left behind.
The sentence of the template has to stand on four fifths of the pages of a type, and on
20 at least, names and facts left out. The page has to lack it, and to have one instead
that is about as long, begins or ends with the same words, and stands on hardly any
other page.

Sentences that the schema declares are left to `statement-missing`.

~~~markdown file hangs/move-{1..20}.md
# Move

Ask your coach when something hurts in a new place. Rest for a day.
~~~

~~~markdown bad hangs/dead-hang.md
# Dead Hang

Take the bar. Ask your coach whenever something hurts in a new place. Rest for a day.
~~~

~~~text report
3:15: differs from the sentence that 20 of 21 pages have, as in hangs/move-1.md:3
~~~

~~~markdown good hangs/dead-hang.md
# Dead Hang

Take the bar. Ask your coach when something hurts in a new place. Ask your coach when
something is unclear.
~~~
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from exlint.corpus import Corpus, Entry
from exlint.corpus.likeness import shared_shapes
from exlint.diagnostic import Confidence, Finding, Severity
from exlint.light import dataclass
from exlint.text import Span

SEVERITY = Severity.WARNING
CONFIDENCE = Confidence.MEDIUM

_SHARE = 0.8
_LEAST_PAGES = 20
_RARE = 50
"""Pages of which one may have a sentence that is still rare."""


@dataclass(frozen=True, slots=True)
class _Shared:
    """A sentence of the template, and a place where it stands."""

    shape: int
    tail: int
    size: int
    pages: int
    example: str

    def is_like(self, shape: int, tail: int, size: int) -> bool:
        """Whether another sentence is as long, and begins or ends with its words."""
        near = abs(size - self.size) <= 1 + self.size // 10
        return near and (
            shape & 0xFFFFFFFF == self.shape & 0xFFFFFFFF or tail == self.tail
        )


def check_corpus(corpus: Corpus) -> Iterator[tuple[Entry, Finding]]:
    common = corpus.once(shared_shapes)
    for kind, kin in corpus.kin.items():
        shared = _shared(kin, common[kind])
        if not shared:
            continue
        drifted = [item for entry in kin for item in _drifted(entry, shared)]
        pages = Counter(shape for _, shape, _, _ in drifted)
        for entry, shape, start, origin in drifted:
            if pages[shape] <= max(1, len(kin) // _RARE):
                message = (
                    f"differs from the sentence that {origin.pages} of {len(kin)} "
                    f"pages have, as in {origin.example}"
                )
                yield entry, Finding(Span(start, start), message)


def _shared(kin: Sequence[Entry], common: Mapping[int, int]) -> dict[int, _Shared]:
    """Return the sentences of the template, of those that many pages have."""
    least = max(_LEAST_PAGES, _SHARE * len(kin))
    counts = {shape: n for shape, n in common.items() if n >= least}
    found: dict[int, _Shared] = {}
    for entry in kin:
        if len(found) == len(counts):
            break
        own = entry.fingerprint.sentences
        for number, shape in enumerate(own.shapes):
            if shape in counts and shape not in found:
                line = entry.lines.position(own.starts[number]).line
                found[shape] = _Shared(
                    shape,
                    own.tails[number],
                    own.sizes[number],
                    counts[shape],
                    f"{entry.path}:{line}",
                )
    return found


def _drifted(
    entry: Entry, shared: dict[int, _Shared]
) -> Iterator[tuple[Entry, int, int, _Shared]]:
    own = entry.fingerprint.sentences
    absent = shared.keys() - set(own.shapes)
    if not absent:
        return
    rows = zip(own.shapes, own.tails, own.sizes, own.starts, strict=True)
    for shape, tail, size, start in rows:
        for name in absent:
            if shape not in shared and shared[name].is_like(shape, tail, size):
                yield entry, shape, start, shared[name]
                break
