"""Wherever a block, link or word stands, its span says so: properties of any text."""

from hypothesis import given
from hypothesis import strategies as st

from exlint.markdown import Block, Document, Link
from exlint.text import BOM, Position, Span
from tests.markdown.checks import BREAK, check_document, document_of
from tests.markdown.documents import documents, plain_documents, soup, with_line_ends


@given(documents())
def test_the_spans_of_a_document(text: str) -> None:
    check_document(document_of(text))


@given(soup())
def test_the_spans_of_any_marks(text: str) -> None:
    check_document(document_of(text))


@given(st.text())
def test_any_text_is_markdown(text: str) -> None:
    check_document(document_of(text))


@given(documents())
def test_positions_are_what_counting_finds(text: str) -> None:
    source = document_of(text).source
    line, column = 1, 1
    for offset, character in enumerate(text):
        if offset == 0 and character == BOM:
            assert source.position(0) == Position(1, 1)
            continue
        assert source.position(offset) == Position(line, column)
        column += 1
        is_break = character == "\n" or (
            character == "\r" and text[offset + 1 : offset + 2] != "\n"
        )
        if is_break:
            line, column = line + 1, 1
    assert source.position(len(text)) == Position(line, column)


@given(documents())
def test_lines_are_what_splitting_finds(text: str) -> None:
    source = document_of(text).source
    lines = [source[source.line_span(n)] for n in range(len(source.lines.starts))]
    assert lines == BREAK.split(text.removeprefix(BOM))


@given(
    plain_documents(),
    st.sampled_from([["\r\n"], ["\r"], ["\n", "\r\n"], ["\r\n", "\n", "\n"]]),
    st.sampled_from(["", BOM]),
)
def test_line_ends_and_byte_order_mark_change_nothing(
    text: str, line_ends: list[str], begin: str
) -> None:
    plain = document_of(text)
    other = document_of(begin + with_line_ends(text, line_ends))
    assert _placed(other) == _placed(plain)
    assert other.prose.text == plain.prose.text
    for position, character in enumerate(plain.prose.text):
        if character != "\n":
            here, there = plain.prose.offset(position), other.prose.offset(position)
            assert other.source.position(there) == plain.source.position(here)


def _placed(document: Document) -> list[object]:
    """All that a document holds, with positions in place of spans."""

    def place(span: Span | None) -> object:
        position = document.source.position
        return span and (position(span.start), position(span.end))

    def placed(block: Block) -> object:
        children = tuple(map(placed, block.children))
        return (
            *block._replace(span=Span(0, 0), children=()),
            place(block.span),
            children,
        )

    front = document.front_matter
    return [
        [placed(block) for block in document.blocks],
        [placed(block) for block in document.lists],
        [
            (link.kind, link.text, link.target, *map(place, _spans_of(link)))
            for link in document.links
        ],
        [place(span) for span in document.code_spans],
        [place(span) for span in document.strong],
        [place(span) for span in document.html],
        front and (place(front.span), place(front.content)),
        document.references,
    ]


def _spans_of(link: Link) -> tuple[Span | None, ...]:
    return link.span, link.text_span, link.target_span
