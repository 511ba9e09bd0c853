"""markdown-it's block parser, with the place of each block.

markdown-it-py maps blocks to lines only. While it parses, though, it knows the
column at which a block begins behind its list markers and quote marks: the loop
below is the library's own (`ParserBlock.tokenize`) and notes it. The rules are the
library's, asked only about lines whose first character they can match; paragraphs
and setext headings are read in one pass instead of two, and most of a page without
any rule (`plain`). `tests/markdown` holds the outcome against that of the untouched
parser.
"""

from __future__ import annotations

from markdown_it import MarkdownIt, rules_block
from markdown_it.parser_block import ParserBlock, RuleFuncBlockType
from markdown_it.ruler import Ruler
from markdown_it.rules_block.state_block import StateBlock

from exlint.markdown import mark_lines
from exlint.markdown.dialect import Dialect
from exlint.markdown.plain import plain_blocks, read_plain_blocks
from exlint.markdown.state import BlockState, Node, RulesByMark, Syntax
from exlint.regex import regex
from exlint.text import LineIndex

WHITE_SPACE = (
    " \t\n\v\f\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008"
    "\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
)
"""What markdown-it trims from the text of a block."""


def _hr(state: StateBlock, line: int, end_line: int, silent: bool) -> bool:
    """`***`: asked only if the line ends in what it may be made of."""
    last = state.src[state.eMarks[line] - 1]
    return last in "*-_ \t" and rules_block.hr(state, line, end_line, silent)


def _reference(state: StateBlock, line: int, end_line: int, silent: bool) -> bool:
    """`[label]: address`: asked only if a label is followed by a colon."""
    has_label = state.src.find("]:", state.bMarks[line]) >= 0
    return has_label and rules_block.reference(state, line, end_line, silent)


_ENDING_LIST: RulesByMark = {
    **dict.fromkeys("`~", (rules_block.fence,)),
    **dict.fromkeys("*-_", (_hr,)),
    ">": (rules_block.blockquote,),
}
_ENDING_TEXT: RulesByMark = {
    **_ENDING_LIST,
    **dict.fromkeys("*-", (_hr, rules_block.list_block)),
    **dict.fromkeys("+0123456789", (rules_block.list_block,)),
    "<": (rules_block.html_block,),
    "#": (rules_block.heading,),
}
_BEGINNING: RulesByMark = {**_ENDING_TEXT, "[": (_reference,)}
"""All rules but those for indented code, tables, paragraphs and setext headings."""


def _joined(first: RulesByMark, second: RulesByMark) -> RulesByMark:
    marks = {**first, **second}
    return {mark: (*first.get(mark, ()), *second.get(mark, ())) for mark in marks}


def _syntax(beginning: RulesByMark, ending_text: RulesByMark) -> Syntax:
    return Syntax(beginning, ending_text, plain_blocks(beginning))


_WITHOUT_REFERENCES = _syntax(_ENDING_TEXT, _ENDING_TEXT)
_WITH_REFERENCES = _syntax(_BEGINNING, _ENDING_TEXT)
_DIALECT = _syntax(
    _joined(mark_lines.BEGINNING, _BEGINNING),
    _joined(mark_lines.ENDING_TEXT, _ENDING_TEXT),
)

_LABEL_END = regex(r"\]:")
_UNDERLINE = regex(r"(?:=+|-+)[ \t]*")


class _Blocks(ParserBlock):
    def __init__(self) -> None:
        """Know what may end a block within another, by the names of its kinds."""
        self.ruler = Ruler[RuleFuncBlockType]()
        self.ruler.push("code", rules_block.code)
        self.ruler.push("list", _ends_list, {"alt": ["list"]})
        self.ruler.push("text", _ends_text, {"alt": ["reference", "blockquote"]})
        self.ruler.push("table", rules_block.table, {"alt": ["reference"]})

    def tokenize(
        self,
        state: StateBlock,
        startLine: int,  # noqa: N803 (the library's names)
        endLine: int,  # noqa: N803
    ) -> None:
        assert isinstance(state, BlockState)
        nodes, line = state.open[-1].nodes, startLine
        too_deep = state.level >= state.md.options["maxNesting"]
        while line < endLine:
            state.line = line = state.skipEmptyLines(line)
            if line >= endLine or state.sCount[line] < state.blkIndent:
                break
            if too_deep:
                state.line = endLine
                break
            if not state.level:
                state.line = read_plain_blocks(state, line)
                if state.line > line:
                    line = state.line
                    continue
            count = len(nodes)
            _read_block(state, line, endLine)
            if len(nodes) > count:
                nodes[-1].end = state.end_of(line)
            line = state.line
            if line < endLine and state.isEmpty(line):
                state.line = line = line + 1


