"""What holds for the spans of any document."""

import re
from collections.abc import Iterable

from markdown_it.common.utils import unescapeAll

from exlint.markdown import (
    LIST_BLOCKS,
    OBJECT,
    Block,
    Document,
    parse_commonmark,
)
from exlint.markdown.parser import WHITE_SPACE
from exlint.text import NOWHERE, Source, Span
from tests.markdown.library import library

LEAVES = ("heading", "paragraph", "cell")
"""The blocks whose text a reader sees as prose."""
BREAK = re.compile(r"\r\n|\n|\r")


def document_of(text: str) -> Document:
    return parse_commonmark(Source.of("page.md", text))


def check_document(document: Document) -> None:
    """Check all that holds for any document."""
    check_order(document.blocks, Span(0, len(document.source.text)))
    for block in document.walk():
        check_text(document, block)
        check_prose_within(block)
    lists = [block for block in document.walk() if block.kind in LIST_BLOCKS]
    assert list(document.lists) == lists
    check_alone(document)
    check_links(document)
    check_prose(document)


def check_order(blocks: Iterable[Block], outer: Span) -> None:
    """Blocks stand within what holds them, one behind the other."""
    end = outer.start
    for block in blocks:
        assert end <= block.span.start <= block.span.end <= outer.end, block
        check_order(block.children, block.span)
        end = block.span.end


def check_text(document: Document, block: Block) -> None:
    """A block's text is found at its span, line by line."""
    source = document.source[block.span].replace("\0", "\ufffd")
    lines = [line.strip(WHITE_SPACE) for line in BREAK.split(source)]
    wanted = [
        line.strip(WHITE_SPACE) for line in block.text.strip(WHITE_SPACE).split("\n")
    ]
    if block.kind == "cell":
        assert source.replace("\\|", "|") == block.text
    elif block.kind == "heading" and block.marker == "#":
        assert source.startswith("#" * block.level)
        assert block.text in source
    elif block.kind in ("heading", "paragraph", "code", "html") and block.text.strip(
        WHITE_SPACE
    ):
        at = 0
        for line in wanted:
            while not lines[at].endswith(line):
                at += 1
            at += 1
        if block.kind == "paragraph":
            assert not "".join(lines[at:]).strip(WHITE_SPACE + ">")
    elif block.kind == "quote":
        assert source.startswith(">")
    elif block.kind == "item":
        assert source.lstrip("0123456789").startswith(block.marker)
    elif block.kind == "rule":
        assert set(source) <= set("*-_ \t")


def check_prose_within(block: Block) -> None:
    """The prose of a container is that of all leaves within that have some."""
    if block.children:
        leaves = [one for one in block.walk() if one.kind in LEAVES]
        places = [leaf.prose for leaf in leaves]
        whole = Span(places[0].start, places[-1].end) if places else NOWHERE
        assert block.prose == whole, block


def check_alone(document: Document) -> None:
    """A block's source, read alone, is that block, with the same inner places."""
    text, lines = document.source.text, document.source.lines
    for block in document.blocks:
        start = lines.starts[lines.line(block.span.start)]
        end = document.source.line_at(block.span.end).end
        alone = document_of("\n" + text[start:end])
        assert [_shape(block, start - 1)] == [_shape(b, 0) for b in alone.blocks]


def _shape(block: Block, shift: int) -> tuple[object, ...]:
    """A block without its prose, which depends on references, moved by `shift`.

    Code and HTML that nothing closes hold the blank lines up to the end, too.
    """
    text = block.text.strip() if block.kind in ("code", "html") else block.text
    start, end = block.span
    return (
        (block.kind, text, block.level, block.marker, block.info),
        (start - shift, end - shift),
        tuple(_shape(child, shift) for child in block.children),
    )


def check_links(document: Document) -> None:
    """A link's span is the link's source, its inner spans those of its parts."""
    source = document.source
    for link in document.links:
        opening = {"link": "[", "image": "![", "autolink": "<"}[link.kind]
        closing = ">" if link.kind == "autolink" else ")]"
        assert source[link.span].startswith(opening)
        assert source[link.span][-1] in closing
        assert link.span.start < link.text_span.start <= link.text_span.end
        assert link.text_span.end < link.span.end
        if link.kind != "autolink" and "\n" not in link.text:
            assert source.text[link.text_span.end] == "]"
            text = source[link.text_span].replace("\0", "\ufffd")
            assert link.text in (text, text.replace("\\|", "|"))
        if link.target_span:
            assert link.span.start < link.target_span.start <= link.target_span.end
            assert link.target_span.end < link.span.end
            target = source[link.target_span].replace("\0", "\ufffd")
            targets = (target, target.replace("\\|", "|"), BREAK.sub("\n", target))
            assert link.target in [_address(link.kind, target) for target in targets]
    for span in document.code_spans:
        assert source[span][0] == source[span][-1] == "`"
    for span in document.html:
        assert source[span][0] == "<"
        assert source[span][-1] == ">"
    for span in document.strong:
        before = source.text[: span.start].removesuffix("\\")  # of a pipe in a cell
        assert before.endswith(("**", "__"))
        assert source.text[span.end : span.end + 2] in ("**", "__")


def _address(kind: str, source: str) -> str:
    if kind == "autolink":
        is_mail = "@" in source and ":" not in source.partition("@")[0]
        return library().normalizeLink("mailto:" + source if is_mail else source)
    return library().normalizeLink(unescapeAll(source))


def check_prose(document: Document) -> None:
    """Prose maps back to the same characters, in the order of the source."""
    prose, text = document.prose, document.source.text
    for block in document.walk():
        if block.kind not in ("heading", "paragraph", "cell"):
            continue
        before = block.span.start
        for position in range(block.prose.start, block.prose.end):
            offset = prose.offset(position)
            assert before <= offset <= block.span.end
            if offset in prose.ends.values() and position not in prose.starts:
                continue  # the second character of an entity
            check_character(prose.text[position], text[offset : offset + 1])
            before = offset
        if block.prose.start < block.prose.end:
            span = prose.span(*block.prose)
            assert block.span.start <= span.start < span.end <= block.span.end


def check_character(prose: str, source: str) -> None:
    if prose == OBJECT and source != OBJECT:
        assert source in "`!<"
    elif prose == " " and source != " ":
        assert source in "\r\n\\<&"
    elif prose == "\ufffd" and source == "\0":
        return
    else:
        assert prose == source or source in "\\&"
