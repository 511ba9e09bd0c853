"""From the values that pages hold to what a schema allows: a node for each property."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from exlint.infer import values as told
from exlint.infer.draft import Property
from exlint.infer.references import Names, Reference, references_of
from exlint.infer.values import Words
from exlint.light import dataclass, field, replace

Node = dict[str, Any]
_NEARLY_ALL = 0.97
_NAMES = ("name", "title", "folder")
_TEXT: Mapping[str, Any] = {"type": "string", "minLength": 1}
_ITEM = {
    "links": {
        "type": "object",
        "required": ["text", "target"],
        "properties": {"text": {"type": "string"}, "target": {"type": "string"}},
    },
    "questions": {
        "type": "object",
        "required": ["question", "answer"],
        "properties": {"question": dict(_TEXT), "answer": dict(_TEXT)},
    },
}


@dataclass(frozen=True)
class Found:
    """A property, and what its values tell."""

    property: Property
    values: Mapping[str, Any]
    """Page → what it holds; without the pages that hold nothing there."""
    node: Node
    words: Words | None = None
    references: str = ""
    """What the values name, if they name other pages."""


@dataclass(frozen=True)
class Knowledge:
    """What is known of values beside the values themselves."""

    names: Names
    vocabularies: Sequence[Mapping[str, str]]
    """Each: folded spelling → what it means."""
    keyed: Mapping[str, Mapping[str, frozenset[str]]] = field(default_factory=dict)
    """Key of front matter → value → the types of the pages that have it."""

    type: str = ""
    """The type that is looked at."""

    def elsewhere(self, prop: Property) -> frozenset[str]:
        """Return the values that pages of other types have under the same key."""
        values = self.keyed.get(str(prop.place.get("key", "")), {})
        return frozenset(
            value for value, types in values.items() if types - {self.type}
        )


def refine(prop: Property, values: Mapping[str, Any], known: Knowledge) -> Found:
    """Say what the values of a property have in common."""
    if prop.shape:
        return Found(prop, values, _of_section(prop, values))
    if prop.place.get("at") == "title":
        return Found(prop, values, {**_TEXT, "x-markdown": dict(prop.place)})
    stated = {path: value for path, value in values.items() if value is not None}
    kind = told.kind_of(list(stated.values())) if stated else None
    if kind == "array":
        lists = {path: v for path, v in stated.items() if isinstance(v, list)}
        found = _of_lists(prop, lists, known)
    elif kind == "string":
        found = _of_texts(prop, _texts(stated), known)
    else:
        node: Node = {"type": kind} if kind and kind != "null" else {}
        found = Found(prop, stated, {**node, "x-markdown": dict(prop.place)})
    if len(stated) < _NEARLY_ALL * len(values):
        found = replace(found, node=_or_null(found.node))
    return replace(found, values=values)


def _texts(values: Mapping[str, Any]) -> dict[str, str]:
    return {path: value for path, value in values.items() if isinstance(value, str)}


def _of_section(prop: Property, values: Mapping[str, Any]) -> Node:
    if prop.shape in ("text", "content"):
        return {**_TEXT, "x-markdown": dict(prop.place)}
    if prop.shape == "table":
        return {"type": "object", "x-markdown": dict(prop.place)}
    node: Node = {"type": "array"}
    fewest = told.least(map(len, values.values()))
    if fewest:
        node["minItems"] = fewest if prop.shape == "ordered-list" else 1
    node["items"] = _ITEM.get(prop.shape, dict(_TEXT))
    return {**node, "x-markdown": dict(prop.place)}


def _of_lists(
    prop: Property, values: Mapping[str, list[Any]], known: Knowledge
) -> Found:
    items = [item for value in values.values() for item in value]
    node: Node = {"type": "array"}
    fewest = told.least(map(len, values.values()))
    if fewest:
        node["minItems"] = 1
    words, note, named = None, dict(prop.place), ""
    if items and all(isinstance(item, str) for item in items):
        item_node, words = _vocabulary(prop, items, known)
        reference = _reference(values, words, known)
        if reference:
            named, words = reference.type or "other", None
            note |= reference.annotation
        item_node = item_node if words else dict(_TEXT)
        node["items"] = item_node
        unique = sum(len(set(value)) == len(value) for value in values.values())
        if unique >= _NEARLY_ALL * len(values):
            node["uniqueItems"] = True
    elif items:
        kind = told.kind_of(items)
        if kind and kind != "null":
            node["items"] = {"type": kind}
    return Found(prop, values, {**node, "x-markdown": note}, words, named)


def _of_texts(prop: Property, values: Mapping[str, str], known: Knowledge) -> Found:
    texts = [value for value in values.values() if value.strip()]
    keyed = "at" not in prop.place
    sign = told.separator(texts) if prop.name not in _NAMES else None
    if sign:
        listed = {
            path: [part.strip() for part in value.split(sign) if part.strip()]
            for path, value in values.items()
        }
        split = replace(prop, place={**prop.place, "split": sign})
        return _of_lists(split, listed, known)
    note = dict(prop.place)
    if keyed and told.read_as(texts) != "string":
        return Found(prop, values, {"type": told.read_as(texts), "x-markdown": note})
    node: Node = {"type": "string"}
    words = None
    named = ""
    if told.are_dates(texts):
        node["format"] = "date"
    elif prop.name not in _NAMES:
        node, words = _vocabulary(prop, texts, known)
        lists = {path: [value] for path, value in values.items() if value.strip()}
        reference = _reference(lists, words, known)
        if reference:
            named, words, node = reference.type or "other", None, {"type": "string"}
            note |= reference.annotation
    if words is None and len(texts) >= _NEARLY_ALL * len(values):
        node["minLength"] = 1
    return Found(prop, values, {**node, "x-markdown": note}, words, named)


def _reference(
    values: Mapping[str, Sequence[str]], words: Words | None, known: Knowledge
) -> Reference | None:
    """Return what pages the values name, unless they are words of a vocabulary.

    A vocabulary of which each word is the title of a page is one of pages.
    """
    if words and not known.names.are_titles(
        v for listed in values.values() for v in listed
    ):
        return None
    return references_of(values, known.names)


def _vocabulary(
    prop: Property, texts: Sequence[str], known: Knowledge
) -> tuple[Node, Words | None]:
    """Return the node of values, with an enumeration if there are but a few."""
    same = told.by_vocabulary(texts, known.vocabularies)
    words = told.closed(texts, same, known.elsewhere(prop))
    if words is None:
        return {"type": "string"}, None
    counts = ", ".join(f"{value} {n}" for value, n in words.counts.items())
    node: Node = {"type": "string", "enum": list(words.counts), "$comment": counts}
    if words.synonyms:
        node["x-vocabulary"] = {
            value: {"synonyms": list(others)}
            for value, others in words.synonyms.items()
        }
    return node, words


def _or_null(node: Node) -> Node:
    """Return a node that allows for no value."""
    if "type" not in node:
        return node
    node = {**node, "type": [node["type"], "null"]}
    if "enum" in node:
        node["enum"] = [*node["enum"], None]
    return node
