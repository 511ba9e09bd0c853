"""Records as tables: which names and values they hold."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from typing import Any

from exlint.database import statements
from exlint.pagetype.layout import Layout
from exlint.pagetype.schema import SchemaStore
from exlint.tabular import Row, as_csv


def layout(type_: str, **properties: Mapping[str, Any]) -> Layout:
    schema = {"type": "object", "properties": properties}
    return Layout.of(type_, "x", SchemaStore({"x": schema}))


def fact(key: str, **node: Any) -> dict[str, Any]:
    return {**node, "x-markdown": {"fact": key}}


def tables(*rows: Row) -> dict[str, list[tuple[Any, ...]]]:
    with closing(sqlite3.connect(":memory:")) as database:
        for sql, values in statements(rows):
            database.execute(sql, values)
        found = database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        return {
            name: database.execute(f'SELECT * FROM "{name}"').fetchall()
            for (name,) in found.fetchall()
        }


def test_names_that_collide_are_told_apart() -> None:
    pages = layout("pages", Size=fact("A"), size=fact("B"), PATH=fact("C"))
    odd = layout("sqlite_x", **{'a"b': fact("A")})
    found = tables(
        Row("1.md", pages, {"Size": "x", "size": "y", "PATH": "z"}),
        Row("2.md", odd, {'a"b': "q"}),
    )
    assert found["pages"] == [("1.md", "pages"), ("2.md", "sqlite_x")]
    assert found["pages_2"] == [("1.md", "x", "y", "z")]
    assert found["_sqlite_x"] == [("2.md", "q")]


def test_types_of_one_name_and_other_properties_are_two_tables() -> None:
    rows = [
        Row(f"{key}.md", layout("dish", **{key: fact(key)}), {key: 1}) for key in "ab"
    ]
    assert tables(*rows)["dish_2"] == [("b.md", "1")]


def test_values_of_any_kind_are_held() -> None:
    dish = layout(
        "dish",
        far=fact("A", type="integer"),
        half=fact("B", type="number"),
        on=fact("C", type="boolean"),
        parts=fact("D", type="object"),
        several=fact("E", type="array", items={}),
    )
    data = {
        "far": 10**30,
        "half": 0.5,
        "on": True,
        "parts": {"a": [1]},
        "several": [1, "b", ["c"]],
    }
    found = tables(Row("1.md", dish, data), Row("2.md", dish, {"several": "one"}))
    assert found["dish"][0] == ("1.md", float(10**30), 0.5, 1, '{"a": [1]}')
    assert found["dish_several"] == [
        ("1.md", 1, "1"),
        ("1.md", 2, "b"),
        ("1.md", 3, '["c"]'),
        ("2.md", 1, "one"),
    ]
    assert as_csv([Row("1.md", dish, {**data, "several": [1, "b"]})]) == (
        "path,far,half,on,parts,several\n"
        f'1.md,{10**30},0.5,true,"{{""a"": [1]}}",1; b\n'
    )


def test_items_that_are_no_records_stand_in_the_first_column() -> None:
    links = {
        "type": "array",
        "items": {"type": "object", "properties": {"text": {}, "target": {}}},
        "x-markdown": {"at": "front-matter", "key": "links"},
    }
    told = {"links": [{"text": "A", "target": "/a", "more": 1}, "/b"]}
    found = tables(Row("1.md", layout("dish", links=links), told))
    assert found["dish_links"] == [("1.md", 1, "A", "/a"), ("1.md", 2, "/b", None)]


def test_no_pages_are_no_tables() -> None:
    assert tables() == {"pages": []}
    assert as_csv([]) == ""
