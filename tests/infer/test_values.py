"""What values tell of a property."""

from __future__ import annotations

import pytest

from exlint.infer.values import closed, kind_of, least, merged, read_as, separator

LEVELS = ["easy"] * 20 + ["medium"] * 12 + ["hard"] * 8


def test_a_few_values_that_come_again_are_a_vocabulary() -> None:
    words = closed(LEVELS, {})
    assert words
    assert dict(words.counts) == {"easy": 20, "medium": 12, "hard": 8}
    assert (words.synonyms, words.slips) == ({}, ())


def test_values_that_all_differ_are_none() -> None:
    assert closed([f"page {n}" for n in range(40)], {}) is None


def test_a_handful_of_values_tells_nothing() -> None:
    assert closed(["a", "a", "b", "b"], {}) is None


@pytest.mark.parametrize("value", ["eazy", "mediun", "so-so", "{{ level }}", "TODO"])
def test_a_slip_is_no_value(value: str) -> None:
    words = closed([*LEVELS, value], {})
    assert words
    assert list(words.counts) == ["easy", "medium", "hard"]


@pytest.mark.parametrize("value", ["Easy", "easys"])
def test_case_and_plural_make_a_synonym(value: str) -> None:
    words = closed([*LEVELS, value], {})
    assert words
    assert words.synonyms == {"easy": (value,)}
    assert words.counts["easy"] == 21


def test_synonyms_are_told() -> None:
    same = merged([{"Traps": ("Trapezius", "Trap")}])
    words = closed(["Trapezius"] * 9 + ["Traps"] * 20 + ["Lats"] * 9, same)
    assert words
    assert words.synonyms == {"Traps": ("Trapezius",)}


def test_rare_values_of_a_rich_vocabulary_are_kept() -> None:
    words = closed([*"aaaaaabbbbbbccccccdddddd", "e", "f", "g", "h"], {})
    assert words
    assert set(words.counts) == set("abcdefgh")


def test_a_value_that_other_pages_know_is_kept() -> None:
    words = closed([*LEVELS, "harsh"], {}, {"harsh"})
    assert words
    assert "harsh" in words.counts


def test_two_values_in_one_are_no_third() -> None:
    words = closed([*LEVELS, "easy, hard", "easy, hard"], {})
    assert words
    assert words.slips == ("easy, hard",)


@pytest.mark.parametrize(
    ("values", "sign"),
    [
        (["arms, legs", "legs", "back, arms", "arms"], ","),
        (["arms; legs", "legs; arms", "legs"], ";"),
        (["Stand tall, then sit", "Sit", "Rise, if you can, at once"], None),
        (["a", "b", "c"], None),
        (["a", "b"] * 50 + ["a, b"], None),
    ],
)
def test_lists_in_one_line(values: list[str], sign: str | None) -> None:
    assert separator(values) == sign


@pytest.mark.parametrize(
    ("values", "kind"),
    [
        ([1, 2], "integer"),
        ([1, 2.5], "number"),
        (["a", "b"], "string"),
        ([True, False], "boolean"),
        ([[], ["a"]], "array"),
        (["a", 1], None),
    ],
)
def test_the_type_of_values(values: list[object], kind: str | None) -> None:
    assert kind_of(values) == kind


@pytest.mark.parametrize(
    ("texts", "kind"),
    [
        (["1", "20"], "integer"),
        (["0.5", "2"], "number"),
        (["007", "012"], "string"),
        (["12"] * 30 + ["a dozen"], "integer"),
        ([], "string"),
    ],
)
def test_texts_read_as_numbers(texts: list[str], kind: str) -> None:
    assert read_as(texts) == kind


@pytest.mark.parametrize(
    ("sizes", "fewest"), [([3, 4, 5], 2), ([1, 4], 1), ([0, 4], 0), ([9] * 99 + [0], 2)]
)
def test_how_many_items_lists_have(sizes: list[int], fewest: int) -> None:
    assert least(sizes) == fewest
