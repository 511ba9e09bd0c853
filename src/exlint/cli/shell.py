"""The terminal: what is written to it, and whether it is one."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from typing import TextIO

from exlint.visible import visible

PIPED_WIDTH = 80
"""Columns of a line where nobody says how wide the terminal is."""
NARROWEST = 20
"""Columns below which a line with carets under it cannot be shown."""


def prepare() -> None:
    """Let no character of a page be the end of the run: it is escaped if need be."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def write(pieces: Iterable[str]) -> None:
    """Write to standard output, quietly less when nobody reads on."""
    try:
        for piece in pieces:
            sys.stdout.write(piece)
        sys.stdout.flush()
    except BrokenPipeError:
        sys.stdout = _closed(sys.stdout)


def write_lines(lines: Iterable[str]) -> None:
    """Write lines of pages: as they are, but for what a terminal would obey."""
    if sys.stdout.isatty():
        lines = (f"{visible(line[:-1])}\n" for line in lines)
    write(lines)


def write_aside(pieces: Iterable[str]) -> None:
    """Write to standard error, where standard output holds a page."""
    try:
        for piece in pieces:
            sys.stderr.write(piece)
        sys.stderr.flush()
    except BrokenPipeError:
        sys.stderr = _closed(sys.stderr)


def write_page(content: bytes) -> None:
    """Write a page to standard output, byte for byte."""
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        sys.stdout.flush()
    except BrokenPipeError:
        sys.stdout = _closed(sys.stdout)


def tell(message: str) -> None:
    """Write a line to standard error."""
    try:
        sys.stderr.write(f"{visible(message)}\n")
        sys.stderr.flush()
    except BrokenPipeError:
        sys.stderr = _closed(sys.stderr)


def _closed(stream: TextIO) -> TextIO:
    """Close a stream that nobody reads; what is written from now on is lost."""
    with suppress(BrokenPipeError):
        stream.close()
    return io.StringIO()


def clear() -> None:
    """Clear the screen, if standard output is one."""
    if sys.stdout.isatty() and os.environ.get("TERM") != "dumb":
        write(["\x1b[2J\x1b[3J\x1b[H"])


def read_input() -> bytes:
    """Return all of standard input."""
    return sys.stdin.buffer.read()


def is_watched() -> bool:
    """Whether a person is likely to look at standard error."""
    return sys.stderr.isatty()


def is_terminal() -> bool:
    """Whether a person is likely to look at standard output."""
    return sys.stdout.isatty()


def is_conversation() -> bool:
    """Whether a person can be asked something."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def processors() -> int:
    """Return how many processors this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not on macOS and Windows
        return os.cpu_count() or 1


def job_summary() -> str:
    """Return the file to which GitHub wants the summary of a job; empty elsewhere."""
    return os.environ.get("GITHUB_STEP_SUMMARY", "")


def width() -> int:
    """Return how many columns there are to write to.

    A terminal that knows nothing of its size says 0.
    """
    if not sys.stdout.isatty():
        return PIPED_WIDTH
    from shutil import get_terminal_size

    columns = get_terminal_size().columns
    return max(columns, NARROWEST) if columns else PIPED_WIDTH


def has_colour(wish: str) -> bool:
    """Say whether to write colours: `always`, `never`, or if the terminal has them.

    `NO_COLOR` (https://no-color.org) and `FORCE_COLOR` speak for the user.
    """
    if wish != "auto":
        return wish == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
