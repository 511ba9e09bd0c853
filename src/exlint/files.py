"""The one module that reads and writes files."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

from exlint.errors import UserError
from exlint.text import BOM, Source

SIZE_LIMIT = 10_000_000
"""Bytes above which a file is taken for no page."""


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A file that cannot be read as text, and why."""

    path: str
    reason: str


def read_source(path: str, limit: int = SIZE_LIMIT) -> Source | Unreadable:
    """Read a page. Line endings and byte order mark are kept."""
    try:
        with Path(path).open("rb") as file:
            content = file.read(limit + 1)
    except OSError as error:
        return Unreadable(path, f"cannot be read: {error.strerror or error}")
    return decode(path, content, limit)


def decode(path: str, content: bytes, limit: int = SIZE_LIMIT) -> Source | Unreadable:
    """Decode the bytes of a page as UTF-8."""
    if len(content) > limit:
        return Unreadable(path, f"is larger than {limit:,} bytes")
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return Unreadable(path, "is UTF-16, expected UTF-8")
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        byte = content[error.start]
        return Unreadable(path, f"is not UTF-8: byte 0x{byte:02x} in line {line}")
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        return Unreadable(path, f"is not text: a NUL byte in line {line}")
    return Source.of(path, text)


def load_text(path: str) -> str:
    """Return the text of a file of the user's own: a configuration, a schema.

    Raises:
        UserError: it cannot be read as text.
    """
    source = read_source(path)
    if isinstance(source, Unreadable):
        raise UserError(f"{path}: {source.reason}")
    return source.text.removeprefix(BOM)


def load_json(path: str) -> Any:
    """Return the data of a JSON file.

    Raises:
        UserError: it cannot be read, or is not JSON.
    """
    try:
        return json.loads(load_text(path))
    except json.JSONDecodeError as error:
        place = f"{path}:{error.lineno}:{error.colno}"
        raise UserError(f"{place}: is not JSON: {error.msg}") from error
    except RecursionError as error:
        raise UserError(f"{path}: is nested too deeply") from error


def save_text(path: str, pieces: Iterable[str], *, append: bool = False) -> None:
    """Write a text file of the user's own, or add to it: a report.

    Raises:
        UserError: it cannot be written.
    """
    try:
        mode = "a" if append else "w"
        with Path(path).open(mode, encoding="utf-8", errors="backslashreplace") as file:
            file.writelines(pieces)
    except OSError as error:
        message = f"{path}: cannot be written: {error.strerror or error}"
        raise UserError(message) from error


def replace_text(path: str, before: str, after: str) -> str | None:
    """Write a page that was fixed, all of it or nothing; a link stays one.

    Returns why it was not written: above all, that somebody else wrote it meanwhile.
    """
    target = Path(os.path.realpath(path))
    new = after.encode("utf-8")
    try:
        if target.read_bytes() == new:  # by another link to it
            return None
        mode = target.stat().st_mode
        if not mode & 0o222 or not os.access(target, os.W_OK):
            return "is read-only"
        return _replace(target, mode, before.encode("utf-8"), new)
    except OSError as error:
        return f"cannot be written: {error.strerror or error}"


def _replace(target: Path, mode: int, before: bytes, after: bytes) -> str | None:
    """Write a file anew beside the old one, and put it in its place."""
    with NamedTemporaryFile(
        dir=target.parent, prefix=f".{target.name[:100]}.", delete=False
    ) as file:
        try:
            file.write(after)
            file.flush()
            os.fsync(file.fileno())
            file.close()
            Path(file.name).chmod(mode & 0o7777)
            if target.read_bytes() != before:
                return "has changed meanwhile"
            Path(file.name).replace(target)
        finally:
            with suppress(FileNotFoundError):
                Path(file.name).unlink()
    return None
