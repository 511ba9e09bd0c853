"""Which page is in which language, and what is known of each."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from exlint.additions import read_languages
from exlint.config import Config
from exlint.globs import Globs
from exlint.page.page import Page
from exlint.page.reading import PageTypes, read_page
from exlint.pagetype.languages import Languages, code_of
from exlint.paths import absolute
from exlint.text import Source
from tests.support import ROOT

DATA = json.loads((ROOT / "schema/languages.json").read_text("utf-8"))
TEXTS = {
    "en": "Stand with your feet under the bar and push the floor away from you.",
    "es": "Coloca los pies debajo de la barra y empuja el suelo con las piernas.",
    "de": "Stell die Füße unter die Stange und drück den Boden mit den Beinen weg.",
    "fr": "Placez les pieds sous la barre et poussez le sol avec les jambes.",
    "it": "Metti i piedi sotto la sbarra e spingi il pavimento con le gambe, non con "
    "la schiena: il busto sale per ultimo.",
    "pt": "Coloque os pés debaixo da barra e empurre o chão com as pernas até o fim.",
    "nl": "Zet de voeten onder de stang en duw de vloer van je weg met je benen.",
}
LONG = " ".join(f"word{chr(97 + n // 26)}{chr(97 + n % 26)}" for n in range(50))


def page(text: str, path: str = "moves/row.md", **told: Any) -> Page:
    languages = Languages.of(DATA, **told)
    return read_page(Source.of(path, text), PageTypes({}, languages=languages))


def test_every_language_has_all_its_words() -> None:
    for language in DATA["languages"].values():
        assert set(language) == set(DATA["about"])
        for words in language.values():
            assert words == [word.lower() for word in words]
            assert len(set(words)) == len(words)


@pytest.mark.parametrize("code", TEXTS)
def test_a_language_is_guessed_by_its_words(code: str) -> None:
    assert page(f"# X\n\n{TEXTS[code]}\n").language.code == code
    assert page(f"# X\n\n{TEXTS[code]} {LONG}\n").language.code == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("# Row\n", "en"),
        ("# Peso muerto\n", "en"),
        (f"# Row\n\n{LONG}\n", ""),
        ("", "en"),
    ],
)
def test_a_page_that_tells_too_little(text: str, code: str) -> None:
    assert page(text).language.code == code


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("lang: de", "de"),
        ("language: pt-BR", "pt"),
        ("locale: es_MX", "es"),
        ("lang: zh-Hans-CN", "zh"),
        ("language: Spanish", "es"),
        ("language: English", "en"),
        ("language: Deutsch", "de"),
        ("language: haskell", "fr"),
        ("lang: [de]", "fr"),
        ("title: de", "fr"),
    ],
)
def test_front_matter_tells_the_language(line: str, code: str) -> None:
    assert page(f"---\n{line}\n---\n{TEXTS['fr']}\n").language.code == code


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("es/row.md", "es"),
        ("content/pt-br/moves/row.md", "pt"),
        ("content/zh_cn/row.md", "en"),
        ("row.es.md", "es"),
        ("es.md", "en"),
        ("en/fr/row.md", "en"),
        ("it-band/row.md", "en"),
        ("en-route/row.md", "en"),
        ("../es/row.md", "en"),
        ("/home/es/row.md", "en"),
    ],
)
def test_a_folder_tells_the_language(path: str, code: str) -> None:
    assert page("# Row\n", path).language.code == code


def test_folders_above_the_configuration_tell_nothing() -> None:
    inner = page("# Row\n", "/srv/es/de/row.md", folder="/srv/es")
    assert inner.language.code == "de"
    assert page("# Row\n", "/srv/es/row.md", folder="/srv/es").language.code == "en"


def test_what_tells_more_counts_more() -> None:
    globs = ((Globs(absolute("."), ("es/old/**",)), "it"),)
    told: dict[str, Any] = {"default": "de", "assigned": globs}
    stated = "---\nlang: fr\n---\n# Row\n"
    assert page(stated, "es/old/row.md", **told).language.code == "it"
    assert page(stated, "es/row.md", **told).language.code == "fr"
    assert page("# Row\n", "es/row.md", **told).language.code == "es"
    assert page(f"# Row\n\n{TEXTS['en']}\n", **told).language.code == "de"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("es", "es"),
        (" pt-BR ", "pt"),
        ("EN_us", "en"),
        ("es-419", "es"),
        ("deu", "deu"),
    ],
)
def test_codes(text: str, code: str) -> None:
    assert code_of(text) == code


@pytest.mark.parametrize("text", ["", "e", "spanish", "it-band", "de-", "de-load"])
def test_what_is_no_code(text: str) -> None:
    assert code_of(text) is None


def test_words_are_kept_by_language(tmp_path: Path) -> None:
    file = tmp_path / "words.json"
    file.write_text(json.dumps({"language": "es"}), "utf-8")
    assert read_languages(Config(lexicon=str(file))).default == "es"
    both = Config(lexicon=str(file), language="de")
    assert read_languages(both).default == "de"
