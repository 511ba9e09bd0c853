"""Which files a run is about: folders walked, `.gitignore` and hidden folders left out."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from exlint.files import Unreadable, read_source

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

SKIPPED = frozenset({"node_modules", "__pycache__", "site-packages"})
"""Folders that are never entered, beside hidden ones (`.git`, `.venv`)."""


@dataclass(frozen=True)
class Globs:
    """Patterns as `.gitignore` has them, relative to the folder of their file."""

    folder: str
    """Absolute."""
    patterns: tuple[str, ...]

    @cached_property
    def _spec(self) -> GitIgnoreSpec:
        from pathspec import GitIgnoreSpec

        return GitIgnoreSpec.from_lines(self.patterns)

    def decide(self, path: str) -> bool | None:
        """Say whether a path (absolute; a folder ends with `/`) is matched.

        None where no pattern speaks of it.
        """
        inside = path[len(self.folder) :].lstrip("/")
        if not (inside and path.startswith(self.folder)):
            return None
        return self._spec.check_file(inside).include

    def match(self, path: str) -> bool:
        """Whether a path is matched."""
        return bool(self.patterns) and self.decide(path) is True


@dataclass(frozen=True, slots=True)
class Folder:
    """One folder of a walk: the files in it that nobody ignores, by name."""

    path: str
    """Absolute, with `/` between its parts."""
    files: tuple[str, ...]
    trouble: Unreadable | None = None
    """Why the folder cannot be listed."""


def absolute(path: str) -> str:
    """Return a path as this module has them: absolute, `/` between its parts."""
    return os.path.abspath(path).replace(os.sep, "/")


def shown(path: str) -> str:
    """Return an absolute path relative to the working directory, as reports show it."""
    try:
        return os.path.relpath(path).replace(os.sep, "/")
    except ValueError:  # on another drive
        return path


def git_root(path: str) -> str | None:
    """Return the folder that holds `.git`, at or above a folder."""
    for folder in parents(path):
        if os.path.exists(f"{folder}/.git"):
            return folder
    return None


def parents(path: str) -> Iterator[str]:
    """Yield a folder and those that hold it, inmost first."""
    yield path
    while (parent := os.path.dirname(path)) != path:
        path = parent
        yield path


def walk(folder: str) -> Iterator[Folder]:
    """Walk a folder (absolute) in the order of names. Links to folders are not followed.

    What git ignores is left out, unless it is the folder itself that git ignores.
    """
    root = git_root(folder)
    above: tuple[Globs, ...] = ()
    if root and root != folder:
        between = [path for path in parents(folder) if path.startswith(root)]
        above = tuple(_gitignore(path) for path in reversed(between[1:]))
        if _is_ignored(f"{folder}/", above):
            above = ()
    yield from _walk(folder, above)


def _walk(folder: str, above: tuple[Globs, ...]) -> Iterator[Folder]:
    try:
        with os.scandir(folder) as listing:
            entries = sorted(listing, key=lambda entry: entry.name)
    except OSError as error:
        reason = f"cannot be listed: {error.strerror or error}"
        yield Folder(folder, (), Unreadable(folder, reason))
        return
    ignores = above
    if any(entry.name == ".gitignore" for entry in entries):
        ignores = (*above, _gitignore(folder))
    files, folders = [], []
    for entry in entries:
        path = f"{folder.rstrip('/')}/{entry.name}"
        if entry.is_dir(follow_symlinks=False):
            if not _is_skipped(entry.name) and not _is_ignored(f"{path}/", ignores):
                folders.append(path)
        elif _is_file(entry) and not _is_ignored(path, ignores):
            files.append(entry.name)
    yield Folder(folder, tuple(files))
    for path in folders:
        yield from _walk(path, ignores)


def _is_file(entry: os.DirEntry[str]) -> bool:
    """Whether to take an entry for a file: broken links too, but no pipes, no devices."""
    if entry.is_file(follow_symlinks=False):
        return True
    if not entry.is_symlink():
        return False
    try:
        return entry.is_file() or not os.path.exists(entry.path)
    except OSError:  # a link that leads to itself
        return True


def _is_skipped(name: str) -> bool:
    return name.startswith(".") or name in SKIPPED


def _is_ignored(path: str, ignores: tuple[Globs, ...]) -> bool:
    for globs in reversed(ignores):
        decision = globs.decide(path)
        if decision is not None:
            return decision
    return False


def _gitignore(folder: str) -> Globs:
    source = read_source(f"{folder}/.gitignore")
    if isinstance(source, Unreadable):
        return Globs(folder, ())
    return Globs(folder, tuple(source.text.splitlines()))
