"""What is read off an object once, for all who ask for it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import Any, TypeVar, cast

S = TypeVar("S", bound="Once")
T = TypeVar("T")


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
