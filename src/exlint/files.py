"""The one module that reads and writes files."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import closing, suppress
from io import FileIO
from typing import Any

from exlint import remote
from exlint.errors import UserError
from exlint.light import dataclass, replace
from exlint.paths import is_file, sidecar_of
from exlint.remote import is_url
from exlint.text import BOM, Source

SIZE_LIMIT = 10_000_000
"""Bytes above which a file is taken for no page."""
_PORTION = 65_536
"""Bytes that are read at once."""
_BINARY: int = getattr(os, "O_BINARY", 0)
"""Without it, Windows would change line ends."""


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A file that cannot be read as text, and why."""

    path: str
    reason: str


def read_source(path: str, limit: int = SIZE_LIMIT) -> Source | Unreadable:
    """Read a page, and its sidecar. Line endings and byte order mark are kept."""
    return with_sidecar(_read(path, limit))


def _read(path: str, limit: int = SIZE_LIMIT) -> Source | Unreadable:
    try:
        content = remote.read(path) if is_url(path) else _content(path, limit + 1)
    except OSError as error:
        return Unreadable(path, f"cannot be read: {error.strerror or error}")
    return decode(path, content, limit)


def _content(path: str, limit: int) -> bytes:
    """Return what a file holds, up to a limit.

    Portion by portion: there must be room for all that a read may bring, and room for
    the limit takes longer to find than a page to read.
    """
    portions, left = [], limit
    with FileIO(path) as file:
        while left > 0 and (portion := file.read(min(left, _PORTION))):
            portions.append(portion)
            left -= len(portion)
    return b"".join(portions)


def with_sidecar(page: Source | Unreadable) -> Source | Unreadable:
    """Return a page with what stands in `x.json` beside `x.md`, if that is there."""
    file = sidecar_of(page.path)
    if isinstance(page, Unreadable) or not is_file(file):
        return page
    content = content_of(file)
    if content is None:
        return page
    return replace(page, sidecar=content.decode("utf-8", "surrogateescape"))


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


def content_of(path: str, size: int | None = None) -> bytes | None:
    """Return what a file holds, as far as a page can; None if it cannot be read.

    Who knows how long it is has it in one step. If that is wrong, less or more comes.
    """
    try:
        if is_url(path):
            return remote.read(path)
        return _bytes_of(path) if size is None else _read_at_once(path, size)
    except OSError:
        return None


def _bytes_of(path: str) -> bytes:
    with FileIO(path) as file:
        return file.read()


def _read_at_once(path: str, size: int) -> bytes:
    """Read a file with three calls of the system; an object that reads makes eight."""
    file = os.open(path, os.O_RDONLY | _BINARY)
    try:
        return os.read(file, size + 1)
    finally:
        os.close(file)


def load_text(path: str) -> str:
    """Return the text of a file of the user's own: a configuration, a schema.

    Raises:
        UserError: it cannot be read as text.
    """
    source = _read(path)
    if isinstance(source, Unreadable):
        raise UserError(f"{path}: {source.reason}")
    return source.text.removeprefix(BOM)


def load_json(path: str) -> Any:
    """Return the data of a JSON file.

    Raises:
        UserError: it cannot be read, or is not JSON.
    """
    import json

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
        with open(path, mode, encoding="utf-8", errors="backslashreplace") as file:
            file.writelines(pieces)
    except OSError as error:
        message = f"{path}: cannot be written: {error.strerror or error}"
        raise UserError(message) from error


def save_database(path: str, statements: Iterable[tuple[str, tuple[Any, ...]]]) -> None:
    """Write an SQLite database, all of it or nothing, in place of what stands there.

    Raises:
        UserError: it cannot be written.
    """
    import sqlite3
    from tempfile import TemporaryDirectory

    target = os.path.realpath(path)
    try:
        with TemporaryDirectory(
            dir=os.path.dirname(target), prefix=".exlint."
        ) as folder:
            built = os.path.join(folder, "new.sqlite")
            with closing(sqlite3.connect(built)) as database, database:
                for statement in statements:
                    database.execute(*statement)
            os.replace(built, target)
    except (OSError, sqlite3.Error) as error:
        reason = getattr(error, "strerror", None) or error
        raise UserError(f"{path}: cannot be written: {reason}") from error


def replace_text(path: str, before: str, after: str) -> str | None:
    """Write a page that was fixed, all of it or nothing; a link stays one.

    Returns why it was not written: above all, that somebody else wrote it meanwhile.
    """
    target = os.path.realpath(path)
    new = after.encode("utf-8")
    try:
        if _bytes_of(target) == new:  # by another link to it
            return None
        mode = os.stat(target).st_mode
        if not mode & 0o222 or not os.access(target, os.W_OK):
            return "is read-only"
        return _replace(target, mode, before.encode("utf-8"), new)
    except OSError as error:
        return f"cannot be written: {error.strerror or error}"


def _replace(target: str, mode: int, before: bytes, after: bytes) -> str | None:
    """Write a file anew beside the old one, and put it in its place."""
    from tempfile import NamedTemporaryFile

    with NamedTemporaryFile(
        dir=os.path.dirname(target),
        prefix=f".{os.path.basename(target)[:100]}.",
        delete=False,
    ) as file:
        try:
            file.write(after)
            file.flush()
            os.fsync(file.fileno())
            file.close()
            os.chmod(file.name, mode & 0o7777)
            if _bytes_of(target) != before:
                return "has changed meanwhile"
            os.replace(file.name, target)
        finally:
            with suppress(FileNotFoundError):
                os.unlink(file.name)
    return None


def replace_bytes(path: str, content: bytes) -> bool:
    """Write a file of exlint's own, all of it or nothing; say whether that worked."""
    beside = f"{path}.{os.getpid()}"
    try:
        with open(beside, "wb") as file:
            file.write(content)
        os.replace(beside, path)
    except OSError:
        remove_file(beside)
        return False
    return True


def make_folder(path: str) -> bool:
    """Make a folder, if there is none; say whether there is one."""
    try:
        os.makedirs(path, exist_ok=True)
    except OSError:
        return False
    return True


def remove_file(path: str) -> None:
    """Take a file of exlint's own away, if that can be done."""
    with suppress(OSError):
        os.unlink(path)


def remove_tree(path: str) -> bool:
    """Take a folder and all in it away; say whether that worked."""
    from shutil import rmtree

    try:
        rmtree(path)
    except OSError:
        return False
    return True
