"""Lines that other syntaxes than CommonMark put around text, and that show none.

Block rules, as those of markdown-it: asked about a line, they read it or decline.
"""

from __future__ import annotations

import re

from markdown_it.rules_block.state_block import StateBlock

from exlint.markdown.balance import braces_end, statement_end, tag_end
from exlint.markdown.boxes import BlockRule, box, note, start_of
from exlint.markdown.dialect import Dialect
from exlint.regex import regex

_DIRECTIVE = regex(r":{2,}[ \t]*(?:[A-Za-z{][^\n]*)?")
_SLOT = regex(r"#[\w-]+(?:\{[^{}\n]*\})?[ \t]*")
_FENCE = regex(r"/{3,}[^\n]*")
_SNIPPET = regex(r";?-+8<-+(?P<file>[ \t]+[^\n]*)?")
_ABBREVIATION = regex(r"\*\[[^\[\]\n]+\]:[^\n]*")
_CONTENTS = regex(r"\[\[?_?toc_?\]\]?[ \t]*|\$\{toc\}[ \t]*", re.IGNORECASE)
_ATTRIBUTES = regex(r"\{(?::[^{}\n]*|[ ]*[.#][\w-][^{}\n]*)\}[ \t]*")
_IMPORT = regex(
    r"import[ ]+(?:[\w$*{][\w$* ,]*(?:\{?[^{}'\"]*\})?[ ]*from[ ]+)?"
    r"(?P<quote>[\"'])[^\"'\n]+(?P=quote);?[ \t]*(?=\n|\Z)"
)
_EXPORT = regex(
    r"export[ ]+(?:const|let|var|function|class|default|async|type|interface|\{|\*)"
)
_MATH = (
    re.compile(
        r"\$\$(?:[ \t]*\n(?:.{0,2000}?\n)??[ \t]*|[^$\n]+(?:\n[^$\n]+)*)\$\$",
        re.DOTALL,
    ),
    re.compile(r"\\\[(?:[ \t]*\n.{0,2000}?\n[ \t]*\\\]|[^\n]*\\\])", re.DOTALL),
)
_COMMENT = regex(r"%%.{0,2000}?%%|\{/\*.{0,2000}?\*/\}", re.DOTALL)
_OPAQUE = regex(
    r"\{%-?\s*(?P<liquid>comment|raw|verbatim|highlight|code)\b"
    r"|\{\{[<%]\s*(?P<hugo>highlight|mermaid|code|math)\b"
    r"|\{::(?P<kramdown>comment|nomarkdown)\b"
)
_CLOSING = {
    "liquid": r"\{{%-?\s*end{}\s*-?%\}}",
    "hugo": r"\{{\{{[<%]\s*/\s*{}\s*[%>]\}}\}}",
    "kramdown": r"\{{:/(?:{})?\}}",
}
"""What ends the tags of which the content is no Markdown."""
_TARGET = regex(r"\([\w-]+\)=[ \t]*")
_INCLUDED_CODE = regex(r"<<<[ ]*[@./~\w][^\s<>]*(?:[ ]*[\[{][^\n]*[\]}])?[ \t]*")


def _dialect(state: StateBlock) -> Dialect:
    dialect: Dialect = state.env["dialect"]
    return dialect


def _line_after(state: StateBlock, line: int, end_line: int, end: int) -> int:
    """Return the line behind an offset that ends a line, or 0."""
    while line < end_line and state.eMarks[line] < end:
        line += 1
    if line >= end_line or state.src[end : state.eMarks[line]].strip():
        return 0
    return line + 1


def _take(state: StateBlock, first: int, following: int) -> bool:
    """Make a mark of some lines."""
    node = state.push("mark", "", 0)
    node.content = state.getLines(first, following, state.sCount[first], False).strip()
    node.map = [first, following]
    state.line = following
    return True


def _mark(pattern: re.Pattern[str]) -> BlockRule:
    """A rule for a mark that is a pattern, and ends where a line does."""

    def rule(state: StateBlock, line: int, end_line: int, silent: bool) -> bool:
        match = pattern.match(
            state.src, start_of(state, line), state.eMarks[end_line - 1]
        )
        following = _line_after(state, line, end_line, match.end()) if match else 0
        if not following:
            return False
        return silent or _take(state, line, following)

    return rule


def _directive(state: StateBlock, line: int, end_line: int, silent: bool) -> bool:
    """`:::note`, `::card{…}` and the YAML that stands directly under it, `:::`."""
    match = _DIRECTIVE.fullmatch(state.src, start_of(state, line), state.eMarks[line])
    if match is None:
        return False
    if silent:
        return True
    following = line + 1
    if match[0].strip(": \t") and _is_line(state, following, end_line, "---"):
        closing = following + 1
        while closing < end_line and not _is_line(state, closing, end_line, "---"):
            closing += 1
        following = closing + 1 if closing < end_line else following
    state.env["in_directive"] = bool(match[0].strip(": \t"))
    return _take(state, line, following)


