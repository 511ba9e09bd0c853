"""Rules about English are silent on pages in another language."""

from __future__ import annotations

import pytest

from exlint.page.reading import PageTypes, read_page
from exlint.pagetype.lexicon import Lexicon
from exlint.rule import Example, Rule
from exlint.rules import RULES
from exlint.text import Source
from tests.support import run_example

OF_ANY_LANGUAGE = {"word-choice"}
"""Rules of the group that look for the user's own words."""

SPANISH = """# Sentadilla

Coloca los pies a la anchura de los hombros, con las puntas ligeramente hacia fuera.
Inspira, contrae el abdomen, lleva la cadera hacia atrás, baja despacio hasta que los
muslos queden paralelos al suelo, mantén el pecho alto, empuja con los talones, espira
al subir, aprieta los glúteos arriba, repite sin rebotar, descansa un minuto entre
series, aumenta el peso poco a poco cada semana, nunca redondees la espalda.
"""


def english(text: str, language: str = "en") -> bool:
    lexicon = Lexicon.of({"language": language})
    page = read_page(Source.of("page.md", text), PageTypes({}, lexicon))
    return page.is_english


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Squat\n\nSit down.\n", True),
        (SPANISH, False),
        ("---\nlang: es\n---\n\n# Squat\n", False),
        ("---\nlanguage: en-GB\n---\n\n" + SPANISH, True),
    ],
)
def test_the_language_is_that_of_front_matter_or_words(
    text: str, expected: bool
) -> None:
    assert english(text) is expected


def test_the_lexicon_has_the_last_word() -> None:
    assert not english("# Kniebeuge\n\nSit down.\n", language="de")


@pytest.mark.parametrize(
    ("rule", "example"),
    [
        pytest.param(rule, example, id=f"{rule.name}-{number}")
        for rule in RULES
        if rule.group == "prose" and rule.name not in OF_ANY_LANGUAGE
        for number, example in enumerate(rule.examples)
        if not example.is_good
    ],
)
def test_prose_rules_ask_for_the_language(rule: Rule, example: Example) -> None:
    foreign = run_example(example, f"---\nlang: de\n---\n\n{example.text}")
    assert [item for item in foreign if item.rule == rule.name] == []
