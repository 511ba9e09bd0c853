"""Schemas inferred anew keep what was edited."""

from __future__ import annotations

from typing import Any

import pytest

from exlint.infer.merge import merge


@pytest.mark.parametrize(
    ("base", "own", "new", "merged"),
    [
        # nobody edited anything
        ({"a": 1}, {"a": 1}, {"a": 2, "b": 3}, {"a": 2, "b": 3}),
        ({"a": 1}, {"a": 1}, {}, {}),
        # a value that was edited, added, removed
        ({"a": 1}, {"a": 5}, {"a": 2}, {"a": 5}),
        ({}, {"a": 5}, {"b": 2}, {"a": 5, "b": 2}),
        ({"a": 1}, {}, {"a": 2}, {}),
        ({"a": 1}, {"a": 5}, {}, {"a": 5}),
        # deeper down
        ([{"x": 1}], [{"x": 1, "y": 5}], [{"x": 2}], [{"x": 1, "y": 5}, {"x": 2}]),
        ({"a": {"x": 1}}, {"a": {"x": 1, "y": 5}}, {"a": {}}, {"a": {"y": 5}}),
        # lists: what was added stays, what was removed stays away
        (["a", "b"], ["a", "b", "z"], ["a", "c"], ["a", "z", "c"]),
        (["a", "b"], ["a"], ["a", "b", "c"], ["a", "c"]),
        # without a base, all there is was written by somebody
        (None, {"a": 5}, {"a": 2, "b": 3}, {"a": 5, "b": 3}),
        (None, ["x"], ["y"], ["x", "y"]),
    ],
)  # fmt: skip
def test_three_versions_are_merged(base: Any, own: Any, new: Any, merged: Any) -> None:
    assert merge(base, own, new) == merged


def test_a_new_property_comes_where_pages_have_it() -> None:
    base = {"a": 1, "c": 1}
    own = {"a": 1, "z": 5, "c": 1}
    assert list(merge(base, own, {"a": 1, "b": 1, "c": 1})) == ["a", "z", "b", "c"]


def test_an_order_of_somebodys_own_is_kept() -> None:
    assert list(merge({"a": 1, "c": 1}, {"c": 1, "a": 2}, {"a": 1, "c": 1})) == [
        "c",
        "a",
    ]
