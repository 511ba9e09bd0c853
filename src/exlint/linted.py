"""The pages that share a configuration, and what was found on them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from exlint.diagnostic import Diagnostic
from exlint.files import Unreadable
from exlint.light import dataclass
from exlint.outcome import Outcome
from exlint.project import Project
from exlint.text import Source

if TYPE_CHECKING:
    from exlint.engine import Examined

Read = Callable[[str], "Source | Unreadable"]
"""Gives the text of a page by its path."""


@dataclass(frozen=True)
class Linted:
    """The pages that share a configuration, and what was found on them."""

    project: Project
    paths: tuple[str, ...]
    outcome: Outcome
    load: Callable[[], tuple[Examined, ...]]
    """Gives what the first pass keeps of the pages. An outcome that was remembered
    needs none of it, so it is asked for only by who goes on with the pages."""

    @property
    def examined(self) -> tuple[Examined, ...]:
        """What the first pass keeps of the pages."""
        return self.load()


class Reader:
    """Reads pages: as they are fixed, if they are, else as they stand on the disk."""

    def __init__(self, read: Read) -> None:
        self._read = read
        self._new: dict[str, Source] = {}

    def __call__(self, path: str) -> Source | Unreadable:
        """Return a page."""
        return self._new.get(path) or self._read(path)

    def keep(self, source: Source) -> None:
        """Take a page for changed."""
        self._new[source.path] = source

    def forget(self, path: str) -> None:
        """Take a page as it stands on the disk."""
        self._new.pop(path, None)


def unchanged(page: Examined, read: Read) -> Source | None:
    """Return the text of a page; None if it is no longer what was examined."""
    source = read(page.path)
    if isinstance(source, Unreadable) or source.digest != page.digest:
        return None
    return source


def by_path(items: Iterable[Diagnostic]) -> Mapping[str, Sequence[Diagnostic]]:
    """Return findings by the page on which they stand."""
    found: dict[str, list[Diagnostic]] = {}
    for item in items:
        found.setdefault(item.path, []).append(item)
    return found
