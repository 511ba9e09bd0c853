"""A Markdown text as blocks, links and prose, each with its span in the source."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from exlint.light import dataclass
from exlint.once import cached_property
from exlint.text import NOWHERE, Mapped, Source, Span

BlockKind = Literal[
    "heading",
    "paragraph",
    "bullet-list",
    "ordered-list",
    "item",
    "quote",
    "code",
    "html",
    "rule",
    "table",
    "row",
    "cell",
    "mark",
    "box",
]
"""A `mark` is lines of another syntax that show no text: a directive's fence, tags
of a template. A `box` holds blocks: an admonition, a tab, a footnote."""
LIST_BLOCKS = ("ordered-list", "bullet-list")
LinkKind = Literal["link", "image", "autolink", "embed"]


class Block(NamedTuple):
    """A block of Markdown. Containers hold blocks, leaves hold text."""

    kind: BlockKind
    span: Span
    """From behind the marks of the containers to the last character."""
    text: str = ""
    """The inline source of a heading, paragraph or cell; the content of code."""
    level: int = 0
    """Of a heading: 1 to 6. Of an item of an ordered list: its number."""
    marker: str = ""
    """`#` or the underline's character of a heading, `-`, `*`, `+`, `.` or `)` of a
    list or item, the fence (```` ``` ````) of fenced code, the first line of a box."""
    info: str = ""
    """The words behind the opening fence of fenced code."""
    children: tuple[Block, ...] = ()
    prose: Span = NOWHERE
    """Where the text of the block, and of all within, stands in the document's prose;
    `NOWHERE` for a block without text."""

    def walk(self) -> Iterator[Block]:
        """Yield the block and all within, in order."""
        yield self
        for child in self.children:
            yield from child.walk()


class Link(NamedTuple):
    """A link, an image or a bare address in angle brackets."""

    kind: LinkKind
    span: Span
    text: str
    """The source of the link's text, or of the image's alternative text."""
    text_span: Span
    target: str
    """The address, percent-encoded as a browser would send it; `[[Page#Heading]]` of
    a wiki link or embed."""
    target_span: Span | None
    """Where the address stands; None where a reference holds it."""


class FrontMatter(NamedTuple):
    """The metadata between `---` (YAML) or `+++` (TOML) lines at a page's start."""

    span: Span
    """With both delimiter lines, without the line break after the last."""
    content: Span
    format: Literal["yaml", "toml"]


@dataclass(frozen=True)
class Document:
    """What is written in a Markdown source, and where."""

    source: Source
    front_matter: FrontMatter | None
    blocks: tuple[Block, ...]
    lists: tuple[Block, ...]
    """Every list, also within other blocks, in order."""
    links: tuple[Link, ...]
    code_spans: tuple[Span, ...]
    strong: tuple[Span, ...]
    """Text within `**` or `__`, without the marks."""
    html: tuple[Span, ...]
    """Pieces of inline HTML (comments too); blocks of HTML are blocks."""
    references: frozenset[str]
    """The labels that link reference definitions define, normalised."""
    prose: Mapped
    """The text a reader sees, a line for each heading, paragraph and cell: no
    markup, entities decoded, line breaks within a block as spaces, and `OBJECT`
    for each code span, image and bare address."""
    foreign: tuple[Span, ...] = ()
    """What no reader sees as it is written: tags of templates and components within
    text, formulas."""

    @cached_property
    def headings(self) -> tuple[Block, ...]:
        """The headings, without those within lists and quotes."""
        return tuple([block for block in self.blocks if block.kind == "heading"])

    @cached_property
    def _all_blocks(self) -> tuple[Block, ...]:
        found: list[Block] = []
        _collect(self.blocks, found)
        return tuple(found)

    def walk(self) -> Iterator[Block]:
        """Yield every block, in order."""
        return iter(self._all_blocks)

    def prose_of(self, block: Block) -> str:
        """Return the text of a heading, paragraph or cell as a reader sees it."""
        return self.prose.text[block.prose.start : block.prose.end]


def _collect(blocks: tuple[Block, ...], found: list[Block]) -> None:
    """Add blocks and all within to a list: far ahead of generators in generators."""
    for block in blocks:
        found.append(block)
        if block.children:
            _collect(block.children, found)
