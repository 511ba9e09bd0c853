"""From markdown-it's tokens to a document with spans."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown_it.token import Token

from exlint.markdown.document import (
    Block,
    BlockKind,
    Document,
    Link,
    LinkKind,
    find_front_matter,
)
from exlint.markdown.inlines import OBJECT, Inline, parse_inlines
from exlint.markdown.parser import parse_blocks
from exlint.text import BOM, Mapped, Source, Span

_KINDS: dict[str, BlockKind] = {
    "heading_open": "heading",
    "paragraph_open": "paragraph",
    "bullet_list_open": "bullet-list",
    "ordered_list_open": "ordered-list",
    "list_item_open": "item",
    "blockquote_open": "quote",
    "table_open": "table",
    "tr_open": "row",
    "th_open": "cell",
    "td_open": "cell",
    "code_block": "code",
    "fence": "code",
    "html_block": "html",
    "hr": "rule",
}
_LINK_KINDS: dict[str, LinkKind] = {
    "link": "link",
    "image": "image",
    "autolink": "autolink",
}
_TRANSPARENT = frozenset({"thead_open", "tbody_open"})
_CELL_BORDER = re.compile(r"(?<!\\)\|")

Pieces = list[tuple[int, int]]
"""Pairs of an offset into a content and the source offset it comes from."""


def parse(source: Source) -> Document:
    """Read the blocks, links and prose of a Markdown source.

    Total: any text is Markdown. Blocks follow CommonMark 0.31 and GFM tables.
    """
    return _Builder(source).build()


class _Builder:
    def __init__(self, source: Source) -> None:
        text = source.text
        self.source = source
        self.shift = 1 if text.startswith(BOM) else 0
        self.has_cr = "\r" in text
        self.front_matter = find_front_matter(text)
        first_line = 0
        if self.front_matter:
            first_line = source.lines.line(self.front_matter.span.end) + 1
        self.state = parse_blocks(self._normalised(text[self.shift :]), first_line)
        self.tokens = self.state.tokens
        self.references = self.state.env.get("references", {})
        self.index = 0
        self.links: list[Link] = []
        self.spans: dict[str, list[Span]] = {"code": [], "strong": [], "html": []}
        self.prose: list[str] = []
        self.prose_length = 0
        self.prose_starts: list[int] = []
        self.prose_offsets: list[int] = []

    def build(self) -> Document:
        blocks = tuple(self._blocks())
        prose = Mapped(
            "".join(self.prose), tuple(self.prose_starts), tuple(self.prose_offsets)
        )
        return Document(
            self.source,
            self.front_matter,
            blocks,
            tuple(self.links),
            tuple(self.spans["code"]),
            tuple(self.spans["strong"]),
            tuple(self.spans["html"]),
            frozenset(self.references),
            prose,
        )

    def _normalised(self, text: str) -> str:
        """As the parser wants it, every character where it stands in the source.

        Of CRLF, the CR becomes a space: it takes the place of its character, and a
        space before a line break means nothing to blocks.
        """
        if "\0" in text:
            text = text.replace("\0", "\ufffd")
        if self.has_cr:
            text = text.replace("\r\n", " \n").replace("\r", "\n")
        return text

    def _content(self, token: Token) -> str:
        content = token.content
        return content.replace(" \n", "\n") if self.has_cr else content

    def _blocks(self) -> Iterator[Block]:
        """Yield the blocks up to the end of their container."""
        tokens = self.tokens
        while self.index < len(tokens):
            token = tokens[self.index]
            if token.nesting < 0:
                return
            start = self.state.starts.get(self.index, -1)
            self.index += 1
            if token.type in _TRANSPARENT:
                yield from self._blocks()
                self.index += 1  # its closing token
            elif token.type in ("heading_open", "paragraph_open"):
                yield self._leaf(token, start + self.shift)
            elif token.type == "tr_open":
                yield self._row(token)
            elif token.nesting == 0:
                yield self._plain(token, start + self.shift)
            else:
                yield self._container(token, start + self.shift)

    def _end(self, token: Token, *, keep_space: bool = False) -> int:
        """Offset of the end of the last line of a token that holds anything."""
        assert token.map is not None
        first, last = token.map
        text = self.source.text
        while last > first + 1:
            span = self.source.line_span(last - 1)
            if text[span.start : span.end].strip():
                break
            last -= 1
        span = self.source.line_span(max(last - 1, first))
        line = text[span.start : span.end]
        return span.end if keep_space else span.start + len(line.rstrip())

    def _plain(self, token: Token, start: int) -> Block:
        """A block that holds no inline text: code, HTML, a thematic break."""
        end = self._end(token, keep_space=token.type != "hr")
        marker = token.markup if token.type == "fence" else ""
        return Block(
            _KINDS[token.type],
            Span(start, max(start, end)),
            text="" if token.type == "hr" else self._content(token),
            marker=marker,
            info=token.info.strip(),
        )

    def _container(self, token: Token, start: int) -> Block:
        kind = _KINDS[token.type]
        children = tuple(self._blocks())
        self.index += 1  # its closing token
        end = children[-1].span.end if children else start
        if kind in ("quote", "item") or not children:
            line = self.source.line_at(start)
            own = self.source.text[line.start : line.end].rstrip()
            end = max(end, start, line.start + len(own))
        if kind == "quote":
            end = max(end, self._end(token))
        level = int(token.info) if kind == "item" and token.info else 0
        return Block(
            kind, Span(start, end), level=level, marker=token.markup, children=children
        )

    def _leaf(self, token: Token, start: int) -> Block:
        """A heading or paragraph."""
        inline = self.tokens[self.index]
        self.index += 2  # the inline token and the closing one
        content = self._content(inline)
        setext = token.markup in ("=", "-")
        if token.type == "heading_open" and not setext:
            begin = start + int(token.tag[1])
            found = self._find(content, begin)
            pieces = [(0, found)]
        else:
            pieces = self._lines(token, content)
        return Block(
            _KINDS[token.type],
            Span(start, max(start, self._end(token))),
            text=content,
            level=int(token.tag[1]) if token.type == "heading_open" else 0,
            marker=token.markup[:1],
            prose=self._prose(content, pieces),
        )

    def _find(self, content: str, begin: int) -> int:
        """Offset at which the text of an ATX heading stands."""
        found = self.state.src.find(content, begin - self.shift) + self.shift
        return found if found >= begin else begin

    def _lines(self, token: Token, content: str) -> Pieces:
        """Where each line of a paragraph's content comes from.

        A content line is the source line without the marks of its containers: its
        end, whatever stands before.
        """
        assert token.map is not None
        text, line_span = self.source.text, self.source.line_span
        pieces, position = [], 0
        for number, line in enumerate(content.split("\n"), token.map[0]):
            span = line_span(number)
            raw = text[span.start : span.end].rstrip()
            pieces.append((position, span.start + len(raw) - len(line.rstrip())))
            position += len(line) + 1
        return pieces

    def _row(self, token: Token) -> Block:
        assert token.map is not None
        line = self.source.line_span(token.map[0])
        begin, text = line.start, self.source.text
        indent = self.state.starts.get(self.index - 3)  # of the table's first row
        if indent is not None:
            begin = indent + self.shift
        end = self._end(token)
        borders = self._cells(text, begin, end)
        children = []
        while self.tokens[self.index].type != "tr_close":
            content = self._content(self.tokens[self.index + 1])
            self.index += 3  # open, inline, close
            cell = next(borders, Span(end, end))
            children.append(self._cell(content, cell))
        self.index += 1
        first = children[0].span.start if children else begin
        prefix = text[begin:first].rstrip(" \t")
        if prefix.endswith("|"):
            first = begin + len(prefix) - 1
        return Block("row", Span(first, end), children=tuple(children))

    @staticmethod
    def _cells(text: str, begin: int, end: int) -> Iterator[Span]:
        """Yield the spans of a row's cells, trimmed.

        A pipe behind a backslash is text: https://github.github.com/gfm/#example-200
        """
        borders = [match.start() for match in _CELL_BORDER.finditer(text, begin, end)]
        starts = [begin, *(border + 1 for border in borders)]
        ends = [*borders, end]
        for number, (start, stop) in enumerate(zip(starts, ends, strict=True)):
            raw = text[start:stop]
            if number == 0 and not raw.strip(" \t>"):
                continue  # what stands before the first pipe is no cell
            start += len(raw) - len(raw.lstrip())
            yield Span(start, max(start, start + len(raw.strip())))

    def _cell(self, content: str, span: Span) -> Block:
        pieces = [(0, span.start)]
        position = span.start
        for match in re.finditer(r"\\\|", self.source.text[span.start : span.end]):
            position = len(pieces) - 1
            at = match.start() - position
            pieces.append((at, span.start + match.start() + 1))
        return Block("cell", span, text=content, prose=self._prose(content, pieces))

    def _prose(self, content: str, lines: Pieces) -> Span:
        """Add the prose of inline content to the document's; note its links."""
        begin = self.prose_length
        inlines = parse_inlines(content, self.references)
        if lines[-1][1] - lines[-1][0] == lines[0][1] - lines[0][0]:
            lines = lines[:1]
        for piece in inlines.pieces:
            self.prose_starts.append(self.prose_length)
            self.prose_offsets.append(_place(lines, piece.start))
            self.prose.append(piece.text)
            self.prose_length += len(piece.text)
        end = self.prose_length
        self.prose.append("\n")
        self.prose_length += 1
        for item in inlines.items:
            self._note(item, lines, content)
        return Span(begin, end)

    def _note(self, item: Inline, lines: Pieces, content: str) -> None:
        span = Span(_place(lines, item.start), _place(lines, item.end - 1) + 1)
        inner = Span(_place(lines, item.inner[0]), _place(lines, item.inner[1] - 1) + 1)
        if item.kind not in _LINK_KINDS:
            self.spans[item.kind].append(inner if item.kind == "strong" else span)
            return
        target = None
        if item.kind == "autolink":
            target = inner
        elif item.destination:
            first, last = item.destination
            start = _place(lines, first)
            target = Span(start, start + last - first)
        kind = _LINK_KINDS[item.kind]
        text = content[slice(*item.inner)] if kind != "autolink" else OBJECT
        self.links.append(Link(kind, span, text, inner, item.target, target))


def _place(pieces: Pieces, position: int) -> int:
    """Source offset of a position in a content."""
    start, offset = pieces[0]
    for next_start, next_offset in pieces[1:]:
        if next_start > position:
            break
        start, offset = next_start, next_offset
    return offset + position - start
