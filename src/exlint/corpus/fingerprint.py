"""What is kept of a page's prose so that pages can be compared: numbers, no text.

About one kilobyte a page, so that pages by the hundred thousand fit into memory.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any, Literal
from zlib import crc32

from exlint.corpus.masking import Mask
from exlint.corpus.sharing import shared
from exlint.markdown import Block
from exlint.page import Page
from exlint.page.shapes import item_text
from exlint.pagetype.fields import LISTS
from exlint.pagetype.vocabulary import fold
from exlint.text import NOWHERE, Span

_LEAST_WORDS = 5
"""Words without which a sentence says too little to be compared."""
_LEAST_STEPS = 3
"""Items without which a numbered list of an untyped page is no list of steps."""
_TYPES = "QIIB"
"""Of the columns of `Sentences`."""
_WIDTH = 17
"""Bytes of one of them."""
_HASH = 8
"""Bytes of the hash of a step."""


@dataclass(frozen=True, slots=True)
class Sentences:
    """The masked sentences of a page: numbers of each, in columns."""

    packed: bytes = b""
    """The columns one after another: an array for each would take more than itself."""

    @classmethod
    def of(cls, page: Page, mask: Mask) -> Sentences:
        """Read the sentences of a page; those too short to compare are left out."""
        rows = list(_rows(page, mask))
        columns = zip(*rows, strict=True) if rows else ()
        return cls(b"".join(map(_packed, _TYPES, columns)))

    def __reduce__(self) -> tuple[type[Sentences], tuple[bytes]]:
        return Sentences, (self.packed,)

    def __len__(self) -> int:
        return len(self.packed) // _WIDTH

    @property
    def shapes(self) -> memoryview:
        """Hash of all words of each, and in the lower 32 bits of their first half."""
        return self._column(0, 8, "Q")

    @property
    def tails(self) -> memoryview:
        """Hash of the second half of the words of each (32 bits)."""
        return self._column(8, 12, "I")

    @property
    def starts(self) -> memoryview:
        """Where in the source each begins."""
        return self._column(12, 16, "I")

    @property
    def sizes(self) -> memoryview:
        """How many words each has, at most 255."""
        return self._column(16, 17, "B")

    def _column(
        self, begin: int, end: int, type_: Literal["Q", "I", "B"]
    ) -> memoryview:
        size = len(self)
        return memoryview(self.packed)[begin * size : end * size].cast(type_)


def _packed(type_: str, column: Iterable[int]) -> bytes:
    return array(type_, column).tobytes()


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """Numbers by which pages are compared."""

    sentences: Sentences = Sentences()
    steps: bytes = b""
    """Hash of the items of the page's numbered lists, as they are written."""
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
        steps = [item for block in _numbered(page) for item in block.children]
        counts = list(_counts(page))
        return cls(
            Sentences.of(page, mask),
            b"".join([_hash(fold(item_text(page.document, item))) for item in steps]),
            Span(steps[0].span.start, steps[-1].span.end) if steps else NOWHERE,
            tuple([name for name, _ in counts]),
            (len(page.words_in_order), *[count for _, count in counts]),
            len(page.source.text),
        )

    def __reduce__(self) -> tuple[type[Fingerprint], tuple[Any, ...]]:
        return Fingerprint, (
            *(self.sentences, self.steps, self.steps_span),
            *(self.lists, self.counts, self.length),
        )

    def __post_init__(self) -> None:
        object.__setattr__(self, "lists", shared(self.lists))

    @property
    def step_count(self) -> int:
        """How many items the page's numbered lists have."""
        return len(self.steps) // _HASH


NO_FINGERPRINT = Fingerprint()
"""Of a page that no rule is going to compare."""


def _rows(page: Page, mask: Mask) -> Iterator[tuple[int, ...]]:
    """Yield the numbers of each sentence that is the page's own.

    Not its own are those that the schema declares, and the entries of a hub. The
    halves of a sentence have a multiple of three words, so that a word more or less in
    one of them seldom moves the border of the other.
    """
    spaced = mask.spaced(page.lowered, page.words)
    masked = mask.hidden(spaced.split())
    begins = [statement.start for statement in page.statements]
    ends = [statement.end for statement in page.statements]
    data = list(_data(page))
    for start, text in page.sentences:
        end = start + len(text)
        last = bisect_left(begins, end) - 1
        if text.count(" ") < _LEAST_WORDS - 1 or (last >= 0 and ends[last] > start):
            continue
        offset = page.prose.offset(start)
        if data and any(span.start <= offset < span.end for span in data):
            continue
        words = mask.slotted(spaced[start:end].split(), masked)
        half = 3 * ((len(words) + 3) // 6)
        head, tail = _crc(words[:half]), _crc(words[-half:])
        whole = tail if len(words) == half else _crc(words[half:], head)
        yield whole << 32 | head, tail, offset, min(len(words), 255)


def _data(page: Page) -> Iterator[Span]:
    """Yield the sections that hold entries."""
    for field in page.layout.fields.values() if page.layout else ():
        section = page.section(field.section) if field.shape == "entries" else None
        if section:
            yield section.span


def _crc(words: Sequence[str], before: int = 0) -> int:
    """Return the checksum of words; of words that follow on, if `before` is given."""
    return crc32(" ".join(words).encode("utf-8", "surrogatepass"), before)


def _hash(text: str) -> bytes:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=_HASH).digest()


def _numbered(page: Page) -> Iterator[Block]:
    """Yield the lists in which the page has its steps."""
    if page.layout is None:
        for block in page.document.blocks:
            if block.kind == "ordered-list" and len(block.children) >= _LEAST_STEPS:
                yield block
        return
    for field in page.layout.fields.values():
        start, end = page.home(field.name) if field.shape == "ordered-list" else NOWHERE
        for block in page.document.blocks if start < end else ():
            if start <= block.span.start < end and block.kind.endswith("-list"):
                yield block


def _counts(page: Page) -> Iterator[tuple[str, int]]:
    """Yield the names of the page's lists, and how many items each has."""
    for field in page.layout.fields.values() if page.layout else ():
        value = page.record.data.get(field.name)
        if field.shape in LISTS and isinstance(value, list):
            yield field.label, len(value)
