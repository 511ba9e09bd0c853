"""`exlint infer`: from pages to a schema that is in use."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.cli.conftest import Shell
from tests.infer.plants import DEFECTS, garden, spoilt

FILE = "schema/plant.schema.json"


def plant(shell: Shell, pages: Mapping[str, str]) -> None:
    for path, text in pages.items():
        shell.write(path, text)


def schema() -> dict[str, Any]:
    return dict(json.loads(Path(FILE).read_text("utf-8")))


def edit(**changes: Any) -> None:
    Path(FILE).write_text(json.dumps({**schema(), **changes}), "utf-8")


def findings(shell: Shell, *arguments: str) -> list[tuple[str, str]]:
    """Return file and rule of each finding but those on what a page looks like."""
    said = shell.exlint("--output-format", "json", *arguments)
    found = ((item["filename"], item["code"]) for item in json.loads(said.out))
    return sorted((path, rule) for path, rule in found if rule not in QUIET)


QUIET = ("unlinked-page", "final-newline")


def test_a_garden_in_order_has_no_problem(shell: Shell) -> None:
    plant(shell, garden())
    assert shell.exlint("init", "--yes").code == 0
    said = shell.exlint("infer")
    assert (said.code, said.err) == (0, "")
    assert "plant: 30 pages, " in said.out
    assert "Wrote schema/plant.schema.json\nChanged exlint.toml\n" in said.out
    assert all(len(line) <= 80 for line in said.out.splitlines())
    assert "30 plant" in shell.exlint("-v", "--statistics").err
    assert findings(shell) == []


def test_the_defects_of_a_spoilt_one_are_reported(shell: Shell) -> None:
    plant(shell, spoilt())
    shell.exlint("init", "--yes")
    said = shell.exlint("infer")
    assert "hardly begun: plants/dill.md\n" in said.out
    assert "contradicts the facts of plants/kale.md, plants/mint.md\n" in said.out
    assert findings(shell) == [
        ("plants/cabbage.md", "schema"),
        ("plants/celery.md", "unknown-section"),
        ("plants/dill.md", "stub"),
        ("plants/fennel.md", "placeholder"),
        ("plants/garlic.md", "value-spelling"),
        ("plants/kale.md", "unknown-value"),
        ("plants/leek.md", "list-numbering"),
        ("plants/mint.md", "fact-contradiction"),
        ("plants/pea.md", "duplicate-id"),
        ("plants/pea.md", "empty-section"),
        ("plants/turnip.md", "duplicate-id"),
    ]
    assert len({path for path, _ in findings(shell)}) == len(DEFECTS) + 1


def test_it_works_without_a_configuration(shell: Shell) -> None:
    plant(shell, garden())
    said = shell.exlint("infer")
    assert "Wrote exlint.toml\n" in said.out
    text = Path("exlint.toml").read_text("utf-8")
    assert 'schemas = ["schema/*.schema.json"]\n' in text
    assert '[types]\n"plants/**" = "plant"\n"plants/index.md" = "none"\n' in text
    assert findings(shell) == []


def test_nothing_is_written_over(shell: Shell) -> None:
    plant(shell, garden())
    shell.exlint("infer")
    edit(title="Mine")
    said = shell.exlint("infer")
    assert said.code == 2
    assert said.err.startswith(
        "exlint: schema/plant.schema.json holds a schema already"
    )
    assert "--update" in said.err
    assert "--force" in said.err
    assert schema()["title"] == "Mine"
    assert shell.exlint("infer", "--force").code == 0
    assert schema()["title"] == "Plant page"


def test_a_dry_run_writes_nothing(shell: Shell) -> None:
    plant(shell, garden())
    said = shell.exlint("infer", "--dry-run")
    assert "plant: 30 pages, " in said.out
    assert "Wrote" not in said.out
    assert sorted(path.name for path in shell.folder.iterdir()) == ["plants"]


def test_an_update_tightens_and_keeps_what_was_edited(shell: Shell) -> None:
    pages = garden()
    bare = [path for path in pages if path != "plants/index.md"][:6]
    some = {path: pages[path].partition("## Harvest")[0].rstrip() for path in bare}
    plant(shell, {**pages, **{path: f"{text}\n" for path, text in some.items()}})
    shell.exlint("infer")
    before = schema()
    assert "harvest" not in before["required"]
    properties = before["properties"]
    properties["light"]["enum"].append("full shade")
    required = [name for name in before["required"] if name != "family"]
    edit(title="My plants", required=required, properties=properties)
    plant(shell, pages)
    assert shell.exlint("infer", "--update").code == 0
    after = schema()
    assert after["title"] == "My plants"
    assert set(after["required"]) == {*required, "harvest"}
    assert "full shade" in after["properties"]["light"]["enum"]
    assert findings(shell) == []


def test_what_has_a_type_of_its_own_is_left_alone(shell: Shell) -> None:
    plant(shell, garden())
    own = {"properties": {"name": {"x-markdown": {"at": "title"}}}, "type": "object"}
    shell.write("own/herb.schema.json", json.dumps(own))
    shell.write(
        "exlint.toml", 'schemas = ["own/*.json"]\n[types]\n"plants/**" = "herb"\n'
    )
    said = shell.exlint("infer")
    assert said.code == 2
    assert "no pages without a type of their own" in said.err


def test_places_and_names_are_chosen(shell: Shell) -> None:
    plant(shell, garden())
    said = shell.exlint("infer", "plants", "--output", "types", "--name", "herb")
    assert "Wrote types/herb.schema.json\n" in said.out
    assert findings(shell, "plants") == []


def test_synonyms_are_supplied(shell: Shell) -> None:
    pages = garden()
    path = "plants/leek.md"
    plant(shell, {**pages, path: pages[path].replace("| full sun |", "| sunny |")})
    shell.write("same.json", '{"full sun": ["sunny"]}')
    shell.exlint("infer", "--synonyms", "same.json")
    assert findings(shell) == [(path, "value-spelling")]
    shell.write("same.json", '{"full sun": "sunny"}')
    said = shell.exlint("infer", "--force", "--synonyms", "same.json")
    assert said.err == "exlint: same.json: full sun: expected a list of synonyms\n"


def test_pages_of_no_type_are_said_to_be(shell: Shell) -> None:
    shell.write("a.md", "# One\n")
    said = shell.exlint("infer")
    assert (said.code, said.err) == (
        2,
        "exlint: .: no pages are alike enough to be of one type\n",
    )
    assert "Of no type: a.md\n" in said.out


def test_a_folder_has_to_exist(shell: Shell) -> None:
    said = shell.exlint("infer", "nowhere")
    assert (said.code, said.err) == (2, "exlint: nowhere: no such folder\n")
