"""A shell to try the command in: an empty folder, and what the command says."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from exlint.cli import main

CLEAN = {
    key: value
    for key, value in os.environ.items()
    if key not in {"NO_COLOR", "FORCE_COLOR", "COLUMNS", "PYTHONIOENCODING"}
}


@dataclass(frozen=True)
class Said:
    """How a command ended, and what it said."""

    code: int
    out: str
    err: str


@dataclass(frozen=True)
class Shell:
    """An empty folder, and commands run in it."""

    folder: Path
    captured: pytest.CaptureFixture[str]

    def write(self, path: str, text: str | bytes = "# Squat\n") -> Path:
        """Write a file."""
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return file

    def exlint(self, *arguments: str) -> Said:
        """Run exlint in this process."""
        self.captured.readouterr()
        code = main(arguments)
        return Said(code, *self.captured.readouterr())

    def process(
        self,
        *arguments: str,
        stdin: bytes = b"",
        options: tuple[str, ...] = (),
        **environment: str,
    ) -> Said:
        """Run exlint in a process of its own."""
        done = subprocess.run(
            (sys.executable, *options, "-m", "exlint", *arguments),
            input=stdin,
            capture_output=True,
            cwd=self.folder,
            env=environment_of(environment),
            check=False,
            timeout=60,
        )
        encoding = environment.get("PYTHONIOENCODING", "utf-8")
        out, err = (said.decode(encoding) for said in (done.stdout, done.stderr))
        return Said(done.returncode, out, err)

    def popen(self, *arguments: str, **environment: str) -> subprocess.Popen[bytes]:
        """Start exlint in a process of its own."""
        return subprocess.Popen(
            (sys.executable, "-m", "exlint", *arguments),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=self.folder,
            env=environment_of(environment),
        )


def environment_of(more: Mapping[str, str]) -> dict[str, str]:
    """The environment of a process: as it is here, but for what changes its output."""
    return {**CLEAN, **more}


@pytest.fixture
def shell(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Shell:
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    return Shell(tmp_path, capsys)
