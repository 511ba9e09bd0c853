"""Where the files that ship with exlint stand on disk."""

import os
import sys
from collections.abc import Iterator
from functools import cache
from os.path import dirname, isdir, isfile, realpath

_METADATA = (".dist-info", ".egg-info")


@cache
def _package() -> str:
    """Return the folder of exlint's own code."""
    return dirname(realpath(__file__))


@cache
def schema_directory() -> str:
    """Return the directory of the built-in JSON Schemas.

    An installed wheel carries it inside the package; in a source tree, and so in an
    editable install, it stands at the top level of the repository.
    """
    shipped = f"{_package()}/schema"
    return shipped if isdir(shipped) else f"{dirname(dirname(_package()))}/schema"


def schemas(suffix: str) -> list[str]:
    """Return the files of the built-in schemas, by what their names end with."""
    folder = schema_directory()
    return [f"{folder}/{name}" for name in os.listdir(folder) if name.endswith(suffix)]


def distributions() -> list[str]:
    """Return the name and version of everything that is installed, in order.

    As the names of folders tell: asking `importlib.metadata` takes longer than a run
    in which nothing has changed.
    """
    return sorted(name for folder in sys.path for name in _metadata(folder))


def entry_points() -> Iterator[str]:
    """Yield the files in which what is installed may declare entry points.

    What comes in a zip file declares them within it.
    """
    for folder in sys.path:
        if isfile(folder):
            yield folder
            continue
        infos = ("EGG-INFO",) if folder.endswith(".egg") else _metadata(folder)
        yield from (f"{folder or '.'}/{info}/entry_points.txt" for info in infos)


def _metadata(folder: str) -> Iterator[str]:
    try:
        with os.scandir(folder or ".") as listing:
            yield from (one.name for one in listing if one.name.endswith(_METADATA))
    except OSError:  # a zip file, or nothing
        return


def records() -> list[str]:
    """Return the files that list exlint's own files and their digests, if installed.

    https://packaging.python.org/en/latest/specifications/recording-installed-packages/
    """
    folder = dirname(_package())
    return [
        f"{folder}/{name}/RECORD"
        for name in _metadata(folder)
        if name.startswith("exlint-") and name.endswith(".dist-info")
    ]


def code_state() -> list[str]:
    """Return what differs once somebody has edited a checkout of exlint."""
    code = (
        f"{folder}/{name}"
        for folder, _, names in os.walk(_package())
        for name in names
        if name.endswith(".py")
    )
    files = (*code, *schemas(".json"))
    return sorted(f"{path}\n{os.stat(path).st_mtime_ns}" for path in files)
