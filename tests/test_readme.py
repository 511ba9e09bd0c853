"""README.md says nothing that is not so."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from exlint.cli import main
from exlint.config import load_config
from exlint.paths import absolute
from exlint.rules import RULES
from tests.support import ROOT

README = (ROOT / "README.md").read_text("utf-8")


def blocks(language: str) -> list[str]:
    pattern = rf"^```{language}\n(.*?)^```$"
    return re.findall(pattern, README, re.MULTILINE | re.DOTALL)


def names() -> Iterator[str]:
    for rule in RULES:
        yield from (rule.name, rule.group)


def test_the_output_is_real(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    command, _ = blocks("sh")
    assert command.rstrip().endswith(".venv/bin/exlint examples/content")
    assert main(["examples/content"]) == 1
    written = capsys.readouterr().out
    (shown,) = blocks("text")
    for paragraph in shown.rstrip("\n").split("\n\n"):
        assert f"{paragraph}\n" in written


def test_the_configuration_is_sound(tmp_path: Path) -> None:
    (text,) = blocks("toml")
    file = tmp_path / "exlint.toml"
    file.write_text(text, "utf-8")
    config = load_config(absolute(str(file)), names)
    assert config.links.base_url == "https://moves.example"


def test_the_commands_exist(capsys: pytest.CaptureFixture[str]) -> None:
    main(["--help"])
    main(["check", "--help"])
    known = capsys.readouterr().out
    for line in "".join(blocks("console")).splitlines():
        for option in re.findall(r"--[\w-]+", line.partition("#")[0]):
            assert option in known, line


@pytest.mark.skipif(sys.platform == "win32", reason="paths are written as on Unix")
def test_the_links_lead_somewhere() -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)", README):
        assert (ROOT / target).exists(), target
