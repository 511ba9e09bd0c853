"""Configuration files: what they may say, and how what they may not is told."""

from __future__ import annotations

import dataclasses
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from exlint.config import Config, Configs, Links, Markdown, load_config
from exlint.config.load import line_of
from exlint.config.schema import json_schema
from exlint.config.settings import SLUG_STYLES as SLUG_STYLES_OF_SETTINGS
from exlint.config.settings import TABLES, settings_of
from exlint.config.words import Note
from exlint.diagnostic import Severity
from exlint.errors import UserError
from exlint.globs import Globs
from exlint.pagetype.choice import Choice
from exlint.paths import absolute, shown
from exlint.site import SLUG_STYLES
from tests.support import ROOT

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib


@pytest.fixture(autouse=True)
def _at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def names() -> Iterator[str]:
    yield from ("doubled-word", "trailing-space", "prose", "links")


def write(text: str, path: str = "exlint.toml") -> str:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(text, "utf-8")
    return absolute(path)


def load(text: str, path: str = "exlint.toml") -> Config:
    return load_config(write(text, path), names)


def wrong(text: str, path: str = "exlint.toml") -> str:
    with pytest.raises(UserError) as caught:
        load(text, path)
    message = str(caught.value)
    assert "\n" not in message
    return message


def test_nothing_set_is_all_defaults() -> None:
    config = load("")
    default = Config()
    for definition, _ in settings_of(Config).values():
        assert getattr(config, definition.name) == getattr(default, definition.name)
    assert config.file == absolute("exlint.toml")
    assert config.folder == absolute(".")


EVERY = """
        select = ["prose", "links"]
        ignore = ["doubled-word"]
        fail-on = "info"
        pedantic = true
        include = ["*.txt"]
        exclude = ["drafts/"]
        schemas = ["schema/*.schema.json"]
        lexicon = "words.json"
        language = "es"
        baseline = "known.json"

        [severity]
        trailing-space = "off"
        links = "warning"

        [per-file-ignores]
        "blog/**" = ["prose"]

        [types]
        "recipes/**" = "schema/recipe.schema.json"
        "moves/**" = "exercise"

        [languages]
        "en/**" = "en"

        [[word-choice]]
        phrases = ["simply", "of course"]
        replacement = ""
        message = "nothing is simple"
        severity = "error"
        unless = ["simply supported"]
        types = ["exercise"]
        safe = true

        [[word-choice]]
        pattern = '\\d+ ?lbs'
        section = "Tips"

        [[word-choice]]
        phrase = "ask a doctor"
        required = true

        [vocabulary.equipment]
        Sandbag = { synonyms = ["Sand Bag"], words = ["sandbag"], labels.es = "Saco" }
        "Yoke Bar" = { slug = "yoke", within = ["Barbell"] }

        [links]
        base-url = "https://moves.example/"
        content-root = "content"
        routes = "routes.txt"
        anchors = "mkdocs"

        [links.permalinks]
        "/moves/{stem}/" = "_moves/{stem}.md"

        [markdown]
        templates = ["liquid", "<% %>"]
        """


