"""The other commands: rule, rules, schema, extract."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from exlint.rules import RULES
from tests.cli.conftest import Shell
from tests.support import ROOT

CONTENT = str(ROOT / "examples" / "content")


def test_rule_prints_the_documentation(shell: Shell) -> None:
    said = shell.exlint("rule", "trailing-space")
    lines = said.out.splitlines()
    assert lines[0] == "# trailing-space"
    assert lines[2] == "Group file; info, high confidence, has a fix."
    assert "~~~markdown bad" in said.out
    assert said.code == 0


def test_rule_without_a_name_prints_them_all(shell: Shell) -> None:
    out = shell.exlint("rule").out
    for rule in RULES:
        assert f"# {rule.name}\n\nGroup {rule.group}; " in out
        assert rule.summary in out


def test_rules_lists_them_by_group(shell: Shell) -> None:
    said = shell.exlint("rules")
    lines = said.out.splitlines()
    groups = [line for line in lines if not line.startswith(" ")]
    assert groups == list(dict.fromkeys(rule.group for rule in RULES))
    assert len(lines) == len(groups) + len(RULES)
    (line,) = (line for line in lines if line.startswith("  trailing-space "))
    rule = next(rule for rule in RULES if rule.name == "trailing-space")
    assert line.split() == ["trailing-space", "info", "fix", *rule.summary.split()]


def test_groups_and_rules_have_names_of_their_own() -> None:
    assert not {rule.name for rule in RULES} & {rule.group for rule in RULES}


def test_no_record_is_a_command_to_a_build_server(shell: Shell) -> None:
    shell.write("a.md", "# Squat ##[error]x\n\n## Instructions\n\n1. ##[group]x\n")
    out = shell.exlint("extract").out
    assert json.loads(out)["path"] == "a.md"
    assert "##[" not in out


def test_schema_lists_the_page_types(shell: Shell) -> None:
    lines = shell.exlint("schema").out.splitlines()
    assert [line.split()[0] for line in lines] == ["comparison", "exercise", "hub"]


def test_schema_prints_one(shell: Shell) -> None:
    for name in ("exercise", "comparison", "hub"):
        printed = json.loads(shell.exlint("schema", name).out)
        file = ROOT / "schema" / f"{name}.schema.json"
        assert printed == json.loads(file.read_text("utf-8"))


OWN = {
    "description": "A dish.",
    "type": "object",
    "properties": {"name": {"type": "string", "x-markdown": {"at": "title"}}},
}


def test_schema_knows_those_of_the_user(shell: Shell) -> None:
    shell.write("schema/recipe.schema.json", json.dumps(OWN))
    shell.write("exlint.toml", "schemas = ['schema/*.json']\n")
    assert "recipe      A dish.\n" in shell.exlint("schema").out
    assert json.loads(shell.exlint("schema", "recipe").out) == OWN


def test_a_schema_of_the_user_takes_the_place_of_a_built_in_one(shell: Shell) -> None:
    shell.write("hub.schema.json", json.dumps(OWN))
    shell.write("exlint.toml", "schemas = ['hub.schema.json']\n")
    assert json.loads(shell.exlint("schema", "hub").out) == OWN


def test_schema_check(shell: Shell) -> None:
    shell.write("good.schema.json", json.dumps(OWN))
    shell.write("words.schema.json", json.dumps({"$defs": {"size": {"enum": [1]}}}))
    said = shell.exlint("schema", "--check", "good.schema.json")
    assert (said.code, said.out) == (0, "good.schema.json: is a sound page schema\n")
    wrong = {"name": {"type": "strnig", "x-markdown": {"section": "A", "as": "txt"}}}
    shell.write("bad.schema.json", json.dumps({**OWN, "properties": wrong}))
    said = shell.exlint("schema", "--check", "bad.schema.json")
    assert said.code == 2
    places = [": ".join(line.split(": ")[:2]) for line in said.out.splitlines()]
    assert places == [
        "bad.schema.json: /properties/name/type",
        "bad.schema.json: /properties/name/x-markdown/as",
    ]


@pytest.mark.parametrize(
    "schema",
    [
        {"properties": {"name": True}},
        {"type": "object", "properties": {"name": {"x-markdown": {}}}},
        {
            "type": "object",
            "properties": {"name": {"x-markdown": {"at": "title"}}},
            "x-markdown": {"patterns": [1]},
        },
        {
            "type": "object",
            "properties": {"name": {"pattern": "(", "x-markdown": {"at": "title"}}},
        },
        {
            "type": "object",
            "properties": {
                "name": {"$ref": "#/$defs/x", "x-markdown": {"at": "title"}}
            },
        },
        {
            "type": "object",
            "properties": {"name": {"$ref": "#", "x-markdown": {"at": "title"}}},
        },
        {"type": "object", "properties": 1},
        [],
    ],
)
def test_schema_check_survives_any_schema(shell: Shell, schema: object) -> None:
    shell.write("odd.schema.json", json.dumps(schema))
    said = shell.exlint("schema", "--check", "odd.schema.json")
    assert "internal error" not in said.err
    assert said.code in (0, 2)
    if said.code:
        assert (said.out + said.err).removeprefix("exlint: ").startswith("odd.schema")


def test_extract(shell: Shell) -> None:
    path = f"{CONTENT}/exercise/chin-up.md"
    said = shell.exlint("extract", path)
    (line,) = said.out.splitlines()
    data = json.loads(line)
    assert list(data) == ["path", "type", "record"]
    assert data["path"].endswith("examples/content/exercise/chin-up.md")
    assert data["type"] == "exercise"
    assert data["record"]["name"] == "Chin-Up"
    assert data["record"]["equipment"] == "Pull-Up Bar"
    assert len(data["record"]["steps"]) > 2


def test_extract_prints_a_line_a_page(shell: Shell) -> None:
    lines = shell.exlint("extract", CONTENT).out.splitlines()
    assert len(lines) == 47
    types = {json.loads(line)["type"] for line in lines}
    assert types == {"exercise", "hub", "comparison", None}


def test_extract_with_spans(shell: Shell) -> None:
    path = ROOT / "examples/content/exercise/chin-up.md"
    said = shell.exlint("extract", "--with-spans", str(path))
    data = json.loads(said.out)
    lines = path.read_text("utf-8").splitlines()
    for pointer in ("/equipment", "/name"):
        start, end = (data["spans"][pointer][k] for k in ("location", "end_location"))
        assert start["row"] == end["row"]
        text = lines[start["row"] - 1][start["column"] - 1 : end["column"] - 1]
        assert text == data["record"][pointer.strip("/")]


def test_config_shows_what_holds_and_where_it_comes_from(shell: Shell) -> None:
    choice = "[[word-choice]]\nphrase = 'a'\nseverity = 'info'\n"
    shell.write("base.toml", f"ignore = ['prose']\npedantic = true\n{choice}")
    shell.write(
        "exlint.toml",
        "extend = 'base.toml'\nignore = ['links']\n[severity]\nbare-url = 'off'\n"
        "[types]\n'moves/**' = 'exercise'\n[[word-choice]]\nphrase = 'b'\n",
    )
    shell.write("moves/a.md")
    said = shell.exlint("config", "moves/a.md")
    lines = said.out.splitlines()
    assert lines[0] == "# exlint.toml"
    assert 'ignore = ["links"]  # exlint.toml:2' in lines
    assert "pedantic = true  # base.toml:2" in lines
    assert 'severity."bare-url" = "off"  # exlint.toml:4' in lines
    assert 'types."moves/**" = "exercise"  # exlint.toml:6' in lines
    assert 'fail-on = "warning"' in lines
    start = lines.index("word-choice = [")
    assert lines[start + 1 : start + 4] == [
        '  { "phrase" = "a", "severity" = "info" },  # base.toml:3',
        '  { "phrase" = "b" },  # exlint.toml:7',
        "]",
    ]
    assert "# links.base-url is not set" in lines
    Path("copy.toml").write_text(said.out)
    again = shell.exlint("config", "--config", "copy.toml")
    assert [line.partition("  #")[0] for line in again.out.splitlines()][1:] == [
        line.partition("  #")[0] for line in lines
    ][1:]


def test_config_without_a_file(shell: Shell) -> None:
    said = shell.exlint("config")
    assert said.out.startswith("# no configuration file\nselect = []\n")
    assert json.loads(shell.exlint("config", "--schema").out)["title"] == "exlint.toml"
