"""Words that a configuration adds, and what of them is wrong."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from exlint.cli import main
from exlint.config import Config, load_config
from exlint.errors import UserError
from exlint.pagetypes import load_types
from exlint.paths import absolute
from exlint.rules import RULES
from tests.support import ROOT, run


@pytest.fixture(autouse=True)
def _at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def names() -> Iterator[str]:
    yield from (rule.name for rule in RULES)


def load(text: str) -> Config:
    Path("exlint.toml").write_text(text, "utf-8")
    return load_config(absolute("exlint.toml"), names)


def wrong(text: str) -> str:
    with pytest.raises(UserError) as caught:
        load_types(load(text))
    assert "\n" not in str(caught.value)
    return str(caught.value)


def write_json(path: str, data: object) -> None:
    Path(path).write_text(json.dumps(data), "utf-8")


def test_the_built_in_lexicon_is_sound() -> None:
    schema = json.loads((ROOT / "schema/lexicon.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    lexicon = json.loads((ROOT / "schema/lexicon.json").read_text("utf-8"))
    assert list(Draft202012Validator(schema).iter_errors(lexicon)) == []
    assert set(schema["properties"]) == {*lexicon, "$schema"}


def test_a_lexicon_is_added_to_the_built_in_one() -> None:
    write_json(
        "words.json",
        {
            "properNouns": {"yolanda curl": "Yolanda curl"},
            "exerciseNouns": ["wobble"],
            "equipmentCompanions": {"Barbell": ["Sandbag"]},
        },
    )
    added = load_types(load('lexicon = "words.json"')).lexicons["en"]
    base = load_types(Config()).lexicons["en"]
    assert added.proper_nouns["Yolanda-Curl"] == "Yolanda curl"
    assert added.proper_nouns["ez bar"] == "EZ bar"
    assert added.names_exercise("Table wobble")
    assert not base.names_exercise("Table wobble")
    assert added.equipment_companions["Barbell"] == (
        *base.equipment_companions["Barbell"],
        "Sandbag",
    )
    assert added.title_claims == base.title_claims


def test_a_lexicon_has_words_of_several_languages() -> None:
    own = {
        "language": "es",
        "properNouns": {"press pallof": "press Pallof"},
        "languages": {"de": {"properNouns": {"pallof-press": "Pallof-Press"}}},
    }
    write_json("words.json", own)
    types = load_types(load('lexicon = "words.json"'))
    assert set(types.lexicons) == {"en", "es", "de"}
    pages = {
        "press.md": "# Press\n\nEl press pallof trabaja más, el smith machine no.\n",
        "de/press.md": "# Press\n\nDer pallof-press stärkt den Rumpf.\n",
        "en/press.md": "# Press\n\nThe press needs no smith machine.\n",
    }
    found = run(pages, types, rules=["proper-noun"])
    assert [(item.path, item.finding.message) for item in found] == [
        ("de/press.md", "'pallof-press' instead of 'Pallof-Press'"),
        ("en/press.md", "'smith machine' instead of 'Smith machine'"),
        ("press.md", "'press pallof' instead of 'press Pallof'"),
    ]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ({"proprNouns": {}}, "/proprNouns: unknown key 'proprNouns', did you mean"),
        ({"exerciseNouns": "x"}, "/exerciseNouns: 'x' is not of type 'array'"),
        ({"exerciseNouns": [""]}, "/exerciseNouns/0: '' does not match"),
        ({"titleClaims": [{"title": []}]}, "/titleClaims/0: 'why' is a required"),
        ([], "/: [] is not of type 'object'"),
    ],
)
def test_what_is_wrong_with_a_lexicon(words: object, message: str) -> None:
    write_json("words.json", words)
    assert wrong('lexicon = "words.json"').startswith(f"words.json: {message}")


def test_a_lexicon_has_to_exist() -> None:
    message = "exlint.toml:2: lexicon: no such file: words.json"
    assert wrong('\nlexicon = "words.json"') == message


def test_a_vocabulary_is_extended() -> None:
    config = load(
        "[vocabulary.equipment]\n"
        'Dumbbell = { synonyms = ["Hand Weight"], words = ["Hand weight"] }\n'
        '"Yoke Bar" = { slug = "yoke", within = ["Barbell"], words = ["yoke"] }\n'
        '"Sled Rope" = {}\n'
    )
    terms = load_types(config).types["exercise"].layout.fields["equipment"].terms
    assert terms is not None
    assert terms.canonical("hand weight") == "Dumbbell"
    assert terms.canonical("dumbbells") == "Dumbbell"
    assert terms.terms["Yoke Bar"].slug == "yoke"
    assert terms.terms["Sled Rope"].slug == "sled-rope"
    assert "hand weight" in terms.terms["Dumbbell"].words
    assert terms.are_related("Yoke Bar", "Barbell")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "[vocabulary.equipmnt]\nYoke = {}",
            "1: unknown vocabulary 'equipmnt', did you mean 'equipment'?",
        ),
        (
            "[vocabulary.equipment]\nYoke = {}\n'bar-bell' = {}\nbarbell = {}",
            "4: vocabulary.equipment: 'barbell' is the value 'Barbell' already",
        ),
        (
            "[vocabulary.equipment]\nYoke = { synonyms = ['Barbell'] }",
            "2: vocabulary.equipment: 'Barbell' is the value 'Barbell' already",
        ),
        (
            "[vocabulary.equipment]\nYoke = { within = ['Barbel'] }",
            "2: vocabulary.equipment: Yoke.within: unknown value 'Barbel', "
            "did you mean 'Barbell'?",
        ),
        (
            "[[word-choice]]\nphrase = 'x'\n[[word-choice]]\nphrase = 'x'\n"
            "types = ['exercse']",
            "3: word-choice.2.types: unknown page type 'exercse', "
            "did you mean 'exercise'?",
        ),
    ],
)
def test_what_does_not_go_together(text: str, message: str) -> None:
    assert wrong(text) == f"exlint.toml:{message}"


def test_a_new_value_is_known_to_the_whole_run(
    capsys: pytest.CaptureFixture[str],
) -> None:
    content = ROOT / "examples/content/exercise/barbell-back-squat.md"
    page = content.read_text("utf-8").replace(
        "**Equipment:** Barbell", "**Equipment:** Yoke Bar"
    )
    Path("barbell-back-squat.md").write_text(page, "utf-8")
    Path("exlint.toml").touch()
    main(["--select", "unknown-value", "--output-format", "concise", "."])
    assert "Yoke Bar" in capsys.readouterr().out
    load("[vocabulary.equipment]\n'Yoke Bar' = {}\n")
    assert main(["--select", "unknown-value", "."]) == 0


def test_a_changed_lexicon_is_noticed(capsys: pytest.CaptureFixture[str]) -> None:
    write_json("words.json", {"exerciseNouns": ["wobble"]})
    Path("exlint.toml").write_text('lexicon = "words.json"', "utf-8")
    for name in "ab":
        Path(f"{name}.md").write_text(f"# Page {name}\n\nGo on on.\n", "utf-8")
    main(["--select", "doubled-word", "--output-format", "json"])
    before = capsys.readouterr().out
    assert before.count("doubled-word") >= 2
    Path("words.json").write_text("{", "utf-8")
    assert main(["--select", "doubled-word"]) == 2
    assert "words.json:1:2: is not JSON" in capsys.readouterr().err
