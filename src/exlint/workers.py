"""Pass 1 on several processors: pages go out in chunks, and come back in order."""

from __future__ import annotations

import pickle
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from exlint.packing import pack
from exlint.paths import Stamp, stamp

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future

    from exlint.config import Config
    from exlint.engine import Examined
    from exlint.project import Project

LARGEST_CHUNK = 100
"""Pages that go to a process at once: enough that the way there costs nothing."""
_PER_PROCESS = 4
"""Chunks for each process, at least, so that all of them end at about one time."""
_AHEAD = 4
"""Chunks for each process that are under way at once: what bounds the memory."""


@dataclass(frozen=True, slots=True)
class Packed:
    """A page after the first pass, as it travels and as it is kept."""

    path: str
    stamp: Stamp | None
    """Of the file, before it was read."""
    digest: bytes
    """Of its text; empty for a page that cannot be read."""
    data: bytes

    @classmethod
    def of(cls, page: Examined, stamp: Stamp | None) -> Packed:
        """Pack a page."""
        return cls(page.path, stamp, page.digest, pack(page))


def job_of(config: Config, root: str) -> bytes:
    """Return what a process needs to know to examine the pages of a project."""
    return pickle.dumps((config, root), pickle.HIGHEST_PROTOCOL)


@lru_cache(maxsize=64)
def project_of(job: bytes) -> Project:
    """Return a project: made once in each process, or before it is forked."""
    from exlint.plugins import all_rules
    from exlint.project import Project

    config, root = pickle.loads(job)
    return Project(config, root, all_rules)


def examine_chunk(job: bytes, paths: Sequence[str]) -> list[Packed]:
    """Examine pages of the disk. Runs in whatever process."""
    from exlint.run import examine_pages

    stamps = list(map(stamp, paths))
    return list(map(Packed.of, examine_pages(project_of(job), paths), stamps))


def pool(processes: int) -> Executor:
    """Return a pool of processes. The interrupt of a user ends the run, not them."""
    from concurrent.futures import ProcessPoolExecutor

    return ProcessPoolExecutor(processes, initializer=_ignore_interrupt)


def _ignore_interrupt() -> None:
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)


def examine_apart(
    executor: Executor, job: bytes, paths: Sequence[str], processes: int
) -> Iterator[list[Packed]]:
    """Examine pages by an executor; yield chunks in the order of paths.

    Raises:
        BrokenExecutor: a process has died.
    """
    size = min(LARGEST_CHUNK, max(len(paths) // (processes * _PER_PROCESS), 1))
    chunks = chunked(paths, size)
    waiting: deque[Future[list[Packed]]] = deque()

    def send(count: int) -> None:
        for chunk in islice(chunks, count):
            waiting.append(executor.submit(examine_chunk, job, chunk))

    send(processes * _AHEAD)
    while waiting:
        yield waiting.popleft().result()
        send(1)


def chunked(paths: Iterable[str], size: int) -> Iterator[tuple[str, ...]]:
    """Yield paths in chunks."""
    rest = iter(paths)
    while chunk := tuple(islice(rest, size)):
        yield chunk
