"""What is kept of a page's prose so that pages can be compared: numbers, no text.

About one kilobyte a page, so that pages by the hundred thousand fit into memory.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from zlib import crc32

from exlint.corpus.masking import Mask
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
_TYPES = "IQIB"
"""Of the arrays of `Sentences`."""


@dataclass(frozen=True, slots=True)
class Sentences:
    """The masked sentences of a page: one number of each array for each sentence."""

    starts: array[int]
    """Where in the source it begins."""
    shapes: array[int]
    """Hash of all its words, and in the lower 32 bits of their first half."""
    tails: array[int]
    """Hash of the second half of its words (32 bits)."""
    sizes: array[int]
    """How many words it has, at most 255."""

    @classmethod
    def of(cls, page: Page, mask: Mask) -> Sentences:
        """Read the sentences of a page; those too short to compare are left out."""
        rows = list(_rows(page, mask))
        columns = zip(*rows, strict=True) if rows else ((),) * len(_TYPES)
        return cls(*map(array, _TYPES, columns))

    def __len__(self) -> int:
        return len(self.shapes)


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """Numbers by which pages are compared."""

    sentences: Sentences
    steps: array[int]
    """Hash of each item of the page's numbered lists, as it is written."""
    steps_span: Span
    counts: tuple[tuple[str, int], ...]
    """How many words the page has, and how many items each of its lists."""
    length: int
    """Characters of the page, with its tables and code."""

    @classmethod
    def of(cls, page: Page, mask: Mask) -> Fingerprint:
        """Take the fingerprint of a page."""
        steps = [item for block in _numbered(page) for item in block.children]
        return cls(
            Sentences.of(page, mask),
            array("Q", (_hash(fold(item_text(page.document, i))) for i in steps)),
            Span(steps[0].span.start, steps[-1].span.end) if steps else NOWHERE,
            tuple(_counts(page)),
            len(page.source.text),
        )


NO_FINGERPRINT = Fingerprint(
    Sentences(array("I"), array("Q"), array("I"), array("B")),
    *(array("Q"), NOWHERE, (), 0),
)
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
        yield offset, whole << 32 | head, tail, min(len(words), 255)


def _data(page: Page) -> Iterator[Span]:
    """Yield the sections that hold entries."""
    for field in page.layout.fields.values() if page.layout else ():
        section = page.section(field.section) if field.shape == "entries" else None
        if section:
            yield section.span


def _crc(words: Sequence[str], before: int = 0) -> int:
    """Return the checksum of words; of words that follow on, if `before` is given."""
    return crc32(" ".join(words).encode("utf-8", "surrogatepass"), before)


def _hash(text: str) -> int:
    digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big")


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
    yield "words", len(page.words_in_order)
    if page.layout:
        for field in page.layout.fields.values():
            value = page.record.data.get(field.name)
            if field.shape in LISTS and isinstance(value, list):
                yield field.label, len(value)
