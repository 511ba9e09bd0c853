"""Values that a schema allows, for a page yet to be written.

Where a text is free, it is one that asks to be replaced: `[Step 1 goes here]`, which
the rule `placeholder` reports until somebody writes it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from exlint.pagetype.schema import Json
from exlint.pagetype.vocabulary import Terms
from exlint.regex import regex

_HUMP = regex(r"(?<=[a-z\d])(?=[A-Z])|[_\W]+")
_TOLD = ("const", "default")
_FORMATS = {
    "date": "2000-01-01",
    "date-time": "2000-01-01T00:00:00Z",
    "time": "00:00:00Z",
    "duration": "PT1M",
    "email": "name@example.com",
    "uri": "https://example.com/",
    "uri-reference": "/",
}


def noun_of(name: str) -> str:
    """Write a property's name as a noun: `restTime` → `Rest time`."""
    return " ".join(filter(None, _HUMP.split(name))).lower().capitalize()


def numbered(noun: str, number: int) -> str:
    """Name one of several: `Steps` → `Step 1`."""
    if noun.endswith("ies"):
        noun = f"{noun[:-3]}y"
    elif noun.endswith("s") and not noun.endswith("ss"):
        noun = noun[:-1]
    return f"{noun} {number}"


def placeholder(noun: str, least: int = 0) -> str:
    """Return a text that asks to be replaced, of some length at least."""
    text = f"[{noun} goes here]"
    if len(text) < least:
        text = f"[{noun} of at least {least} characters goes here]"
    return " ".join([text] * max(-(-least // len(text)), 1))


def sample(node: Json, noun: str) -> Json:
    """Return a value that a schema allows, as far as one can tell."""
    if not isinstance(node, Mapping):
        return placeholder(noun)
    for key in _TOLD:
        if key in node:
            return node[key]
    for key in ("examples", "enum"):
        if node.get(key):
            return node[key][0]
    kind = node.get("type", "object" if "properties" in node else "string")
    if isinstance(kind, list):
        kind = next((name for name in kind if name != "null"), "null")
    if kind == "array":
        numbers = range(1, least_items(node) + 1)
        return [sample(node.get("items"), numbered(noun, n)) for n in numbers]
    if kind == "object":
        parts = node.get("properties", {})
        names = node.get("required", parts)
        return {name: sample(parts.get(name), noun_of(name)) for name in names}
    if kind in ("integer", "number"):
        return node.get("minimum", node.get("exclusiveMinimum", 0) + 1)
    if kind == "boolean":
        return False
    if kind == "null":
        return None
    return _FORMATS.get(
        node.get("format", ""), placeholder(noun, node.get("minLength", 0))
    )


def least_items(node: Mapping[str, Json]) -> int:
    """Return how many items a list needs, and is better for having."""
    return max(int(node.get("minItems", 1)), 1)


def from_vocabulary(terms: Terms, count: int, without: Iterable[str] = ()) -> list[str]:
    """Return the first values of a vocabulary."""
    left_out = set(without)
    values = [value for value in terms.terms if value not in left_out]
    return (values or list(terms.terms))[:count]
