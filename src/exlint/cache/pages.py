"""Pages after the first pass, one by one: two tables of SQLite.

SQLite keeps them whole when several runs write at once, or one is killed. What tells
whether a page has changed stands by itself: it is read of all pages, the rest is not.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, suppress
from typing import Any
from zlib import crc32

from exlint.cache import folder
from exlint.cache.contents import Contents, Held
from exlint.files import remove_file
from exlint.light import dataclass
from exlint.paths import Stamp, exists
from exlint.workers import Packed

SUFFIX = ".pages.sqlite"
_PATIENCE = 2.0
"""Seconds to wait for another run that is writing."""
AT_ONCE = 500
"""Pages that are looked up at once: SQLite takes no more variables everywhere."""
_TABLES = """
PRAGMA page_size = 16384;
CREATE TABLE IF NOT EXISTS stamps (
    path BLOB PRIMARY KEY, mtime INTEGER, size INTEGER, inode INTEGER,
    digest BLOB NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS pages (
    path BLOB PRIMARY KEY, checksum INTEGER NOT NULL, data BLOB NOT NULL
);
"""
"""A page of the database holds several of ours: it is written and read in half the
time that it takes where each has one of its own."""
_STAMPS = "SELECT path, mtime, size, inode, digest FROM stamps"
_DATA = "SELECT path, checksum, data FROM pages"
_KEEP_STAMP = "INSERT OR REPLACE INTO stamps VALUES (?, ?, ?, ?, ?)"
_KEEP_DATA = "INSERT OR REPLACE INTO pages VALUES (?, ?, ?)"
_TOUCH = "UPDATE stamps SET mtime = ?, size = ?, inode = ? WHERE path = ?"
_UNKNOWN = (None, None, None)
_Row = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages of one project that were examined under one set of settings."""

    place: str
    """The folder of the cache."""
    key: str
    contents: Contents

    @property
    def file(self) -> str:
        """The database."""
        return f"{self.place}/{self.key}{SUFFIX}"

    def known(self, paths: Sequence[str]) -> Iterator[Held]:
        """Yield those of the pages that are what they were, in no order."""
        touched: list[_Row] = []
        for name, *numbers, digest in self._rows(_STAMPS, paths):
            path = os.fsdecode(name)
            seen: Stamp | None = None if None in numbers else tuple(numbers)
            now = self.contents.stamp(path, seen, digest)
            if now:
                yield path, now, digest
                if now != seen and (new := self.contents.trusted(path, now)):
                    touched.append((*new, name))
        if touched:
            self._write({_TOUCH: touched})

    def load(self, paths: Sequence[str]) -> Iterator[tuple[str, bytes]]:
        """Yield pages as they were packed, in no order; broken ones are left out."""
        for name, checksum, data in self._rows(_DATA, paths):
            if crc32(data) == checksum:
                yield os.fsdecode(name), data

    def keep(self, pages: Iterable[Packed]) -> None:
        """Remember pages, but for those that could not be read."""
        stamps: list[_Row] = []
        data: list[_Row] = []
        for page in pages:
            if page.digest:
                name = os.fsencode(page.path)
                seen = self.contents.trusted(page.path, page.stamp) or _UNKNOWN
                stamps.append((name, *seen, page.digest))
                data.append((name, crc32(page.data), page.data))
        if stamps and (exists(self.file) or self._create()):
            self._write({_KEEP_STAMP: stamps, _KEEP_DATA: data})

    def _rows(self, select: str, paths: Sequence[str]) -> Iterator[Sequence[Any]]:
        """Yield what is known of pages."""
        if not exists(self.file):
            return
        try:
            with closing(self._connect()) as connection:
                for start in range(0, len(paths), AT_ONCE):
                    batch = list(map(os.fsencode, paths[start : start + AT_ONCE]))
                    marks = ", ".join("?" * len(batch))
                    query = f"{select} WHERE path IN ({marks})"
                    yield from connection.execute(query, batch).fetchall()
        except sqlite3.OperationalError:  # another run is in the way
            return
        except sqlite3.DatabaseError:
            remove_file(self.file)

    def _write(self, rows: Mapping[str, Sequence[_Row]]) -> None:
        """Write what can be written: the disk may be full, another run in the way."""
        with (
            suppress(sqlite3.Error),
            closing(self._connect()) as connection,
            connection,
        ):
            for query, values in rows.items():
                connection.executemany(query, values)

    def _create(self) -> bool:
        """Make the database; say whether that was possible."""
        if not folder.prepare(self.place):
            return False
        for file in folder.oldest(self.place, SUFFIX):
            remove_file(file)
        try:
            with closing(self._connect()) as connection, connection:
                connection.executescript(_TABLES)
        except sqlite3.Error:
            return False
        return True

    def _connect(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self.file, timeout=_PATIENCE)
        # What a lost power supply can break is found out again.
        connection.execute("PRAGMA synchronous = OFF")
        return connection
