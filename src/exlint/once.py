"""What is read off an object once, for all who ask for it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar, cast

S = TypeVar("S", bound="Once")
T = TypeVar("T")

if TYPE_CHECKING or sys.version_info >= (3, 12):
    from functools import cached_property as cached_property
else:

    class cached_property:  # noqa: N801
        """As the library's, which takes a lock before Python 3.12: twice the time."""

        def __init__(self, read: Callable[[Any], object]) -> None:
            self._read = read
            self.__doc__ = read.__doc__

        def __set_name__(self, _: type, name: str) -> None:
            self._name = name

        def __get__(self, one: Any, _: type) -> Any:
            if one is None:
                return self
            value = one.__dict__[self._name] = self._read(one)
            return value


class Once:
    """An object that keeps what functions read off it: several rules may ask."""

    def once(self: S, read: Callable[[S], T]) -> T:
        """Return what a function reads off the object; it is called once."""
        if read not in self._read:
            self._read[read] = read(self)
        return cast("T", self._read[read])

    @cached_property
    def _read(self) -> dict[Callable[[Any], object], object]:
        return {}
