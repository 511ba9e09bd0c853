"""What the benchmarks measure, and how they hold it against their bars."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from bench.bars import BARS, Bar
from bench.cases import PEERS, Exlint, _edit, peer_cases
from bench.measure import FailedError, Usage, medians, run
from bench.pages import Corpus, write
from bench.peers import measure, table
from bench.scratch import Scratch

from tests.support import ROOT

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="asks for fork")

KEY = ("exlint", "cold", 1000)


def test_a_command_is_measured_with_all_its_processes(tmp_path: Path) -> None:
    child = "x = b'x' * 150_000_000; sum(range(5_000_000))"
    code = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}])"
    usage = run([sys.executable, "-c", code], tmp_path, tmp_path / "log")
    assert usage.memory > 150_000_000
    assert 0 < usage.cpu < 60
    assert usage.wall > 0


def test_a_small_command_is_not_charged_for_who_starts_it(tmp_path: Path) -> None:
    ballast = bytearray(200_000_000)
    usage = run(["true"], tmp_path, tmp_path / "log")
    assert usage.memory < len(ballast) / 4


def test_a_command_that_fails_says_why(tmp_path: Path) -> None:
    command = [sys.executable, "-c", "import sys; print('oh no'); sys.exit(3)"]
    with pytest.raises(FailedError, match=r"exit code 3: oh no"):
        run(command, tmp_path, tmp_path / "log")


def test_medians_of_runs() -> None:
    usages = [Usage(1, 5, 10), Usage(2, 6, 30), Usage(9, 7, 20)]
    assert medians(usages) == Usage(2, 6, 30)


def test_a_bar_is_kept_missed_or_not_measured() -> None:
    bar = Bar("wall", 0.5, lambda results: results[KEY].wall)
    assert bar.row({KEY: Usage(0.25, 0, 0)}) == ("wall", "≤ 0.5", "0.25", "pass")
    assert bar.row({KEY: Usage(0.75, 0, 0)}) == ("wall", "≤ 0.5", "0.75", "FAIL")
    assert bar.row({}) == ("wall", "≤ 0.5", "", "not measured")


def test_bars_are_about_runs_that_there_are(tmp_path: Path) -> None:
    scratch = _scratch(tmp_path)
    known = {case.key for size in (1, 5) for case in Exlint(scratch, size).cases()}
    known |= {case.key for case in peer_cases(scratch, PEERS, 5)}
    kinds = {(tool, kind) for tool, kind, _ in known}
    kinds |= {("bare parse", "cold"), ("bare parse", "parse alone")}
    kinds |= {("exlint", "--version"), ("python", "import click")}
    sizes = (0, 1, 1000, 10_000, 100_000)
    results = {(*kind, size): Usage(1, 2, 3) for kind in kinds for size in sizes}
    assert all(bar.row(results)[-1] != "not measured" for bar in BARS)


def _scratch(folder: Path) -> Scratch:
    scratch = Scratch(folder)
    options = ("--jobs", "--cache-dir", "--cache-strategy")
    object.__setattr__(scratch, "exlint_options", frozenset(options))
    return scratch


def test_cases_are_measured_in_turn(tmp_path: Path) -> None:
    scratch = Scratch(tmp_path)
    (tmp_path / "venv/bin").mkdir(parents=True)
    program = tmp_path / "venv/bin/codespell"
    program.write_text("#!/bin/sh\nls content/exercise\n", encoding="utf-8")
    program.chmod(0o755)
    peers = [peer for peer in PEERS if peer.name in ("codespell", "rumdl")]
    cases = list(peer_cases(scratch, peers, 3))
    results = measure(cases, 2, scratch)
    assert list(results) == [("codespell", "cold", 3)]
    assert {name.partition(",")[0] for name in scratch.skipped} == {"rumdl"}


def test_an_edit_gives_a_page_another_text_each_time(tmp_path: Path) -> None:
    write(Corpus(1, defects=0), tmp_path)
    (page,) = (tmp_path / "content/exercise").iterdir()
    texts = {page.read_text("utf-8")}
    for _ in range(3):
        _edit(page)
        texts.add(page.read_text("utf-8"))
    assert len(texts) == 4
    assert sum(text.count("more breaths") for text in texts) == 3


def test_a_table_is_markdown() -> None:
    assert list(table(("run", "s"), [("cold", "1.5")])) == [
        "| run  |   s |",
        "| ---- | --: |",
        "| cold | 1.5 |",
    ]


def test_a_profile_names_stages_and_rules(tmp_path: Path) -> None:
    write(Corpus(3), tmp_path)
    script, content = ROOT / "bench/profile.py", tmp_path / "content"
    command = [sys.executable, str(script), str(content), "--top", "99"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    rows = {line.split("  ")[0] for line in done.stdout.splitlines()}
    stages = {"discover", "read", "parse", "bind", "validate", "entry", "page rules"}
    assert stages | {"compose", "corpus rules", "report", "null-value"} <= rows
