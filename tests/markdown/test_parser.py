"""The block parser makes of a text what the untouched library makes of it."""

import pytest
from hypothesis import given

from tests.markdown.documents import documents, soup
from tests.markdown.library import tokens_of_exlint, tokens_of_library
from tests.markdown.spec import spec_examples


def test_the_specification_is_all_there() -> None:
    assert len(spec_examples()) == 649


@pytest.mark.parametrize("text", spec_examples())
def test_an_example_of_the_specification(text: str) -> None:
    assert tokens_of_exlint(text) == tokens_of_library(text)


@given(documents())
def test_a_document(text: str) -> None:
    assert tokens_of_exlint(text) == tokens_of_library(text)


@given(soup())
def test_any_text(text: str) -> None:
    assert tokens_of_exlint(text) == tokens_of_library(text)


@pytest.mark.parametrize(
    "text",
    [
        "> a\n> b | c\n--- | ---\n",
        "- a\n\n  - b\n> c\n  ===\n",
        "1. a\n2. b\n   ---\n3) c\n10) d\n",
        "> - [a]: /b\n>\n>\n\n\nc\n",
        "- " * 30 + "deep\n",
        "\u00a0\na\n\u00a0\n",
        "a | b\n- | -\n    c\n",
        "- ```\n  a\n b\n",
        "\ta\n\t\n \tb\n",
    ],
)
def test_a_corner(text: str) -> None:
    assert tokens_of_exlint(text) == tokens_of_library(text)
