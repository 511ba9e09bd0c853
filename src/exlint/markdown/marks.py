"""Marks within a line that other syntaxes than CommonMark know.

Each stands in prose for what a reader sees of it: its text, an `OBJECT`, or nothing.
They are read above CommonMark: what it takes for code, HTML or an escape stays so.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

from exlint.markdown.balance import braces_end, tag_end
from exlint.markdown.dialect import Delimiters, Dialect, opening_signs
from exlint.markdown.pieces import OBJECT, Inline, Inlines, Piece
from exlint.regex import regex


class Mark(NamedTuple):
    """A mark: what stands for its parts in prose, and the construct that it is."""

    pieces: tuple[Piece, ...]
    item: Inline | None = None

    @property
    def start(self) -> int:
        """Where it begins in the content."""
        return self.pieces[0].start

    @property
    def end(self) -> int:
        """Where it ends in the content."""
        return self.pieces[-1].end


_Reader = Callable[[str, int], "Mark | None"]

_FOOTNOTE = regex(r"\[\^[^\[\]\s]+\](?![(:])")
_INLINE_NOTE = regex(r"\^\[([^\[\]\n]+)\]")
_WIKI_LINK = regex(
    r"!?(?<!\[)\[\[(?!_?toc_?\]|[^\[\]|]*://)(?=\S)"
    r"(?=[^\[\]|\n]{0,200}[^\W_])(?P<target>[^\[\]|\n]{1,300})"
    r"(?:\|(?P<text>[^\[\]\n]*))?\]\](?![\[(\]])",
    re.IGNORECASE,
)
_ATTRIBUTE = r"(?:[.#][\w:-]+|[\w:-]+=(?:\"[^\"\n]*\"|'[^'\n]*'|[^\s{}\"']+))"
_ATTRIBUTES = regex(
    rf"\{{(?::?[ ]*{_ATTRIBUTE}(?:[ ]+{_ATTRIBUTE})*[ ]*|:[^{{}}\n]*|-)\}}"
)
_COMMENT = regex(
    r"\{/\*.{0,1000}?\*/\}|\{>>.{0,1000}?<<\}|\{--(?!-).{0,1000}?--\}"
    r"|%%.{1,1000}?%%",
    re.DOTALL,
)
_CRITIC = regex(r"\{~~.{0,1000}?~>|~~\}|\{\+\+|\+\+\}|\{==|==\}", re.DOTALL)
_KEYS = regex(
    r"\+\+(?:[a-z0-9]+(?:-[a-z0-9]+)*|\"[^\"\n]+\")(?:\+(?:[\w-]+|\"[^\"\n]+\"))*\+\+"
)
_MATH = regex(
    r"\$\$[^$]+\$\$|\$(?![\s{$])(?!\d[\d.,]*\s+[a-z]{2,})"
    r"(?:[^$\\]|\\.)*?(?<![\s\\])\$(?![\d$])",
    re.DOTALL,
)
_TEX = regex(r"\\(?:\((?P<round>.{1,300}?)\\\)|\[(?P<square>.{1,300}?)\\\])", re.DOTALL)
_FORMULA = regex(r"[=^_\\<>+]|\A\s*\w{1,2}\s*\Z")
_DIRECTIVE = regex(
    r"(?<![\w:]):[a-z][\w-]*(?:\[(?P<text>[^\[\]\n]*)\](?:\{[^{}\n]*\})?|\{[^{}\n]*\})"
)
_FIELD = regex(r"(?<=[\w*\])])::(?=\s|\Z)")
_BLOCK_NAME = regex(r"(?<=\s)\^[\w-]+\Z")


def may_have_marks(content: str, dialect: Dialect) -> bool:
    """Whether inline content has a sign that may be a mark."""
    return _signs(dialect.templates).search(content) is not None


def with_marks(content: str, inlines: Inlines, dialect: Dialect) -> Inlines:
    """Read the marks in inline content that CommonMark takes for text."""
    marks = list(_marks(content, inlines.items, dialect))
    if not marks:
        return inlines
    pieces = [piece for mark in marks for piece in mark.pieces]
    items = [item for item in inlines.items if not _is_hidden(item, marks)]
    items += [mark.item for mark in marks if mark.item]
    shown = [piece for piece in pieces if piece.text]
    return Inlines(
        tuple(sorted([*_cut(inlines.pieces, pieces), *shown])),
        tuple(sorted(items, key=lambda item: (item.start, -item.end))),
    )


def _is_hidden(item: Inline, marks: Sequence[Mark]) -> bool:
    """Whether what CommonMark reads stands in what no reader sees as it is written."""
    place = bisect_right(marks, item.start, key=attrgetter("start")) - 1
    if place < 0 or item.start >= marks[place].end:
        return False
    return any(OBJECT in piece.text for piece in marks[place].pieces)


def _marks(content: str, items: Sequence[Inline], dialect: Dialect) -> Iterator[Mark]:
    """Yield the marks of a content, in order.

    Of code and HTML, nothing is read; of the address of a link, only templates.
    """
    closed: dict[int, int] = {}
    addresses: set[int] = set()
    for item in items:
        if item.kind in ("code", "html", "autolink"):
            closed.update(dict.fromkeys(range(item.start, item.end), item.end))
        elif item.kind in ("link", "image"):
            addresses.update(range(item.inner[1] + 1, item.end))
    signs, position = _signs(dialect.templates), 0
    while True:
        sign = signs.search(content, position)
        if sign is None:
            return
        position = sign.start()
        if position in closed:
            position = closed[position]
            continue
        mark = _template(content, position, dialect)
        if mark is None and position not in addresses:
            mark = _read(content, position, dialect)
        if mark is None or _is_link(mark, items):
            position += 2 if content[position] == "\\" else 1
        else:
            yield mark
            position = mark.end


def _is_link(mark: Mark, items: Sequence[Inline]) -> bool:
    """Whether CommonMark reads a link in what could be a wiki link."""
    if mark.item is None or mark.item.kind == "foreign":
        return False
    start = attrgetter("start")
    first = bisect_left(items, mark.start, key=start)
    within = items[first : bisect_left(items, mark.end, first, key=start)]
    return any(item.kind in ("link", "image") for item in within)


def _template(content: str, start: int, dialect: Dialect) -> Mark | None:
    if content[start] not in opening_signs(dialect.templates):
        return None
    end = dialect.tag_end(content, start)
    return _object(start, end) if end >= 0 else None


def _read(content: str, start: int, dialect: Dialect) -> Mark | None:
    character = content[start]
    if character == "{" and dialect.is_mdx and not _ATTRIBUTES.match(content, start):
        end = braces_end(content, start, len(content))
        return _object(start, end) if end >= 0 else None
    for reader in _READERS.get(character, ()):
        mark = reader(content, start)
        if mark:
            return mark
    return None


@lru_cache(maxsize=64)
def _signs(templates: Delimiters) -> re.Pattern[str]:
    signs = sorted(opening_signs(templates).union(_READERS))
    return re.compile(f"[{re.escape(''.join(signs))}]")


def _cut(pieces: Iterable[Piece], cuts: Sequence[Piece]) -> Iterator[Piece]:
    """Yield what is left of pieces of prose where others take their place."""
    for start, end, text in pieces:
        first = bisect_right(cuts, start, key=attrgetter("end"))
        within = cuts[first : bisect_left(cuts, end, first, key=attrgetter("start"))]
        if not within:
            yield Piece(start, end, text)
        elif end - start == len(text):
            begin = start
            for cut in within:
                if begin < cut.start:
                    yield Piece(
                        begin, cut.start, text[begin - start : cut.start - start]
                    )
                begin = max(begin, cut.end)
            if begin < end:
                yield Piece(begin, end, text[begin - start :])


def _object(start: int, end: int) -> Mark:
    """What no reader sees as it is written."""
    return Mark(
        (Piece(start, end, OBJECT),), Inline("foreign", start, end, (start, end))
    )


def _nothing(content: str, start: int, end: int) -> Mark:
    """What leaves no trace, nor does the space before it if words are still apart."""
    if not content[end : end + 1].isalnum():
        while start and content[start - 1] in " \t":
            start -= 1
    return Mark((Piece(start, end, ""),))


def _replaced(pattern: re.Pattern[str], text: str) -> _Reader:
    def read(content: str, start: int) -> Mark | None:
        match = pattern.match(content, start)
        return Mark((Piece(start, match.end(), text),)) if match else None

    return read


def _hidden(pattern: re.Pattern[str]) -> _Reader:
    def read(content: str, start: int) -> Mark | None:
        match = pattern.match(content, start)
        return _nothing(content, start, match.end()) if match else None

    return read


def _masked(pattern: re.Pattern[str]) -> _Reader:
    def read(content: str, start: int) -> Mark | None:
        match = pattern.match(content, start)
        return _object(start, match.end()) if match else None

    return read


def _wiki_link(content: str, start: int) -> Mark | None:
    """Read `[[Page#Heading|text]]`, or the embed `![[image.png]]`."""
    match = _WIKI_LINK.match(content, start)
    if match is None:
        return None
    end, where = match.end(), match.span("target")
    target = f"[[{match['target'].strip()}]]"
    if content[start] == "!":
        embed = Inline("embed", start, end, where, target, where)
        return Mark((Piece(start, end, OBJECT),), embed)
    shown = match.span("text") if match["text"] else where
    begin = shown[0] + (content[shown[0]] == "#")
    item = Inline("link", start, end, shown, target, where)
    return Mark((Piece(start, begin, ""), Piece(shown[1], end, "")), item)


def _inline_note(content: str, start: int) -> Mark | None:
    """Read `^[a note]` as what it says, set apart."""
    match = _INLINE_NOTE.match(content, start)
    if match is None:
        return None
    first, last = match.span(1)
    return Mark((Piece(start, first, " ("), Piece(last, match.end(), ")")))


def _directive(content: str, start: int) -> Mark | None:
    """Read `:badge[text]{.new}` as its text, `:icon{name="x"}` as an object."""
    match = _DIRECTIVE.match(content, start)
    if match is None:
        return None
    if match["text"] is None:
        return _object(start, match.end())
    first, last = match.span("text")
    return Mark((Piece(start, first, ""), Piece(last, match.end(), "")))


def _tex(content: str, start: int) -> Mark | None:
    r"""Read `\(x = 1\)`, and not brackets that somebody has escaped."""
    match = _TEX.match(content, start)
    inner = match["round"] or match["square"] if match else ""
    if match and _FORMULA.search(inner) and any(map(str.isalnum, inner)):
        return _object(start, match.end())
    return None


def _component(content: str, start: int) -> Mark | None:
    """Read a tag that is no HTML, since it holds program text."""
    end = tag_end(content, start, len(content))
    if end < 0 or "{" not in content[start:end]:
        return None
    return _object(start, end)


_READERS: Mapping[str, tuple[_Reader, ...]] = {
    "!": (_wiki_link,),
    "[": (_wiki_link, _hidden(_FOOTNOTE)),
    "^": (_inline_note, _hidden(_BLOCK_NAME)),
    "{": (_hidden(_COMMENT), _replaced(_CRITIC, ""), _hidden(_ATTRIBUTES)),
    "%": (_hidden(_COMMENT),),
    "+": (_masked(_KEYS), _replaced(_CRITIC, "")),
    "=": (_replaced(_CRITIC, ""),),
    "~": (_replaced(_CRITIC, ""),),
    "$": (_masked(_MATH),),
    "\\": (_tex,),
    ":": (_directive, _replaced(_FIELD, ":")),
    "<": (_component,),
}
"""What a mark can be, by its first character."""
