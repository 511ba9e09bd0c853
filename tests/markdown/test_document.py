"""Blocks and their spans, by example."""

import time

import pytest

from exlint.text import Mapped, Span
from tests.markdown.checks import check_document, document_of
from tests.markdown.spec import spec_examples


@pytest.mark.parametrize("text", spec_examples())
def test_an_example_of_the_specification(text: str) -> None:
    check_document(document_of(text))


PAGE = """\
---
type: exercise
---

# Sled *push*

Two lines
of text.

Setext
------

> A quote with
lazy text
> - and a list

1. One
2. Two

   still two
10) Ten

| Key | a \\| b |
|-----|---|
| c   |

~~~ yaml title
key: value
~~~

    indented

<div>
html
</div>

***
"""

PARTS = [
    ("heading", "# Sled *push*", 1),
    ("paragraph", "Two lines\nof text.", 0),
    ("heading", "Setext\n------", 2),
    ("quote", "> A quote with\nlazy text\n> - and a list", 0),
    ("paragraph", "A quote with\nlazy text", 0),
    ("bullet-list", "- and a list", 0),
    ("item", "- and a list", 0),
    ("paragraph", "and a list", 0),
    ("ordered-list", "1. One\n2. Two\n\n   still two", 0),
    ("item", "1. One", 1),
    ("paragraph", "One", 0),
    ("item", "2. Two\n\n   still two", 2),
    ("paragraph", "Two", 0),
    ("paragraph", "still two", 0),
    ("ordered-list", "10) Ten", 0),
    ("item", "10) Ten", 10),
    ("paragraph", "Ten", 0),
    ("table", "| Key | a \\| b |\n|-----|---|\n| c   |", 0),
    ("row", "| Key | a \\| b |", 0),
    ("cell", "Key", 0),
    ("cell", "a \\| b", 0),
    ("row", "| c   |", 0),
    ("cell", "c", 0),
    ("cell", "", 0),
    ("code", "~~~ yaml title\nkey: value\n~~~", 0),
    ("code", "    indented", 0),
    ("html", "<div>\nhtml\n</div>", 0),
    ("rule", "***", 0),
]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("begin", ["", "\ufeff"])
def test_each_kind_of_block(line_end: str, begin: str) -> None:
    document = document_of(begin + PAGE.replace("\n", line_end))
    source = document.source
    assert [(b.kind, source[b.span], b.level) for b in document.walk()] == [
        (kind, text.replace("\n", line_end), level) for kind, text, level in PARTS
    ]
    assert document.front_matter
    assert source[document.front_matter.content] == f"type: exercise{line_end}"
    check_document(document)


def test_blocks_say_what_they_are_made_of() -> None:
    document = document_of(PAGE)
    blocks = {document.source[block.span]: block for block in document.walk()}
    assert blocks["# Sled *push*"].marker == "#"
    assert blocks["Setext\n------"].marker == "-"
    assert blocks["10) Ten"].marker == ")"
    fence = blocks["~~~ yaml title\nkey: value\n~~~"]
    assert (fence.marker, fence.info, fence.text) == (
        "~~~",
        "yaml title",
        "key: value\n",
    )
    assert blocks["a \\| b"].text == "a | b"


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("---\na: b\n---\n", "a: b\n"),
        ("---\n---", ""),
        ("+++\r\na = 1\r\n+++  \r\nText", "a = 1\r\n"),
        ("\ufeff---\na: b\n...\n", "a: b\n"),
        ("---\na: b\n", None),
        (" ---\na: b\n---\n", None),
        ("----\na: b\n----\n", None),
        ("---\na: b\n+++\n", None),
    ],
)
def test_front_matter_is_found(text: str, content: str | None) -> None:
    document = document_of(text)
    front = document.front_matter
    assert (front and document.source[front.content]) == content


def test_references_are_known_by_label() -> None:
    document = document_of("[Foo  bar]: /x\n\n[baz]: /y 'title'\n")
    assert document.references == {"FOO BAR", "BAZ"}


def test_prose_leads_back_to_its_source() -> None:
    document = document_of("# A **b** `c` d\n\n> e\n> &lt;f&gt;\n")
    prose, source = document.prose, document.source
    start = prose.text.index("b")
    assert source[prose.span(start, start + 1)] == "b"
    assert source[prose.span(0, 5)] == "A **b** `c`"
    start = prose.text.index("e <f>")
    assert source[prose.span(start, start + 5)] == "e\n> &lt;f&gt;"


def test_a_piece_that_is_longer_in_the_source_is_taken_whole() -> None:
    mapped = Mapped("a & b", (0, 2, 3), (0, 2, 7), {1: 7})
    assert mapped.span(2, 3) == Span(2, 7)
    assert mapped.span(0, 3) == Span(0, 7)
    assert mapped.span(3, 5) == Span(7, 9)
    assert mapped.span(2, 2) == Span(2, 2)


@pytest.mark.parametrize(
    "line",
    [
        "text\n",
        "> text\n",
        "- text\n",
        "*a* `b` [c](d) ",
        "| a\\|b | c |\n|-|-|\n",
        "# h\r\n",
        "# a | b\n",
        "a **b** `c`\n",
    ],
)
def test_reading_takes_as_long_as_the_text(line: str) -> None:
    def seconds(times: int) -> float:
        start = time.process_time()
        document_of(line * times)
        return time.process_time() - start

    seconds(100)  # compile regular expressions
    assert seconds(8_000) < 40 * seconds(500) + 0.5
