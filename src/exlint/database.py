"""Records as the statements that fill an SQLite database: a table for each page type.

A property with several values has a table of its own: `path`, `position`, and `value`,
or a column for each part. What is nested deeper is JSON.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from exlint.light import dataclass
from exlint.pagetype.layout import Layout
from exlint.pagetype.schema import Json
from exlint.tabular import Column, Names, Row, as_json, columns_of

Value = str | int | float | None
Statement = tuple[str, tuple[Value, ...]]
"""SQL, and what stands for its question marks."""

_AFFINITIES = {"integer": "INTEGER", "number": "REAL", "boolean": "INTEGER"}
_LARGEST = 2**63 - 1


def statements(rows: Iterable[Row]) -> Iterator[Statement]:
    """Yield what writes pages into an empty database, the table `pages` first."""
    names = Names()
    pages = names.free("pages")
    yield from _create(pages, ("path", "type"), ("TEXT PRIMARY KEY", "TEXT"))
    tables: dict[tuple[str, tuple[Column, ...]], _Table] = {}
    for row in rows:
        type_ = row.layout.type if row.layout else None
        yield _insert(pages, (row.path, type_))
        if row.layout:
            key = (row.layout.type, columns_of(row.layout))
            if key not in tables:
                tables[key] = _table(row.layout, key[1], names)
                yield from tables[key].create()
            yield from tables[key].fill(row)


class _Home(NamedTuple):
    """A table for the values of one property."""

    table: str
    column: Column
    names: tuple[str, ...]


@dataclass(frozen=True)
class _Table:
    """The table of a page type, and those of its properties with several values."""

    name: str
    columns: Mapping[str, Column]
    """Name in the table → column."""
    homes: Sequence[_Home]

    def create(self) -> Iterator[Statement]:
        types = [_affinity(column) for column in self.columns.values()]
        yield from _create(
            self.name, ("path", *self.columns), ("TEXT PRIMARY KEY", *types)
        )
        for table, column, names in self.homes:
            yield from _create(
                table,
                ("path", "position", *names),
                (
                    "TEXT NOT NULL",
                    "INTEGER NOT NULL",
                    *[_affinity(column)] * len(names),
                ),
                "PRIMARY KEY (path, position)",
            )

    def fill(self, row: Row) -> Iterator[Statement]:
        values = (row.data.get(column.name) for column in self.columns.values())
        yield _insert(self.name, (row.path, *map(_stored, values)))
        for table, column, _ in self.homes:
            value = row.data.get(column.name)
            items = (
                value if isinstance(value, list) else [] if value is None else [value]
            )
            for position, item in enumerate(items, 1):
                yield _insert(table, (row.path, position, *_parts(column, item)))


def _parts(column: Column, item: Json) -> Iterator[Value]:
    """Yield what one of several values has in each column of its table."""
    if not column.keys:
        yield _stored(item)
        return
    for number, key in enumerate(column.keys):
        if isinstance(item, Mapping):
            yield _stored(item.get(key))
        else:
            yield None if number else _stored(item)


def _table(layout: Layout, columns: Iterable[Column], names: Names) -> _Table:
    name, own = names.free(_allowed(layout.type)), Names({"path"})
    single: dict[str, Column] = {}
    homes = []
    for column in columns:
        if column.kind in ("value", "nested"):
            single[own.free(column.name)] = column
        else:
            inner = Names({"path", "position"})
            parts = tuple(inner.free(key) for key in column.keys or ("value",))
            homes.append(_Home(names.free(f"{name}_{column.name}"), column, parts))
    return _Table(name, single, homes)


def _allowed(name: str) -> str:
    """Return a name for a table: those that begin with `sqlite_` are SQLite's."""
    return f"_{name}" if name.lower().startswith("sqlite_") else name


def _affinity(column: Column) -> str:
    return "TEXT" if column.keys else _AFFINITIES.get(column.type, "TEXT")


def _create(
    table: str, names: Sequence[str], types: Sequence[str], *rest: str
) -> Iterator[Statement]:
    columns = [f"{_quoted(n)} {t}" for n, t in zip(names, types, strict=True)]
    yield f"CREATE TABLE {_quoted(table)} ({', '.join((*columns, *rest))})", ()


def _insert(table: str, values: tuple[Value, ...]) -> Statement:
    marks = ", ".join("?" * len(values))
    return f"INSERT INTO {_quoted(table)} VALUES ({marks})", values


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _stored(value: Json) -> Value:
    """Return a value as SQLite holds it."""
    if value is None or isinstance(value, (str, float)):
        return value
    if isinstance(value, int) and abs(value) <= _LARGEST:
        return int(value)
    return as_json(value)
