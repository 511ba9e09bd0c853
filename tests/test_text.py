"""Positions in a text, and the way back from a text to its source."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exlint.text import LineIndex, Mapped, Position, Source, Span, lower


@pytest.mark.parametrize(
    ("text", "offset", "expected"),
    [
        ("", 0, (1, 1)),
        ("ab\ncd", 2, (1, 3)),
        ("ab\ncd", 3, (2, 1)),
        ("ab\r\ncd", 3, (1, 4)),
        ("ab\r\ncd", 4, (2, 1)),
        ("ab\rcd\r", 6, (3, 1)),
        ("\ufeffab", 0, (1, 1)),
        ("\ufeffab", 1, (1, 1)),
        ("\ufeffab\nc", 4, (2, 1)),
        ("😀b", 1, (1, 2)),
        ("a\u2028b\x0bc\x85d", 6, (1, 7)),
    ],
)
def test_positions_count_code_points_from_one(
    text: str, offset: int, expected: tuple[int, int]
) -> None:
    assert Source.of("page.md", text).position(offset) == Position(*expected)


@given(st.text(alphabet="a\r\n"))
def test_lines_are_found_with_any_line_ends(text: str) -> None:
    starts = LineIndex.of(text).starts
    lines = [text[a:b] for a, b in zip(starts, [*starts[1:], None], strict=True)]
    assert "".join(lines) == text
    for line in lines[:-1]:
        assert line.rstrip("\r\n") + "\n" == line.replace("\r\n", "\n").replace(
            "\r", "\n"
        )


def test_a_line_is_found_without_its_break() -> None:
    source = Source.of("page.md", "ab\r\n\ncd")
    assert [source[source.line_span(line)] for line in range(3)] == ["ab", "", "cd"]
    assert source[source.line_at(6)] == "cd"


MAPPED = Mapped("one two & x", (0, 4, 8, 9), (10, 20, 24, 29), {2: 29})
"""Of a source with markup before `two`, and `&amp;` for `&`."""


def test_a_span_ends_behind_the_last_character_taken() -> None:
    assert MAPPED.span(0, 3) == Span(10, 13)
    assert MAPPED.span(0, 7) == Span(10, 23)
    assert MAPPED.span(4, 9) == Span(20, 29)
    assert MAPPED.span(8, 11) == Span(24, 31)
    assert MAPPED.span(5, 5) == Span(21, 21)


def test_a_position_is_found_for_an_offset() -> None:
    assert [MAPPED.position(offset) for offset in (0, 10, 12)] == [0, 0, 2]
    assert MAPPED.position(19) == 4  # markup: of what follows it
    assert [MAPPED.position(offset) for offset in (20, 22, 29, 30)] == [4, 6, 9, 10]
    assert MAPPED.position(99) == len(MAPPED.text)


def test_an_empty_text_is_nowhere() -> None:
    empty = Mapped("", (), ())
    assert (empty.offset(0), empty.position(5), empty.span(0, 0)) == (0, 0, Span(0, 0))


@given(st.text())
def test_lower_case_keeps_every_character_in_its_place(text: str) -> None:
    lowered = lower(text)
    assert len(lowered) == len(text)
    assert lower(lowered) == lowered
