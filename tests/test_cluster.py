"""Pages read by a Dask cluster: a real scheduler, real workers, one of them killed."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from distributed import Client

from tests.support import ROOT

SITE = ROOT / "examples" / "content"
COPIES = 30
PATIENCE = 60


class Cluster:
    """A scheduler on 127.0.0.1, and its workers."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.file = folder / "scheduler.json"
        self.scheduler = self._start(
            "scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard"
        )
        deadline = time.monotonic() + PATIENCE
        while not self.file.exists() and time.monotonic() < deadline:
            time.sleep(0.1)
        self.address = str(json.loads(self.file.read_text())["address"])
        self.workers: list[subprocess.Popen[bytes]] = []

    def hire(self, **environment: str) -> None:
        """Start a worker, somewhere else than where exlint is started."""
        options = ("--nthreads", "1", "--no-dashboard", "--no-nanny", "--name")
        name = str(len(self.workers))
        self.workers.append(self._start("worker", *options, name, **environment))

    def _start(
        self, kind: str, *options: str, **environment: str
    ) -> subprocess.Popen[bytes]:
        module = f"distributed.cli.dask_{kind}"
        return subprocess.Popen(
            [sys.executable, "-m", module, *options, "--scheduler-file", self.file],
            cwd=self.folder,
            env={**os.environ, **environment},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def close(self) -> None:
        for process in (*self.workers, self.scheduler):
            process.kill()
            process.wait()


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    started = Cluster(tmp_path_factory.mktemp("cluster"))
    try:
        for _ in range(2):
            started.hire()
        yield started
    finally:
        started.close()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    for number in range(COPIES):
        shutil.copytree(SITE, folder / "content" / str(number))
    (folder / "exlint.toml").write_text(
        'per-file-ignores = {"content/1/**" = ["prose"]}'
    )
    return folder


def exlint(site: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "exlint", *arguments],
        cwd=site,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def report(site: Path, *arguments: str) -> str:
    done = exlint(site, *arguments, "--no-cache", "--output-format", "json")
    assert (done.returncode, done.stderr) == (1, "")
    return done.stdout


def on(cluster: Cluster) -> tuple[str, ...]:
    return ("--engine", "dask", "--scheduler", cluster.address)


def test_a_cluster_finds_what_one_process_finds(cluster: Cluster, site: Path) -> None:
    assert report(site, "content", *on(cluster)) == report(site, "content", "-j1")


def test_pages_are_read_by_their_address(cluster: Cluster, site: Path) -> None:
    url = (site / "content").as_uri()
    alone = report(site, url, "-j1")
    assert f'"filename": "{url}/0/' in alone
    assert report(site, url, *on(cluster)) == alone
    local = report(site, "content", "-j1", "--config", os.devnull)
    assert count(alone) == count(local)


def count(text: str) -> dict[str, int]:
    rules = [item["code"] for item in json.loads(text)]
    return {rule: rules.count(rule) for rule in rules}


def test_a_worker_that_is_killed_changes_nothing(cluster: Cluster, site: Path) -> None:
    expected = report(site, "content", "-j1")
    cluster.hire()
    with Client(cluster.address, set_as_default=False) as watcher:
        watcher.wait_for_workers(len(cluster.workers), timeout=PATIENCE)
        command = [sys.executable, "-m", "exlint", "content", "--output-format", "json"]
        with subprocess.Popen(
            [*command, *on(cluster), "--no-cache"],
            cwd=site,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        ) as run:
            wait_for_work(watcher, len(cluster.workers))
            cluster.workers[-1].kill()
            assert run.poll() is None
            out, err = run.communicate(timeout=PATIENCE)
    assert (run.returncode, err) == (1, b"")
    assert out.decode() == expected


def wait_for_work(watcher: Client, workers: int) -> None:
    """Wait until each worker is examining pages."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if sum(map(bool, watcher.processing().values())) == workers:
            return
        time.sleep(0.01)
    pytest.fail("no work for the workers")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--engine", "dask"), "--engine dask and --scheduler ADDRESS need each other"),
        (("--scheduler", "tcp://127.0.0.1:1"), "need each other"),
        (("--engine", "dask", "--scheduler", "nonsense://x"), "--scheduler: nonsense:"),
        (("s3x://bucket",), "s3x://…: Protocol not known: s3x"),
    ],
)
def test_mistakes_are_told(
    site: Path, arguments: tuple[str, ...], message: str
) -> None:
    done = exlint(site, *arguments)
    assert done.returncode == 2
    assert message in done.stderr
    assert done.stderr.count("\n") == 1
