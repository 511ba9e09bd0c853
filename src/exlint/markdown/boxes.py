"""Blocks that hold blocks, by their indentation: admonitions, tabs, footnotes.

Block rules, as those of markdown-it: asked about a line, they read it or decline.
"""

from __future__ import annotations

from collections.abc import Callable

from markdown_it.rules_block.state_block import StateBlock

from exlint.regex import regex

BlockRule = Callable[[StateBlock, int, int, bool], bool]

_BOX = regex(
    r"!!![ ]?[\w-]+[^\n]*|\?\?\?\+?[ ]?[\w-]+[^\n]*|===[!+]*[ ]+\"[^\n]*\"[ \t]*"
)
_NOTE = regex(r"\[\^[^\[\]\s]+\]:[ \t]*")
_INDENT = 4


def start_of(state: StateBlock, line: int) -> int:
    """Return the offset of the first character of a line."""
    return state.bMarks[line] + state.tShift[line]


def box(state: StateBlock, line: int, end_line: int, silent: bool) -> bool:
    """An admonition or tab of MkDocs: a line, and blocks indented under it."""
    match = _BOX.fullmatch(state.src, start_of(state, line), state.eMarks[line])
    if match is None:
        return False
    indent = state.sCount[line] + _INDENT
    following = _end_of_body(state, line + 1, end_line, indent)
    if following == line + 1 and '"' not in match[0]:
        return False
    if silent:
        return True
    _open_box(state, line, match[0])
    _read_body(state, line + 1, following, indent)
    return True


def note(state: StateBlock, line: int, end_line: int, silent: bool) -> bool:
    """A footnote: `[^1]: text`, and blocks indented under it."""
    match = _NOTE.match(state.src, start_of(state, line), state.eMarks[line])
    if match is None:
        return False
    if silent:
        return True
    indent = state.sCount[line] + _INDENT
    following = _end_of_body(state, line + 1, end_line, indent, is_lazy=True)
    _open_box(state, line, match[0].strip())
    old = state.bMarks[line], state.tShift[line], state.sCount[line]
    state.bMarks[line], state.tShift[line] = match.end(), 0
    state.sCount[line] = indent
    _read_body(state, line, following, indent)
    state.bMarks[line], state.tShift[line], state.sCount[line] = old
    return True


def _end_of_body(
    state: StateBlock, line: int, end_line: int, indent: int, *, is_lazy: bool = False
) -> int:
    """Return the line behind the last that belongs to a box.

    Text that goes on without its indentation may belong to a footnote.
    """
    last = line
    while line < end_line:
        if state.isEmpty(line):
            is_lazy = False
        elif state.sCount[line] >= indent or (is_lazy and not _begins(state, line)):
            last = line + 1
        else:
            break
        line += 1
    return last


def _begins(state: StateBlock, line: int) -> bool:
    """Whether a line begins another block than a paragraph."""
    rules = state.md.block.ruler.getRules("reference")
    return any(rule(state, line, line + 1, True) for rule in rules)


def _open_box(state: StateBlock, line: int, text: str) -> None:
    node = state.push("box_open", "div", 1)
    node.markup = text
    node.map = [line, line]


def _read_body(state: StateBlock, line: int, following: int, indent: int) -> None:
    old = state.blkIndent, state.lineMax, state.parentType
    state.blkIndent, state.lineMax = indent, following
    state.parentType = "blockquote"
    state.line = line
    state.md.block.tokenize(state, line, following)
    state.blkIndent, state.lineMax, state.parentType = old
    state.line = following
    state.push("box_close", "div", -1)