def test_every_setting() -> None:
    config = load(EVERY)
    here = absolute(".")
    assert config.select == ("prose", "links")
    assert config.ignore == ("doubled-word",)
    assert config.fail_on is Severity.INFO
    assert config.pedantic
    assert config.include == Globs(here, ("*.txt",))
    assert config.exclude == Globs(here, ("drafts/",))
    assert config.schemas == (f"{here}/schema/*.schema.json",)
    assert config.severity == (("trailing-space", None), ("links", Severity.WARNING))
    assert config.per_file_ignores == ((Globs(here, ("blog/**",)), ("prose",)),)
    assert config.types == (
        (Globs(here, ("recipes/**",)), f"{here}/schema/recipe.schema.json"),
        (Globs(here, ("moves/**",)), "exercise"),
    )
    assert config.baseline == f"{here}/known.json"
    assert config.lexicon == f"{here}/words.json"
    assert (config.language, config.languages) == (
        "es",
        ((Globs(here, ("en/**",)), "en"),),
    )
    assert config.word_choice == (
        Choice(
            phrases=("simply", "of course"),
            replacement="",
            message="nothing is simple",
            severity=Severity.ERROR,
            unless=("simply supported",),
            types=("exercise",),
            safe=True,
        ),
        Choice(pattern=r"\d+ ?lbs", section="Tips"),
        Choice(phrase="ask a doctor", required=True),
    )
    labels = (("es", "Saco"),)
    sandbag = Note(synonyms=("Sand Bag",), words=("sandbag",), labels=labels)
    yoke = Note(slug="yoke", within=("Barbell",))
    added = (("Sandbag", sandbag), ("Yoke Bar", yoke))
    assert config.vocabulary == (("equipment", added),)
    assert config.links == Links(
        "https://moves.example",
        f"{here}/content",
        (("/moves/{stem}/", "_moves/{stem}.md"),),
        f"{here}/routes.txt",
        "mkdocs",
    )
    assert config.markdown == Markdown(("liquid", "<% %>"))
    assert config.origin("links.base-url") == "exlint.toml:49"
    assert config.origin("types.moves/**") == "exlint.toml:22"
    assert config.origin("select") == "exlint.toml:2"
    assert config.origin("word-choice.2") == "exlint.toml:36"
    assert config.origin("vocabulary.equipment.Yoke Bar") == "exlint.toml:46"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('selct = ["prose"]', "1: unknown setting 'selct', did you mean 'select'?"),
        ("\nwhatever = 1", "2: unknown setting 'whatever'"),
        (
            '[links]\nbase-ulr = "x"',
            "2: unknown setting 'base-ulr', did you mean 'base-url'?",
        ),
        (
            "[link]\nanchors = 'x'",
            "1: unknown setting 'link', did you mean 'links'?",
        ),
        ("links = 1", "1: links: expected a table"),
        ("types = 1", "1: types: expected a table, not 1"),
        ('select = "prose"', "1: select: expected a list, not 'prose'"),
        ("select = [1]", "1: select: expected a string, not 1"),
        (
            'ignore = ["doubled-wrd"]',
            "1: ignore: unknown rule or group 'doubled-wrd', "
            "did you mean 'doubled-word'?",
        ),
        (
            'fail-on = "fatal"',
            "1: fail-on: expected one of error, warning, info, not 'fatal'",
        ),
        ("pedantic = 1", "1: pedantic: expected true or false, not 1"),
        ("exclude = ['!']", "1: exclude: expected a file pattern, not '!'"),
        ("exclude = ['[z-a]']", "1: exclude: expected a file pattern, not '[z-a]'"),
        (
            "[severity]\nprose = 'info'\ndoubled-word = 'warn'",
            "3: severity.doubled-word: "
            "expected one of error, warning, info, off, not 'warn'",
        ),
        (
            "severity.dubled-word = 'off'",
            "1: severity.dubled-word: unknown rule or group 'dubled-word', "
            "did you mean 'doubled-word'?",
        ),
        (
            '[per-file-ignores]\n"a.md" = "prose"',
            "2: per-file-ignores.a.md: expected a list, not 'prose'",
        ),
        (
            'links.base-url = "moves.example"',
            "1: links.base-url: expected an address such as 'https://moves.example', "
            "not 'moves.example'",
        ),
        (
            "links.permalinks = { '/x' = 1 }",
            "1: links.permalinks./x: expected a string, not 1",
        ),
        ("extend = 1", "1: extend: expected the path of a file"),
        ('extend = "gone.toml"', "1: extend: no such file: gone.toml"),
        ('extend = "exlint.toml"', "1: extend: goes round in a circle"),
        ("word-choice = 'x'", "1: word-choice: expected tables, not 'x'"),
        (
            "[[word-choice]]\nphrase = 'x'\n[[word-choice]]\nphrase = 'y'\n"
            "mesage = 'z'",
            "5: word-choice.2.mesage: unknown setting 'mesage', "
            "did you mean 'message'?",
        ),
        (
            "[[word-choice]]\nphrase = ' '",
            "2: word-choice.1.phrase: expected a word or a phrase, not ''",
        ),
        (
            "[[word-choice]]\nmessage = 'z'",
            "1: word-choice.1: has none of phrase, phrases, pattern",
        ),
        (
            "[[word-choice]]\nphrase = 'x'\npattern = 'x'",
            "1: word-choice.1: has both phrase and pattern",
        ),
        (
            "[[word-choice]]\npattern = 'x('",
            "2: word-choice.1.pattern: is no regular expression: "
            "missing ), unterminated subpattern at position 1",
        ),
        (
            "[[word-choice]]\npattern = 'x*'",
            "2: word-choice.1.pattern: matches no text at all",
        ),
        (
            "[[word-choice]]\npattern = 'x'\nreplacement = '\\1'",
            "3: word-choice.1.replacement: invalid group reference 1 at position 1",
        ),
        (
            "[[word-choice]]\nphrase = 'x'\nsafe = true",
            "3: word-choice.1.safe: nothing is safe without a replacement",
        ),
        (
            "[[word-choice]]\nphrase = 'x'\nrequired = true\nreplacement = 'y'",
            "1: word-choice.1: what is required has no replacement and no unless",
        ),
        (
            "[vocabulary.equipment]\nSandbag = ['bag']",
            "2: vocabulary.equipment.Sandbag: expected a table, not a list",
        ),
        (
            "[vocabulary.equipment]\nSandbag = { synonym = ['bag'] }",
            "2: vocabulary.equipment.Sandbag.synonym: unknown setting 'synonym', "
            "did you mean 'synonyms'?",
        ),
        ("a = \n", "1:5: is not TOML: Invalid value"),
        ("\nignore = [\n'prose'\n", "3: is not TOML: Unclosed array"),
    ],
)
def test_what_is_wrong_is_told_in_one_line(text: str, message: str) -> None:
    assert wrong(text) == f"exlint.toml:{message}"


