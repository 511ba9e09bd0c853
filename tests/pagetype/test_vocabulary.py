"""Controlled vocabularies, and how texts are compared."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exlint.pagetype.vocabulary import Terms, fold, folded, nearest, slug

TERMS = Terms.of(
    ["Quads", "Full Body", "Rear Deltoids", "Shoulders"],
    {
        "Quads": {"synonyms": ["Quadriceps"], "words": ["quad", "quads"]},
        "Full Body": {"slug": "whole", "words": ["quads"]},
        "Rear Deltoids": {"within": ["Shoulders"]},
        "Shoulders": {"within": ["Shoulders"]},
    },
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Push-Up", "push-up"),
        ("Farmer's  Walk (Heavy)", "farmers-walk-heavy"),
        ("45° Side Bend", "45-side-bend"),
        ("Übung", "übung"),
        (" - ", ""),
    ],
)
def test_a_slug_is_what_stands_in_addresses(text: str, expected: str) -> None:
    assert slug(text) == expected


def test_texts_are_compared_without_case_and_punctuation() -> None:
    assert fold("Push-Up!") == fold("push  up") == "push up"
    assert fold("Straße") == fold("STRASSE")


def test_a_value_is_known_by_its_spellings() -> None:
    assert TERMS.canonical("quadriceps") == "Quads"
    assert TERMS.canonical("QUADS") == "Quads"  # a value before a word of another
    assert TERMS.canonical("whole") == "Full Body"
    assert TERMS.canonical("full-body") == "Full Body"
    assert TERMS.canonical("Legs") is None


def test_the_nearest_value_is_found() -> None:
    assert TERMS.nearest("Quadss") == "Quads"
    assert TERMS.nearest("Quadricep") is None
    assert TERMS.nearest("Elbow") is None
    assert nearest("Intermidiate", ["Beginner", "Intermediate"]) == "Intermediate"


def test_a_part_is_related_to_its_whole() -> None:
    assert TERMS.are_related("Rear Deltoids", "Shoulders")
    assert TERMS.are_related("Quads", "Quads")
    assert not TERMS.are_related("Quads", "Shoulders")


@given(st.text() | st.text(st.characters(max_codepoint=127)))
def test_texts_of_ascii_are_folded_as_all_others(text: str) -> None:
    assert folded(text) == re.sub(r"\W+", " ", text.casefold()).strip()
