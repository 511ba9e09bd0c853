"""Colours, widths and the progress bar: with a terminal, and without one."""

from __future__ import annotations

import os
import re
import select
import subprocess
import sys
import time
from typing import Any

import pytest

from exlint.visible import visible
from tests.cli.conftest import Shell, environment_of

PAGE = "# Squat\n\nSit down down now.\n"
pty: Any = pytest.importorskip("pty")


def at_terminal(shell: Shell, *arguments: str, width: int = 100, **more: str) -> str:
    """What a terminal shows of a run; standard output and error are mixed."""
    return converse(shell, None, *arguments, width=width, **more)[0]


def converse(
    shell: Shell, typed: str | None, *arguments: str, width: int = 100, **more: str
) -> tuple[str, int]:
    """What a terminal shows of a run in which something is typed, and its exit code."""
    import fcntl
    import struct
    import termios

    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, width, 0, 0))
    process = subprocess.Popen(
        (sys.executable, "-m", "exlint", *arguments),
        stdin=subprocess.DEVNULL if typed is None else theirs,
        stdout=theirs,
        stderr=theirs,
        cwd=shell.folder,
        env=environment_of({"TERM": "xterm-256color", **more}),
    )
    os.close(theirs)
    os.write(ours, (typed or "").encode())
    shown = b""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        ready, _, _ = select.select([ours], [], [], 0.2)
        try:
            piece = os.read(ours, 65536) if ready else b"..."
        except OSError:  # the other end is closed
            break
        if not piece:
            break
        shown += piece if ready else b""
    os.close(ours)
    code = process.wait(timeout=30)
    return shown.decode("utf-8", "replace").replace("\r\n", "\n"), code


def test_a_terminal_has_colours(shell: Shell) -> None:
    shell.write("a.md", PAGE)
    assert "\x1b[35;1mwarning\x1b[0m" in at_terminal(shell)
    assert "\x1b[" not in at_terminal(shell, "--color", "never")
    assert "\x1b[" not in at_terminal(shell, NO_COLOR="1")
    assert "\x1b[" not in at_terminal(shell, TERM="dumb")
    assert "\x1b[35;1m" in at_terminal(shell, "--color", "always", NO_COLOR="1")


def test_a_pipe_has_none_unless_it_is_asked_for(shell: Shell) -> None:
    shell.write("a.md", PAGE)
    assert "\x1b[" not in shell.process().out
    assert "\x1b[35;1m" in shell.process("--color", "always").out
    assert "\x1b[35;1m" in shell.process(FORCE_COLOR="1").out
    assert "\x1b[" not in shell.process(FORCE_COLOR="1", NO_COLOR="1").out


def test_lines_are_cut_to_the_width(shell: Shell) -> None:
    shell.write("a.md", "# Squat\n\n" + "word after word, " * 20 + "down down now.\n")

    def longest(shown: str) -> int:
        lines = [line for line in shown.splitlines() if "down down" in line]
        return max(map(len, lines))

    assert longest(shell.process("--select", "doubled-word").out) in (79, 80)
    shown = at_terminal(shell, "--select", "doubled-word", "--color", "never", width=60)
    assert longest(shown) in (59, 60)


SLOW = """
import sys, time
from exlint import cli, run
examine = run.examine_together
run.AT_ONCE = 1
run.examine_together = lambda *page: (time.sleep(0.2), examine(*page))[1]
sys.exit(cli.main(["."]))
"""


@pytest.mark.parametrize("is_terminal", [True, False])
def test_a_long_run_shows_a_progress_bar(shell: Shell, is_terminal: bool) -> None:
    for number in range(12):
        shell.write(f"{number}.md", f"# Squat {number}\n")
    shell.write("slow.py", SLOW)
    ours, theirs = pty.openpty() if is_terminal else os.pipe()
    done = subprocess.run(
        (sys.executable, "slow.py"),
        stdout=subprocess.PIPE,
        stderr=theirs,
        cwd=shell.folder,
        env=environment_of({"TERM": "xterm-256color"}),
        check=True,
    )
    os.write(theirs, b".")
    os.close(theirs)
    shown = os.read(ours, 65536).decode("utf-8", "replace")
    os.close(ours)
    assert done.stdout.decode() == "No problems in 12 files\n"
    if is_terminal:
        assert "checking pages" in shown
        assert "/12" in shown
    else:
        assert shown == "."


def test_a_piped_run_never_loads_rich(shell: Shell) -> None:
    shell.write("a.md", PAGE)
    code = (
        "import sys; from exlint.cli import main; main(['a.md']); "
        "print([name for name in sys.modules if name.startswith('rich')])"
    )
    done = subprocess.run(
        (sys.executable, "-c", code),
        cwd=shell.folder,
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    assert done.stdout.splitlines()[-1] == "[]"


def test_a_rule_is_told_for_people_to_read(shell: Shell) -> None:
    shown = at_terminal(shell, "rule", "dangling-article", width=60)
    assert "\x1b[1mdangling-article\x1b[0m\n" in shown
    assert "~~~" not in shown
    assert "\x1b[1mBad:\x1b[0m\n\n    # " in shown
    prose = [line for line in shown.splitlines() if not line.startswith("    ")]
    assert max(map(len, prose)) <= 60
    assert "~~~markdown bad\n" in shell.process("rule", "dangling-article").out


def test_every_rule_can_be_shown_at_a_terminal() -> None:
    from exlint.cli.rule import page
    from exlint.report import manual
    from exlint.rules import RULES

    for rule in RULES:
        shown = "".join(manual.render(page(rule), 72, False))
        words = re.sub(r"^(~~~.*|#+)$", "", page(rule), flags=re.MULTILINE).split()
        for word in words:
            assert "`" in word or "#" in word or visible(word) in shown, rule.name
