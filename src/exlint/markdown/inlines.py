"""markdown-it's inline parser, with a record of where each piece stands.

The library gives inline tokens no position. While it tokenizes, though, it knows
the offset of each construct; the loop below is the library's own
(`ParserInline.tokenize`), plus that record, and minus the rules that cannot match a
character. `tests/markdown` holds the outcome against that of the untouched parser.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from markdown_it import MarkdownIt, rules_inline
from markdown_it.parser_inline import ParserInline, RuleFuncInlineType
from markdown_it.rules_inline.state_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType

from exlint.markdown.pieces import OBJECT, Inline, InlineKind, Inlines, Piece
from exlint.markdown.simple_inlines import read_simple
from exlint.regex import regex

_RULES: dict[str, tuple[str, RuleFuncInlineType]] = {
    "\n": ("break", rules_inline.newline),
    "\\": ("escape", rules_inline.escape),
    "`": ("code", rules_inline.backtick),
    "*": ("emphasis", rules_inline.emphasis.tokenize),
    "_": ("emphasis", rules_inline.emphasis.tokenize),
    "~": ("emphasis", rules_inline.strikethrough.tokenize),
    "[": ("link", rules_inline.link),
    "!": ("image", rules_inline.image),
    "&": ("entity", rules_inline.entity),
}
_SPECIAL = regex(r"[\n\\`*_~\[!&<]")
_LINE_BREAK_TAG = regex(r"<br\s*/?>", re.IGNORECASE)


class _State(StateInline):
    def __init__(
        self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]
    ) -> None:
        super().__init__(src, md, env, tokens)
        self.pieces: list[Piece] = []
        self.items: list[Inline] = []
        self.marks: list[tuple[int, Token]] = []
        """Emphasis marks: markup if they find a partner, else text."""
        self.label_end = 0
        """End of the text of the link that was read last."""

    def write(self, start: int, text: str, width: int = 0) -> None:
        end = start + width if width else self.pos
        self.pieces.append(Piece(start, end, text))

    def note(
        self,
        kind: InlineKind,
        start: int,
        inner: tuple[int, int],
        target: str = "",
        destination: tuple[int, int] | None = None,
    ) -> None:
        self.items.append(Inline(kind, start, self.pos, inner, target, destination))


class _Inlines(ParserInline):
    def tokenize(self, state: StateInline) -> None:
        assert isinstance(state, _State)
        source, end = state.src, state.posMax
        while state.pos < end:
            start = state.pos
            if state.level < state.md.options["maxNesting"] and _construct(state):
                continue
            special = _SPECIAL.search(source, start + 1, end)
            state.pos = special.start() if special else end
            state.pending += source[start : state.pos]
            state.write(start, source[start : state.pos])
        if state.pending:
            state.pushPending()
        state.label_end = end

    def parse(
        self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]
    ) -> list[Token]:
        """Parse the text of an image: its tokens are asked for, not its places."""
        return self.run(_State(src, md, env, tokens)).tokens

    def run(self, state: _State) -> _State:
        """Tokenize, then pair the emphasis marks."""
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state


def _construct(state: _State) -> bool:
    """Consume the construct at the state's position and record it."""
    start, character = state.pos, state.src[state.pos]
    if character == "<":
        return _angle(state)
    if character not in _RULES:
        return False
    kind, rule = _RULES[character]
    if kind == "emphasis" and state.pending:
        state.pushPending()  # so that each new token is a mark
    elif kind == "break" and state.pending.endswith(" "):
        _strip_last(state.pieces)
    before = len(state.tokens)
    if not rule(state, False):
        return False
    _record(state, kind, start, state.tokens[before:])
    return True


def _angle(state: _State) -> bool:
    start, before = state.pos, len(state.tokens)
    if rules_inline.autolink(state, False):
        opening = next(t for t in state.tokens[before:] if t.type == "link_open")
        state.write(start, OBJECT)
        inner = (start + 1, state.pos - 1)
        state.note("autolink", start, inner, str(opening.attrs["href"]))
        return True
    if rules_inline.html_inline(state, False):
        if _LINE_BREAK_TAG.fullmatch(state.src, start, state.pos):
            state.write(start, " ")
        state.note("html", start, (start, state.pos))
        return True
    return False


