"""The properties that a schema's sentences and links name: whether there are such."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from exlint.pagetype.schema import Json, SchemaError
from exlint.pagetype.vocabulary import nearest
from exlint.regex import regex

_SLOT = regex(r"\{(\w+)")
_ALIKE = 0.75


def wrong_names(file: str, schema: Mapping[str, Json]) -> Iterator[SchemaError]:
    """Yield each name of `in`, `when` and slots that no property of a schema has.

    A slot may have a name of its own (`{any}`): it is wrong only where it looks like
    the name of a property.
    """
    known = frozenset(schema.get("properties", {}))
    deep = frozenset(_property_names(schema))
    page = schema.get("x-markdown", {})
    for key in ("patterns", "assertions", "links"):
        for number, note in enumerate(page.get(key, ())):
            at = f"/x-markdown/{key}/{number}"
            told = {"text": note} if isinstance(note, str) else note
            homes = told.get("in", ())
            for name in [homes] if isinstance(homes, str) else homes:
                if name not in known:
                    yield _unknown(file, f"{at}/in", name, known)
            for name in told.get("when", ()):
                if name not in known:
                    yield _unknown(file, f"{at}/when", name, known)
            for part in ("text", "target"):
                for name in _SLOT.findall(told.get(part, "")):
                    if name not in deep and _is_slip(name, deep):
                        yield _unknown(file, at, name, deep)


def _is_slip(name: str, known: frozenset[str]) -> bool:
    """Whether a name is one of those misspelt, and not just its plural."""
    meant = nearest(name, sorted(known), _ALIKE)
    return meant is not None and meant.rstrip("s") != name.rstrip("s")


def _unknown(file: str, at: str, name: str, known: frozenset[str]) -> SchemaError:
    guess = nearest(name, sorted(known))
    asked = f": did you mean '{guess}'?" if guess else ""
    return SchemaError(file, at, f"no property '{name}'{asked}")


def _property_names(node: Mapping[str, Json]) -> Iterator[str]:
    """Yield the names of properties, at any depth."""
    for name, inner in node.get("properties", {}).items():
        yield name
        if isinstance(inner, Mapping):
            yield from _property_names(inner)
    if isinstance(node.get("items"), Mapping):
        yield from _property_names(node["items"])
