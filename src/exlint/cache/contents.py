"""What files hold now: known by their stamp where nobody has touched them."""

from __future__ import annotations

import time
from dataclasses import dataclass

from exlint.files import content_of
from exlint.paths import Stamp, stamp
from exlint.text import digest

GRAIN = 2_000_000_000
"""Nanoseconds within which two writes may have one time: those of FAT are even."""

Held = tuple[str, Stamp | None, bytes]
"""A page, its stamp before it was read (if that proves anything), and its digest."""


@dataclass(frozen=True, slots=True)
class Contents:
    """Tells whether files still hold what they held."""

    by_stamp: bool = True
    """Whether an untouched file is taken for unchanged. If not, all are read."""

    def stamp(self, path: str, seen: Stamp | None, known: bytes) -> Stamp | None:
        """Return the stamp of a file that holds what is known by a digest, else None.

        `seen` is the stamp that it had then, if that proves anything.
        """
        now = stamp(path)
        if now is None or (self.by_stamp and seen == now):
            return now
        content = content_of(path)
        return now if content is not None and digest(content) == known else None


def trusted(seen: Stamp | None) -> Stamp | None:
    """Return a stamp by which a file is known later; None if it proves nothing.

    A file that was written just now, or in the future, can be written again without a
    change of its time.
    """
    if seen is None or seen[0] > time.time_ns() - GRAIN:
        return None
    return seen
