"""Blocks that are read without asking a rule: most of a page.

Headings behind hashes, lines of hyphens, paragraphs and lists of items of one line,
at the left margin and with a clear end. One regular expression tells them from all
that a rule could read otherwise, and they are what its match says.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from exlint.markdown.state import ITEM_OF_A_LINE, BlockState, Node
from exlint.regex import regex

_MAYBE_TABLES = ("heading", "paragraph")
_BULLETS, _ORDERED = ("bullet_list_open", "ul"), ("ordered_list_open", "ol")


def plain_blocks(marks: Iterable[str]) -> re.Pattern[str]:
    """Return what matches a plain block, and the blank lines behind it.

    `marks` are the characters with which lines begin for which there are rules. No
    rule takes `**bold**`, `*soft*` or `3 sets`. No line ends in a space, so that
    nothing has to be trimmed, and no heading in the hashes that may close it.

    What stands directly under a paragraph is text, or ends it. What stands behind a
    list neither goes on with its last item nor adds another.
    """
    known = re.escape("".join(marks))
    line = r".*\n(?<=\S\n)"  # a literal behind `.*` is found without going back
    text = rf"(?:[^{known}\s]|\*{{1,2}}[^\W_]|[0-9]+[^0-9.)\n]){line}"
    more = rf"(?:[^{known}=\s]|\*{{1,2}}[^\W_]|[0-9]+[^0-9.)\n]){line}"
    heading = r"#{1,6}[ ]+(?=[^\s#])"
    return regex(
        rf"(?P<heading>{heading}.*\n(?<=[^\s#]\n))\n*"
        rf"|(?P<paragraph>{text}(?:{more})*)"
        rf"(?:\n+|\Z|(?={heading}|>|[*+-][ ]\S|1[.)][ ]\S))"
        rf"|(?P<bullets>(?P<i>[ ]{{0,3}})(?P<mark>[*+-])[ ]{{1,4}}{text}"
        rf"(?:(?P=i)(?P=mark)[ ]{{1,4}}{text})*)"
        rf"(?:\n+(?=\S)(?!(?P=mark)\s)|\n*\Z|(?={heading}|>))"
        rf"|(?P<numbers>(?P<j>[ ]{{0,3}})[0-9]{{1,9}}(?P<dot>[.)])[ ]{{1,4}}{text}"
        rf"(?:(?P=j)[0-9]{{1,9}}(?P=dot)[ ]{{1,4}}{text})*)"
        rf"(?:\n+(?=[^\s0-9])|\n*\Z|(?={heading}|>))"
        r"|(?P<rule>(?:-{3,}|\*{3,}|_{3,})\n)\n*"
    )


def read_plain_blocks(state: BlockState, line: int) -> int:
    """Read blocks from a line on for as long as they are plain.

    Returns the line behind them. A heading or paragraph with `|` may be, or begin, a
    table; within a list there is no line that could be under its head.
    """
    text, length, match = state.lines, len(state.lines), state.syntax.plain.match
    nodes, position = state.open[-1].nodes, state.bMarks[line]
    while position < length:
        found = match(text, position)
        kind = found and found.lastgroup
        if not found or not kind or (kind in _MAYBE_TABLES and "|" in found[kind]):
            break
        end, behind = found.end(kind), found.end()
        last = line + text.count("\n", position, end) - 1
        following = last + 1 + text.count("\n", end, behind)
        if behind == length:
            following = state.lineMax
        if kind == "paragraph":
            node = _paragraph(state, line, last)
        elif kind == "heading":
            node = _heading(state, line)
        elif kind == "rule":
            node = _rule(state, line)
        else:
            node = _list(state, kind == "numbers", line, last, following)
        nodes.append(node)
        line, position = following, behind
    return line


def _paragraph(state: BlockState, first: int, last: int) -> Node:
    """Return the node of a paragraph: its content stands in the source as it is."""
    start, end = state.bMarks[first], state.eMarks[last]
    content, pieces = state.src[start:end], ((0, start),)
    return Node("paragraph_open", "p", start, end, [first, last + 1], content, pieces)


def _heading(state: BlockState, line: int) -> Node:
    start, end = state.bMarks[line], state.eMarks[line]
    hashes, _, content = state.src[start:end].partition(" ")
    content = content.lstrip(" ")
    tag, pieces = f"h{len(hashes)}", ((0, end - len(content)),)
    node = Node("heading_open", tag, start, end, [line, line + 1], content, pieces)
    node.markup = hashes
    return node


def _rule(state: BlockState, line: int) -> Node:
    start, end = state.bMarks[line], state.eMarks[line]
    node = Node("hr", "hr", start, end, [line, line + 1])
    node.markup = state.src[start] * (end - start + 1)  # as the library has it
    return node


def _list(
    state: BlockState, is_ordered: bool, first: int, last: int, following: int
) -> Node:
    """Return the node of a list of which each line is an item."""
    text, start_of, ends = state.src, state.start_of, state.eMarks
    kind, tag = _ORDERED if is_ordered else _BULLETS
    found = Node(kind, tag, start_of(first), ends[last], [first, following])
    for line in range(first, last + 1):
        start, end = start_of(line), ends[line]
        mark, _, content = text[start:end].partition(" ")
        content = content.lstrip(" ")
        pieces = ((0, end - len(content)),)
        item = Node(ITEM_OF_A_LINE, "li", start, end, [line, line + 1], content, pieces)
        item.markup, item.info = mark[-1], mark[:-1]
        found.nodes.append(item)
    found.markup = item.markup
    item.map = [last, following]
    return found
