"""What is kept of a page's prose so that pages can be compared: numbers, no text.

About one kilobyte a page, so that pages by the hundred thousand fit into memory.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from typing import Any, Literal
from zlib import crc32

from exlint.corpus.interests import interests_of
from exlint.corpus.masking import Mask
from exlint.corpus.sharing import shared
from exlint.light import dataclass
from exlint.markdown import OBJECT, Block
from exlint.page import Page
from exlint.pagetype.vocabulary import folded
from exlint.text import NOWHERE, Span, digest

_LEAST_SPACES = 4
"""Spaces between words without which a sentence says too little to be compared."""
_LEAST_STEPS = 3
"""Items without which a numbered list of an untyped page is no list of steps."""
_TYPES = "QIIB"
"""Of the columns of `Sentences`."""
_WIDTH = 17
"""Bytes of one of them."""
_HASH = 8
"""Bytes of the hash of the steps."""


@dataclass(frozen=True, slots=True)
class Sentences:
    """The masked sentences of a page: numbers of each, in columns."""

    packed: bytes = b""
    """The columns one after another: an array for each would take more than itself."""

    @classmethod
    def of(cls, page: Page, mask: Mask) -> Sentences:
        """Read the sentences of a page; those too short to compare are left out."""
        kept = _own(page)
        if not kept:
            return NO_SENTENCES
        lines = mask.slotted([text for _, text in kept], page.words)
        shapes, tails, sizes = _numbers(lines)
        starts = [offset for offset, _ in kept]
        columns = (shapes, tails, starts, sizes)
        return cls(b"".join(map(_packed, _TYPES, columns)))

    def __len__(self) -> int:
        return len(self.packed) // _WIDTH

    @property
    def shapes(self) -> list[int]:
        """Hash of all words of each, and in the lower 32 bits of their first half."""
        return self._column(0, 8, "Q")

    @property
    def tails(self) -> list[int]:
        """Hash of the second half of the words of each (32 bits)."""
        return self._column(8, 12, "I")

    @property
    def starts(self) -> list[int]:
        """Where in the source each begins."""
        return self._column(12, 16, "I")

    @property
    def sizes(self) -> list[int]:
        """How many words each has, at most 255."""
        return self._column(16, 17, "B")

    def _column(self, begin: int, end: int, type_: Literal["Q", "I", "B"]) -> list[int]:
        size = len(self)
        return memoryview(self.packed)[begin * size : end * size].cast(type_).tolist()


def _packed(type_: str, column: Iterable[int]) -> bytes:
    return array(type_, column).tobytes()


NO_SENTENCES = Sentences()


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """Numbers by which pages are compared."""

    sentences: Sentences = NO_SENTENCES
    steps: bytes = b""
    """Hash of the items of the page's numbered lists; empty if there are none."""
    step_count: int = 0
    """How many items these are."""
    steps_span: Span = NOWHERE
    lists: tuple[str, ...] = ()
    """The names of the page's lists: the same object on most pages."""
    counts: tuple[int, ...] = ()
    """How many words the page has, and how many items each of its lists."""
    length: int = 0
    """Characters of the page, with its tables and code."""

    @classmethod
    def of(cls, page: Page, mask: Mask) -> Fingerprint:
        """Take the fingerprint of a page."""
        lists = list(_numbered(page))
        counts = list(_counts(page))
        return cls(
            Sentences.of(page, mask),
            _hash(page, lists),
            sum([len(block.children) for block in lists]),
            Span(lists[0].span.start, lists[-1].span.end) if lists else NOWHERE,
            tuple([name for name, _ in counts]),
            (page.wording.count, *[count for _, count in counts]),
            len(page.source.text),
        )

    @property
    def flat(self) -> tuple[Any, ...]:
        """The fingerprint as plain values."""
        return (
            *(self.sentences.packed, self.steps, self.step_count, *self.steps_span),
            *(self.lists, self.counts, self.length),
        )

    @classmethod
    def whole(cls, found: Fingerprint | tuple[Any, ...]) -> Fingerprint:
        """Return a fingerprint as it was; what never was flat stays as it is."""
        if isinstance(found, Fingerprint):
            return found
        packed, steps, count, start, end, *rest = found
        return cls(Sentences(packed), steps, count, Span(start, end), *rest)

    def __post_init__(self) -> None:
        object.__setattr__(self, "lists", shared(self.lists))