def _read_block(state: BlockState, line: int, end_line: int) -> None:
    """Run the rules that can match at a line until one does."""
    if state.is_code_block(line):
        state.start = state.code_start_of(line)
        rules_block.code(state, line, end_line, False)
        return
    state.start = start = state.start_of(line)
    if state.src.find("|", start, state.eMarks[line]) >= 0 and rules_block.table(
        state, line, end_line, False
    ):
        return
    for rule in state.syntax.beginning.get(state.src[start], ()):
        if rule(state, line, end_line, False):
            return
    _read_text(state, line, end_line)


def _read_text(state: BlockState, first: int, end_line: int) -> None:
    """Read a paragraph, or a heading if a line of `=` or `-` ends it."""
    outer, state.parentType = state.parentType, "paragraph"
    node = Node("paragraph_open", "p", state.start, state.start)
    line = first + 1
    while line < state.lineMax and not state.isEmpty(line):
        indent = state.sCount[line]
        if indent - state.blkIndent <= 3:  # else text goes on, whatever stands there
            level = _underline(state, line) if line < end_line else 0
            if level:
                node.type, node.tag = "heading_open", f"h{level}"
                node.markup = "=" if level == 1 else "-"
                break
            # a negative indent marks what `blockquote` has found to be text
            if indent >= 0 and _ends_paragraph(state, line, state.lineMax):
                break
        line += 1
    state.parentType = outer
    _fill(state, node, first, line)
    state.line = line + 1 if node.markup else line
    node.map = [first, state.line]
    state.open[-1].nodes.append(node)


def _underline(state: BlockState, line: int) -> int:
    """Level of the heading that a line makes of the text before it, or 0."""
    start, end = state.start_of(line), state.eMarks[line]
    mark = state.src[start]
    if mark not in "=-" or state.sCount[line] < state.blkIndent:
        return 0
    if not _UNDERLINE.fullmatch(state.src, start, end):
        return 0
    return 1 if mark == "=" else 2


def _fill(state: BlockState, node: Node, first: int, end: int) -> None:
    """Set the text of a paragraph, and where each of its lines stands."""
    text = whole = state.src[node.start : state.eMarks[end - 1]]
    if end > first + 1:
        others = state.getLines(first + 1, end, state.blkIndent, False)
        text = f"{state.src[node.start : state.eMarks[first]]}\n{others}"
    node.content = text.strip(WHITE_SPACE)
    position = len(text.lstrip(WHITE_SPACE)) - len(text)
    if text == whole:  # nothing stands between the lines: they need no places
        node.pieces = ((0, node.start - position),)
        return
    pieces = []
    for number, line in enumerate(text.split("\n"), first):
        pieces.append((position, state.eMarks[number] - len(line)))
        position += len(line) + 1
    node.pieces = pieces


def _ends_paragraph(state: StateBlock, line: int, end_line: int) -> bool:
    if _ends_text(state, line, end_line, True):
        return True
    start = state.bMarks[line]
    return state.src.find("|", start, state.eMarks[line]) >= 0 and rules_block.table(
        state, line, end_line, True
    )


def _ends_text(state: StateBlock, line: int, end_line: int, _silent: bool) -> bool:
    assert isinstance(state, BlockState)
    return _matches(state.syntax.ending_text, state, line, end_line)


def _ends_list(state: StateBlock, line: int, end_line: int, _silent: bool) -> bool:
    return _matches(_ENDING_LIST, state, line, end_line)


def _matches(rules: RulesByMark, state: StateBlock, line: int, end_line: int) -> bool:
    start = state.bMarks[line] + state.tShift[line]
    for rule in rules.get(state.src[start : start + 1], ()):
        if rule(state, line, end_line, True):
            return True
    return False


def _make_parser() -> MarkdownIt:
    md = MarkdownIt("commonmark")
    md.block = _Blocks()
    return md


_PARSER = _make_parser()


def parse_blocks(
    text: str,
    first_line: int = 0,
    dialect: Dialect | None = None,
    lines: LineIndex | None = None,
) -> BlockState:
    """Parse the blocks of a text (inline content is left alone).

    `text` has LF line ends and no NUL. Lines before `first_line` are skipped.
    Without a dialect, it is CommonMark.
    """
    if dialect:
        syntax = _DIALECT
    else:
        syntax = _WITH_REFERENCES if _LABEL_END.search(text) else _WITHOUT_REFERENCES
    starts = (lines or LineIndex.of(text)).starts
    state = BlockState(text, _PARSER, {"dialect": dialect}, starts, syntax)
    if dialect and dialect.is_mdx:
        state._code_enabled = False  # there, it is a component's text
    _PARSER.block.tokenize(state, first_line, state.lineMax)
    return state
