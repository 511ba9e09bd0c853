"""Blocks that are read without asking a rule: most of a page.

Headings behind hashes, lines of hyphens, paragraphs of one line and lists of items of
one line, with a blank line behind them. One regular expression tells them from all
that a rule could read otherwise, and they are what its match says.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from exlint.markdown.state import ITEM_OF_A_LINE, BlockState, Node
from exlint.regex import regex

_BULLETS, _ORDERED = ("bullet_list_open", "ul"), ("ordered_list_open", "ol")


def plain_blocks(marks: Iterable[str]) -> re.Pattern[str]:
    """Return what matches a plain block, and the blank lines behind it.

    `marks` are the characters with which lines begin for which there are rules. No
    rule takes `**bold**`, `*soft*` or `3 sets`. No text ends in a space, so that
    nothing has to be trimmed, and no heading in the hashes that may close it. What
    stands behind a list neither goes on with its last item nor adds another.
    """
    begin = rf"(?:[^{re.escape(''.join(marks))}\s]|\*{{1,2}}[^\W_]|[0-9]+[^0-9.)\n])"
    text = rf"{begin}.*(?<=\S)"
    bullet, number = r"\n(?P=i)(?P=mark)[ ]{1,4}", r"\n(?P=j)[0-9]{1,9}(?P=dot)[ ]{1,4}"
    return regex(
        r"(?P<heading>#{1,6}[ ]+(?=[^\s#]).*(?<=[^\s#]))(?:\n+|\Z)"
        rf"|(?P<paragraph>{text})(?:\n\n+|\n?\Z)"
        rf"|(?P<bullets>(?P<i>[ ]{{0,3}})(?P<mark>[*+-])[ ]{{1,4}}{text}"
        rf"(?:{bullet}{text})*)(?:\n\n+(?=\S)(?!(?P=mark)(?:\s|\Z))|\n*\Z)"
        rf"|(?P<numbers>(?P<j>[ ]{{0,3}})[0-9]{{1,9}}(?P<dot>[.)])[ ]{{1,4}}{text}"
        rf"(?:{number}{text})*)(?:\n\n+(?=[^\s0-9])|\n*\Z)"
        r"|(?P<rule>-{3,}|\*{3,}|_{3,})(?:\n+|\Z)"
    )


def read_plain_blocks(state: BlockState, line: int) -> int:
    """Read blocks from a line on for as long as they are plain.

    Returns the line behind them. A heading with `|` may begin a table: what stands in
    the line behind it may belong to it, as behind no other plain block.
    """
    text, length, match = state.src, len(state.src), state.syntax.plain.match
    nodes, position = state.open[-1].nodes, state.bMarks[line]
    while position < length:
        found = match(text, position)
        kind = found and found.lastgroup
        if found is None or (kind == "heading" and "|" in found[0]):
            break
        end = found.end()
        is_last = end == length
        following = state.lineMax if is_last else line + text.count("\n", position, end)
        if kind == "paragraph":
            nodes.append(_paragraph(state, position, line))
        elif kind == "heading":
            nodes.append(_heading(state, line))
        elif kind == "rule":
            nodes.append(_rule(state, line))
        else:
            last = line + text.count("\n", position, found.end(kind or 0))
            nodes.append(_list(state, kind == "numbers", line, last, following))
        line, position = following, end
    return line


def _paragraph(state: BlockState, start: int, line: int) -> Node:
    """Return the node of a line from `start` on that is all of a paragraph."""
    end = state.eMarks[line]
    content = state.src[start:end]
    return Node(
        "paragraph_open", "p", start, end, [line, line + 1], content, ((0, start),)
    )


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
