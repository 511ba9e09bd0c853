"""`exlint init`: a configuration that fits what is there."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from exlint.config import Config, load_config
from exlint.config.writing import toml
from exlint.paths import absolute
from exlint.rules import RULES
from exlint.starter import render
from exlint.survey import survey
from tests.cli.conftest import Shell
from tests.cli.test_terminal import converse
from tests.support import ROOT

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

EXAMPLES = ROOT / "examples" / "content"
NAMES = [name for rule in RULES for name in (rule.name, rule.group)]


def site(shell: Shell, *more: str) -> Path:
    """A repository that holds the example pages in `content/`."""
    shutil.copytree(EXAMPLES, shell.folder / "content")
    for path in more:
        shell.write(path)
    return shell.folder


def test_it_writes_what_it_found_out(shell: Shell) -> None:
    folder = site(shell, "README.md", "blog/a.md", "blog/b.md")
    routes = "\n".join(f"/{'/'.join(p.with_suffix('').parts)}" for p in _pages(folder))
    shell.write("public/routes.txt", routes)
    said = shell.exlint("init", "--yes")
    assert (said.code, said.err) == (0, "")
    assert "content root: content\n" in said.out
    assert "served at: https://moves.example\n" in said.out
    assert "Wrote exlint.toml\n" in said.out
    written = (folder / "exlint.toml").read_text("utf-8")
    data = tomllib.loads(written)
    assert data["links"] == {
        "base-url": "https://moves.example",
        "content-root": "content",
        "routes": "public/routes.txt",
    }
    assert data["types"]["content/exercise/*.md"] == "exercise"
    assert data["types"]["content/exercises/**"] == "hub"
    assert not any(pattern.startswith("blog") for pattern in data["types"])
    assert all(len(line) <= 100 for line in written.splitlines())
    problems = shell.exlint().out.splitlines()[-1]
    assert problems.startswith("Found ")
    number = problems.split()[1]
    assert f"# A baseline would hold {number} problems: " in written


def _pages(folder: Path) -> list[Path]:
    content = folder / "content"
    return [file.relative_to(content) for file in content.rglob("*.md")]


def test_what_is_written_is_read_as_it_was_meant(shell: Shell) -> None:
    folder = absolute(str(site(shell)))
    shell.write(
        "odd [name] #1!/*é/a.md", (EXAMPLES / "exercise/chin-up.md").read_bytes()
    )
    for name in "bc":
        shutil.copy("odd [name] #1!/*é/a.md", f"odd [name] #1!/*é/{name}.md")
    meant = survey(
        Config(file=f"{folder}/exlint.toml", folder=folder),
        RULES,
        lambda pages, _: pages,
    )
    shell.write("exlint.toml", render(meant))
    read = load_config(f"{folder}/exlint.toml", lambda: NAMES)
    assert read.links == meant.config.links
    assert read.types == meant.config.types
    odd = [
        globs
        for globs, _ in read.types
        if globs.match(f"{folder}/odd [name] #1!/*é/d.md")
    ]
    assert len(odd) == 1
    assert "of no type" in shell.exlint("-v", "--statistics").err


def test_every_line_that_is_commented_out_is_sound(shell: Shell) -> None:
    folder = absolute(str(shell.folder))
    shell.exlint("init")
    lines = Path("exlint.toml").read_text("utf-8").splitlines()
    settings = [line.removeprefix("# ") for line in lines]
    settings = [line for line in settings if line.startswith("[") or " = " in line]
    assert len(settings) > 8
    shell.write(
        "schema/recipe.schema.json", (ROOT / "schema/hub.schema.json").read_bytes()
    )
    shell.write("exlint.toml", "\n".join(settings))
    config = load_config(f"{folder}/exlint.toml", lambda: NAMES)
    assert config.ignore == ("stray-capital",)
    assert config.links.base_url == "https://moves.example"


def test_permalinks_are_told_by_links(shell: Shell) -> None:
    for name in ("squat", "lunge", "plank", "dip"):
        shell.write(
            f"_moves/{name}.md", f"# {name.title()}\n\nSee [squat](/moves/squat/).\n"
        )
    links = "".join(
        f"- [{n}](/moves/{n}/)\n" for n in ("squat", "lunge", "plank", "dip")
    )
    shell.write("index.md", f"# Moves\n\n{links}")
    said = shell.exlint("init")
    assert "permalinks: /moves/{stem}/ is _moves/{stem}.md\n" in said.out
    data = tomllib.loads(Path("exlint.toml").read_text("utf-8"))
    assert data["links"]["permalinks"] == {"/moves/{stem}/": "_moves/{stem}.md"}
    assert "broken-link" not in shell.exlint().out


def test_nothing_is_overwritten_unless_it_is_asked_for(shell: Shell) -> None:
    shell.write("exlint.toml", "pedantic = true\n")
    shell.write("a.md")
    said = shell.exlint("init")
    assert said.code == 2
    assert (
        said.err == "exlint: exlint.toml holds here already: --force writes a new one\n"
    )
    assert Path("exlint.toml").read_text("utf-8") == "pedantic = true\n"
    assert shell.exlint("init", "--force").code == 0
    assert "pedantic = true" not in Path("exlint.toml").read_text("utf-8")
    shell.write("blog/b.md")
    assert shell.exlint("init", "blog").err.startswith(
        "exlint: exlint.toml holds here "
    )
    assert not Path("blog/exlint.toml").exists()
    assert shell.exlint("init", "--force", "blog").out.count("blog/exlint.toml") == 1


def test_a_hidden_file_is_written_anew_where_it_is(shell: Shell) -> None:
    shell.write(".exlint.toml", "pedantic = true\n")
    assert "Wrote .exlint.toml\n" in shell.exlint("init", "--force").out
    assert not Path("exlint.toml").exists()


def test_a_project_of_python_gets_a_file_of_its_own(shell: Shell) -> None:
    project = "[project]\nname = 'moves'\n"
    shell.write("pyproject.toml", project)
    shell.write("a.md")
    assert "Wrote exlint.toml\n" in shell.exlint("init").out
    assert Path("pyproject.toml").read_text("utf-8") == project
    Path("exlint.toml").unlink()
    shell.write("pyproject.toml", f"{project}[tool.exlint]\npedantic = true\n")
    said = shell.exlint("init")
    assert said.code == 2
    assert "pyproject.toml holds here already" in said.err
    assert "Wrote exlint.toml\n" in shell.exlint("init", "--force").out


@pytest.mark.parametrize("folder", ["gone", "a.md"])
def test_only_a_folder_can_be_configured(shell: Shell, folder: str) -> None:
    shell.write("a.md")
    said = shell.exlint("init", folder)
    assert (said.code, said.err) == (2, f"exlint: {folder}: no such folder\n")


def test_an_empty_folder(shell: Shell) -> None:
    said = shell.exlint("init")
    assert said.out.startswith("0 pages\n0 problems\nWrote exlint.toml\n")
    assert shell.exlint("config").code == 0


def test_configurations_further_down_stay(shell: Shell) -> None:
    shell.write("a.md")
    shell.write("blog/exlint.toml", "pedantic = true\n")
    shell.write("blog/b.md")
    assert shell.exlint("init").out.startswith("1 page of no type\n")


def test_a_terminal_is_asked(shell: Shell) -> None:
    shell.write("a.md")
    shown, code = converse(shell, "n\n", "init")
    assert "Write exlint.toml? [Y/n]" in shown
    assert code == 0
    assert not Path("exlint.toml").exists()
    shown, code = converse(shell, "\n", "init")
    assert code == 0
    assert Path("exlint.toml").exists()
    assert "[Y/n]" not in converse(shell, "", "init", "--yes", "--force")[0]


@pytest.mark.parametrize(
    "value", ["", 'a"b\\c\nd', "é🏋️\x7f\x1b\u2028", [1, True, "x"], {"a b": ["é"]}]
)
def test_values_are_written_as_toml(value: object) -> None:
    assert tomllib.loads(f"a = {toml(value)}") == {"a": value}
