"""markdown-it's block parser, with a record of where each block starts.

markdown-it-py maps blocks to lines only. While it parses, though, it knows the
column at which the block begins behind its list markers and quote marks; the loop
below is the library's own (`ParserBlock.tokenize`), plus that record, and minus the
rules that cannot match a line for its first character. `tests/test_markdown` holds
its tokens against the untouched parser's.
"""

from __future__ import annotations

from typing import Literal

from markdown_it import MarkdownIt, rules_block
from markdown_it.parser_block import ParserBlock, RuleFuncBlockType
from markdown_it.rules_block.state_block import StateBlock
from markdown_it.token import Token
from markdown_it.utils import EnvType

_MARKED: dict[str, tuple[RuleFuncBlockType, ...]] = {
    "`": (rules_block.fence,),
    "~": (rules_block.fence,),
    ">": (rules_block.blockquote,),
    "*": (rules_block.hr, rules_block.list_block),
    "-": (rules_block.hr, rules_block.list_block),
    "_": (rules_block.hr,),
    "+": (rules_block.list_block,),
    "[": (rules_block.reference,),
    "<": (rules_block.html_block,),
    "#": (rules_block.heading,),
} | dict.fromkeys("0123456789", (rules_block.list_block,))
"""Block rules that ask for a first character, in markdown-it's order."""


class BlockState(StateBlock):
    """The parser's state, with the place where each token's source begins."""

    def __init__(self, src: str, md: MarkdownIt, env: EnvType) -> None:
        super().__init__(src, md, env, [])
        self.line_starts = tuple(self.bMarks)
        self.starts: dict[int, int] = {}
        """Index of a block's first token -> offset of the block in `src`."""

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        """Push a token; an item is pushed while `line` stands at its marker."""
        if ttype == "list_item_open":
            self.starts[len(self.tokens)] = (
                self.bMarks[self.line] + (self.tShift[self.line])
            )
        return super().push(ttype, tag, nesting)


class _Blocks(ParserBlock):
    def tokenize(
        self,
        state: StateBlock,
        startLine: int,  # noqa: N803 (the library's names)
        endLine: int,  # noqa: N803
    ) -> None:
        assert isinstance(state, BlockState)
        line = startLine
        has_empty_lines = False
        while line < endLine:
            state.line = line = state.skipEmptyLines(line)
            if line >= endLine or state.sCount[line] < state.blkIndent:
                break
            if state.level >= state.md.options["maxNesting"]:
                state.line = endLine
                break
            state.starts[len(state.tokens)] = _start(state, line)
            _tokenize_block(state, line, endLine)
            state.tight = not has_empty_lines
            line = state.line
            if line - 1 < endLine and state.isEmpty(line - 1):
                has_empty_lines = True
            if line < endLine and state.isEmpty(line):
                has_empty_lines = True
                line += 1
                state.line = line


def _tokenize_block(state: BlockState, line: int, end_line: int) -> None:
    """Run the rules that can match at `line` until one does."""
    if state.is_code_block(line):
        rules_block.code(state, line, end_line, False)
        return
    start = state.bMarks[line] + state.tShift[line]
    if state.src.find("|", start, state.eMarks[line]) >= 0 and rules_block.table(
        state, line, end_line, False
    ):
        return
    for rule in _MARKED.get(state.src[start], ()):
        if rule(state, line, end_line, False):
            return
    if not (
        _may_be_underlined(state, line, end_line)
        and rules_block.lheading(state, line, end_line, False)
    ):
        rules_block.paragraph(state, line, end_line, False)


def _may_be_underlined(state: BlockState, line: int, end_line: int) -> bool:
    """Whether a line of the paragraph at `line` begins as a setext underline."""
    line += 1
    while line < end_line:
        start = state.bMarks[line] + state.tShift[line]
        if start >= state.eMarks[line]:
            return False
        if state.src[start] in "=-":
            return True
        line += 1
    return False


def _start(state: BlockState, line: int) -> int:
    """Offset at which a block on `line` begins, behind its containers' marks.

    The indentation of a code block belongs to it; that of others does not.
    """
    begin = state.bMarks[line]
    if not state.is_code_block(line):
        return begin + state.tShift[line]
    column, stop = 0, begin + state.tShift[line]
    while begin < stop and column < state.blkIndent:
        column += 4 - column % 4 if state.src[begin] == "\t" else 1
        begin += 1
    return begin


def _make_parser() -> MarkdownIt:
    md = MarkdownIt()
    md.block = _Blocks()
    return md.configure("commonmark").enable("table")


_PARSER = _make_parser()


def parse_blocks(text: str, first_line: int = 0) -> BlockState:
    """Parse the blocks of a text (inline content is left alone).

    `text` has LF line ends and no NUL. Lines before `first_line` are skipped.
    """
    state = BlockState(text, _PARSER, {})
    _PARSER.block.tokenize(state, first_line, state.lineMax)
    return state
