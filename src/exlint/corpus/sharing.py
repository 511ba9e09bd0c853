"""One object for all that are equal: pages by the hundred thousand say the same."""

from __future__ import annotations

from collections.abc import Hashable
from functools import lru_cache
from typing import TypeVar, cast

T = TypeVar("T", bound=Hashable)


def shared(value: T) -> T:
    """Return the same object for values that are equal and of one type."""
    return cast("T", _shared(value))


@lru_cache(maxsize=65_536, typed=True)
def _shared(value: Hashable) -> Hashable:
    return value
