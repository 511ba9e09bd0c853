"""Records as tables: a table for each page type, a column for each property."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping
from typing import Literal, NamedTuple

from exlint.light import dataclass, field
from exlint.pagetype.fields import Field
from exlint.pagetype.layout import Layout
from exlint.pagetype.schema import Json

Kind = Literal["value", "list", "texts", "records", "nested"]
"""One value, values written in one line, texts of a section, keys with values, more."""

_ITEM_KEYS = {"questions": ("question", "answer"), "links": ("text", "target")}
_NESTED = ("table", "entries")
_OBEYED = ("=", "+", "-", "@", "\t", "\r")
"""What makes a spreadsheet take a text for a formula."""


class Row(NamedTuple):
    """A page that was read: what it is a record of, and what it says."""

    path: str
    layout: Layout | None
    data: Mapping[str, Json]


@dataclass(frozen=True)
class Column:
    """A property, and how a table holds it."""

    name: str
    kind: Kind
    type: str
    """The JSON type of its values."""
    keys: tuple[str, ...] = ()
    """The parts of each of several records."""

    @classmethod
    def of(cls, field: Field) -> Column:
        """Choose how a property is held."""
        node = field.node
        type_ = node.get("type")
        if field.place in ("section", "lead") and field.shape in _NESTED:
            return cls(field.name, "nested", "object")
        if type_ != "array":
            kind: Kind = "nested" if type_ == "object" else "value"
            return cls(field.name, kind, type_ if isinstance(type_, str) else "string")
        items = node.get("items")
        items = items if isinstance(items, Mapping) else {}
        keys = tuple(items.get("properties", ())) or _ITEM_KEYS.get(field.shape, ())
        if keys:
            return cls(field.name, "records", "string", keys)
        kind = "texts" if field.place in ("section", "lead") else "list"
        return cls(field.name, kind, str(items.get("type", "string")))

    def cell(self, value: Json) -> str:
        """Return a value as one text."""
        if value is None:
            return ""
        is_list = isinstance(value, list) and not any(map(_is_nested, value))
        if is_list and self.kind == "list":
            return harmless("; ".join(map(scalar, value)))
        if _is_nested(value):
            return as_json(value)
        return harmless(scalar(value)) if isinstance(value, str) else scalar(value)


@dataclass
class Names:
    """The names given in one place; lives as long as they are given."""

    taken: set[str] = field(default_factory=set)

    def free(self, wish: str) -> str:
        """Return a name that is free, capitals or not."""
        name, number = wish, 2
        while name.lower() in self.taken:
            name, number = f"{wish}_{number}", number + 1
        self.taken.add(name.lower())
        return name


def columns_of(layout: Layout) -> tuple[Column, ...]:
    """Return the columns of a page type's table, in the schema's order."""
    return tuple(map(Column.of, layout.fields.values()))


def as_csv(rows: Iterable[Row]) -> str:
    """Write the records of one page type as CSV: a line each page."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    columns: tuple[Column, ...] = ()
    for row in rows:
        if not columns and row.layout:
            columns = columns_of(row.layout)
            names = Names({"path"})
            writer.writerow(["path", *(names.free(column.name) for column in columns)])
        cells = (column.cell(row.data.get(column.name)) for column in columns)
        writer.writerow([harmless(row.path), *cells])
    return text.getvalue()


def harmless(text: str) -> str:
    """Return a text so that no spreadsheet takes it for a formula."""
    return f"'{text}" if text.startswith(_OBEYED) else text


def scalar(value: Json) -> str:
    """Write a value that is no list and has no parts."""
    return value if isinstance(value, str) else as_json(value)


def as_json(value: Json) -> str:
    """Write a value as JSON, in one line."""
    return json.dumps(value, ensure_ascii=False, default=str)


def _is_nested(value: Json) -> bool:
    return isinstance(value, (list, Mapping))
