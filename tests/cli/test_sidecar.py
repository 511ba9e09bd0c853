"""A JSON file beside a page is read with it, whoever reads the page."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Shell
from tests.cli.test_since import found, git

DRILL = {
    "type": "object",
    "required": ["level"],
    "properties": {
        "name": {"x-markdown": {"at": "title"}},
        "part": {"x-markdown": {"at": "folder"}},
        "level": {
            "enum": ["Beginner", "Advanced"],
            "x-markdown": {"at": "sidecar", "key": "level"},
        },
    },
}
WRONG = ["legs/squat.md:1 [unknown-value]"]


@pytest.fixture
def drills(shell: Shell) -> Shell:
    """A page in a folder, and a file beside it."""
    shell.write("schema/drill.schema.json", json.dumps(DRILL))
    settings = 'schemas = ["schema/*"]\n[types]\n"**" = "drill"\n'
    shell.write("exlint.toml", settings)
    shell.write("legs/squat.md", "# Squat\n\nSit down.\n")
    shell.write("legs/squat.json", '{"level": "Beginner"}')
    return shell


def test_a_sidecar_belongs_to_its_page(drills: Shell) -> None:
    said = drills.exlint("extract", "--with-spans")
    (line,) = said.out.splitlines()
    read = json.loads(line)
    assert read["record"] == {"name": "Squat", "part": "legs", "level": "Beginner"}
    assert read["spans"].keys() == {"", "/name"}
    assert drills.exlint().out == "No problems in 1 file\n"


def test_the_folder_is_that_of_the_file_wherever_exlint_starts(
    drills: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir("legs")
    said = drills.exlint("extract", "squat.md")
    assert json.loads(said.out)["record"]["part"] == "legs"


def test_a_page_is_read_again_when_its_sidecar_changes(drills: Shell) -> None:
    assert found(drills) == []
    drills.write("legs/squat.json", '{"level": "Beginer"}')
    assert found(drills) == WRONG
    assert found(drills) == WRONG
    Path("legs/squat.json").unlink()
    assert found(drills) == ["legs/squat.md:1 [missing-fact]"]
    drills.write("legs/squat.json", "{")
    assert found(drills) == ["legs/squat.md:1 [sidecar]"]
    drills.write("legs/squat.json", b'{"level": "\xff"}')
    assert found(drills) == ["legs/squat.md:1 [sidecar]"]


def test_what_a_sidecar_causes_is_new_when_it_is(drills: Shell) -> None:
    git("init", "-q")
    git("add", "-A")
    git("commit", "-qm", "Start")
    drills.write("legs/squat.json", '{"level": "Beginer"}')
    assert found(drills, "--since", "HEAD") == WRONG
    git("commit", "-qam", "Change")
    assert found(drills, "--since", "HEAD") == []
    assert found(drills, "--since", "HEAD~1") == WRONG


def test_fixes_leave_what_a_sidecar_says(drills: Shell) -> None:
    drills.write("legs/squat.md", "# Squat\n\nSit sit down.\n")
    assert found(drills, "--fix") == []
    assert Path("legs/squat.md").read_text("utf-8") == "# Squat\n\nSit down.\n"
    assert Path("legs/squat.json").read_text("utf-8") == '{"level": "Beginner"}'
