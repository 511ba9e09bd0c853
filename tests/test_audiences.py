"""On which pages a rule is called."""

from __future__ import annotations

from dataclasses import replace

import pytest

from exlint.audiences import Audiences, Triggers
from exlint.diagnostic import Confidence, Severity
from exlint.page import Page
from exlint.page.reading import read_page
from exlint.rule import Rule
from exlint.text import Source
from tests.support import built_in_types

ANY = Rule("any", "group", "", Severity.INFO, Confidence.HIGH, lambda _: iter(()))
NEEDY = replace(
    ANY,
    needs=frozenset({"lists", "sentences.is_loose"}),
    cues=frozenset({"lorem", "<"}),
)
GERMAN = replace(ANY, languages=("de",))
BARE = "# Squat\n\nSit down.\n"


def pages(*texts: str) -> dict[int, Page]:
    types = built_in_types()
    return {
        number: read_page(Source.of("page.md", text), types)
        for number, text in enumerate(texts)
    }


def called(rule: Rule, *texts: str) -> list[int]:
    return list(Audiences(pages(*texts), Triggers.of([NEEDY, rule])).of(rule))


@pytest.mark.parametrize(
    ("text", "is_called"),
    [
        (BARE, False),
        ("# Squat\n\n- down\n", True),
        ("# Squat\n\nLorem ipsum.\n", True),
        ("# Squat\n\nSit down, a < b.\n", True),
        ("# Lists\n\nSentences.\n", False),
    ],
)
def test_one_need_or_cue_is_enough(text: str, is_called: bool) -> None:
    assert called(NEEDY, BARE, text) == ([1] if is_called else [])


def test_a_page_with_a_need_and_a_cue_is_there_once() -> None:
    both = "# Squat\n\n- lorem\n"
    assert called(NEEDY, both, BARE, both) == [0, 2]


def test_without_needs_and_cues_a_rule_is_for_any_page() -> None:
    assert called(ANY, BARE, "") == [0, 1]


def test_a_rule_is_called_in_its_languages() -> None:
    german = "---\nlanguage: de\n---\n# Kniebeuge\n"
    assert called(GERMAN, BARE, german) == [1]
