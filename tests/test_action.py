"""The GitHub Action: its metadata, and its shell steps as a runner runs them."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from tests.support import ROOT

ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
INPUT = re.compile(r"\$\{\{ inputs\.(\w+) \}\}")
BAD = "# Squat\n\nStand tall, then sit sit down.\n"


def test_metadata() -> None:
    schema = ROOT / "tests" / "report" / "specs" / "github-action.json"
    Draft7Validator(json.loads(schema.read_text("utf-8"))).validate(ACTION)


def test_no_step_has_an_input_in_its_script() -> None:
    for step in ACTION["runs"]["steps"]:
        assert "${{" not in step.get("run", "")


class Runner:
    """Runs the steps of the action in a folder, as GitHub's runner would."""

    def __init__(self, folder: Path) -> None:
        self.site, self.temp = folder / "site", folder / "temp"
        self.site.mkdir()
        self.temp.mkdir()
        self.summary = folder / "summary.md"
        self.summary.touch()

    def step(self, name: str, **inputs: str) -> tuple[int, str]:
        """Run one step; return its exit code and what it said."""
        (step,) = (one for one in ACTION["runs"]["steps"] if one["name"] == name)
        done = subprocess.run(
            ("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]),
            cwd=self.site,
            env={**os.environ, **self.variables(step.get("env", {}), inputs)},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        return done.returncode, done.stdout

    def variables(
        self, stated: Mapping[str, str], inputs: Mapping[str, str]
    ) -> dict[str, str]:
        """The variables of the runner, and those that the step states."""
        given = {
            name: inputs.get(name, one["default"])
            for name, one in ACTION["inputs"].items()
        }
        return {
            "RUNNER_TEMP": str(self.temp),
            "GITHUB_ACTION_PATH": str(ROOT),
            "GITHUB_STEP_SUMMARY": str(self.summary),
            **{
                key: INPUT.sub(lambda match: given[match[1]], value)
                for key, value in stated.items()
            },
        }

    def check(self, **inputs: str) -> tuple[int, str]:
        """Run the step that checks the pages."""
        return self.step("Check the pages", **inputs)


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    """A runner that has the exlint that runs these tests installed."""
    made = Runner(tmp_path)
    program = made.temp / "exlint" / "bin" / "exlint"
    program.parent.mkdir(parents=True)
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m exlint "$@"\n', "utf-8")
    program.chmod(0o755)
    (program.parent / "python").symlink_to(sys.executable)
    return made


pytestmark = pytest.mark.skipif(not shutil.which("bash"), reason="there is no bash")


def test_the_check(runner: Runner) -> None:
    (runner.site / "squat.md").write_text(BAD, "utf-8")
    code, said = runner.check()
    assert code == 1
    assert said.startswith("::warning file=squat.md,line=3,col=18,")
    assert "Found 1 problem" in runner.summary.read_text("utf-8")
    log = json.loads((runner.temp / "exlint.sarif").read_text("utf-8"))
    assert log["runs"][0]["results"][0]["ruleId"] == "doubled-word"


def test_what_comments_silence_is_not_uploaded(runner: Runner) -> None:
    silent = "<!-- exlint-disable-next-line doubled-word -- he does say it twice -->\n"
    (runner.site / "squat.md").write_text(
        f"{BAD}\n{silent}Hold, then sit sit.\n", "utf-8"
    )
    assert runner.check()[0] == 1
    file = runner.temp / "exlint.sarif"

    def results() -> list[dict[str, Any]]:
        found: list[dict[str, Any]]
        (found,) = (run["results"] for run in json.loads(file.read_text())["runs"])
        return found

    assert ["suppressions" in one for one in results()] == [False, True]
    code, said = runner.step("Leave out what comments silence")
    assert (code, said) == (0, "")
    assert ["suppressions" in one for one in results()] == [False]


def test_a_good_page_passes(runner: Runner) -> None:
    (runner.site / "squat.md").write_text(BAD.replace("sit sit", "sit"), "utf-8")
    assert runner.check() == (0, "")


def test_paths_and_arguments(runner: Runner) -> None:
    for name in ("one page.md", "b.md", "c.md"):
        (runner.site / name).write_text(BAD, "utf-8")
    args = "--fail-on  error\n--ignore corpus"
    code, said = runner.check(paths="one page.md\nb.md\n", args=args)
    assert code == 0
    assert re.findall(r"file=([^,]*),", said) == ["b.md", "one page.md"]


def test_inputs_are_no_commands(runner: Runner) -> None:
    code, said = runner.check(
        paths="$(touch x); *\n--version", args="`touch x` $(touch x)"
    )
    assert code == 2
    assert "no such file or folder" in said
    assert not (runner.site / "x").exists()


def test_installation(tmp_path: Path) -> None:
    runner = Runner(tmp_path)
    code, said = runner.step("Install exlint")
    assert code == 0, said
    (runner.site / "squat.md").write_text(BAD, "utf-8")
    assert runner.check()[0] == 1
    code, said = runner.step("Install exlint", version="0.0.0.dev0")
    assert code != 0
    assert "exlint==0.0.0.dev0" in said
