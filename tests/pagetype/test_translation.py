"""Page types in another language: values by their labels."""

from __future__ import annotations

import json

import pytest

from exlint.additions import extend_vocabulary
from exlint.config import Config, parse_config
from exlint.page.reading import PageType, PageTypes
from exlint.pagetype.schema import SchemaStore
from exlint.pagetype.translation import languages_of, translated
from tests.support import built_in_store, report, run, types_of

SCHEMA = {
    "required": ["level"],
    "properties": {
        "level": {
            "$ref": "vocabulary.schema.json#/$defs/difficulty",
            "x-markdown": {"fact": ["Difficulty", "Dificultad"]},
        },
        "goals": {
            "type": "array",
            "items": {
                "enum": ["Strength", "Speed", "Both"],
                "x-vocabulary": {
                    "Strength": {"labels": {"es": "Fuerza"}, "within": ["Both"]},
                    "Speed": {"labels": {"es": "Velocidad"}},
                },
            },
            "x-markdown": {"at": "front-matter", "key": "goals"},
        },
        "load": {"x-markdown": {"fact": ["Load", "Carga"]}},
        "faq": {
            "type": "array",
            "x-markdown": {"section": "Preguntas", "as": "questions"},
        },
    },
    "if": {"properties": {"level": {"const": "Advanced"}}, "required": ["level"]},
    "then": {"required": ["load"]},
    "x-markdown": {
        "patterns": [
            {
                "text": "Es un ejercicio difícil.",
                "in": "faq",
                "when": {"level": "Advanced"},
            }
        ]
    },
}
PAGE = """---
lang: {language}
goals: [{goals}]
---

# Remo

- **Dificultad:** {level}
"""


def found(language: str, level: str, goals: str = "", more: str = "") -> str:
    text = PAGE.format(language=language, level=level, goals=goals) + more
    return report(run({"remo.md": text}, types_of(json.dumps(SCHEMA)), "example"))


@pytest.mark.parametrize(
    ("language", "level", "goals"),
    [
        ("es", "Principiante", "Fuerza, Velocidad"),
        ("es", "Principiante", "Both"),
        ("es-MX", "Intermedio", ""),
        ("de", "Anfänger", "Strength, Speed"),
        ("en", "Beginner", "Strength"),
        ("sv", "Beginner", "Strength"),
    ],
)
def test_a_page_has_the_labels_of_its_language(
    language: str, level: str, goals: str
) -> None:
    assert found(language, level, goals) == ""


@pytest.mark.parametrize(
    ("language", "level", "message"),
    [
        (
            "es",
            "Principante",
            "unknown-value: Difficulty is 'Principante', expected one of Principiante, "
            "Intermedio, Avanzado: did you mean 'Principiante'?",
        ),
        ("es", "Beginner", "value-spelling: 'Beginner' is called 'Principiante'"),
        ("es", "principiante", "value-spelling: 'principiante' is written 'Principi"),
        ("en", "Principiante", "value-spelling: 'Principiante' is called 'Beginner'"),
        ("es", "", "empty-fact: no value for 'Dificultad'"),
    ],
)
def test_values_of_another_language(language: str, level: str, message: str) -> None:
    assert message in found(language, level)


def test_conditions_hold_in_every_language() -> None:
    expected = "8:1: missing-fact: no fact 'Load', expected with Difficulty"
    assert found("en", "Advanced") == f"{expected} 'Advanced'"
    assert found("es", "Avanzado") == f"{expected} 'Avanzado'"
    questions = "- **Carga:** 10 kg\n\n## Preguntas\n\n### ¿Es difícil?\n\nBastante.\n"
    said = "statement-missing: no sentence 'Es un ejercicio difícil.'"
    assert said in found("es", "Avanzado", more=questions)
    assert found("es", "Intermedio", more=questions) == ""


def test_addresses_stay_the_same() -> None:
    terms = types_of(json.dumps(SCHEMA)).types["example"].in_language("es").layout
    level = terms.fields["level"].terms
    goals = terms.fields["goals"].terms
    assert level is not None
    assert goals is not None
    assert level.terms["Principiante"].slug == "beginner"
    assert level.terms["Principiante"].words == ("principiante",)
    assert goals.terms["Fuerza"].within == ("Both",)


def test_a_type_without_labels_is_itself() -> None:
    type_ = types_of(json.dumps(SCHEMA)).types["example"]
    assert type_.in_language("sv") is type_
    assert type_.in_language("es") is type_.in_language("es")


def test_the_labels_of_the_vocabulary() -> None:
    assert languages_of(built_in_store()) >= {"es", "de"}
    store = translated(built_in_store(), "sv")
    assert store.documents == built_in_store().documents


def test_a_configuration_adds_labels() -> None:
    config = parse_config(
        '[vocabulary.equipment]\nDumbbell = { labels = { es = "Mancuerna" } }\n',
        lambda: (),
    )
    schema = {
        "type": "object",
        "properties": {
            "gear": {
                "$ref": "vocabulary.schema.json#/$defs/equipment",
                "x-markdown": {"at": "front-matter", "key": "equipo"},
            }
        },
    }
    documents = {**built_in_store().documents, "x.schema.json": schema}
    store = extend_vocabulary(SchemaStore(documents), config)
    types = PageTypes({"x": PageType.of("x", "x.schema.json", store)})
    page = "---\nlang: es\nequipo: Mancuerna\n---\n\n# Remo\n"
    assert not run({"remo.md": page}, types, "x")
    assert Config() != config
