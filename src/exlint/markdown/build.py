"""From what the block parser makes to a document with spans."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from exlint.markdown.dialect import Delimiters, Dialect, dialect_of
from exlint.markdown.document import (
    LIST_BLOCKS,
    Block,
    BlockKind,
    Document,
    FrontMatter,
)
from exlint.markdown.frontmatter import find_front_matter
from exlint.markdown.lines import normalised, relocated
from exlint.markdown.parser import WHITE_SPACE, parse_blocks
from exlint.markdown.prose import ProseWriter
from exlint.markdown.state import ITEM_OF_A_LINE, Node
from exlint.regex import regex
from exlint.text import LineIndex, Source, Span

_KINDS: dict[str, BlockKind] = {
    "heading_open": "heading",
    "paragraph_open": "paragraph",
    "bullet_list_open": "bullet-list",
    "ordered_list_open": "ordered-list",
    "list_item_open": "item",
    ITEM_OF_A_LINE: "item",
    "blockquote_open": "quote",
    "table_open": "table",
    "code_block": "code",
    "fence": "code",
    "html_block": "html",
    "hr": "rule",
    "mark": "mark",
    "box_open": "box",
}
_new = tuple.__new__
"""Makes named tuples, of which there are hundreds on a page, in half the time."""
_CELL_BORDER = regex(r"(?<!\\)\|")


def parse(source: Source, templates: Delimiters = ()) -> Document:
    """Read the blocks, links and prose of a Markdown source.

    Total: any text is Markdown. Blocks follow CommonMark 0.31 and GFM tables; what
    other syntaxes add (`docs/syntaxes.md`) is read where a page shows it.
    `templates` are the marks of tags that the site's builder fills in.
    """
    text = normalised(source.text)
    front_matter = find_front_matter(text)
    dialect = dialect_of(
        text, source.path, has_front_matter=bool(front_matter), templates=templates
    )
    return read(source, text, front_matter, dialect)


def parse_commonmark(source: Source) -> Document:
    """Read a source as CommonMark and nothing more."""
    text = normalised(source.text)
    return read(source, text, find_front_matter(text), None)


def read(
    source: Source,
    text: str,
    front_matter: FrontMatter | None,
    dialect: Dialect | None,
) -> Document:
    """Read a text of a dialect."""
    first_line = text.count("\n", 0, front_matter.span.end) + 1 if front_matter else 0
    lines = source.lines if text == source.text else LineIndex.of(text)
    state = parse_blocks(text, first_line, dialect, lines)
    references = state.env.get("references", {})
    builder = _Builder(text, ProseWriter(references, dialect))
    blocks = builder.blocks(state.open[0].nodes)
    document = Document(
        source,
        front_matter,
        blocks,
        tuple(sorted(builder.lists, key=_start)),
        tuple(builder.prose.links),
        tuple(builder.prose.code),
        tuple(builder.prose.strong),
        tuple(builder.prose.html),
        frozenset(references),
        builder.prose.finish(),
        tuple(builder.prose.foreign),
    )
    return document if text == source.text else relocated(document, text)


class _Builder:
    def __init__(self, text: str, prose: ProseWriter) -> None:
        self.text = text
        self.prose = prose
        self.lists: list[Block] = []

    def blocks(self, nodes: Iterable[Node]) -> tuple[Block, ...]:
        return tuple([self._block(node) for node in nodes])

    def _block(self, node: Node) -> Block:
        kind = _KINDS[node.type]
        if kind == "paragraph":
            return self._leaf(kind, node, 0)
        if node.type == ITEM_OF_A_LINE:
            return self._item_of_a_line(node)
        if kind == "heading":
            return self._heading(node)
        if kind == "table":
            return self._table(node)
        if node.nodes or kind in ("item", "quote", "box"):
            return self._container(kind, node)
        span = Span(node.start, self._end(node) if kind == "rule" else node.end)
        marker = node.markup if node.type == "fence" else ""
        return Block(kind, span, node.content, 0, marker, node.info.strip())

    def _end(self, node: Node) -> int:
        """Offset of a block's last character that is no space, plus one."""
        text, end = self.text, node.end
        while end > node.start and text[end - 1] in " \t":
            end -= 1
        return end

    def _heading(self, node: Node) -> Block:
        level = int(node.tag[1])
        if not node.pieces:  # behind hashes
            place = self.text.find(node.content, node.start + level)
            node.pieces = ((0, place),)
        return self._leaf("heading", node, level)

    def _leaf(self, kind: BlockKind, node: Node, level: int) -> Block:
        content, span = node.content, _new(Span, (node.start, self._end(node)))
        prose = self.prose.add(content, node.pieces)
        marker = node.markup[:1]
        return _new(Block, (kind, span, content, level, marker, "", (), prose))

    def _item_of_a_line(self, node: Node) -> Block:
        content, pieces, end = node.content, node.pieces, node.end
        prose = self.prose.add(content, pieces)
        place = _new(Span, (pieces[0][1], end))
        child = _new(Block, ("paragraph", place, content, 0, "", "", (), prose))
        span, level = _new(Span, (node.start, end)), int(node.info) if node.info else 0
        whole = ("item", span, "", level, node.markup, "", (child,), prose)
        return _new(Block, whole)

    def _container(self, kind: BlockKind, node: Node) -> Block:
        begin, end = self.prose.length, self._end(node)
        children = self.blocks(node.nodes)
        if children:  # trailing spaces belong to code
            end = max(end, children[-1].span.end)
        level = int(node.info) if node.info else 0
        span = Span(node.start, end)
        prose = self.prose.since(begin)
        block = Block(kind, span, "", level, node.markup, "", children, prose)
        if kind in LIST_BLOCKS:
            self.lists.append(block)
        return block

    def _table(self, node: Node) -> Block:
        begin = self.prose.length
        rows = [self._row(row) for part in node.nodes for row in part.nodes]
        span = Span(node.start, max(self._end(node), rows[-1].span.end))
        prose = self.prose.since(begin)
        return Block("table", span, children=tuple(rows), prose=prose)

    def _row(self, node: Node) -> Block:
        line = self.text[node.start : node.end].strip(WHITE_SPACE)
        start = self.text.find(line, node.start)
        end = start + len(line)
        places = _cells(line, start)
        begin = self.prose.length
        cells = [
            self._cell(cell.content, next(places, Span(end, end)))
            for cell in node.nodes
        ]
        prose = self.prose.since(begin)
        return Block("row", Span(start, end), children=tuple(cells), prose=prose)

    def _cell(self, content: str, span: Span) -> Block:
        pieces = [(0, span.start)]
        escapes = re.finditer(r"\\\|", self.text[span.start : span.end])
        for number, escape in enumerate(escapes):  # the backslash is not in `content`
            pieces.append((escape.start() - number, span.start + escape.start() + 1))
        prose = self.prose.add(content, pieces)
        return Block("cell", span, content, prose=prose)


def _cells(line: str, offset: int) -> Iterator[Span]:
    """Yield the spans of the cells of a table's row, without their spaces.

    A pipe behind a backslash is text: https://github.github.com/gfm/#example-200
    """
    start = 1 if line.startswith("|") else 0
    borders = [border.start() for border in _CELL_BORDER.finditer(line, start)]
    if not borders or borders[-1] + 1 < len(line):
        borders.append(len(line))
    for end in borders:
        cell = line[start:end]
        begin = offset + start + len(cell) - len(cell.lstrip(WHITE_SPACE))
        yield Span(begin, max(begin, offset + start + len(cell.rstrip(WHITE_SPACE))))
        start = end + 1


def _start(block: Block) -> int:
    return block.span.start