NO_FINGERPRINT = Fingerprint()
"""Of a page that no rule is going to compare."""


def _own(page: Page) -> list[tuple[int, str]]:
    """Return the sentences that are the page's own, each with its place in the source.

    Not its own are those that the schema declares, and the entries of a hub.
    """
    sentences = page.sentences
    texts, starts, offset_of = sentences.texts, sentences.starts, page.prose.offset
    long = [n for n, text in enumerate(texts) if text.count(" ") >= _LEAST_SPACES]
    declared = set(_declared(page)) if long else ()
    kept = [(offset_of(starts[n]), texts[n]) for n in long if n not in declared]
    for span in _data(page):
        kept = [one for one in kept if not span.start <= one[0] < span.end]
    return kept


def _declared(page: Page) -> Iterator[int]:
    """Yield the numbers of the sentences that the schema declares."""
    starts, texts = page.sentences.starts, page.sentences.texts
    for _, start, end, _ in page.statements:
        first = max(bisect_right(starts, start) - 1, 0)
        for number in range(first, bisect_left(starts, end)):
            if starts[number] + len(texts[number]) > start:
                yield number


def _data(page: Page) -> Iterator[Span]:
    """Yield the sections that hold entries."""
    for field in interests_of(page.layout).hubs:
        section = page.section(field.section)
        if section:
            yield section.span


def _numbers(lines: Iterable[bytes]) -> tuple[list[int], list[int], list[int]]:
    """Return shapes, tails and sizes of sentences: words with a space around each.

    Halves of a sentence have a multiple of three words, so that a word more or less in
    one of them seldom moves the border of the other.
    """
    shapes: list[int] = []
    tails: list[int] = []
    sizes: list[int] = []
    for words in lines:
        size = words.count(b" ") - 1
        half = 3 * ((size + 3) // 6)
        rest = words.split(b" ", half + 1)[-1]
        head = crc32(words[: len(words) - len(rest)])
        before = words.rsplit(b" ", (half or size) + 1)[0]
        shapes.append(crc32(rest, head) << 32 | head)
        tails.append(crc32(words[len(before) :]))
        sizes.append(min(size, 255))
    return shapes, tails, sizes


def _hash(page: Page, lists: Iterable[Block]) -> bytes:
    """Return the hash of what a reader sees of lists; of what is written, for code."""
    homes = [(block.span, block.prose) for block in lists]
    texts = [(span, page.lowered[slice(*home)]) for span, home in homes]
    seen = [page.source[span] if OBJECT in text else text for span, text in texts]
    text = folded(" ".join(seen)).encode("utf-8", "surrogatepass")
    return digest(text, _HASH) if text else b""


def _numbered(page: Page) -> Iterator[Block]:
    """Yield the lists in which the page has its steps."""
    if page.layout is None:
        for block in page.document.blocks:
            if block.kind == "ordered-list" and len(block.children) >= _LEAST_STEPS:
                yield block
        return
    for field in interests_of(page.layout).steps:
        start, end = page.home(field.name)
        lists = [one for one in page.document.blocks if one.kind.endswith("-list")]
        yield from [one for one in lists if start <= one.span.start < end]


def _counts(page: Page) -> Iterator[tuple[str, int]]:
    """Yield the names of the page's lists, and how many items each has."""
    for field in interests_of(page.layout).lists:
        value = page.record.data.get(field.name)
        if isinstance(value, list):
            yield field.label, len(value)
