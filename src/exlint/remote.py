"""Files by address: `s3://`, `gs://`, `memory://`, whatever fsspec can open.

https://filesystem-spec.readthedocs.io/en/latest/api.html#built-in-implementations
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from exlint.errors import UserError


def is_url(path: str) -> bool:
    """Whether a path is an address: files of the disk have none."""
    return "://" in path


def read(url: str) -> bytes:
    """Return what a file holds.

    Raises:
        OSError: it cannot be read.
        UserError: nobody here knows such addresses.
    """
    system, path = _opened(url)
    content: bytes = system.cat_file(path)
    return content


def is_file(url: str) -> bool:
    """Whether there is a file."""
    system, path = _opened(url)
    return bool(system.isfile(path))


def is_folder(url: str) -> bool:
    """Whether there is a folder, be it no more than the beginning of addresses."""
    system, path = _opened(url)
    return bool(system.isdir(path))


def names(url: str) -> tuple[list[str], list[str]]:
    """Return the names of the folders and of the files in a folder, in order.

    Raises:
        OSError: it cannot be listed.
    """
    system, path = _opened(url)
    found: tuple[list[str], list[str]] = [], []
    for entry in system.ls(path, detail=True):
        name = str(entry["name"]).rstrip("/").rpartition("/")[2]
        found[entry["type"] != "directory"].append(name)
    return sorted(found[0]), sorted(found[1])


@lru_cache(maxsize=16)
def _system(scheme: str) -> Any:
    try:
        import fsspec
    except ImportError as error:
        message = f"{scheme}://…: needs fsspec: pip install 'exlint[dask]'"
        raise UserError(message) from error
    try:
        return fsspec.filesystem(scheme)
    except (ImportError, ValueError) as error:
        raise UserError(f"{scheme}://…: {error}") from error


def _opened(url: str) -> tuple[Any, str]:
    """Return the file system of an address, and the path in it."""
    system = _system(url.partition("://")[0])
    return system, str(system._strip_protocol(url))
