"""Linting a project: what is read, by how many processes, and what is remembered."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from exlint import run
from exlint.cache import Cache
from exlint.config import Configs
from exlint.discover import Batch, find_pages
from exlint.engine import Examined
from exlint.files import read_source
from exlint.linted import Read
from exlint.linting import Linter
from exlint.outcome import Outcome
from exlint.paths import absolute
from exlint.project import Project
from exlint.workers import job_of, project_of

LINKS = "".join(f"See [{name}]({name}.md#gone).\n" for name in "abc")


@pytest.fixture(autouse=True)
def _site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("exlint.toml").write_text("", "utf-8")
    for name in "abc":
        write(f"{name}.md", f"# Page {name}\n\n{LINKS}")


@pytest.fixture
def examined(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The pages that were examined, in this process."""
    paths: list[str] = []
    real = run.examine_pages

    def listening(
        project: Project, some: Iterable[str], read: Read = read_source
    ) -> Iterator[Examined]:
        some = tuple(some)
        paths.extend(some)
        return real(project, some, read)

    monkeypatch.setattr(run, "examine_pages", listening)
    return paths


def write(path: str, text: str, age: int = 60) -> None:
    """Write a file as if that had been some seconds ago."""
    Path(path).write_text(text, "utf-8")
    then = Path(path).stat().st_mtime - age
    os.utime(path, (then, then))


def batch() -> Batch:
    (found,) = find_pages([absolute(".")], Configs(tuple))
    return found


def lint(processes: int = 1, *, cached: bool = True, by_stamp: bool = True) -> Outcome:
    pages = batch()
    config, root = pages.config, pages.root
    cache = Cache.of(config, root, "", by_stamp) if cached else None
    linter = Linter(project_of(job_of(config, root)), cache, processes)
    return linter.lint(pages).outcome


def test_only_what_has_changed_is_read_again(examined: list[str]) -> None:
    found = lint()
    assert found.shown
    assert sorted(examined) == ["a.md", "b.md", "c.md"]
    examined.clear()
    assert (lint(), examined) == (found, [])
    write("b.md", f"# Page b\n\nA line more.\n\n{LINKS}")
    assert len(lint().shown) == len(found.shown)
    assert examined == ["b.md"]