def test_a_circle_is_told_where_it_closes() -> None:
    write("\nextend = '../exlint.toml'\n", "shared/base.toml")
    message = wrong("extend = 'shared/base.toml'\n")
    assert message == "shared/base.toml:2: extend: goes round in a circle"


def test_pyproject_has_a_table_of_its_own() -> None:
    config = load("[tool.exlint]\nignore = ['prose']\n", "pyproject.toml")
    assert config.ignore == ("prose",)
    assert config.origin("ignore") == "pyproject.toml:2"
    message = wrong("[tool.exlint]\nignor = ['prose']\n", "pyproject.toml")
    assert (
        message == "pyproject.toml:2: unknown setting 'ignor', did you mean 'ignore'?"
    )
    message = wrong("[tool.other]\n", "pyproject.toml")
    assert message == "pyproject.toml: has no table [tool.exlint]"


def test_a_file_extends_another() -> None:
    write(
        "ignore = ['prose']\npedantic = true\nexclude = ['drafts/']\n"
        "[severity]\nlinks = 'info'\nprose = 'info'\n"
        "[links]\nroutes = 'routes.txt'\nbase-url = 'https://moves.example'\n",
        "shared/base.toml",
    )
    config = load(
        "extend = '../shared/base.toml'\nignore = ['links']\n"
        "[severity]\nlinks = 'error'\n[links]\nbase-url = 'https://other.example'\n",
        "site/exlint.toml",
    )
    assert config.pedantic
    assert config.ignore == ("links",), "lists are replaced"
    assert dict(config.severity) == {
        "links": Severity.ERROR,
        "prose": Severity.INFO,
    }, "tables are joined"
    assert config.links.base_url == "https://other.example"
    assert shown(config.links.routes or "") == "shared/routes.txt"
    assert config.exclude == Globs(absolute("shared"), ("drafts/",))
    assert config.folder == absolute("site")
    assert config.origin("pedantic") == "shared/base.toml:2"
    assert config.origin("ignore") == "site/exlint.toml:2"


