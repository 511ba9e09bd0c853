"""The page that is read from standard input."""

from __future__ import annotations

from exlint.cli import shell
from exlint.errors import UserError
from exlint.files import Unreadable, decode, read_source, with_sidecar
from exlint.light import dataclass
from exlint.paths import absolute, shown
from exlint.text import Source

STDIN = "-"


@dataclass(frozen=True)
class Input:
    """The page, and under which path it is checked."""

    path: str
    content: bytes

    @classmethod
    def of(cls, paths: tuple[str, ...], name: str | None) -> Input | None:
        """Read standard input, if the user names it.

        Raises:
            UserError: other paths are named beside it.
        """
        if STDIN not in paths:
            return None
        if len(paths) > 1:
            raise UserError(f"'{STDIN}' is read alone, without other paths")
        return cls(shown(absolute(name or STDIN)), shell.read_input())

    def read(self, path: str) -> Source | Unreadable:
        """Return the page, or another from the disk."""
        if path != self.path:
            return read_source(path)
        return with_sidecar(decode(path, self.content))
