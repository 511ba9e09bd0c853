"""`exlint extract`: records as JSON Lines, as CSV, as an SQLite database."""

from __future__ import annotations

import csv
import io
import json
import os
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.conftest import Shell
from tests.support import ROOT

CONTENT = str(ROOT / "examples" / "content")
DISH = {
    "type": "object",
    "properties": {
        "name": {"type": "string", "x-markdown": {"at": "title"}},
        "path": {"type": "string", "x-markdown": {"fact": "Path"}},
        "minutes": {"type": "integer", "x-markdown": {"fact": "Minutes"}},
        "needs": {
            "type": "array",
            "items": {"type": "string"},
            "x-markdown": {"fact": "Needs", "split": ","},
        },
        "steps": {
            "type": "array",
            "x-markdown": {"section": "Steps", "as": "ordered-list"},
        },
        "asked": {
            "type": "array",
            "x-markdown": {"section": "Asked", "as": "questions"},
        },
    },
    "required": ["steps"],
}
SOUP = """# Soup

- **Path:** =1+1
- **Minutes:** 20
- **Needs:** leek, water

## Steps

1. Cut; boil.
2. Eat.

## Asked

### Is it hot?

Yes.
"""
TEA = "# Tea\n\n- **Minutes:** five\n\n## Steps\n\n1. Wait.\n"


@pytest.fixture
def kitchen(shell: Shell) -> Shell:
    """Pages of one type, and a page of none."""
    shell.write("dish.schema.json", json.dumps(DISH))
    shell.write("exlint.toml", "schemas = ['dish.schema.json']\n")
    shell.write("soup.md", SOUP)
    shell.write("tea.md", TEA)
    shell.write("note.md", "# Note\n\nNothing.\n")
    return shell


def rows(file: Path, query: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(file)) as database:
        return database.execute(query).fetchall()


def test_csv_is_a_table(kitchen: Shell) -> None:
    said = kitchen.exlint("extract", "--format", "csv")
    assert said.code == 0
    soup, tea = csv.DictReader(io.StringIO(said.out))
    assert soup == {
        "path": "soup.md",
        "name": "Soup",
        "path_2": "'=1+1",  # no spreadsheet takes it for a formula
        "minutes": "20",
        "needs": "leek; water",
        "steps": '["Cut; boil.", "Eat."]',
        "asked": '[{"question": "Is it hot?", "answer": "Yes."}]',
    }
    assert tea["minutes"] == "five"
    assert tea["needs"] == ""
    assert said.out.splitlines()[0] == "path,name,path_2,minutes,needs,steps,asked"


def test_csv_of_several_types_needs_a_folder(shell: Shell) -> None:
    said = shell.exlint("extract", CONTENT, "--format", "csv")
    assert said.code == 2
    assert said.err == (
        "exlint: pages of several types (comparison, exercise, hub): "
        "--output FOLDER writes a file for each\n"
    )
    said = shell.exlint("extract", CONTENT, "--format", "csv", "-o", "new/data")
    assert (said.code, said.out, said.err) == (0, "", "")
    folder = shell.folder / "new" / "data"
    names = sorted(file.name for file in folder.iterdir())
    assert names == ["comparison.csv", "exercise.csv", "hub.csv"]
    with (folder / "exercise.csv").open(encoding="utf-8", newline="") as file:
        found = {row["name"]: row for row in csv.DictReader(file)}
    assert found["Chin-Up"]["equipment"] == "Pull-Up Bar"
    assert json.loads(found["Chin-Up"]["steps"])


def test_csv_of_one_type_goes_to_a_file(kitchen: Shell) -> None:
    assert kitchen.exlint("extract", "--format", "csv", "-o", "dishes.csv").code == 0
    text = (kitchen.folder / "dishes.csv").read_text("utf-8")
    assert text == kitchen.exlint("extract", "--format", "csv").out


def test_sqlite_is_a_database(kitchen: Shell) -> None:
    said = kitchen.exlint("extract", "--format", "sqlite", "-o", "out.db")
    assert (said.code, said.out, said.err) == (0, "", "")
    file = kitchen.folder / "out.db"
    assert rows(file, "SELECT * FROM pages ORDER BY path") == [
        ("note.md", None),
        ("soup.md", "dish"),
        ("tea.md", "dish"),
    ]
    assert rows(file, "SELECT path, name, path_2, minutes FROM dish") == [
        ("soup.md", "Soup", "=1+1", 20),
        ("tea.md", "Tea", None, "five"),
    ]
    assert rows(file, "SELECT * FROM dish_needs") == [
        ("soup.md", 1, "leek"),
        ("soup.md", 2, "water"),
    ]
    assert rows(file, "SELECT value FROM dish_steps WHERE path = 'tea.md'") == [
        ("Wait.",)
    ]
    assert rows(file, "SELECT * FROM dish_asked") == [
        ("soup.md", 1, "Is it hot?", "Yes.")
    ]


