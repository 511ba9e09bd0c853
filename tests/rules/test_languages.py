"""Rules about a language are silent on pages in another, and the others are not."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exlint.config import parse_config
from exlint.rule import Example, Rule
from exlint.rules import RULES
from tests.support import ROOT, run, run_example, types_of

PAGES = {
    code: (ROOT / f"tests/rules/pages/{code}.md").read_text("utf-8")
    for code in ("es", "de")
}
KNOWN = json.loads((ROOT / "schema/languages.json").read_text("utf-8"))["languages"]
WORD = re.compile(r"(?<= )[a-záéíóúñäöüß]{2,}(?= )")
"""A word inside a sentence, in small letters."""
LIMITED = [rule for rule in RULES if rule.languages]


@pytest.mark.parametrize(
    ("rule", "example"),
    [
        pytest.param(rule, example, id=f"{rule.name}-{number}")
        for rule in LIMITED
        for number, example in enumerate(rule.examples)
        if not example.is_good
    ],
)
def test_a_rule_is_silent_in_languages_that_it_does_not_know(
    rule: Rule, example: Example
) -> None:
    foreign = run_example(example, f"---\nlang: sv\n---\n\n{example.text}")
    assert [item for item in foreign if item.rule == rule.name] == []


@pytest.mark.parametrize("code", PAGES)
@pytest.mark.parametrize(
    "path", ["{code}/row.md", "moves/row.md", "moves/row.{code}.md"]
)
def test_a_good_page_in_another_language_is_clean(code: str, path: str) -> None:
    found = run({path.format(code=code): PAGES[code]})
    assert [(item.rule, item.finding.message) for item in found] == []


@pytest.mark.parametrize(
    ("code", "old", "new", "rule"),
    [
        ("es", " de la ", " de la de la ", "doubled-phrase"),
        ("es", " de la ", " de de la ", "doubled-word"),
        ("es", "el hombro", "el  hombro", "repeated-space"),
        ("es", ", con", " ,con", "punctuation"),
        ("es", "## Errores", "## Consejos\n\n## Errores", "empty-section"),
        ("es", "1. ", "1. TODO: revisar. ", "filler-text"),
        (
            "es",
            "## Errores",
            "## Notas\n\nPendiente de redactar.\n\n## Errores",
            "filler-text",
        ),
        ("es", "1. ", "1. {{nombre}} ", "placeholder"),
        (
            "es",
            PAGES["es"],
            "---\nlang: es\n---\n\nEsta página está en construcción.\n",
            "stub",
        ),
        ("de", PAGES["de"], "---\nlang: de\n---\n\nDie Seite ist noch leer.\n", "stub"),
        ("de", " mit ", " mit mit ", "doubled-word"),
        ("de", "## Fehler", "## Video\n\nFolgt in Kürze.\n\n## Fehler", "filler-text"),
        ("de", "## Fehler", "## Video\n\n## Fehler", "empty-section"),
        ("de", "ü", "Ã¼", "mojibake"),
    ],
)
def test_a_defect_in_another_language_is_found(
    code: str, old: str, new: str, rule: str
) -> None:
    assert old in PAGES[code]
    text = PAGES[code].replace(old, new, 1)
    assert rule in [item.rule for item in run({"moves/row.md": text})]


def test_the_documentation_names_the_languages_of_each_rule() -> None:
    text = (ROOT / "docs/languages.md").read_text("utf-8")
    several = {rule.name for rule in LIMITED if len(rule.languages) > 1}
    assert all(f"`{name}`" in text for name in several)
    known = set(
        json.loads((ROOT / "schema/languages.json").read_text("utf-8"))["languages"]
    )
    assert all(known.issuperset(rule.languages) for rule in LIMITED)


@pytest.mark.parametrize(
    "block",
    re.findall(
        r"```toml\n(.*?)```", (ROOT / "docs/languages.md").read_text("utf-8"), re.DOTALL
    ),
)
def test_the_configuration_in_the_documentation_is_sound(block: str) -> None:
    config = parse_config(block, lambda: ())
    assert config.languages or config.vocabulary


SCHEMA = {
    "required": ["level", "target", "steps", "faq"],
    "additionalProperties": False,
    "properties": {
        "name": {"x-markdown": {"at": "title"}},
        "id": {"x-markdown": {"at": "front-matter", "key": "id"}},
        "state": {"x-markdown": {"at": "front-matter", "key": "dificultad"}},
        "level": {
            "$ref": "vocabulary.schema.json#/$defs/difficulty",
            "x-markdown": {"fact": ["Difficulty", "Dificultad", "Schwierigkeit"]},
        },
        "target": {
            "x-markdown": {"fact": ["Target", "Músculo principal", "Zielmuskel"]}
        },
        "gear": {"x-markdown": {"fact": ["Equipment", "Equipo", "Gerät"]}},
        "steps": {
            "type": "array",
            "x-markdown": {
                "section": ["Steps", "Cómo se hace", "Ausführung"],
                "as": "ordered-list",
            },
        },
        "tips": {
            "type": "array",
            "x-markdown": {
                "section": ["Tips", "Consejos", "Tipps"],
                "as": "bullet-list",
            },
        },
        "faq": {
            "type": "array",
            "x-markdown": {
                "section": ["FAQ", "Preguntas frecuentes", "Häufige Fragen"],
                "as": "questions",
            },
        },
    },
    "x-markdown": {
        "sections": [
            ["Mistakes", "Errores comunes", "Fehler"],
            ["Related", "Ejercicios relacionados", "Verwandte Übungen"],
        ]
    },
}


@pytest.mark.parametrize("code", PAGES)
def test_one_page_type_reads_pages_in_several_languages(code: str) -> None:
    types = types_of(json.dumps(SCHEMA))
    found = run({"row.md": PAGES[code]}, types, "example")
    assert [(item.rule, item.finding.message) for item in found] == []


@pytest.mark.parametrize(
    ("code", "old", "new", "rule"),
    [
        ("es", "- **Dificultad:** Principiante\n", "", "missing-fact"),
        ("es", "- **Dificultad:** Principiante", "- **Dificultad:**", "empty-fact"),
        ("es", "**Dificultad:** P", "**Dificultad:** p", "value-spelling"),
        (
            "es",
            "**Dificultad:** Principiante",
            "**Dificultad:** Fácil",
            "unknown-value",
        ),
        ("es", "## Cómo se hace", "## Como se hase", "unknown-section"),
        ("es", "4. Baja", "5. Baja", "list-numbering"),
        ("de", "- **Zielmuskel:** Breiter Rückenmuskel\n", "", "missing-fact"),
        ("de", "Anfänger\n\n", "Beginner\n\n", "value-spelling"),
        (
            "de",
            "Ja. Die Bank stützt den Körper, und das Gewicht lässt sich leicht "
            "wählen.\n",
            "",
            "unanswered-question",
        ),
    ],
)
def test_a_broken_page_type_in_another_language(
    code: str, old: str, new: str, rule: str
) -> None:
    assert old in PAGES[code]
    text = PAGES[code].replace(old, new, 1)
    found = run({"row.md": text}, types_of(json.dumps(SCHEMA)), "example")
    assert [item.rule for item in found] == [rule]


@given(st.data())
def test_a_word_that_stands_twice_is_found_wherever_it_is(data: st.DataObject) -> None:
    code = data.draw(st.sampled_from(sorted(PAGES)))
    text = PAGES[code]
    words = [
        word for word in WORD.finditer(text) if word[0] not in KNOWN[code]["repeated"]
    ]
    word = data.draw(st.sampled_from(words))
    broken = f"{text[: word.end()]} {word[0]}{text[word.end() :]}"
    found = run({"row.md": broken}, rules=["doubled-word"])
    assert [item.finding.span.start for item in found] == [word.start()]
