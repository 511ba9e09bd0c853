"""Linting a project: what is read, by how many processes, and what is remembered."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
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
from exlint.workers import Crew, job_of, pool, project_of

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
    crew = partial(pool, processes) if processes > 1 else None
    linter = Linter(project_of(job_of(config, root)), cache, crew, least=1)
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


def test_several_processes_find_what_one_finds() -> None:
    for number in range(30):
        write(f"page-{number}.md", f"# Page {number}\n\nGo on on.\n{LINKS}")
    alone = lint(cached=False)
    assert lint(2, cached=False) == alone
    assert lint(2) == alone
    assert lint(2) == lint() == alone


def test_pages_of_several_processes_are_remembered(
    examined: list[str],
) -> None:
    lint(2)
    write("b.md", f"# Page b\n\nA line more.\n\n{LINKS}")
    lint()
    assert examined == ["b.md"]


HIRING = """
import time
from exlint.workers import pool

if __name__ == "__main__":
    with pool(2) as crew:
        crew.executor.submit(time.sleep, 0).result()
        print("hired", flush=True)
        time.sleep(60)
"""


@pytest.mark.parametrize("name", ["SIGKILL", "SIGTERM"])
@pytest.mark.skipif(os.name == "nt", reason="asks for signals")
def test_processes_end_with_the_run_that_hired_them(name: str) -> None:
    """Else they would stay for ever, and whoever reads their output would wait."""
    command = [sys.executable, "-c", HIRING]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stdout.readline() == b"hired\n"
        process.send_signal(signal.Signals[name])
        rest, _ = process.communicate(timeout=30)
    assert rest == b""


def test_a_process_that_dies_is_made_up_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("exlint.workers.LARGEST_CHUNK", 1)
    parent, real = os.getpid(), run.examine_pages

    def dying(
        project: Project, some: Iterable[str], read: Read = read_source
    ) -> Iterator[Examined]:
        if os.getpid() != parent:
            os._exit(9)
        return real(project, some, read)

    alone = lint(cached=False)
    monkeypatch.setattr(run, "examine_pages", dying)
    assert lint(2, cached=False) == alone


def test_chunks_come_back_in_order_and_shrink() -> None:
    paths = [f"{number}.md" for number in range(200)]
    for path in paths:
        write(path, "# A page\n")
    pages = batch()
    job = job_of(pages.config, pages.root)
    with ThreadPoolExecutor(3) as executor:
        chunks = list(Crew(executor, 3).examine(job, paths))
    assert [page.path for chunk in chunks for page in chunk] == paths
    sizes = [len(chunk) for chunk in chunks]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] > 15 > sizes[-1]
