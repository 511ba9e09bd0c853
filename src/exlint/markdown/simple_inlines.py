"""Inline content that needs no parser: text, emphasis and links, none within another.

What is read here reads the library in the same way, thirty times slower. The patterns
leave to it all that depends on more than they see.
"""

from __future__ import annotations

from exlint.markdown.pieces import Inline, Inlines, Piece
from exlint.regex import regex

_TEXT = r"[^\n\\`*_~\[\]!&<]"
_LABEL = r"[a-z0-9-]{1,40}"
ADDRESS = (
    rf"(?:https?://{_LABEL}(?:\.{_LABEL}){{1,4}}(?=[/?#]|\Z|\))|(?!//)(?=[^)?#]))"
    r"[A-Za-z0-9._~/-]*(?:\?[A-Za-z0-9._~/=-]*)?(?:#[A-Za-z0-9._~-]*)?"
)
"""Addresses that are their own percent-encoded form."""

_CONSTRUCT = regex(
    rf"(?P<text>{_TEXT}+|!(?!\[){_TEXT}*)"
    # between spaces, a mark before a word opens and a mark behind it closes
    rf"|(?<![^ ])(?P<mark>\*\*?|__?)(?=\S)(?P<emphasis>{_TEXT}+)"
    r"(?:(?<=\S)(?P=mark)(?![^ ])|(?<=[^\W_])(?P=mark)(?=[.,;:)]))"
    rf"|\[(?P<label>{_TEXT}+)\]\((?P<link>{ADDRESS})\)"
)


def read_simple(content: str) -> Inlines | None:
    """Read inline content; None if it is not as simple as that."""
    pieces: list[Piece] = []
    items: list[Inline] = []
    position, end, match = 0, len(content), _CONSTRUCT.match
    while position < end:
        found = match(content, position)
        if found is None:
            return None
        start, position = position, found.end()
        kind = found.lastgroup
        if kind == "text":
            pieces.append(Piece(start, position, found[0]))
        elif kind == "emphasis":
            inner = found.span("emphasis")
            pieces.append(Piece(*inner, found["emphasis"]))
            if len(found["mark"]) == 2:
                items.append(Inline("strong", start, position, inner))
        else:
            inner, place = found.span("label"), found.span("link")
            pieces.append(Piece(*inner, found["label"]))
            item = Inline("link", start, position, inner, found["link"], place)
            items.append(item)
    return Inlines(tuple(pieces), tuple(items))
