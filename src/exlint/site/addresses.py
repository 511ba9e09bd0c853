"""Which address leads to which file of a site."""

from __future__ import annotations

import posixpath
from functools import lru_cache

from exlint.paths import relative
from exlint.site.address import normal_path, stands_for_folder, without_page_suffix
from exlint.site.permalink import Permalink


@lru_cache(maxsize=2)  # the site whose base is looked for, and the one that has it
def addresses_of(
    root: str, files: frozenset[str], permalinks: tuple[Permalink, ...]
) -> dict[str, str]:
    """Return the files by address below the base URL, and by path below the root."""
    found: dict[str, str] = {}
    readmes: list[tuple[str, str]] = []
    paths = sorted(files)
    for path, inner in zip(paths, _all_below(root, paths), strict=True):
        found[inner] = path
        stem = without_page_suffix(inner)
        if stands_for_folder(stem):
            readmes.append((address_of(inner, permalinks), path))
        elif stem is inner or permalinks:
            found.setdefault(address_of(inner, permalinks), path)
        else:  # as most do: nothing else is to be asked
            found.setdefault(stem, path)
    for address, path in sorted(readmes, key=lambda pair: "readme" in pair[1].lower()):
        found.setdefault(address, path)
    return found


def address_of(inner: str, permalinks: tuple[Permalink, ...]) -> str:
    """Return the address of a file, given by its path below the content root."""
    for permalink in permalinks:
        address = permalink.address_of(inner)
        if address is not None:
            return address
    stem = without_page_suffix(inner)
    if stem == inner:
        return normal_path(stem)
    return posixpath.dirname(stem) if stands_for_folder(stem) else stem


def _all_below(root: str, paths: list[str]) -> list[str]:
    """Return paths relative to the content root."""
    if root in (".", ""):
        return paths
    prefix = f"{root}/"
    cut = len(prefix)
    return [
        path[cut:] if path.startswith(prefix) else relative(path, root)
        for path in paths
    ]


def below(root: str, path: str) -> str:
    """Return a path relative to the content root."""
    if root in (".", ""):
        return path
    if path.startswith(f"{root}/"):
        return path[len(root) + 1 :]
    return relative(path, root)
