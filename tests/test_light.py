"""Dataclasses made lightly are what Python's own are."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from collections.abc import Callable
from dataclasses import FrozenInstanceError, fields, replace
from typing import Any

import pytest

from exlint import light

KINDS: tuple[dict[str, bool], ...] = (
    {},
    {"frozen": True},
    {"frozen": True, "eq": False},
    {"frozen": True, "slots": True},
    {"slots": True},
)


def _made(decorate: Callable[..., Any], **kind: bool) -> Any:
    @decorate(**kind)
    class Step:
        """A step."""

        name: str
        count: int = 1
        tags: list[str] = dataclasses.field(default_factory=list)
        text: str = ""

        def __post_init__(self) -> None:
            object.__setattr__(self, "text", f"{self.count} {self.name}")

    return Step


@pytest.fixture(params=KINDS, ids=str)
def both(request: pytest.FixtureRequest) -> tuple[Any, Any]:
    """Return one class, made lightly and by Python's own decorator."""
    return (
        _made(light.dataclass, **request.param),
        _made(dataclasses.dataclass, **request.param),
    )


def test_objects_are_made_and_shown_alike(both: tuple[Any, Any]) -> None:
    mine, own = both
    for values, named in (
        (("push",), {}),
        (("push", 2), {"tags": ["a"]}),
        ((), {"name": "pull", "count": 3}),
    ):
        one, other = mine(*values, **named), own(*values, **named)
        assert repr(one) == repr(other)
        assert one.text == f"{one.count} {one.name}"
        assert repr(replace(one, count=9)) == repr(replace(other, count=9))


def test_fields_are_the_same(both: tuple[Any, Any]) -> None:
    mine, own = ([(one.name, one.type) for one in fields(made)] for made in both)
    assert mine == own
    assert dataclasses.is_dataclass(both[0])


def test_a_default_is_made_for_each_object(both: tuple[Any, Any]) -> None:
    made, _ = both
    made("a").tags.append("x")
    assert made("b").tags == []


@pytest.mark.parametrize("wrong", [(), ("a", 1, [], "", 5)])
def test_wrong_arguments_are_refused(both: tuple[Any, Any], wrong: Any) -> None:
    for made in both:
        with pytest.raises(TypeError, match="__init__"):
            made(*wrong)


def test_comparing_and_hashing(both: tuple[Any, Any]) -> None:
    for one, equal, other in (
        [made("a", tags=()), made("a", tags=()), made("b", tags=())] for made in both
    ):
        assert one == one
        assert one != other
        assert one != "a"
        assert (one == equal) == (both[1]("a", tags=()) == both[1]("a", tags=()))
        hashes = both[1].__hash__
        assert (type(one).__hash__ is None) == (hashes is None)
        if hashes is not None:
            assert (hash(one) == hash(equal)) == (one == equal)


def test_what_is_frozen_cannot_be_changed(both: tuple[Any, Any]) -> None:
    outcomes = []
    for made in both:
        one = made("a")
        try:
            one.name = "b"
            del one.name
        except FrozenInstanceError as error:
            outcomes.append(str(error))
        else:
            outcomes.append("")
    assert outcomes[0] == outcomes[1]


def test_objects_are_copied(both: tuple[Any, Any]) -> None:
    for made in both:
        one = made("a", tags=["x"])
        assert copy.deepcopy(one).tags == ["x"]


@light.dataclass(frozen=True, slots=True)
class _Slotted:
    """An object that travels."""

    name: str
    count: int


def test_objects_with_slots_travel() -> None:
    assert pickle.loads(pickle.dumps(_Slotted("a", 2))) == _Slotted("a", 2)


def test_a_field_that_is_not_given() -> None:
    @light.dataclass
    class Counter:
        """Counts."""

        name: str
        count: int = light.field(default=0, init=False)

    assert Counter("a").count == 0
    with pytest.raises(TypeError, match="__init__"):
        Counter("a", 1)  # type: ignore[call-arg]


def test_methods_of_its_own_stay() -> None:
    @light.dataclass(frozen=True)
    class Odd:
        """Has a hash of its own."""

        name: str

        def __hash__(self) -> int:
            return 7

        def __repr__(self) -> str:
            return "odd"

    assert (hash(Odd("a")), repr(Odd("a"))) == (7, "odd")


def test_a_class_without_fields() -> None:
    @light.dataclass(frozen=True)
    class Empty:
        """Holds nothing."""

    assert Empty() == Empty()
    assert hash(Empty()) == hash(Empty())