def _record(state: _State, kind: str, start: int, tokens: list[Token]) -> None:
    """Note what the rule of a kind has made of `src[start:pos]`."""
    last = tokens[-1] if tokens else None
    if kind == "break":
        state.write(start, " ", len("\n"))
    elif kind == "emphasis":
        for token in tokens:
            state.marks.append((start, token))
            start += len(token.content)
    elif kind == "code":
        if last and last.type == "code_inline":
            ticks = len(last.markup)
            state.write(start, OBJECT)
            state.note("code", start, (start + ticks, state.pos - ticks))
        else:
            state.write(start, state.src[start : state.pos])
    elif kind in ("escape", "entity") and last:
        if last.type == "hardbreak":
            state.write(start, " ", len("\\\n"))
        else:
            state.write(start, last.content)
    elif kind == "link":
        _record_link(state, start, tokens)
    elif kind == "image" and last:
        state.write(start, OBJECT)
        inner = (start + 2, start + 2 + len(last.content))
        target = str(last.attrs["src"])
        state.note("image", start, inner, target, _destination(state, inner[1] + 1))


def _record_link(state: _State, start: int, tokens: list[Token]) -> None:
    opening = next(token for token in tokens if token.type == "link_open")
    inner = (start + 1, state.label_end)
    target = str(opening.attrs["href"])
    state.note("link", start, inner, target, _destination(state, inner[1] + 1))


def _destination(state: _State, opening: int) -> tuple[int, int] | None:
    """Place of the address behind a link's text; None for a reference."""
    if state.src[state.pos - 1] != ")":
        return None
    begin = opening + 1
    while state.src[begin] in " \t\n":
        begin += 1
    result = state.md.helpers.parseLinkDestination(state.src, begin, state.pos)
    if not result.ok:  # `()`
        return (begin, begin)
    if state.src[begin] == "<":
        return (begin + 1, result.pos - 1)
    return (begin, result.pos)


def _strip_last(pieces: list[Piece]) -> None:
    """Remove the spaces before a line break from the text before it."""
    start, _, text = pieces.pop()
    text = text.rstrip(" ")
    pieces.append(Piece(start, start + len(text), text))


def _make_parser() -> tuple[MarkdownIt, _Inlines]:
    md = MarkdownIt()
    parser = _Inlines()
    md.inline = parser
    md.configure("commonmark").enable("strikethrough")
    md.disable("fragments_join")  # it merges the marks' tokens into their neighbours
    return md, parser


_MD, _PARSER = _make_parser()


def is_plain(content: str) -> bool:
    """Whether inline content reads as it is written, in one line.

    Asked of every leaf: one character is found far faster than one of several.
    """
    return not (
        "*" in content
        or "[" in content
        or "_" in content
        or "`" in content
        or "&" in content
        or "<" in content
        or "!" in content
        or "\\" in content
        or "~" in content
        or "\n" in content
    )


def parse_inlines(content: str, references: Mapping[str, Any]) -> Inlines:
    """Parse inline content (the text of a paragraph, heading or table cell)."""
    if references:
        return read_simple(content, references) or _parse(content, references)
    return _parse_alone(content)


@lru_cache(maxsize=4096)
def _parse_alone(content: str) -> Inlines:
    """Templated pages repeat whole lines: most are parsed once a run."""
    return read_simple(content, {}) or _parse(content, {})


def _parse(content: str, references: Mapping[str, Any]) -> Inlines:
    state = _PARSER.run(_State(content, _MD, {"references": references}, []))
    opened: list[int] = []
    for start, token in state.marks:
        if token.type == "text" and token.content:
            end = start + len(token.content)
            state.pieces.append(Piece(start, end, token.content))
        elif token.type == "strong_open":
            opened.append(start)
        elif token.type == "strong_close" and opened:
            # of `**` + `**`, the library makes the two inner marks its tokens
            mark = opened.pop()
            inner = (mark + 1, start)
            state.items.append(Inline("strong", mark - 1, start + 2, inner))
    pieces = sorted(piece for piece in state.pieces if piece.text)
    items = sorted(state.items, key=lambda item: (item.start, -item.end))
    return Inlines(tuple(pieces), tuple(items))
