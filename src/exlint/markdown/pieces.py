"""What inline content is made of: pieces of prose, and constructs such as links."""

from __future__ import annotations

from typing import Literal, NamedTuple

OBJECT = "\ufffc"
"""Stands in prose for what is not prose: a code span, an image, a bare address."""

InlineKind = Literal[
    "link", "image", "autolink", "embed", "code", "html", "strong", "foreign"
]


class Piece(NamedTuple):
    """Prose text, and the range of the content that it stands for."""

    start: int
    end: int
    text: str


class Inline(NamedTuple):
    """A link, image, code span, piece of HTML or strong run in inline content.

    `start` and `end` are positions in the content, `inner` those of a link's text,
    a strong run's text or an image's alternative text, `destination` those of the
    address in `[text](address)`.
    """

    kind: InlineKind
    start: int
    end: int
    inner: tuple[int, int]
    target: str = ""
    destination: tuple[int, int] | None = None


class Inlines(NamedTuple):
    """The prose of inline content, and the constructs in it, in order."""

    pieces: tuple[Piece, ...]
    items: tuple[Inline, ...]
