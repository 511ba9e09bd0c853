"""What is looked for before a sentence is read by a pattern."""

from __future__ import annotations

import pytest

from exlint.pagetype.gaps import Needle, rarest_needles, words_of


def needles(*gaps: str) -> dict[str, set[str]]:
    return {needle.text: set(needle.words) for needle in rarest_needles(gaps)}


@pytest.mark.parametrize(
    ("gaps", "found"),
    [
        (["", " primarily ", "."], {"primarily": {"primarily"}}),
        (["primarily "], {"primarily": set()}),
        ([" is rated as ", "-level."], {"is rated as": {"is", "rated", "as"}}),
        (["", " (targets|works) "], {"targets": {"targets"}, "works": {"works"}}),
        (["", " (targets|target) "], {"target": set()}),
        (["", " (is|are) (a|an) "], {"are a": {"are"}, "is a": {"is"}}),
        (["it's [very ]good. "], {"good": set()}),
        (["", " exercise[s] "], {"exercise": set()}),
        (["", " ", ""], {}),
    ],
)
def test_what_is_looked_for(gaps: list[str], found: dict[str, set[str]]) -> None:
    assert needles(*gaps) == found


def test_the_longest_word_is_looked_for_among_spaces_of_any_kind() -> None:
    assert Needle("is rated as", frozenset()).longest == "rated"


def test_words_that_every_sentence_has() -> None:
    assert [*words_of("it's a (good|bad)[ very] start for you")] == [
        "a",
        "start",
        "for",
    ]
