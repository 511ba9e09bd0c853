"""The documentation is there for every rule, fresh, and found by the links to it."""

from __future__ import annotations

import re
import runpy
import shlex
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from exlint import DOCUMENTATION, __version__
from exlint.cli import main
from exlint.report import FORMATS
from exlint.rules import RULES
from tests.support import ROOT

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

CI = (ROOT / "docs" / "ci.md").read_text("utf-8")
YAML_BLOCK = re.compile(r"^```yaml\n(.*?)^```", re.MULTILINE | re.DOTALL)
RULE_PAGES = ROOT / "docs" / "rules"


def test_rule_pages_are_fresh() -> None:
    script = runpy.run_path(str(ROOT / "scripts" / "rule_pages.py"))
    wanted = dict(script["pages"]())
    there = {file.name: file.read_text("utf-8") for file in RULE_PAGES.glob("*.md")}
    stale = {name for name in wanted | there if wanted.get(name) != there.get(name)}
    assert not stale, "run `python scripts/rule_pages.py`"


def test_every_rule_is_in_the_index_once() -> None:
    index = (RULE_PAGES / "README.md").read_text("utf-8")
    for rule in RULES:
        assert index.count(f"]({rule.name}.md)") == 1


def test_the_links_are_those_of_the_project() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    urls = project["urls"]
    assert urls["Documentation"] == DOCUMENTATION
    assert all(url.startswith(urls["Homepage"]) for url in urls.values())


def examples() -> list[Any]:
    """The YAML in docs/ci.md, as data."""
    return [yaml.safe_load(block) for block in YAML_BLOCK.findall(CI)]


def mappings(data: Any) -> Iterator[dict[str, Any]]:
    """Every mapping in some data."""
    if isinstance(data, dict):
        yield data
    children = data.values() if isinstance(data, dict) else data
    if isinstance(data, dict | list):
        for child in children:
            yield from mappings(child)


def test_examples_name_what_there_is() -> None:
    action = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    ids = {hook["id"] for hook in hooks}
    found = list(mappings(examples()))
    steps = [one for one in found if "exlint/exlint@" in one.get("uses", "")]
    used = [one["id"] for one in found if "id" in one]
    assert len(steps) == 2
    assert all(set(step["with"]) <= set(action["inputs"]) for step in steps)
    assert used
    assert set(used) <= ids
    for name in {*ids, *action["inputs"], *FORMATS}:
        assert f"`{name}`" in CI


@pytest.mark.parametrize(
    "pattern", [r"exlint@v([\d.]+)", r"rev: v(.+)", r"exlint==(\S+)"]
)
def test_examples_have_the_present_version(pattern: str) -> None:
    assert set(re.findall(pattern, CI)) == {__version__}


def test_the_command_for_gitlab_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (job,) = (data["exlint"] for data in examples() if "exlint" in data)
    program, *arguments = shlex.split(job["script"][-1])
    assert program == "exlint"
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "squat.md").write_text("# Squat\n\nSit sit.\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    assert main(arguments) == 1
    for report in job["artifacts"]["reports"].values():
        assert "doubled-word" in (tmp_path / report).read_text("utf-8")
