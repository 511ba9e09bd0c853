"""Ten content roots in one run: each has its configuration, baseline and site."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Shell

ROOTS = [f"sites/site-{number}" for number in range(10)]
OLD = "# Squat\n\nPush The forward.\n\nSit down down now.\n\n[Up](/rows/row)\n"
NAME = ".exlint-baseline.json"


@pytest.fixture
def monorepo(shell: Shell) -> Shell:
    shell.write(".git/HEAD", "ref: refs/heads/main\n")
    shell.write("base.toml", "[severity]\ndoubled-word = 'error'\n")
    shell.write("exlint.toml", "extend = 'base.toml'\n")
    for number, root in enumerate(ROOTS):
        shell.write(f"{root}/content/squat.md", OLD)
        shell.write(f"{root}/content/rows/row.md", "# Row\n\nPull it it.\n")
        shell.write(f"{root}/drafts/a.md", "# Draft\n\nPull it it.\n")
        config = (
            "extend = '../../base.toml'\n[links]\ncontent-root = 'content'\n"
            f"base-url = 'https://{number}.example'\n"
            "[per-file-ignores]\n'drafts/**' = ['prose']\n"
        )
        if number % 2:
            config += "'squat.md' = ['dangling-article']\n"
        shell.write(f"{root}/exlint.toml", config)
    shell.write("README.md", "# Sites\n\nTen ten of them.\n")
    return shell


def found(shell: Shell, *arguments: str) -> dict[str, list[str]]:
    """What is shown: path → severities and rules."""
    shown: dict[str, list[str]] = {}
    said = shell.exlint("--output-format", "json", *arguments)
    for row in json.loads(said.out):
        finding = f"{row['severity']} {row['code']}"
        shown.setdefault(row["filename"], []).append(finding)
    return shown


def test_the_nearest_configuration_holds_for_each_file(monorepo: Shell) -> None:
    shown = found(monorepo)
    for number, root in enumerate(ROOTS):
        squat = shown[f"{root}/content/squat.md"]
        assert ("error dangling-article" in squat) == (number % 2 == 0)
        assert "error doubled-word" in squat
        assert "error broken-link" not in squat
        assert shown[f"{root}/content/rows/row.md"] == ["error doubled-word"]
        assert f"{root}/drafts/a.md" not in shown
    assert shown["README.md"] == ["error doubled-word"]


def test_each_root_has_its_own_baseline(
    monorepo: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = monorepo.exlint("--write-baseline")
    assert said.code == 0
    assert {Path(path, NAME).is_file() for path in ROOTS} == {True}
    assert sum(NAME in line for line in said.err.splitlines()) == 11
    assert found(monorepo) == {}
    page = Path(ROOTS[3], "content/squat.md")
    page.write_text(OLD.replace("# Squat\n", "# Squat\n\nPull it it.\n"))
    assert found(monorepo) == {str(page): ["error doubled-word"]}
    monkeypatch.chdir(ROOTS[3])
    assert found(monorepo) == {"content/squat.md": ["error doubled-word"]}
    monkeypatch.chdir("../site-4/content")
    assert found(monorepo, "squat.md") == {}


def test_one_baseline_for_all(monorepo: Shell) -> None:
    arguments = ("--baseline", "known.json")
    assert monorepo.exlint(*arguments, "--write-baseline").code == 0
    paths = json.loads(Path("known.json").read_text("utf-8"))["findings"]
    assert f"{ROOTS[0]}/content/squat.md" in paths
    assert "README.md" in paths
    assert not any(Path(root, NAME).exists() for root in ROOTS)
    assert found(monorepo, *arguments) == {}
    assert found(monorepo, *arguments, ROOTS[5]) == {}
    Path(ROOTS[7], "content/squat.md").unlink()
    said = monorepo.exlint(*arguments, "--prune-baseline")
    assert said.err == "exlint: known.json: 1 finding dropped\n"


def test_fixes_reach_all_roots(monorepo: Shell) -> None:
    said = monorepo.exlint("--fix", "--select", "doubled-word")
    assert said.err == "Fixed 21 problems in 21 files\n"
    assert said.code == 0
    for root in ROOTS:
        assert "it it" not in Path(root, "content/rows/row.md").read_text()
        assert "it it" in Path(root, "drafts/a.md").read_text()
    assert monorepo.exlint("--diff", "--select", "doubled-word").out == ""


def test_baseline_and_fixes_together(monorepo: Shell) -> None:
    monorepo.exlint("--write-baseline", "--select", "dangling-article")
    said = monorepo.exlint("--fix")
    assert "Fixed 21 problems in 21 files\n" in said.err
    assert found(monorepo) == {}
    assert monorepo.exlint().err == ""
