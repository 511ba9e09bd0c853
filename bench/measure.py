"""What a command costs: its time, its processor time, its memory."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

_RUNNER = """
import json, os, sys, time
log, *command = sys.argv[1:]
start = time.perf_counter()
child = os.fork()
if not child:
    output = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
    os.dup2(output, 1)
    os.dup2(output, 2)
    try:
        os.execvp(command[0], command)
    except OSError as error:
        os.write(2, f"{command[0]}: {error.strerror}".encode())
    os._exit(127)
_, status, usage = os.wait4(child, 0)
wall = time.perf_counter() - start
print(json.dumps([wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss, status]))
"""
"""Starts the command from a process of its own, which is small: the memory of who
starts a command counts as the command's."""

_MAXRSS = 1 if sys.platform == "darwin" else 1024


@dataclass(frozen=True)
class Usage:
    """What a command took; of several runs, the medians."""

    wall: float
    cpu: float
    """User and system time of all processes."""
    memory: int
    """The most bytes that one of the processes held at a time."""


class FailedError(Exception):
    """A command ended otherwise than it should."""


def run(
    command: Sequence[str],
    folder: Path,
    log: Path,
    accepted: frozenset[int] = frozenset({0, 1}),
    environment: Mapping[str, str] | None = None,
) -> Usage:
    """Run a command to its end; what it prints goes into a file.

    Raises:
        FailedError: with another exit code than linters have that found something.
    """
    outer = [sys.executable, "-I", "-S", "-c", _RUNNER, os.fspath(log), *command]
    done = subprocess.run(
        outer,
        cwd=folder,
        env={**os.environ, **(environment or {})},
        stdout=subprocess.PIPE,
        check=True,
    )
    wall, cpu, memory, status = json.loads(done.stdout)
    code = os.waitstatus_to_exitcode(status)
    if code not in accepted:
        said = log.read_text("utf-8", "replace").strip()[-400:]
        raise FailedError(f"exit code {code}: {said}")
    return Usage(wall, cpu, int(memory) * _MAXRSS)


def medians(usages: Sequence[Usage]) -> Usage:
    """Return the median of each number."""
    return Usage(
        median(usage.wall for usage in usages),
        median(usage.cpu for usage in usages),
        max(usage.memory for usage in usages),
    )


def now() -> str:
    """Return the date, for a heading."""
    return time.strftime("%Y-%m-%d", time.gmtime())
