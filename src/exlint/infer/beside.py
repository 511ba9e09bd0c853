"""Lists of facts that stand beside a fact, and do not repeat it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from exlint.infer.refine import Found
from exlint.light import replace

_SHARED = 0.5
"""How many values of a fact a list must know to be of the same kind."""
_REPEATS = 0.05
"""The share of pages that may repeat the fact in the list by mistake."""
_EXPECTED = 4
"""How many times oftener chance would have repeated it."""


def with_neighbours(found: Sequence[Found]) -> tuple[Found, ...]:
    """Say of lists of facts which fact they stand beside."""
    facts = [item for item in found if item.words and item.node["type"] == "string"]
    return tuple(_beside(item, facts) for item in found)


def _beside(item: Found, facts: Sequence[Found]) -> Found:
    if item.words is None or item.node["type"] != "array":
        return item
    known = set(item.words.counts)
    near = [fact for fact in facts if _is_beside(item, fact)]
    if not near:
        return item
    fact = max(near, key=lambda fact: len(known & _words(fact)))
    note = {**item.node["x-markdown"], "beside": fact.property.name}
    return replace(item, node={**item.node, "x-markdown": note})


def _words(item: Found) -> set[str]:
    return set(item.words.counts) if item.words else set()


def _is_beside(item: Found, fact: Found) -> bool:
    """Whether a list has the values of a fact, but on no page that page's own."""
    own = _words(fact)
    if len(own & _words(item)) < _SHARED * len(own):
        return False
    pages = item.values.keys() & fact.values.keys()
    listed: Counter[str] = Counter()
    for page in pages:
        listed.update(set(_texts(item, page)))
    shares = {value: count / len(pages) for value, count in listed.items()}
    expected = sum(shares.get(str(fact.values[page]), 0.0) for page in pages)
    repeated = sum(str(fact.values[page]) in _texts(item, page) for page in pages)
    return repeated <= _REPEATS * len(pages) and expected > max(1, repeated) * _EXPECTED


def _texts(item: Found, page: str) -> list[str]:
    """Return the values of a list; those in one line are not split yet."""
    value = item.values[page]
    if isinstance(value, list):
        return [str(part) for part in value]
    sign = str(item.node["x-markdown"].get("split", ","))
    return [part.strip() for part in str(value).split(sign)]
