"""Pass 1 on several processors: pages go out in chunks, and come back in order."""

from __future__ import annotations

import gc
import pickle
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from exlint.config.sources import own_files
from exlint.files import Unreadable, content_of, read_source
from exlint.light import dataclass, replace
from exlint.packing import pack
from exlint.paths import Stamp, absolute, here, stamp, standing_in
from exlint.text import Source, digest

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future

    from exlint.config import Config
    from exlint.engine import Examined
    from exlint.project import Project

LARGEST_CHUNK = 100
"""Pages that go to a process at once: enough that the way there costs nothing."""
_SMALLEST_CHUNK = 10
_PER_PROCESS = 4
"""Chunks for each process in what is left: they shrink, so that all end together."""
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
    """Return what a process needs to know to examine the pages of a project.

    It differs once a schema or a word list has changed: a process that has made a
    project of them before makes another.

    Raises:
        UserError: a file that the configuration names is missing.
    """
    contents = [content_of(path) or b"" for path in own_files(config)]
    state = digest(b"\0".join(contents))
    return pickle.dumps((config, root, state, here()), pickle.HIGHEST_PROTOCOL)


@lru_cache(maxsize=64)
def project_of(job: bytes) -> Project:
    """Return a project: made once in each process, or before it is forked."""
    from exlint.plugins import all_rules
    from exlint.project import Project

    config, root, *_ = pickle.loads(job)
    return Project(config, root, all_rules)


def examine_chunk(job: bytes, paths: Sequence[str]) -> list[Packed]:
    """Examine pages of the disk. Runs in whatever process."""
    from exlint.run import examine_pages

    with standing_in(pickle.loads(job)[-1]):
        stamps = [stamp(absolute(path)) for path in paths]
        pages = examine_pages(project_of(job), paths, _read)
        return list(map(Packed.of, pages, stamps))


def _read(path: str) -> Source | Unreadable:
    """Read a page wherever this process stands."""
    return replace(read_source(absolute(path)), path=path)


@dataclass(frozen=True, slots=True)
class Crew:
    """What examines pages beside this process."""

    executor: Executor
    processes: int

    def examine(self, job: bytes, paths: Sequence[str]) -> Iterator[list[Packed]]:
        """Examine pages; yield chunks in the order of paths.

        Raises:
            BrokenExecutor: a process has died.
        """
        chunks = _shrinking(paths, self.processes * _PER_PROCESS)
        waiting: deque[Future[list[Packed]]] = deque()

        def send(count: int) -> None:
            for chunk in islice(chunks, count):
                waiting.append(self.executor.submit(examine_chunk, job, chunk))

        send(self.processes * _AHEAD)
        while waiting:
            yield waiting.popleft().result()
            send(1)


def _shrinking(paths: Sequence[str], parts: int) -> Iterator[Sequence[str]]:
    """Yield chunks, each of them a part of what is left."""
    begin = 0
    while begin < len(paths):
        size = max((len(paths) - begin) // parts, _SMALLEST_CHUNK)
        end = begin + min(size, LARGEST_CHUNK)
        yield paths[begin:end]
        begin = end


@contextmanager
def uncollected() -> Iterator[None]:
    """Leave the garbage collector off: pages leave no cycles, and are never garbage.

    It would look again and again at what is kept of all pages so far, and once more
    when it is back: what is there by then, it is not shown.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.freeze()
            gc.enable()


@contextmanager
def pool(processes: int) -> Iterator[Crew]:
    """Hire processes of this machine. An interrupt by the user ends the run."""
    from concurrent.futures import ProcessPoolExecutor

    executor = ProcessPoolExecutor(processes, initializer=_begin)
    try:
        yield Crew(executor, processes)
    finally:
        executor.shutdown(cancel_futures=True)


def _begin() -> None:
    """Make a process ready for work, and let it end with the one that hired it."""
    import signal
    from threading import Thread

    gc.disable()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """Who is killed tells nobody, and its processes would wait for work for ever."""
    import signal
    from multiprocessing import parent_process

    parent = parent_process()
    if parent:
        parent.join()
        signal.raise_signal(signal.SIGTERM)