def _is_line(state: StateBlock, line: int, end_line: int, text: str) -> bool:
    if line >= end_line:
        return False
    return state.src[state.bMarks[line] : state.eMarks[line]].strip() == text


_read_slot = _mark(_SLOT)


def _slot(state: StateBlock, line: int, end_line: int, silent: bool) -> bool:
    """`#footer` within a directive."""
    if not state.env.get("in_directive"):
        return False
    return _read_slot(state, line, end_line, silent)


def _snippet(state: StateBlock, line: int, end_line: int, silent: bool) -> bool:
    """`--8<-- "file"`, or names of files between two lines of `--8<--`."""
    start = start_of(state, line)
    match = _SNIPPET.fullmatch(state.src, start, state.eMarks[line])
    if match is None:
        return False
    if silent:
        return True
    following = line + 1
    if match["file"] is None:
        while following < end_line:
            following += 1
            if _is_line(state, following - 1, end_line, match[0].strip()):
                break
        else:
            following = line + 1
    return _take(state, line, following)


def _template(state: StateBlock, line: int, end_line: int, silent: bool) -> bool:
    """Lines of template tags alone; what `raw` or `highlight` holds, too.

    A tag that stands for a value is text.
    """
    start = position = start_of(state, line)
    is_code = state.src.startswith(("{{<", "{{%"), start)
    if state.src.startswith("{{", start) and not is_code:
        return False
    opaque = _OPAQUE.match(state.src, start, state.eMarks[line])
    limit = state.eMarks[end_line - 1]
    if opaque:
        kind = opaque.lastgroup or ""
        closing = re.compile(_CLOSING[kind].format(opaque[kind]))
        end = closing.search(state.src, opaque.end(), limit)
        following = _line_after(state, line, end_line, end.end()) if end else 0
        if following:
            return silent or _take(state, line, following)
    while position >= 0:
        position = _dialect(state).tag_end(state.src, position)
        following = 0
        if 0 <= position <= limit:
            following = _line_after(state, line, end_line, position)
        if following:
            return silent or _take(state, line, following)
        while 0 <= position < limit and state.src[position] in " \t":
            position += 1
    return False


def _component(state: StateBlock, line: int, end_line: int, silent: bool) -> bool:
    """Lines of the tags of components alone: `<Card title="Squat">`, `</Card>`."""
    position, limit = start_of(state, line), state.eMarks[end_line - 1]
    is_mdx = _dialect(state).is_mdx
    while state.src.startswith("<", position):
        name = state.src[position + 1 : position + 3].lstrip("/")
        if not (name[:1].isupper() or (is_mdx and name[:1] == ">")):
            return False
        position = tag_end(state.src, position, limit)
        if position < 0:
            return False
        following = _line_after(state, line, end_line, position)
        if following:
            return silent or _take(state, line, following)
        while state.src[position : position + 1] in (" ", "\t"):
            position += 1
    return False


def _module(state: StateBlock, line: int, end_line: int, silent: bool) -> bool:
    """`import` and `export` of JavaScript."""
    start, limit = start_of(state, line), state.eMarks[end_line - 1]
    if state.sCount[line]:
        return False
    match = _IMPORT.match(state.src, start, limit)
    end = match.end() if match else -1
    if match is None and _EXPORT.match(state.src, start, limit):
        end = statement_end(state.src, start, limit)
    following = _line_after(state, line, end_line, end) if end >= 0 else 0
    return bool(following) and (silent or _take(state, line, following))


def _expression(state: StateBlock, line: int, end_line: int, silent: bool) -> bool:
    """An expression of MDX over several lines: what is in one may be a value."""
    if not _dialect(state).is_mdx:
        return False
    start, limit = start_of(state, line), state.eMarks[end_line - 1]
    end = braces_end(state.src, start, limit)
    following = _line_after(state, line, end_line, end) if end >= 0 else 0
    return following > line + 1 and (silent or _take(state, line, following))


_SHARED: dict[str, tuple[BlockRule, ...]] = {
    "!": (box,),
    "?": (box,),
    "=": (box,),
    "[": (note, _mark(_CONTENTS)),
    ":": (_directive,),
    "#": (_slot,),
    "/": (_mark(_FENCE),),
    "-": (_snippet,),
    ";": (_snippet,),
    "*": (_mark(_ABBREVIATION),),
    "$": (_mark(_MATH[0]), _mark(_CONTENTS)),
    "\\": (_mark(_MATH[1]),),
    "(": (_mark(_TARGET),),
    "%": (_mark(_COMMENT), _template),
    "{": (_mark(_COMMENT), _template, _mark(_ATTRIBUTES), _expression),
    "<": (_component, _template, _mark(_INCLUDED_CODE)),
}
ENDING_TEXT: dict[str, tuple[BlockRule, ...]] = _SHARED
"""What may stand directly under a paragraph."""
BEGINNING = {**_SHARED, "i": (_module,), "e": (_module,)}
