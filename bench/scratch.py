"""A place to measure in: exlint and its peers installed, and corpora to lint."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]

MARKDOWNLINT, REMARK, TEXTLINT = (
    ".markdownlint-cli2.jsonc",
    "remark.json",
    "textlint.json",
)
_CONFIGURATIONS = {
    MARKDOWNLINT: {"config": {"MD013": False}},
    REMARK: {"plugins": ["remark-preset-lint-recommended"]},
    TEXTLINT: {"rules": {"terminology": True, "common-misspellings": True}},
}
"""Nobody who keeps a paragraph in a line asks for lines of 80 characters."""


class CallError(Exception):
    """A program that prepares something failed."""


@dataclass(frozen=True)
class Scratch:
    """A folder for programs (`venv`, `node_modules`), corpora, caches and logs."""

    folder: Path
    skipped: dict[str, str] = field(default_factory=dict)
    """Program → why it is not measured."""

    @property
    def programs(self) -> Path:
        """Where the programs of the virtual environment are."""
        return self.folder / "venv/bin"

    @property
    def python(self) -> str:
        """The interpreter in whose environment exlint is installed."""
        return str(self.programs / "python")

    def program(self, name: str) -> str:
        """Return the path of an installed program."""
        node = self.folder / "node_modules/.bin" / name
        return str(node if node.exists() else self.programs / name)

    def install(
        self, exlint: str, wheels: Iterable[str], packages: Sequence[Sequence[str]]
    ) -> None:
        """Install exlint, and of its peers what can be had."""
        (self.folder / "caches").mkdir(parents=True, exist_ok=True)
        if not (self.programs / "python").exists():
            _call([sys.executable, "-m", "venv", str(self.folder / "venv")])
        pip = [self.python, "-m", "pip", "install", "--quiet"]
        _call([*pip, exlint])
        _call([*pip, "--force-reinstall", "--no-deps", exlint])
        for wheel in wheels:
            self._try(wheel, [*pip, wheel])
        npm = shutil.which("npm")
        for names in packages:
            if npm is None:
                self.skipped[names[0]] = "there is no npm"
                continue
            if not (self.folder / "node_modules" / names[0]).exists():
                command = [npm, "install", "--no-audit", "--no-fund", "--silent"]
                prefix = ["--prefix", str(self.folder)]
                self._try(names[0], [*command, *prefix, *names])
        for name, settings in _CONFIGURATIONS.items():
            (self.folder / name).write_text(json.dumps(settings), encoding="utf-8")

    def _try(self, name: str, command: Sequence[str]) -> None:
        try:
            _call(command)
        except CallError as error:
            self.skipped[name] = f"it cannot be installed: {error}"

    def version(self, program: str, option: str = "--version") -> str:
        """Return the version that a program says it has."""
        done = subprocess.run(
            [program, option],
            capture_output=True,
            text=True,
            check=False,
            cwd=self.folder,
        )
        found = re.search(r"\d+\.\d+[\w.+-]*", done.stdout + done.stderr)
        return found[0] if found else "?"

    def corpus(self, pages: int, use: str = "") -> Path:
        """Return the folder of a corpus, written where it is not there yet.

        What changes its pages names a use and gets them for itself.
        """
        name = "-".join(filter(None, (str(pages), use, _generation())))
        folder = self.folder / "corpora" / name
        if not (folder / "planted.jsonl").exists():
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir(parents=True)
            maker = ROOT / "bench/pages.py"
            _call([sys.executable, str(maker), str(pages), str(folder)])
        return folder

    @cached_property
    def exlint_options(self) -> frozenset[str]:
        """The options that `exlint check` knows."""
        done = subprocess.run(
            [self.program("exlint"), "check", "--help"],
            capture_output=True,
            text=True,
            check=True,
        )
        return frozenset(re.findall(r"--[a-z-]+", done.stdout))


@cache
def _generation() -> str:
    """Return what tells the pages of one generator from those of an older one."""
    maker = ROOT / "bench"
    files = [maker / "pages.py", *sorted((maker / "generator").glob("*.*"))]
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()[:8]


def _call(command: Sequence[str]) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise CallError(done.stderr.strip()[-400:])
