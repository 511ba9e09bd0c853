"""What rules ask a page before they look closer: its phrases, wide spaces."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exlint.page import Page
from exlint.page.oddities import kinds, oddities
from exlint.pagetype.phrases import Phrases
from tests.page.test_reading import read


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


@pytest.mark.parametrize(
    ("text", "odd"),
    [
        ("Sit. Stand up, now!\nGo?\n", []),
        ("Sit — “so”, then é, ’tis.\n", []),
        ("Lift 2.5 kg, e.g. a bar", [". x", "x.x"]),
        ("Sit .Stand", [" .", "x.x"]),
        ("Sit , stand", [" ."]),
        ("Sit;stand", ["x.x"]),
        ("Sit?  stand", [". x"]),
        ("sit.\nstand.", ["\nx"]),
    ],
)
def test_odd_marks_are_noticed(text: str, odd: list[str]) -> None:
    assert sorted(oddities(kinds(text))) == odd


@given(st.text(st.sampled_from("aB1 .,?’—é\U0001f600\ud800\n")))
def test_each_character_has_its_kind_in_its_place(text: str) -> None:
    pairs = zip(text, kinds(text), strict=True)
    assert {kind for _, kind in pairs} <= set("aA0 .,'\0é\n")
    assert bool(re.search(r" [.,?]", text)) == (" ." in oddities(kinds(text)))


@given(st.lists(st.sampled_from(["v", "v-up", "ez bar", "EZ", "bar", "save", "."])))
def test_phrases_are_found_after_their_first_words(parts: list[str]) -> None:
    phrases, text = Phrases.of(["v up", "ez bar", "bar v"]), " ".join(parts).lower()
    found = [match.span() for match in phrases.find_after(["v", "ez", "bar"], text)]
    assert found == [match.span() for match in phrases.find(text)]
