"""Marks of other syntaxes in any company: read without a crash, each at its place."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from exlint.markdown import OBJECT, parse
from exlint.text import Source, Span
from tests.markdown.checks import check_order

PAGES = (Path(__file__).parent / "pages").glob("*.md*")
LINES = sorted({line for page in PAGES for line in page.read_text("utf-8").split("\n")})
SIGNS = [
    *(
        "[[",
        "]]",
        "![[",
        "](",
        "|",
        "[^1]",
        "[^1]:",
        "^[",
        "`",
        "*",
        "**",
        "\\",
        "a",
        "word",
    ),
    *(
        "{{",
        "}}",
        "{%",
        "%}",
        "{",
        "}",
        "$",
        "$$",
        "%%",
        "++",
        "{++",
        "--}",
        " ",
        "    ",
    ),
    *("::", ":::", "!!! a", '=== "b"', "<A", "/>", "</A>", "<b>", "\n", "\n\n"),
]
CONTAINERS = ["", "", "", "    ", "- ", "> ", "1. ", "  "]

lines = st.tuples(st.sampled_from(CONTAINERS), st.sampled_from(LINES)).map("".join)
torn = st.lists(st.sampled_from(SIGNS), max_size=12).map("".join)
texts = st.lists(st.one_of(lines, torn), max_size=14).map("\n".join)


@settings(max_examples=300)
@given(texts, st.sampled_from(["page.md", "page.mdx"]), st.sampled_from(["\n", "\r\n"]))
def test_any_text_is_read_with_places(text: str, path: str, line_end: str) -> None:
    text = text.replace("\n", line_end)
    document = parse(Source.of(path, text), (("@[", "]@"),))
    check_order(document.blocks, Span(0, len(text)))
    prose, before = document.prose, 0
    for position, character in enumerate(prose.text.rstrip("\n")):
        offset = prose.offset(position)
        if character == "\n":
            continue
        assert before <= offset < len(text)
        before = offset
        if character.isalnum() and position in prose.starts:
            assert text[offset] == character or text[offset] == "&"
    for span in document.foreign:
        assert 0 <= span.start < span.end <= len(text)
    for link in document.links:
        if link.kind == "embed" or link.target.startswith("[["):
            assert text[link.span.start : link.span.end].strip("!").startswith("[[")
            assert OBJECT not in link.text
