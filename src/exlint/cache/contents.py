"""What files hold now: known by their stamp where nobody has touched them."""

from __future__ import annotations

import time
from collections.abc import Sequence

from exlint.files import content_of
from exlint.light import dataclass
from exlint.once import cached_property
from exlint.paths import Stamp, sidecar_of, stamp
from exlint.text import digest

GRAIN = 2_000_000_000
"""Nanoseconds within which two writes may have one time: those of FAT are even."""

Held = tuple[str, Stamp | None, bytes]
"""A page, its stamp before it was read (if that proves anything), and its digest."""


@dataclass(frozen=True)
class Contents:
    """Tells whether files still hold what they held."""

    by_stamp: bool = True
    """Whether an untouched file is taken for unchanged. If not, all are read."""
    files: frozenset[str] = frozenset()
    """All files of the site: what stands beside a page can belong to it."""

    def stamp(self, path: str, seen: Stamp | None, known: bytes) -> Stamp | None:
        """Return the stamp of a page that holds what is known by a digest, else None.

        `seen` is the stamp that it had then, if that proves anything.
        """
        now = stamp(path)
        return now if now and self._is_same(path, seen, now, known) else None

    def stamps(
        self,
        paths: Sequence[str],
        seen: Sequence[Stamp | None],
        known: Sequence[bytes],
    ) -> Sequence[Stamp | None] | None:
        """Return stamps by which pages are known later, if all hold what they held.

        None, if one does not.
        """
        now = list(map(stamp, paths))
        if self.by_stamp and not self._data and None not in now and now == list(seen):
            return seen
        found = []
        for path, old, new, held in zip(paths, seen, now, known, strict=True):
            if new is None or not self._is_same(path, old, new, held):
                return None
            found.append(old if old == new else self.trusted(path, new))
        return found

    def trusted(self, path: str, seen: Stamp | None) -> Stamp | None:
        """Return a stamp by which a page is known later; None if it proves nothing.

        A file that was written just now, or in the future, can be written again without
        a change of its time. Of a page in two files, both are read.
        """
        if seen is None or self._beside(path):
            return None
        return seen if seen[0] <= time.time_ns() - GRAIN else None

    def _is_same(self, path: str, seen: Stamp | None, now: Stamp, known: bytes) -> bool:
        if self.by_stamp and seen == now and not self._beside(path):
            return True
        return self._digest(path, now) == known

    @cached_property
    def _data(self) -> frozenset[str]:
        """The files that can belong to a page: of most sites, there is none."""
        return frozenset([file for file in self.files if file.endswith(".json")])

    def _beside(self, path: str) -> str | None:
        if not self._data:
            return None
        sidecar = sidecar_of(path)
        return sidecar if sidecar in self._data else None

    def _digest(self, path: str, now: Stamp) -> bytes | None:
        """Return the digest of a page as `Source.digest` has it."""
        content, beside = content_of(path, now[1]), self._beside(path)
        more = content_of(beside) if beside else None
        if content is None or more is None:
            return content and digest(content)
        return digest(b"\0".join((content, more)))
