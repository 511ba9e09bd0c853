"""What is read without asking a rule is what the rules would have read."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exlint.markdown import Document, parse, parser
from exlint.markdown.inlines import _parse
from exlint.markdown.parser import WHITE_SPACE
from exlint.markdown.simple_inlines import ADDRESS, read_simple
from exlint.text import Source
from tests.markdown.checks import check_document, document_of
from tests.markdown.documents import inline_contents, lines, soup
from tests.markdown.library import library, tokens_of_exlint, tokens_of_library

SYNTAXES = ("_DIALECT", "_WITH_REFERENCES", "_WITHOUT_REFERENCES")
NEVER = re.compile(r"(?!)")
REFERENCES = {"L": {"href": "/l", "title": ""}, "M M": {"href": "/m", "title": "M"}}
SIGNS = (
    *(
        "!!! note",
        "    within",
        "{{ a }} b",
        "- {{ a }}",
        "import a from 'b'",
        "export a",
    ),
    *(
        "- import a",
        "::card",
        ":::note",
        "- ::a",
        "#slot",
        "$$",
        "[[Page]] a",
        "[^1]: a",
    ),
    *("- [[Page]]", "1. [^1]: a", '--8<-- "a"', "*[HTML]: a", "* *[A]: b", '=== "Tab"'),
    *("/// a", "% a", "- %% a %%", "<Card>", "e.g. a", "(a)=", "- (a)=", "<<< @/a"),
)
"""Lines that other syntaxes read."""


def document_by_rules(source: Source) -> Document:
    with pytest.MonkeyPatch.context() as patch:
        for name in SYNTAXES:
            syntax = getattr(parser, name)
            patch.setattr(parser, name, syntax._replace(plain=NEVER))
        return parse(source)


@given(lines())
def test_lines_are_read_as_the_library_does(text: str) -> None:
    assert tokens_of_exlint(text) == tokens_of_library(text)
    check_document(document_of(text))


@given(lines(), st.lists(st.sampled_from(SIGNS), max_size=4), st.sampled_from("dx"))
def test_lines_among_other_syntaxes_are_read_as_by_rules(
    text: str, signs: list[str], end: str
) -> None:
    parts = text.split("\n")
    for number, sign in enumerate(signs):
        parts.insert(number * 3, sign)
    source = Source.of(f"page.m{end}", "\n".join(parts))
    assert parse(source) == document_by_rules(source)


@given(soup())
def test_any_text_is_read_as_by_rules(text: str) -> None:
    source = Source.of("page.md", text)
    assert parse(source) == document_by_rules(source)


@pytest.mark.parametrize(
    "text",
    [
        "# a\n\nb\n\n- c\n- d\n\n---\n\n1. e\n2. **f** g\n",
        "- a | b\n- c\n",
        " - a\n - b\n\nc",
    ],
)
def test_most_of_a_page_asks_no_rule(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parser, "_read_block", None)
    assert tokens_of_exlint(text) == tokens_of_library(text)


def test_what_no_plain_text_ends_in_is_all_that_is_trimmed() -> None:
    assert WHITE_SPACE.isspace()


@given(inline_contents())
def test_simple_inline_content_is_read_as_the_parser_does(content: str) -> None:
    for references in ({}, REFERENCES):
        simple = read_simple(content, references)
        assert simple is None or simple == _parse(content, references)


@pytest.mark.parametrize(
    "content",
    [
        "**Target Muscle:** Upper *Back*, too!",
        "[Squat](../squat.md#form) and [Lunge](https://forge.example/a/b?c=d)",
        "(a), **b**.",
        "`code`, *soft*\nand [a][l] or [m m].",
    ],
)
def test_usual_inline_content_is_simple(content: str) -> None:
    simple = read_simple(content, REFERENCES)
    assert simple == _parse(content, REFERENCES)


@given(st.from_regex(ADDRESS, fullmatch=True))
def test_a_simple_address_needs_no_encoding(address: str) -> None:
    assert library().normalizeLink(address) == address
    assert library().validateLink(address)
