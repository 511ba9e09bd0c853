"""Which files a run is about: folders walked, what is ignored left out."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter

from exlint import remote
from exlint.config import Config, Configs
from exlint.errors import UserError
from exlint.files import Unreadable, read_source
from exlint.globs import Globs
from exlint.light import dataclass, field
from exlint.paths import (
    absolute,
    folder_of,
    git_root,
    is_folder,
    is_within,
    join,
    parents,
    shown,
)
from exlint.remote import is_url

SKIPPED = frozenset({"node_modules", "__pycache__", "site-packages"})
"""Folders that are never entered, beside hidden ones (`.git`, `.venv`)."""


@dataclass(frozen=True, slots=True)
class Folder:
    """One folder of a walk: the files in it that nobody ignores, by name."""

    path: str
    """Absolute, with `/` between its parts."""
    files: tuple[str, ...]
    trouble: Unreadable | None = None
    """Why the folder cannot be listed."""

    @property
    def shown(self) -> list[str]:
        """The paths of its files, as reports show them."""
        return join(shown(self.path), self.files)


@dataclass
class Batch:
    """Pages that share a configuration and a content root."""

    config: Config
    root: str
    """The content root."""
    pages: list[str] = field(default_factory=list)
    troubles: list[Unreadable] = field(default_factory=list)
    """Folders that cannot be listed. All paths here are absolute."""
    files: frozenset[str] | None = None
    """All files below the content root, as reports show them, if they were walked."""


def find_pages(paths: Iterable[str], configs: Configs) -> list[Batch]:
    """Find the pages that paths name (absolute, existing), each once.

    In folders the configuration says which files are pages; a file that is named
    itself is always one.

    Raises:
        UserError: a configuration is wrong.
    """
    batches: dict[tuple[str | None, str], Batch] = {}
    seen: set[str] = set()

    def batch(folder: str, start: str) -> Batch:
        config = configs.of(folder)
        root = content_root(config, folder, start)
        return batches.setdefault((config.file, root), Batch(config, root))

    for start in paths:
        if not is_folder(start):
            found = batch(folder_of(start), start)
            found.pages.extend({start} - seen)
            seen.add(start)
            continue
        files: list[str] = []
        for folder in walk(start):
            found = batch(folder.path, start)
            files += folder.shown
            if folder.trouble and folder.path not in seen:
                found.troubles.append(folder.trouble)
                seen.add(folder.path)
            pages = _pages(folder, found.config)
            found.pages += [path for path in pages if path not in seen]
            seen.update(pages)
        for found in batches.values():
            if found.root == start:
                found.files = frozenset(files)
    return [found for found in batches.values() if found.pages or found.troubles]


def _pages(folder: Folder, config: Config) -> Sequence[str]:
    """Return the files of a folder that are pages, as a configuration has it."""
    paths = join(folder.path, folder.files)
    wanted = config.include.among(paths, folder.path)
    unwanted = frozenset(config.exclude.among(wanted, folder.path))
    return [path for path in wanted if path not in unwanted] if unwanted else wanted


def content_root(config: Config, folder: str, start: str) -> str:
    """Return the content root of a folder; the user named `start`.

    As configured, else the folder of the configuration, else of the git repository,
    else the folder that was named (for a file, the working directory if it is below).

    Raises:
        UserError: the configured one does not exist.
    """
    told = config.links.content_root
    if told is not None:
        if not is_folder(told):
            where = config.origin("links.content-root")
            message = f"links.content-root: no such folder: {shown(told)}"
            raise UserError(f"{where}: {message}")
        return told
    if config.folder is not None and is_within(folder, config.folder):
        return config.folder
    root = git_root(folder)
    if root is not None:
        return root
    here = absolute(".")
    if is_folder(start):
        return start
    return here if is_within(folder, here) else folder


def walk(folder: str) -> Iterator[Folder]:
    """Walk a folder (absolute) in the order of names.

    Links to folders are not followed. What git ignores is left out, unless it is the
    folder itself that git ignores.
    """
    if is_url(folder):
        yield from _walk_apart(folder)
        return
    root = git_root(folder)
    above: tuple[Globs, ...] = ()
    if root and root != folder:
        between = [path for path in parents(folder) if is_within(path, root)]
        above = tuple(_gitignore(path) for path in reversed(between[1:]))
        if _is_ignored(f"{folder}/", above):
            above = ()
    waiting = [(folder, above)]
    while waiting:
        folder, ignores = waiting.pop()
        try:
            with os.scandir(folder) as listing:
                entries = sorted(listing, key=attrgetter("name"))
        except OSError as error:
            reason = f"cannot be listed: {error.strerror or error}"
            yield Folder(folder, (), Unreadable(shown(folder), reason))
            continue
        if any(entry.name == ".gitignore" for entry in entries):
            ignores = (*ignores, _gitignore(folder))
        files, folders = _kept(folder, entries, ignores)
        yield Folder(folder, tuple(files))
        waiting.extend((path, ignores) for path in reversed(folders))


def _walk_apart(url: str) -> Iterator[Folder]:
    """Walk a folder that is on no disk; git has no say there."""
    waiting = [url]
    while waiting:
        url = waiting.pop()
        try:
            folders, files = remote.names(url)
        except OSError as error:
            reason = f"cannot be listed: {error.strerror or error}"
            yield Folder(url, (), Unreadable(url, reason))
            continue
        yield Folder(url, tuple(files))
        entered = [name for name in folders if not _is_skipped(name)]
        waiting.extend(reversed(join(url, entered)))


def _kept(
    folder: str, entries: Iterable[os.DirEntry[str]], ignores: tuple[Globs, ...]
) -> tuple[list[str], list[str]]:
    """Return the names of files and the paths of folders that nobody ignores."""
    prefix = f"{folder.rstrip('/')}/"
    files, folders = [], []
    for entry in entries:
        name = entry.name
        if entry.is_dir(follow_symlinks=False):
            path = f"{prefix}{name}"
            if not _is_skipped(name) and not _is_ignored(f"{path}/", ignores):
                folders.append(path)
        elif _is_file(entry) and not (
            ignores and _is_ignored(f"{prefix}{name}", ignores)
        ):
            files.append(name)
    return files, folders


def _is_file(entry: os.DirEntry[str]) -> bool:
    """Whether an entry is a file or a broken link to one: no pipes, no devices."""
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
