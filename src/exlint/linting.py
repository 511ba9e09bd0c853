"""Linting the pages of a project: no more work than must be, on several processors."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from functools import cache
from typing import TYPE_CHECKING

from exlint.cache import Cache
from exlint.cache.contents import Held
from exlint.discover import Batch
from exlint.files import read_source
from exlint.light import dataclass, field
from exlint.linted import Linted, Read
from exlint.outcome import Outcome
from exlint.packing import UnpackError, unpack
from exlint.paths import all_shown, chunked, stamp
from exlint.project import Project
from exlint.text import digest
from exlint.workers import LARGEST_CHUNK, Crew, Packed, job_of, uncollected

if TYPE_CHECKING:
    from exlint.engine import Examined

WORTHWHILE = 200
"""Pages from which on several processes end sooner than one."""
Hired = Callable[[], "AbstractContextManager[Crew]"]
Watched = Callable[[Iterable["Examined"]], Iterable["Examined"]]
"""Passes pages on, and shows how many of them are done."""


@dataclass
class Linter:
    """Lints the pages of a project."""

    project: Project
    cache: Cache | None = None
    """What is remembered of earlier runs."""
    crew: Hired | None = None
    """Hires what examines pages beside this process."""
    least: int = WORTHWHILE
    """Pages from which on that is done."""
    read: Read = read_source
    watched: Watched = iter
    _held: dict[str, Held] = field(default_factory=dict)
    """The pages on which the outcome depends."""

    def lint(self, batch: Batch) -> Linted:
        """Return what is found on pages, and what was if nothing has changed since."""
        with uncollected():
            return self._lint(batch)

    def _lint(self, batch: Batch) -> Linted:
        paths = tuple(all_shown(batch.pages))

        @cache
        def load() -> tuple[Examined, ...]:
            from exlint.run import report_unreadable

            troubles = (report_unreadable(one, self.project) for one in batch.troubles)
            return (*troubles, *self.watched(self.examine(paths)))

        files = self.project.files() if batch.files is None else batch.files
        self.cache = self.cache.among(files) if self.cache else None
        site = digest("\0".join(sorted(files)).encode("utf-8", "surrogatepass"))
        keeps = self.cache if not batch.troubles else None
        outcome = keeps.outcomes.recall(paths, site) if keeps else None
        if outcome is None:
            from exlint.run import conclude

            outcome = conclude(self.project, load(), self.read, files, self.examine)
            if keeps and self._is_worth_keeping(paths, outcome):
                keeps.outcomes.keep(paths, site, self._held.values(), outcome)
        troubled = (trouble.path for trouble in batch.troubles)
        return Linted(self.project, (*troubled, *paths), outcome, load)

    def _is_worth_keeping(self, paths: Sequence[str], outcome: Outcome) -> bool:
        is_readable = all(known for _, _, known in self._held.values())
        return len(paths) > 1 and is_readable and not outcome.has_crashed

    def examine(self, paths: Iterable[str]) -> Iterator[Examined]:
        """Do the first pass on pages: on those that are not what they were."""
        paths = tuple(paths)
        known = self.cache.pages.known(paths) if self.cache else ()
        held = {one[0]: one for one in known}
        self._held.update(held)
        new = self._new([path for path in paths if path not in held])
        for chunk in chunked(paths, LARGEST_CHUNK):
            there = [path for path in chunk if path in held]
            packed = dict(self.cache.pages.load(there)) if self.cache else {}
            for path in chunk:
                yield self._unpacked(path, packed) if path in held else next(new)

    def _unpacked(self, path: str, packed: dict[str, bytes]) -> Examined:
        """Return a page that was remembered; if that is broken, as it is read anew."""
        try:
            page: Examined = unpack(packed[path])
        except (KeyError, UnpackError):
            (page,) = self._here((path,))
        return page

    def _new(self, paths: Sequence[str]) -> Iterator[Examined]:
        from concurrent.futures import BrokenExecutor

        done = 0
        if self.crew and len(paths) >= self.least:
            try:
                for page in self._apart(self.crew, paths):
                    yield page
                    done += 1
            except BrokenExecutor:  # out of memory, most likely: one goes on
                pass
        yield from self._here(paths[done:])

    def _here(self, paths: Sequence[str]) -> Iterator[Examined]:
        """Examine pages in this process."""
        from exlint.run import examine_pages

        for chunk in chunked(paths, LARGEST_CHUNK):
            stamps = list(map(stamp, chunk))
            pages = list(examine_pages(self.project, chunk, self.read))
            for page, seen in zip(pages, stamps, strict=True):
                self._held[page.path] = (page.path, seen, page.digest)
            if self.cache:
                self.cache.pages.keep(map(Packed.of, pages, stamps))
            yield from pages

    def _apart(self, hired: Hired, paths: Sequence[str]) -> Iterator[Examined]:
        """Examine pages in other processes.

        Raises:
            BrokenExecutor: one of them has died.
        """
        job = job_of(self.project.config, self.project.root)
        _ = self.project.plan  # made before processes are forked: they share it
        with hired() as crew:
            for chunk in crew.examine(job, paths):
                if self.cache:
                    self.cache.pages.keep(chunk)
                for packed in chunk:
                    self._held[packed.path] = (packed.path, packed.stamp, packed.digest)
                    yield unpack(packed.data)
