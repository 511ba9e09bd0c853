"""Where the files that ship with exlint stand on disk."""

from pathlib import Path


def schema_directory() -> Path:
    """Return the directory of the built-in JSON Schemas.

    An installed wheel carries it inside the package; in a source tree, and so in an
    editable install, it stands at the top level of the repository.
    """
    package = Path(__file__).resolve().parent
    shipped = package / "schema"
    return shipped if shipped.is_dir() else package.parents[1] / "schema"
