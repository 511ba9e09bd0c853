"""The state of markdown-it's block parser, with a tree of nodes and their places."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, NamedTuple, cast

from markdown_it import MarkdownIt
from markdown_it.parser_block import RuleFuncBlockType
from markdown_it.rules_block.state_block import StateBlock
from markdown_it.token import Token
from markdown_it.utils import EnvType

from exlint.regex import regex

RulesByMark = Mapping[str, tuple[RuleFuncBlockType, ...]]
"""The rules that can match a line, by its first character that is no space."""
Lines = Sequence[tuple[int, int]]
"""Where the lines of a content stand: position in the content, offset in the text."""

_INDENT = regex(r"^[ \t]+", re.MULTILINE)
_INDENTED_LINE = regex(r"\n[ \t]")

ITEM_OF_A_LINE = "list_item"
"""The type of the node of an item that holds a paragraph of one line. The library has
no such token; half of a page are such items, and their paragraphs tell nothing more."""


class Node(Token):
    """A block as the parser makes it: its opening token, places and inner blocks.

    There are a hundred on a page: what nothing here reads of a token is left unset.
    """

    __slots__ = ("end", "nodes", "pieces", "start")

    def __init__(
        self,
        ttype: str,
        tag: str,
        start: int,
        end: int,
        lines: list[int] | None = None,
        content: str = "",
        pieces: Lines = (),
    ) -> None:
        self.type = ttype
        self.tag = tag
        self.map = lines
        self.content = content
        self.markup = ""
        self.info = ""
        self.start = start
        self.end = end
        """End of the last line that is not blank."""
        self.nodes: list[Node] = []
        self.pieces = pieces
        """Where each line of a content stands."""


class Syntax(NamedTuple):
    """What is read at which lines of a page."""

    beginning: RulesByMark
    """At a line at which a block begins."""
    ending_text: RulesByMark
    """At a line directly under a paragraph."""
    plain: re.Pattern[str]
    """What is read without asking any rule."""


class BlockState(StateBlock):
    """The parser's state. The rules push into a tree instead of a list of tokens."""

    def __init__(
        self,
        src: str,
        md: MarkdownIt,
        env: EnvType,
        starts: Iterable[int],
        syntax: Syntax,
    ) -> None:
        super().__init__("", md, env, [])
        self.src = src
        self.lines = src if src.endswith("\n") else f"{src}\n"
        """The source; its last line ends as the others do."""
        self._index_lines(list(starts))
        self.syntax = syntax
        self.start = 0
        """Offset of the block that is being read."""
        self.open = [Node("root", "", 0, 0)]

    def _index_lines(self, starts: list[int]) -> None:
        """Note where lines begin and end, and how far they are indented.

        The library does so line by line. A last line of nothing but spaces is none.
        """
        text, length = self.src, len(self.src)
        starts[0] = 0  # even if a byte order mark is text
        ends = [start - 1 for start in starts[1:]]
        if text[starts[-1] :].strip(" \t"):
            starts.append(length)
            ends.append(length)
        else:
            starts[-1] = length
        ends.append(length)
        self.bMarks, self.eMarks, self.lineMax = starts, ends, len(starts) - 1
        self.tShift, self.sCount = [0] * len(starts), [0] * len(starts)
        self.bsCount = [0] * len(starts)
        if _INDENTED_LINE.search(text) or text.startswith((" ", "\t")):
            self._index_indents(ends[-2] if self.lineMax else 0)

    def _index_indents(self, end: int) -> None:
        for match in _INDENT.finditer(self.src, 0, end):
            line, spaces = bisect_left(self.bMarks, match.start()), match[0]
            self.tShift[line] = len(spaces)
            self.sCount[line] = len(spaces.expandtabs(4))

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        """Open, add or close a block; return it for the rule to fill in.

        Its inline content is the block's own.
        """
        if nesting < 0:
            self.level -= 1
            return self._close()
        if ttype == "inline":
            return self.open[-1]
        if ttype == "list_item_open":  # `line` stands at its marker
            self.start = self.start_of(self.line)
        node = Node(ttype, tag, self.start, self.start)
        self.open[-1].nodes.append(node)
        if nesting > 0:
            self.level += 1
            self.open.append(node)
        return node

    def _close(self) -> Node:
        """Close the innermost block; note places that only its container knows."""
        node = self.open.pop()
        if node.type == "list_item_open" and node.map:
            node.end = self.end_of(node.map[0])
        elif node.type == "table_open":
            for part in node.nodes:
                for row in part.nodes:
                    line = cast("list[int]", row.map)[0]
                    row.start, row.end = self.start_of(line), self.eMarks[line]
        return node

    def start_of(self, line: int) -> int:
        """Offset of the first character of a line, behind its containers' marks."""
        return self.bMarks[line] + self.tShift[line]

    def code_start_of(self, line: int) -> int:
        """Offset at which indented code begins: the indentation belongs to it."""
        start, indent, virtual = self.bMarks[line], 0, self.bsCount[line]
        while indent < self.blkIndent:
            tab = self.src[start] == "\t"
            indent += 4 - (indent + virtual) % 4 if tab else 1
            start += 1
        return start

    def end_of(self, first: int) -> int:
        """End of the last line before the current one that is not blank."""
        line = self.line - 1
        while line > first and self.isEmpty(line):
            line -= 1
        return self.eMarks[line]
