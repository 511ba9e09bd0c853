"""Paths as text: with `/` between their parts, absolute or as reports show them.

Text, because there can be a hundred thousand: `pathlib` is several times slower.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from itertools import islice
from typing import TypeVar

from exlint import remote
from exlint.remote import is_url

T = TypeVar("T")
Stamp = tuple[int, int, int]
"""Of a file: when it was written last (nanoseconds), how long it is, its inode."""


_HERE: ContextVar[str] = ContextVar("here")


def here() -> str:
    """Return the folder in which relative paths start: the working directory."""
    return _HERE.get("") or os.getcwd().replace(os.sep, "/")


@contextmanager
def standing_in(folder: str) -> Iterator[None]:
    """Let relative paths start in a folder, that of a run somewhere else."""
    token = _HERE.set(folder)
    try:
        yield
    finally:
        _HERE.reset(token)


def absolute(path: str) -> str:
    """Return a path absolute, with `/` between its parts. An address is."""
    if is_url(path):
        return path
    return os.path.abspath(os.path.join(_HERE.get(""), path)).replace(os.sep, "/")


def shown(path: str) -> str:
    """Return an absolute path relative to the working directory, as reports show it."""
    return relative(path, here())


def all_shown(paths: Iterable[str]) -> list[str]:
    """Return absolute paths as reports show them: many, in a fifth of the time."""
    folder = here()
    inner = folder.rstrip("/") + "/"
    return [
        path[len(inner) :] if path.startswith(inner) else relative(path, folder)
        for path in paths
    ]


def relative(path: str, folder: str) -> str:
    """Return an absolute path relative to a folder."""
    inner = folder.rstrip("/") + "/"
    if path.startswith(inner):
        return path[len(inner) :]
    if is_url(path):
        return path
    try:
        return os.path.relpath(path, folder).replace(os.sep, "/")
    except ValueError:  # on another drive
        return path


def exists(path: str) -> bool:
    """Whether something stands at a path, be it a link that leads nowhere."""
    if is_url(path):
        return remote.is_file(path) or remote.is_folder(path)
    return os.path.lexists(path)


def is_file(path: str) -> bool:
    """Whether a path leads to a file."""
    return remote.is_file(path) if is_url(path) else os.path.isfile(path)


def is_folder(path: str) -> bool:
    """Whether a path leads to a folder."""
    return remote.is_folder(path) if is_url(path) else os.path.isdir(path)


def stamp(path: str) -> Stamp | None:
    """Return what differs once a file has been written again; None without a file."""
    try:
        found = os.stat(path)
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino


def folder_of(path: str) -> str:
    """Return the folder in which a path stands."""
    if is_url(path):
        scheme, _, inner = path.partition("://")
        above = inner.rpartition("/")[0]
        return f"{scheme}://{above}" if above else path
    return os.path.dirname(path)


def name_of(path: str) -> str:
    """Return the last part of a path."""
    return path.rpartition("/")[2]


def sidecar_of(path: str) -> str:
    """Return the path of the data file beside a page: `x.json` beside `x.md`."""
    folder, slash, name = path.rpartition("/")
    return f"{folder}{slash}{name.rpartition('.')[0] or name}.json"


def resolve(folder: str, path: str) -> str:
    """Return the absolute path of one that starts in a folder."""
    return absolute(os.path.join(folder, path))


def expand(pattern: str) -> list[str]:
    """Return the paths that a pattern such as `schema/*.json` names, in order."""
    from glob import glob

    return sorted(path.replace(os.sep, "/") for path in glob(pattern, recursive=True))


def is_within(path: str, folder: str) -> bool:
    """Whether a path is a folder or stands below it."""
    return path == folder or path.startswith(f"{folder.rstrip('/')}/")


def newest_first(folder: str, suffix: str) -> list[str]:
    """Return the files of a folder with a suffix, those written last first."""
    from glob import escape

    paths = expand(f"{escape(folder)}/*{suffix}")
    dated = [(stamp(path) or (0, 0, 0), path) for path in paths]
    return [path for _, path in sorted(dated, reverse=True)]


def subfolders(folder: str) -> Iterator[str]:
    """Yield a folder and all below it; links are not followed."""
    for path, _, _ in os.walk(folder):
        yield path.replace(os.sep, "/")


def git_root(folder: str) -> str | None:
    """Return the folder that holds `.git`, at or above a folder."""
    for parent in parents(folder):
        if exists(f"{parent}/.git"):
            return parent
    return None


def parents(folder: str) -> Iterator[str]:
    """Yield a folder and those that hold it, inmost first."""
    yield folder
    while (parent := folder_of(folder)) != folder:
        folder = parent
        yield folder


def join(folder: str, names: Iterable[str]) -> list[str]:
    """Return the paths of names in a folder."""
    prefix = "" if folder == "." else f"{folder.rstrip('/')}/"
    return [f"{prefix}{name}" for name in names]


def chunked(items: Iterable[T], size: int) -> Iterator[tuple[T, ...]]:
    """Yield paths, or what stands for them, in chunks."""
    rest = iter(items)
    while chunk := tuple(islice(rest, size)):
        yield chunk
