"""The folder of the cache: how it is made, found and taken away."""

from __future__ import annotations

from collections.abc import Iterator

from exlint.files import content_of, make_folder, remove_tree, replace_bytes
from exlint.paths import join, newest_first, subfolders

NAME = ".exlint_cache"
_TAG = "CACHEDIR.TAG"
_SIGNATURE = b"Signature: 8a477f597d28d172789f06886806bc55"
"""By which backups know a cache: https://bford.info/cachedir/."""
_FILES = {
    ".gitignore": b"# Made by exlint.\n*\n",
    _TAG: _SIGNATURE + b"\n# Made by exlint; 'exlint clean' takes it away.\n",
}
_KEPT = 8
"""Files of one kind that are kept: those that were written last."""


def prepare(folder: str) -> bool:
    """Make the folder of a cache; say whether files can be written to it."""
    if not make_folder(folder):
        return False
    return all(
        content_of(path) == content or replace_bytes(path, content)
        for path, content in zip(join(folder, _FILES), _FILES.values(), strict=True)
    )


def oldest(folder: str, suffix: str) -> list[str]:
    """Return the files of a kind that were written too long ago to be kept."""
    return newest_first(folder, suffix)[_KEPT:]


def is_cache(folder: str) -> bool:
    """Whether a folder is a cache that exlint has made."""
    tag = content_of(f"{folder}/{_TAG}")
    return tag is not None and tag.startswith(_SIGNATURE)


def clean(folder: str, *, below: bool = True) -> Iterator[str]:
    """Take away the caches in a folder, and below it, and yield their paths."""
    for place in subfolders(folder) if below else (folder,):
        path = f"{place.rstrip('/')}/{NAME}"
        if is_cache(path) and remove_tree(path):
            yield path
