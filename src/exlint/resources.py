"""Where the files that ship with exlint stand on disk."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

_METADATA = (".dist-info", ".egg-info")


def schema_directory() -> Path:
    """Return the directory of the built-in JSON Schemas.

    An installed wheel carries it inside the package; in a source tree, and so in an
    editable install, it stands at the top level of the repository.
    """
    package = Path(__file__).resolve().parent
    shipped = package / "schema"
    return shipped if shipped.is_dir() else package.parents[1] / "schema"


def distributions() -> list[str]:
    """Return the name and version of everything that is installed, in order.

    As the names of folders tell: asking `importlib.metadata` takes longer than a run
    in which nothing has changed.
    """
    return sorted(name for folder in sys.path for name in _metadata(folder))


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
    package = Path(__file__).resolve().parent
    return list(map(str, package.parent.glob("exlint-*.dist-info/RECORD")))


def code_state() -> list[str]:
    """Return what differs once somebody has edited a checkout of exlint."""
    package = Path(__file__).resolve().parent
    files = [*package.rglob("*.py"), *schema_directory().glob("*.json")]
    return sorted(f"{path}\n{path.stat().st_mtime_ns}" for path in files)
