"""What one run needs, made afresh; what the next one can use of it, remembered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from exlint.config import Config
from exlint.engine import Examined
from exlint.files import Unreadable, read_source
from exlint.pagetypes import own_files
from exlint.paths import stamp
from exlint.plugins import all_rules
from exlint.project import Project
from exlint.run import Read, examine_pages
from exlint.text import Source

Stamp = tuple[int, int, int] | None


class Desk:
    """Reads all there is, each time."""

    def read(self, path: str) -> Source | Unreadable:
        """Return the text of a page."""
        return read_source(path)

    def project(self, config: Config, root: str) -> Project:
        """Return what a configuration asks for.

        Raises:
            UserError: a schema is wrong, or a setting names what does not exist.
        """
        return Project.of(config, root, all_rules())

    def examine(
        self, project: Project, paths: Iterable[str], read: Read
    ) -> Iterator[Examined]:
        """Run the page rules on pages."""
        return examine_pages(project, paths, read)


@dataclass
class Memory(Desk):
    """Reads again only what has changed."""

    _sources: dict[str, tuple[Stamp, Source | Unreadable]] = field(default_factory=dict)
    _projects: dict[str, tuple[tuple[Stamp, ...], Project]] = field(
        default_factory=dict
    )
    _pages: dict[str, tuple[Stamp, Project, Examined]] = field(default_factory=dict)

    def read(self, path: str) -> Source | Unreadable:
        """Return the text of a page."""
        now = stamp(path)
        known = self._sources.get(path)
        if known is None or known[0] != now:
            known = self._sources[path] = now, read_source(path)
        return known[1]

    def project(self, config: Config, root: str) -> Project:
        """Return what a configuration asks for."""
        now = tuple(map(stamp, own_files(config)))
        known = self._projects.get(root)
        if known is None or known[0] != now or known[1].config != config:
            known = self._projects[root] = now, super().project(config, root)
        return known[1]

    def examine(
        self, project: Project, paths: Iterable[str], read: Read
    ) -> Iterator[Examined]:
        """Run the page rules on pages."""
        for path in paths:
            now = stamp(path)
            known = self._pages.get(path)
            if known is None or known[0] != now or known[1] is not project:
                (page,) = examine_pages(project, [path], read)
                known = self._pages[path] = now, project, page
            yield known[2]