def test_the_nearest_file_wins() -> None:
    write("ignore = ['prose']\n")
    write("", "a/b/page.md")
    write("[tool.other]\n", "a/pyproject.toml")
    configs = Configs(names)
    assert configs.of(absolute("a/b")).ignore == ("prose",)
    assert configs.of(absolute("a/b")) is configs.of(absolute("."))
    write("[tool.exlint]\nignore = ['links']\n", "a/pyproject.toml")
    assert Configs(names).of(absolute("a/b")).ignore == ("links",)
    write("", "a/exlint.toml")
    assert Configs(names).of(absolute("a/b")).ignore == ()
    write("ignore = ['links']\n", "a/.exlint.toml")
    assert Configs(names).of(absolute("a/b")).file == absolute("a/.exlint.toml")


def test_one_configuration_for_all() -> None:
    write("ignore = ['prose']\n", "a/exlint.toml")
    only = load("ignore = ['links']\n", "elsewhere.toml")
    assert Configs(names, only).of(absolute("a")) is only


def test_rule_names_are_asked_for_only_when_one_is_written() -> None:
    def refuse() -> Iterator[str]:
        raise AssertionError

    path = write("exclude = ['drafts/']\n[links]\nanchors = 'github'\n")
    assert load_config(path, refuse).links.anchors == "github"


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("a",), 1),
        (("b",), 2),
        (("b", "c"), 3),
        (("b", "d e"), 4),
        (("b", "f", "g"), 5),
        (("h", "i"), 7),
        (("j",), 9),
        (("k",), None),
        (("j", "2", "m"), 11),
    ],
)
def test_the_line_of_a_key(path: tuple[str, ...], line: int | None) -> None:
    text = "a = 1\n[b]\nc = 1\n\"d e\" = 1\nf.g = 1\n[ h ]\n  'i' = [\n]\n"
    text += "[[j]]\n[[j]]\nm = 1\n"
    assert line_of(text, path) == line


def test_settings_are_well_defined() -> None:
    for name, table in TABLES.items():
        settings = settings_of(table)
        assert settings
        for key, (definition, setting) in settings.items():
            assert key == key.lower()
            assert setting.help.endswith("."), key
            assert setting.kind.schema(), key
            assert definition.default is not dataclasses.MISSING
        assert name == "" or name in {d.name for d in dataclasses.fields(Config)}


def test_the_schema_for_editors_is_made_of_the_definitions() -> None:
    file = ROOT / "schema" / "config.schema.json"
    assert json.loads(file.read_text("utf-8")) == json_schema(), (
        "run: exlint config --schema > schema/config.schema.json"
    )
    Draft202012Validator.check_schema(json_schema())
    validator = Draft202012Validator(json_schema())
    assert validator.is_valid(tomllib.loads(EVERY))
    assert validator.is_valid({"extend": "base.toml"})
    assert not validator.is_valid({"selct": []})
    assert not validator.is_valid({"links": {"anchors": "other"}})
    assert not validator.is_valid({"severity": {"doubled-word": "fatal"}})


def test_values_are_written_as_they_are_read() -> None:
    config = load(EVERY)
    written = {}
    for name, table in TABLES.items():
        holder = getattr(config, name) if name else config
        written[name] = {
            key: setting.kind.plain(getattr(holder, definition.name))
            for key, (definition, setting) in settings_of(table).items()
        }
    read = tomllib.loads(EVERY)
    read["links"]["base-url"] = "https://moves.example"
    assert {**written.pop(""), **written} == read


def test_slug_styles_are_those_of_sites() -> None:
    expected: dict[str, Any] = {style: style for style in SLUG_STYLES}
    assert expected == SLUG_STYLES_OF_SETTINGS
