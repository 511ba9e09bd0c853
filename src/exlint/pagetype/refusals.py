"""Errors of the compiled validator that nobody has to explain.

Most records that break their schema lack a property, or hold a value that is none of
an `enum`: what jsonschema says of that is known from where the keyword stands, and it
takes long to load and a hundred times as long to ask.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple
from urllib.parse import urldefrag, urljoin

from exlint.pagetype.schema import Json, SchemaStore

_PLAIN: Mapping[str, type | tuple[type, ...]] = {
    "required": dict,
    "enum": str,
    "const": str,
    "type": (str, list, dict),
    "minLength": str,
    "maxLength": str,
    "minItems": list,
    "maxItems": list,
}
"""Keyword → the values about which both validators are sure to agree."""


class Refusal(NamedTuple):
    """An error of the compiled validator, as jsonschema would report it."""

    validator: str
    validator_value: Json
    schema: Mapping[str, Json]
    instance: Json
    absolute_path: tuple[str | int, ...]
    absolute_schema_path: tuple[str, ...]

    @property
    def relative_schema_path(self) -> tuple[str, ...]:
        """The path from the page's schema on, as there is no schema around it."""
        return self.absolute_schema_path


def plain_refusals(
    errors: Iterable[Any], data: Json, file: str, store: SchemaStore
) -> list[Refusal] | None:
    """Return errors as jsonschema reports them, and in its order.

    None if one of them is not plain, or a property has more than one kind of them.
    """
    found: list[Refusal] = []
    kinds: dict[tuple[str, ...], tuple[str, ...]] = {}
    for error in errors:
        refusal = _plain(error, data, file, store)
        if refusal is None:
            return None
        path = refusal.absolute_schema_path
        if kinds.setdefault(path[:2], path) != path:
            return None
        found.append(refusal)
    document = store.find(file, "")
    is_whole = any(len(path) == 1 for path in kinds)
    ranks = list(document), list(document.get("properties", ()))

    def rank(refusal: Refusal) -> tuple[Any, ...]:
        keyword, *names = refusal.absolute_schema_path[:2]
        if not is_whole:
            return tuple(names)
        return ranks[0].index(keyword), *map(ranks[1].index, names)

    return sorted(found, key=rank)


def _plain(error: Any, data: Json, file: str, store: SchemaStore) -> Refusal | None:
    evaluated = error.evaluation_path
    keyword = evaluated[-1]
    nodes = list(_nodes(evaluated[1:-1], file, store))
    if len(nodes) != len(evaluated) - 2 or keyword not in _PLAIN:
        return None
    _, schema = nodes[-1] if nodes else ("", store.find(file, ""))
    value = data
    for part in error.instance_path:
        value = value[part]
    if keyword not in schema or not isinstance(value, _PLAIN[keyword]):
        return None
    return Refusal(
        keyword,
        schema[keyword],
        schema,
        value,
        tuple(error.instance_path),
        (*(part for part, _ in nodes if part), keyword),
    )


def _nodes(
    path: list[str], file: str, store: SchemaStore
) -> Iterator[tuple[str, Mapping[str, Json]]]:
    """Yield the parts of a path through properties and items, and what they lead to.

    References are followed, and stand in no path of jsonschema's.
    """
    base, node, before = file, store.find(file, ""), ""
    for part in path:
        if before == "properties":
            node, before = node[part], ""
        elif part == "$ref":
            base, fragment = urldefrag(urljoin(base, str(node[part])))
            node, before = store.find(base, fragment), ""
            yield "", node
            continue
        elif part in ("properties", "items"):
            node, before = node[part], part
        else:
            return
        if not isinstance(node, Mapping):
            return
        yield part, node
