"""What the untouched library makes of a text, to hold exlint's reading against."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

from exlint.markdown import OBJECT, Document
from exlint.markdown.lines import normalised
from exlint.markdown.parser import parse_blocks
from exlint.markdown.state import ITEM_OF_A_LINE, Node

_LEAVES = ("heading_open", "paragraph_open", "th_open", "td_open")
_CELLS = ("th_open", "td_open")


@cache
def library() -> MarkdownIt:
    return MarkdownIt("commonmark").enable(["table", "strikethrough"])


def tokens_of_library(text: str) -> list[tuple[Any, ...]]:
    """The library's block tokens: what they are, hold, and the lines they cover."""
    parser = library()
    found = parser.block.parse(normalised(text), parser, {}, []) or []
    return [_token(token) for token in found]


def _token(token: Token) -> tuple[Any, ...]:
    if token.type == "inline":
        return ("inline", token.content)
    if token.nesting < 0:
        return (token.type, token.tag, token.markup)
    lines = None if token.type in _CELLS else token.map
    return (token.type, token.tag, lines, token.markup, token.info, token.content)


def tokens_of_exlint(text: str) -> list[tuple[Any, ...]]:
    """What exlint's parser makes of a text, as such tokens."""
    return list(_flat(parse_blocks(normalised(text)).open[0].nodes))


def _flat(nodes: Iterable[Node]) -> Iterator[tuple[Any, ...]]:
    for node in nodes:
        if node.type == ITEM_OF_A_LINE:
            yield from _item_of_a_line(node)
            continue
        opens = node.type.endswith("_open")
        lines = None if node.type in _CELLS else node.map
        content = "" if opens else node.content
        yield (node.type, node.tag, lines, node.markup, node.info, content)
        if node.type in _LEAVES:
            yield ("inline", node.content)
        yield from _flat(node.nodes)
        if opens:
            yield (node.type.replace("_open", "_close"), node.tag, node.markup)


def _item_of_a_line(node: Node) -> Iterator[tuple[Any, ...]]:
    """The tokens of an item and its paragraph, which are one node."""
    assert node.map
    first = node.map[0]
    yield ("list_item_open", "li", node.map, node.markup, node.info, "")
    yield ("paragraph_open", "p", [first, first + 1], "", "", "")
    yield ("inline", node.content)
    yield ("paragraph_close", "p", "")
    yield ("list_item_close", "li", node.markup)


def inlines_of_library(text: str) -> list[tuple[Any, ...]]:
    """Source, prose, links and code of each leaf, by the library's inline tokens."""
    tokens = library().parse(normalised(text))
    return [
        (
            token.content,
            "".join(_prose(token.children or [])),
            [_target(child) for child in token.children or [] if _target(child)],
            sum(child.type == "code_inline" for child in token.children or []),
        )
        for token in tokens
        if token.type == "inline"
    ]


def _prose(tokens: Iterable[Token]) -> Iterator[str]:
    skipping = False
    for token in tokens:
        if token.info == "auto":  # an address in angle brackets: its two link tokens
            skipping = token.nesting > 0
            yield OBJECT if skipping else ""
        elif token.type in ("softbreak", "hardbreak"):
            yield " "
        elif token.type in ("code_inline", "image"):
            yield OBJECT
        elif token.type == "html_inline":
            tag = token.content.lower().strip("</ >")
            yield " " if tag == "br" and token.content[1] != "/" else ""
        elif not skipping:
            yield token.content


def _target(token: Token) -> tuple[str, Any] | None:
    if token.type == "link_open":
        return ("autolink" if token.info == "auto" else "link", token.attrs["href"])
    return ("image", token.attrs["src"]) if token.type == "image" else None


def inlines_of_exlint(document: Document) -> list[tuple[Any, ...]]:
    """The same by exlint. Links and code belong to the leaf within which they stand."""
    leaves = [
        block
        for block in document.walk()
        if block.kind in ("heading", "paragraph", "cell")
    ]
    return [
        (
            leaf.text,
            document.prose_of(leaf),
            [
                (link.kind, link.target)
                for link in document.links
                if leaf.span.start <= link.span.start < leaf.span.end
            ],
            sum(
                leaf.span.start <= span.start < leaf.span.end
                for span in document.code_spans
            ),
        )
        for leaf in leaves
    ]
