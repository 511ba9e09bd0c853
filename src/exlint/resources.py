"""Where the files that ship with exlint stand on disk."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

_INSTALLED = ("site-packages", "dist-packages")
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


def code_state() -> list[str]:
    """Return what differs once somebody has edited exlint itself.

    Nothing where it is installed: there, its version says it all.
    """
    package = Path(__file__).resolve().parent
    if any(name in package.parts for name in _INSTALLED):
        return []
    files = [*package.rglob("*.py"), *schema_directory().glob("*.json")]
    return sorted(f"{path}\n{path.stat().st_mtime_ns}" for path in files)