def test_sqlite_holds_every_type(shell: Shell) -> None:
    shell.exlint("extract", CONTENT, "--format", "sqlite", "-o", "out.db")
    file = shell.folder / "out.db"
    (groups,) = rows(file, "SELECT groups FROM hub WHERE name = 'Advanced Exercises'")
    assert json.loads(str(groups[0]))[0]["bodyPart"] == "Back"
    (counted,) = rows(file, "SELECT count(DISTINCT path) FROM exercise_steps")
    assert rows(file, "SELECT count(*) FROM exercise") == [counted]


def test_sqlite_needs_a_file(shell: Shell) -> None:
    said = shell.exlint("extract", "--format", "sqlite")
    assert said.code == 2
    assert "--output FILE says where" in said.err


@pytest.mark.parametrize("format_", ["jsonl", "csv", "sqlite"])
def test_nothing_is_overwritten_without_force(kitchen: Shell, format_: str) -> None:
    order = ("extract", "--format", format_, "--output", "out.csv")
    kitchen.write("out.csv", "mine")
    said = kitchen.exlint(*order)
    assert (said.code, said.out) == (2, "")
    assert said.err == "exlint: out.csv: exists already: --force writes it anew\n"
    assert (kitchen.folder / "out.csv").read_text("utf-8") == "mine"
    assert kitchen.exlint(*order, "--force").code == 0
    assert (kitchen.folder / "out.csv").read_bytes() != b"mine"
    assert sorted(path.suffix for path in kitchen.folder.iterdir()) == [
        *(".csv", ".json", ".md", ".md", ".md", ".toml")
    ]


def test_a_table_in_a_folder_is_not_overwritten_either(kitchen: Shell) -> None:
    kitchen.write("out/dish.csv", "mine")
    said = kitchen.exlint("extract", "--format", "csv", "-o", "out")
    assert said.err == "exlint: out/dish.csv: exists already: --force writes it anew\n"


@pytest.mark.parametrize("format_", ["jsonl", "sqlite"])
def test_where_nothing_can_be_written(kitchen: Shell, format_: str) -> None:
    said = kitchen.exlint("extract", "--format", format_, "-o", "gone/out")
    assert said.code == 2
    assert said.err == (
        "exlint: gone/out: cannot be written: No such file or directory\n"
    )
    said = kitchen.exlint("extract", "--format", format_, "-o", ".")
    assert said.err == "exlint: .: is a folder\n"


def test_jsonl_goes_to_a_file_too(kitchen: Shell) -> None:
    kitchen.exlint("extract", "--output", "out.jsonl", "soup.md")
    text = (kitchen.folder / "out.jsonl").read_text("utf-8")
    assert text == kitchen.exlint("extract", "soup.md").out


def test_places_are_for_jsonl(kitchen: Shell) -> None:
    said = kitchen.exlint("extract", "--with-spans", "--format", "csv")
    assert (said.code, said.err) == (
        2,
        "exlint: --with-spans: only with --format jsonl\n",
    )


def test_an_unreadable_page_leaves_the_others(kitchen: Shell) -> None:
    kitchen.write("bad.md", b"\xff\xfe")
    said = kitchen.exlint("extract", "--format", "sqlite", "-o", "out.db")
    assert said.code == 2
    assert "bad.md: is UTF-16" in said.err
    assert rows(kitchen.folder / "out.db", "SELECT count(*) FROM dish") == [(2,)]


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="names are Unicode")
@pytest.mark.parametrize("format_", ["jsonl", "csv", "sqlite"])
def test_a_name_that_is_not_utf_8(kitchen: Shell, format_: str) -> None:
    Path(os.fsdecode(b"caf\xe9.md")).write_text(TEA, "utf-8")
    said = kitchen.exlint("extract", "--format", format_, "-o", "out.csv")
    assert (said.code, said.err) == (0, "")
    assert rb"caf\udce9.md" in (kitchen.folder / "out.csv").read_bytes()
