"""The one module that reads and writes files."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from exlint.text import Source

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


def read_text(path: Path) -> str:
    """Read a text file of the project's own: a schema, a configuration.

    Raises:
        OSError: it cannot be read.
        UnicodeDecodeError: it is not UTF-8.
    """
    return path.read_text(encoding="utf-8-sig")
