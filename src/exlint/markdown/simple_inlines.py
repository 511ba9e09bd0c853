"""Inline content that needs no parser: none of its marks stands within another.

Text, line breaks, emphasis, code and links are read here as the library reads them,
twenty times faster. What depends on more than the patterns see is left to it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from markdown_it.common.utils import normalizeReference

from exlint.markdown.pieces import OBJECT, Inline, Inlines, Piece
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
    r"|(?P<break>(?<! )\n(?![ \t\n]))"
    # between spaces, a mark before a word opens and a mark behind it closes
    rf"|(?<![^ \n])(?P<mark>\*\*?|__?)(?=\S)(?P<emphasis>{_TEXT}+)"
    r"(?:(?<=\S)(?P=mark)(?![^ \n])|(?<=[^\W_])(?P=mark)(?=[.,;:)]))"
    r"|(?P<code>`[^`\n]+`)(?!`)"
    rf"|\[(?P<label>{_TEXT}+)\]"
    rf"(?:\((?P<link>{ADDRESS})\)|(?P<reference>\[{_TEXT}+\]|(?![\[(])))"
)


def read_simple(content: str, references: Mapping[str, Any]) -> Inlines | None:
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
        elif kind == "break":
            pieces.append(Piece(start, position, " "))
        elif kind == "code":
            pieces.append(Piece(start, position, OBJECT))
            items.append(Inline("code", start, position, (start + 1, position - 1)))
        elif kind == "emphasis":
            inner = found.span("emphasis")
            pieces.append(Piece(*inner, found["emphasis"]))
            if len(found["mark"]) == 2:
                items.append(Inline("strong", start, position, inner))
        else:
            inner, place = found.span("label"), None
            if kind == "link":
                target, place = found["link"], found.span("link")
            else:
                name = found["reference"][1:-1] or found["label"]
                reference = references.get(normalizeReference(name))
                if reference is None:
                    return None
                target = reference["href"]
            pieces.append(Piece(*inner, found["label"]))
            items.append(Inline("link", start, position, inner, target, place))
    return Inlines(tuple(pieces), tuple(items))
