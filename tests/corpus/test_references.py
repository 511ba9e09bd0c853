"""Names of pages among the facts of a page, wherever the facts stand."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from exlint.cli import main
from exlint.config import Config
from exlint.errors import UserError
from exlint.page.reading import PageTypes
from exlint.pagetypes import load_types
from exlint.paths import absolute
from tests.support import run, types_of

RULES = ("broken-reference", "one-way-link")


def types(mutual: bool = False, wanted: str | bool = True) -> PageTypes:
    """A page type whose pages name others in every place there is."""
    note = {"references": wanted, "mutual": mutual}
    places = {
        "related": {"at": "front-matter", "key": "related"},
        "parent": {"at": "front-matter", "key": "parent"},
        "easier": {"fact": "Easier", "split": ","},
        "harder": {"row": "Harder"},
        "variants": {"section": "Variants", "as": "bullet-list"},
        "links": {"section": "Links", "as": "links"},
    }
    nodes = {
        name: {
            "type": "string" if name in ("parent", "harder") else "array",
            "x-markdown": {**place, **note},
        }
        for name, place in places.items()
    }
    return types_of(json.dumps({"properties": nodes}))


def found(pages: dict[str, str], page_types: PageTypes) -> list[str]:
    """What the rules say, and the place and text of which they say it."""
    return [
        f"{item.path}:{item.start.line}:{item.start.column} "
        f"{pages[item.path][slice(*item.finding.span)]} - {item.finding.message}"
        for item in run(pages, page_types, "example", rules=RULES)
    ]


SQUAT = "---\nid: 7\nslug: air-squat\n---\n# Squat\n\nSit down.\n"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("---\nrelated: [squat, {}]\n---\n# Row\n", "2:18"),
        ("---\nrelated:\n- squat\n- '{}'\n---\n# Row\n", "4:3"),
        ("---\nparent: {}\n---\n# Row\n", "2:9"),
        ("# Row\n\n- **Easier:** Squat, {}\n", "3:22"),
        ("# Row\n\n| Fact | Value |\n|-|-|\n| Harder | {} |\n", "5:12"),
        ("# Row\n\n## Variants\n\n- {}\n", "5:1"),
    ],
)
@pytest.mark.parametrize("name", ["squat", "Squat", "SQUAT", "air squat", "squat.md"])
def test_a_name_is_looked_up_wherever_it_stands(
    text: str, place: str, name: str
) -> None:
    pages = {"squat.md": SQUAT, "row.md": text.format(name)}
    assert not found(pages, types())
    pages["row.md"] = text.format("Squad")
    (said,) = found(pages, types())
    assert said.startswith(f"row.md:{place} ")
    assert said.endswith("no page 'Squad': did you mean 'Squat'?")


def test_links_are_left_to_the_rule_on_links() -> None:
    page = "# Row\n\n## Links\n\n- [Squat](squad.md)\n"
    assert [item.rule for item in run({"row.md": page}, types(), "example")] == [
        "broken-link"
    ]


@pytest.mark.parametrize(
    "name", ["7", "'[[squat]]'", "../moves/squat.md", "/moves/squat"]
)
def test_ids_wiki_links_and_paths_name_pages(name: str) -> None:
    row = f"---\nrelated: [{name}]\n---\n# Row\n"
    assert not found({"moves/squat.md": SQUAT, "moves/row.md": row}, types())


def test_the_nearest_of_several_pages_is_meant() -> None:
    row = "---\nrelated: [squat]\n---\n# Row\n"
    answer = "---\nrelated: [row]\n---\n# Squat\n"
    pages = {
        "de/squat.md": answer,
        "de/row.md": row,
        "es/squat.md": answer,
        "es/row.md": row,
        "fr/squat.md": "# Squat\n",
    }
    assert not found(pages, types(mutual=True))
    pages["es/squat.md"] = "# Squat\n"
    assert found(pages, types(mutual=True)) == [
        "es/row.md:2:11 squat - 'Squat' does not name this page in turn"
    ]


def test_a_page_that_stands_for_its_folder_has_the_name_of_the_folder() -> None:
    row = "---\nrelated: [squat]\n---\n# Row\n"
    assert not found({"squat/index.md": "# Down\n", "row/index.md": row}, types())


def test_a_page_of_another_type() -> None:
    pages = {"squat.md": SQUAT, "row.md": "---\nparent: squat\n---\n# Row\n"}
    assert not found(pages, types(wanted="example"))
    assert found(pages, types(wanted="muscle")) == [
        "row.md:2:9 squat - 'squat' is of type 'example', not 'muscle'"
    ]


def test_a_page_checked_alone_is_held_against_those_that_it_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    place = {"at": "front-matter", "key": "variants"}
    note = {**place, "references": True, "mutual": True}
    node = {"type": "array", "x-markdown": note}
    schema = {"type": "object", "properties": {"variants": node}}
    Path("move.schema.json").write_text(json.dumps(schema), "utf-8")
    Path("exlint.toml").write_text('[types]\n"*.md" = "move.schema.json"\n', "utf-8")
    Path("squat.md").write_text(SQUAT, "utf-8")
    Path("plank.md").write_text("# Plank\n\nHold.\n", "utf-8")
    Path("row.md").write_text(
        "---\nvariants: [Squat, lunge]\n---\n\n# Row\n\nPull.\n", "utf-8"
    )
    assert main(["row.md", "--output-format", "concise"]) == 1
    alone = capsys.readouterr().out
    assert "row.md:2:12: warning" in alone
    assert "lunge" not in alone
    assert main(["--output-format", "concise"]) == 1
    assert "row.md:2:19: error: no page 'lunge'" in capsys.readouterr().out


def test_other_names_in_front_matter_name_pages() -> None:
    squat = "---\naliases: [Knee Bend]\n---\n# Squat\n"
    row = "---\nrelated: [knee bend]\n---\n# Row\n"
    assert not found({"squat.md": squat, "row.md": row}, types())


def test_the_type_of_the_pages_named_has_to_exist(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    note = {"at": "front-matter", "key": "parent", "references": "exercize"}
    schema = {"type": "object", "properties": {"parent": {"x-markdown": note}}}
    file = tmp_path / "move.schema.json"
    file.write_text(json.dumps(schema), "utf-8")
    message = (
        "move.schema.json: /properties/parent/x-markdown/references: "
        "unknown page type 'exercize', did you mean 'exercise'?"
    )
    with pytest.raises(UserError, match=re.escape(message)):
        load_types(Config(schemas=(absolute(str(file)),)))


def test_a_title_with_a_slash_is_no_path() -> None:
    row = "---\nrelated: [Push/Pull]\n---\n# Row\n"
    pages = {"pull.md": "# Pull\n", "row.md": row}
    assert len(found(pages, types())) == 1
    assert not found({**pages, "both.md": "# Push/Pull\n"}, types())
