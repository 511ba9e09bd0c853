"""Line ends and byte order mark: what the parser sees, and what the source has."""

from __future__ import annotations

from bisect import bisect_right

from exlint.light import replace
from exlint.markdown.document import LIST_BLOCKS, Block, Document
from exlint.text import BOM, LineIndex, Mapped, Source, Span


def normalised(text: str) -> str:
    """Return a text as CommonMark wants it: LF line ends, no NUL, no BOM."""
    if "\0" in text:
        text = text.replace("\0", "\ufffd")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text.removeprefix(BOM)


def relocated(document: Document, text: str) -> Document:
    """Move the spans of a document from its normalised text to its source."""
    move = _Move(document.source, text)
    front = document.front_matter
    blocks = tuple(map(move.block, document.blocks))
    return replace(
        document,
        front_matter=front
        and front._replace(
            span=move.span(front.span), content=move.span(front.content)
        ),
        blocks=blocks,
        lists=tuple(
            block
            for outer in blocks
            for block in outer.walk()
            if block.kind in LIST_BLOCKS
        ),
        links=tuple(
            link._replace(
                span=move.span(link.span),
                text_span=move.span(link.text_span),
                target_span=link.target_span and move.span(link.target_span),
            )
            for link in document.links
        ),
        code_spans=tuple(map(move.span, document.code_spans)),
        strong=tuple(map(move.span, document.strong)),
        html=tuple(map(move.span, document.html)),
        prose=move.mapped(document.prose),
        foreign=tuple(map(move.span, document.foreign)),
    )


class _Move:
    """From offsets into a normalised text to those into its source.

    Both have the same lines, and within a line the same characters.
    """

    def __init__(self, source: Source, text: str) -> None:
        self.source = source.text
        self.starts = (0, *LineIndex.of(text).starts[1:])  # a second BOM is text
        lines = zip(source.lines.starts, self.starts, strict=True)
        self.shifts = [there - here for there, here in lines]

    def offset(self, offset: int) -> int:
        return offset + self.shifts[bisect_right(self.starts, offset) - 1]

    def span(self, span: Span) -> Span:
        return Span(self.offset(span.start), self.offset(span.end))

    def block(self, block: Block) -> Block:
        children = tuple(map(self.block, block.children))
        return block._replace(span=self.span(block.span), children=children)

    def mapped(self, prose: Mapped) -> Mapped:
        offsets = tuple(map(self.offset, prose.offsets))
        ends = {piece: self.offset(end) for piece, end in prose.ends.items()}
        for piece, (start, offset) in enumerate(
            zip(prose.starts, offsets, strict=True)
        ):
            is_break = prose.text.startswith(" ", start)
            if is_break and self.source.startswith("\r\n", offset):
                ends[piece] = offset + len("\r\n")
        return Mapped(prose.text, prose.starts, offsets, ends)
