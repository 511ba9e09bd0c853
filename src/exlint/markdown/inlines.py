"""markdown-it's inline parser, with a record of where each piece stands.

The library gives inline tokens no position. While it tokenizes, though, it knows
the offset of each construct; the loop below is the library's own
(`ParserInline.tokenize`), plus that record, and minus the rules that cannot match a
character.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from markdown_it import MarkdownIt, rules_inline
from markdown_it.parser_inline import ParserInline, RuleFuncInlineType
from markdown_it.rules_inline.state_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType

OBJECT = "\ufffc"
"""Stands in prose for what is not prose: a code span, an image, a bare address."""

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
_SPECIAL = re.compile(r"[\n\\`*_~\[!&<]")


@dataclass(frozen=True, slots=True)
class Piece:
    """Prose text, and the place in the content from which it comes."""

    start: int
    text: str


@dataclass(frozen=True, slots=True)
class Inline:
    """A link, image, code span, piece of HTML or strong run in inline content.

    `start` and `end` are offsets into the content, `inner` those of a link's text,
    a strong run's text or an image's alternative text, `destination` those of the
    address in `[text](address)`.
    """

    kind: str
    start: int
    end: int
    inner: tuple[int, int]
    target: str = ""
    destination: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Inlines:
    """The prose of inline content, and the constructs in it."""

    pieces: tuple[Piece, ...]
    items: tuple[Inline, ...]


class _State(StateInline):
    def __init__(
        self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]
    ) -> None:
        super().__init__(src, md, env, tokens)
        self.pieces: list[Piece] = []
        self.items: list[Inline] = []
        self.marks: list[tuple[int, Token]] = []
        """Emphasis marks: markup if they find a partner, else text."""


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
            state.pieces.append(Piece(start, source[start : state.pos]))
        if state.pending:
            state.pushPending()

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
    start, before = state.pos, len(state.tokens)
    character = state.src[start]
    if character == "<":
        return _angle(state)
    if character not in _RULES:
        return False
    kind, rule = _RULES[character]
    if not rule(state, False):
        return False
    _record(state, kind, start, state.tokens[before:])
    return True


def _angle(state: _State) -> bool:
    start = state.pos
    if rules_inline.autolink(state, False):
        target = state.src[start + 1 : state.pos - 1]
        state.pieces.append(Piece(start, OBJECT))
        inner = (start + 1, state.pos - 1)
        state.items.append(Inline("autolink", start, state.pos, inner, target))
        return True
    if rules_inline.html_inline(state, False):
        inner = (start, state.pos)
        state.items.append(Inline("html", start, state.pos, inner))
        return True
    return False


def _record(state: _State, kind: str, start: int, tokens: list[Token]) -> None:
    """Note what the rule of a kind has made of `src[start:pos]`."""
    end, pieces = state.pos, state.pieces
    if kind == "break":
        _strip_last(pieces)
        pieces.append(Piece(start, " "))
    elif kind == "emphasis":
        for token in tokens:
            if token.type == "text" and token.content and token.content in "**__~~":
                state.marks.append((start, token))
                start += len(token.content)
    elif kind == "code":
        if tokens and tokens[-1].type == "code_inline":
            ticks = len(tokens[-1].markup)
            pieces.append(Piece(start, OBJECT))
            inner = (start + ticks, end - ticks)
            state.items.append(Inline("code", start, end, inner))
        else:
            pieces.append(Piece(start, state.src[start:end]))
    elif kind == "escape":
        text = tokens[-1].content or " "  # a line break has none
        escapes = len(text) == 1
        pieces.append(Piece(start + 1 if escapes else start, text))
    elif kind == "entity":
        text = tokens[-1].content if tokens else state.pending[-1:]
        pieces.append(Piece(start, text or OBJECT))
    else:
        _record_link(state, kind, start, tokens)


def _record_link(state: _State, kind: str, start: int, tokens: list[Token]) -> None:
    token = next(token for token in tokens if token.type in ("link_open", "image"))
    target = token.attrs["href" if kind == "link" else "src"]
    label = start + (1 if kind == "link" else 2)
    probe = StateInline(state.src, state.md, state.env, [])
    close = state.md.helpers.parseLinkLabel(probe, label - 1, False)
    if kind == "image":
        state.pieces.append(Piece(start, OBJECT))
    inner = (label, close)
    where = _destination(state, close + 1)
    state.items.append(Inline(kind, start, state.pos, inner, str(target), where))


def _destination(state: _State, opening: int) -> tuple[int, int] | None:
    """Place of the address behind a link's text; None for a reference."""
    if state.src[opening : opening + 1] != "(" or state.src[state.pos - 1] != ")":
        return None
    begin = opening + 1
    while state.src[begin] in " \t\n":
        begin += 1
    result = state.md.helpers.parseLinkDestination(state.src, begin, state.pos)
    if state.src[begin] == "<":
        return (begin + 1, result.pos - 1)
    return (begin, result.pos)


def _strip_last(pieces: list[Piece]) -> None:
    if pieces and pieces[-1].text.endswith(" "):
        pieces[-1] = Piece(pieces[-1].start, pieces[-1].text.rstrip(" "))


def _make_parser() -> tuple[MarkdownIt, _Inlines]:
    md = MarkdownIt()
    parser = _Inlines()
    md.inline = parser
    md.configure("commonmark").enable("strikethrough")
    md.disable("fragments_join")  # it merges the marks' tokens into their neighbours
    return md, parser


_MD, _PARSER = _make_parser()


def parse_inlines(content: str, references: Mapping[str, Any]) -> Inlines:
    """Parse inline content (the text of a paragraph, heading or table cell)."""
    if _SPECIAL.search(content) is None:
        return Inlines((Piece(0, content),), ())
    if references:
        return _parse(content, references)
    return _parse_alone(content)


@lru_cache(maxsize=4096)
def _parse_alone(content: str) -> Inlines:
    """Templated pages repeat whole lines: most are parsed once a run."""
    return _parse(content, {})


def _parse(content: str, references: Mapping[str, Any]) -> Inlines:
    state = _PARSER.run(_State(content, _MD, {"references": references}, []))
    opened: list[int] = []
    for start, token in state.marks:
        if token.type == "text" and token.content:
            state.pieces.append(Piece(start, token.content))
        elif token.type == "strong_open":
            opened.append(start)
        elif token.type == "strong_close" and opened:
            # of `**` + `**`, the library makes the two inner marks its tokens
            mark = opened.pop()
            inner = (mark + 1, start)
            state.items.append(Inline("strong", mark - 1, start + 2, inner))
    state.pieces.sort(key=lambda piece: piece.start)
    state.items.sort(key=lambda item: (item.start, -item.end))
    pieces = tuple(piece for piece in state.pieces if piece.text)
    return Inlines(pieces, tuple(state.items))
