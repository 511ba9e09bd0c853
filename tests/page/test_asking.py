"""What rules ask a page before they look closer: its words, phrases, wide spaces."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exlint.page import Page
from exlint.pagetype.lexicon import Phrases
from exlint.rules.prose._doubled import _phrases
from tests.page.test_reading import read


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Don't 'lift' it.", ["don't", "lift", "it"]),
        ("Sit — stand…up 3x", ["sit", "stand", "up", "x"]),
        ("Don’t stop", ["don’t", "stop"]),
        ("Über `code` legs", ["über", "legs"]),
    ],
)
def test_words_are_without_signs_and_numbers(text: str, words: list[str]) -> None:
    assert list(read(text).words_in_order) == words


@pytest.mark.parametrize(
    ("text", "is_loose"),
    [("Sit down.", False), ("Sit  down.", True), ("Sit\u00a0down.", True)],
)
def test_wide_spaces_are_noticed(text: str, is_loose: bool) -> None:
    assert read(text).sentences.is_loose is is_loose


def test_what_several_rules_ask_is_read_once() -> None:
    asked: list[str] = []

    def paths(page: Page) -> int:
        asked.append(page.source.path)
        return len(asked)

    page = read("# Squat\n")
    assert [page.once(paths), page.once(paths)] == [1, 1]
    assert asked == ["page.md"]


def test_phrases_of_which_all_words_are_there() -> None:
    phrases = Phrases.of(["palms up", "palms facing down", "t bar", "grip"])
    words = frozenset(["palms", "facing", "up", "bar"])
    assert sorted(phrases.among(words)) == ["palms up", "t bar"]
    assert phrases.may_stand_among(words)
    assert not phrases.may_stand_among(frozenset(["palms", "facing"]))


@given(st.lists(st.sampled_from("abc"), max_size=12), st.integers(1, 3))
def test_every_phrase_that_follows_itself_is_found(words: list[str], n: int) -> None:
    there = range(len(words) - 2 * n + 1)
    doubled = {
        " ".join(words[i : i + n])
        for i in there
        if words[i : i + n] == words[i + n : i + 2 * n]
    }
    assert set(_phrases(words, n)) == doubled
