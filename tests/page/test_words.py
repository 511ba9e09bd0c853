from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exlint.page.words import WORD, Wording, words_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("don't lift the 'bar'", ["don't", "lift", "the", "bar"]),
        ("3 sets, 45° — café’s", ["sets", "café’s"]),
        ("pull-up…down", ["pull", "up", "down"]),
        ("stand…up 3x", ["stand", "up", "x"]),
        ("rock''n''roll", ["rock", "n", "roll"]),
        ("", []),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert words_of(text) == words


@given(st.text("ab1_é '’-.—…\n"))
def test_words_are_read_alike_with_and_without_the_short_way(text: str) -> None:
    assert words_of(text) == WORD.findall(re.sub("[—…]", " ", text))


@given(st.lists(st.sampled_from("abc"), max_size=12))
def test_every_phrase_that_follows_itself_is_found(words: list[str]) -> None:
    doubled = {
        " ".join(words[i : i + n])
        for n in (1, 2, 3)
        for i in range(len(words) - 2 * n + 1)
        if words[i : i + n] == words[i + n : i + 2 * n]
    }
    assert set(Wording.of(" ".join(words)).doubled) == doubled


def test_words_are_kept_once_and_counted() -> None:
    assert Wording.of("up and up and up") == Wording(
        frozenset({"up", "and"}), 5, ("up and", "and up")
    )
