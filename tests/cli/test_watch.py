"""`--watch`, in a process that is watched in its turn."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import pytest

from tests.cli.conftest import Shell
from tests.cli.test_terminal import pty

BAD = "# Squat\n\nSit down down now.\n"
GOOD = "# Squat\n\nSit down now.\n"


class Ears:
    """What a process says, as it says it."""

    def __init__(self, *streams: IO[bytes] | None) -> None:
        self.heard = ""
        self.news = threading.Condition()
        for stream in filter(None, streams):
            threading.Thread(target=self._listen, args=(stream,), daemon=True).start()

    def _listen(self, stream: IO[bytes]) -> None:
        try:
            while piece := os.read(stream.fileno(), 4096):
                with self.news:
                    self.heard += piece.decode("utf-8")
                    self.news.notify()
        except OSError:  # a terminal that is closed
            pass

    def wait_for(self, *texts: str) -> str:
        """Wait until all texts were said; return and forget what was."""
        with self.news:
            done = self.news.wait_for(
                lambda: all(text in self.heard for text in texts), timeout=30
            )
            assert done, self.heard
            said, self.heard = self.heard, ""
            return said


@pytest.fixture
def watched(shell: Shell) -> Iterator[tuple[subprocess.Popen[bytes], Ears]]:
    shell.write("a.md", BAD)
    shell.write("b.md", GOOD.replace("Squat", "Lunge"))
    process = shell.popen("--watch", "--output-format", "concise")
    try:
        yield process, Ears(process.stdout, process.stderr)
    finally:
        process.kill()
        process.wait()


def test_what_changes_is_checked_again(
    shell: Shell, watched: tuple[subprocess.Popen[bytes], Ears]
) -> None:
    process, ears = watched
    said = ears.wait_for("watching for changes", "in 1 of 2 files")
    assert "a.md:3:5: warning: 'down' stands twice [doubled-word]\n" in said
    assert "\x1b" not in said

    shell.write("a.md", GOOD)
    ears.wait_for("watching", "No problems in 2 files\n")
    shell.write("new/c.md", BAD.replace("Squat", "Plank"))
    ears.wait_for("watching", "new/c.md:3:5: warning: ", "in 1 of 3 files")
    shell.write("exlint.toml", "ignore = ['doubled-word'\n")
    ears.wait_for("watching", "exlint: exlint.toml:1: is not TOML: Unclosed array")
    shell.write("exlint.toml", "ignore = ['doubled-word']\n")
    ears.wait_for("watching", "No problems in 3 files\n")
    for file in shell.folder.rglob("*.md"):
        file.unlink()
    ears.wait_for("watching", "exlint: no pages in .: ")
    shell.write("d.md", GOOD)
    ears.wait_for("watching", "No problems in 1 file\n")

    process.send_signal(signal.SIGINT)
    assert process.wait(timeout=30) == 130


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal")
def test_nothing_changes_by_itself(shell: Shell) -> None:
    shell.write("a.md", BAD)
    report = "--output-format=json:report.json"
    process = shell.popen("--watch", "--fix", report, "--output-format=concise")
    ears = Ears(process.stdout, process.stderr)
    try:
        ears.wait_for("watching", "No problems in 1 file\n")
        deadline = time.monotonic() + 1.5
        while time.monotonic() < deadline:
            time.sleep(0.1)
        with ears.news:
            rest = ears.heard
        assert rest.count("watching") <= 1  # for what --fix has written
    finally:
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=30) == 130


def test_what_is_wrong_from_the_beginning_is_not_watched(shell: Shell) -> None:
    shell.write("a.md", GOOD)
    shell.write("exlint.toml", "ignor = []\n")
    said = shell.exlint("--watch")
    assert (said.code, said.out) == (2, "")
    Path("exlint.toml").unlink()
    assert shell.exlint("--watch", "-").code == 2
    assert shell.exlint("--watch", "--write-baseline").code == 2


def test_a_terminal_is_cleared(shell: Shell) -> None:
    shell.write("a.md", BAD)
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        (sys.executable, "-m", "exlint", "--watch"),
        stdout=theirs,
        stderr=theirs,
        cwd=shell.folder,
        env={**os.environ, "TERM": "xterm"},
    )
    os.close(theirs)
    with os.fdopen(ours, "rb", buffering=0) as terminal:
        ears = Ears(terminal)
        try:
            said = ears.wait_for("watching for changes")
            assert "\x1b[H" in said
            shell.write("a.md", GOOD)
            said = ears.wait_for("No problems in 1 file")
            assert "\x1b[H" in said
        finally:
            process.kill()
            process.wait()
