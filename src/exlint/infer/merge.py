"""Schemas inferred anew, with what somebody has changed in them by hand.

Three versions are compared: as it was inferred last, as it is now, as it is inferred
today. What is still as inferred becomes what is inferred today; the rest is kept.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_ABSENT: Any = object()


def merge(base: Any, own: Any, new: Any) -> Any:
    """Return today's version with the changes that lead from `base` to `own`."""
    if own in (base, new):
        return new
    if isinstance(own, Mapping) and isinstance(new, Mapping):
        return _merge_objects(base if isinstance(base, Mapping) else {}, own, new)
    if isinstance(own, list) and isinstance(new, list):
        return _merge_lists(base if isinstance(base, list) else [], own, new)
    return own


def _merge_objects(
    base: Mapping[str, Any], own: Mapping[str, Any], new: Mapping[str, Any]
) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key in _in_order(base, own, new):
        mine, today = own.get(key, _ABSENT), new.get(key, _ABSENT)
        before = base.get(key, _ABSENT)
        if mine is _ABSENT:
            value = _ABSENT if before is not _ABSENT else today
        elif today is _ABSENT:
            value = _ABSENT if mine == before else mine
        else:
            value = merge(before, mine, today)
        if value is not _ABSENT:
            found[key] = value
    return found


def _in_order(
    base: Mapping[str, Any], own: Mapping[str, Any], new: Mapping[str, Any]
) -> list[str]:
    """Return all keys: as today's version has them, unless somebody moved them."""
    moved = [key for key in own if key in base] != [key for key in base if key in own]
    main, more = (own, new) if moved else (new, own)
    order = list(main)
    last = -1
    for key in more:
        if key in order:
            last = order.index(key)
        else:
            last += 1
            order.insert(last, key)
    return order


def _merge_lists(base: list[Any], own: list[Any], new: list[Any]) -> list[Any]:
    """Keep what somebody added, leave out what somebody removed."""
    kept = [item for item in own if item in new or item not in base]
    return kept + [item for item in new if item not in own and item not in base]
