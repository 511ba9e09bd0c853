"""What stands in the slots of a hub's entries and the cells of a table.

Their values have vocabularies and may be lists, as the properties of a page have; the
page schema says so deeper down, or in the schema of the pages that a table is about.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from urllib.parse import urljoin

from exlint.pagetype.schema import Json, SchemaStore
from exlint.pagetype.vocabulary import Terms, fold

_KEYED = ("fact", "row", "fence", "definition")


def terms_of(base: str, node: Mapping[str, Json], store: SchemaStore) -> Terms | None:
    """The vocabulary of a property, or of the items of a list."""
    if isinstance(node.get("items"), Mapping):
        base, node = store.resolve(base, node["items"])
    if "enum" not in node:
        return None
    values = [value for value in node["enum"] if isinstance(value, str)]
    return Terms.of(values, node.get("x-vocabulary", {})) if values else None


def slot_lists(
    base: str, node: Mapping[str, Json], store: SchemaStore
) -> Iterator[str]:
    """Yield the names of the lists among the properties of a property's items."""
    for name, _, resolved in _inner(base, node, store):
        if resolved.get("type") == "array":
            yield name


def slot_terms(
    base: str, node: Mapping[str, Json], store: SchemaStore
) -> Iterator[tuple[str, Terms]]:
    """Yield the vocabularies of the properties of a property's items."""
    for name, home, resolved in _inner(base, node, store):
        terms = terms_of(home, resolved, store)
        if terms:
            yield name, terms


def _inner(
    base: str, node: Json, store: SchemaStore, seen: tuple[int, ...] = ()
) -> Iterator[tuple[str, str, Json]]:
    """Yield name, file and schema of the properties within a property, at any depth.

    A schema that holds itself is entered once.
    """
    within = [("", node["items"])] if "items" in node else []
    for name, inner in [*node.get("properties", {}).items(), *within]:
        home, resolved = store.resolve(base, inner)
        if name:
            yield name, home, resolved
        if id(inner) not in seen:
            yield from _inner(home, resolved, store, (*seen, id(inner)))


def cells_of(
    file: str, note: Mapping[str, Json], store: SchemaStore
) -> tuple[dict[str, str], dict[str, Terms]]:
    """The labels of a table about other pages, and the vocabularies of its cells."""
    labels: dict[str, str] = {}
    found: dict[str, Terms] = {}
    if "about" in note:
        about = urljoin(file, note["about"])
        for name, node in store.find(about, "").get("properties", {}).items():
            base, resolved = store.resolve(about, node)
            labels.update((fold(key), name) for key in _keys(resolved))
            terms = terms_of(base, resolved, store)
            if terms:
                found[name] = terms
    labels.update((fold(label), name) for label, name in note.get("rows", {}).items())
    return labels, found


def _keys(node: Mapping[str, Json]) -> tuple[str, ...]:
    """Return the keys under which pages write a property."""
    note = node.get("x-markdown", {})
    names = next((note[kind] for kind in _KEYED if kind in note), ())
    return (names,) if isinstance(names, str) else tuple(names)
