from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exlint.page.words import WORD, words_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("don't lift the 'bar'", ["don't", "lift", "the", "bar"]),
        ("3 sets, 45° — café’s", ["sets", "café’s"]),
        ("pull-up…down", ["pull", "up", "down"]),
        ("rock''n''roll", ["rock", "n", "roll"]),
        ("", []),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert words_of(text) == words


@given(st.text("ab1_é '’-.—…\n"))
def test_words_are_read_alike_with_and_without_the_short_way(text: str) -> None:
    assert words_of(text) == WORD.findall(re.sub("[—…]", " ", text))
