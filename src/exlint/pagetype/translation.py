"""Page types in another language: their vocabularies by the labels of their values.

A value's `labels` in `x-vocabulary` say how pages in other languages write it:
`"Beginner": {"labels": {"es": "Principiante"}}`. In that language, the label is the
value, and the value is one of its synonyms.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from exlint.light import dataclass
from exlint.pagetype.schema import Json, SchemaError, SchemaStore
from exlint.pagetype.vocabulary import slug

_NO_VALUES = ("$ref", "$id", "title", "description", "pattern", "x-vocabulary")
"""Keywords under which no value stands."""
_Labels = Mapping[str, str]


def languages_of(store: SchemaStore) -> frozenset[str]:
    """Return the languages in which some value has a label."""
    return frozenset(
        language
        for document in store.documents.values()
        for node in _vocabularies(document)
        for note in node["x-vocabulary"].values()
        for language in note.get("labels", ())
    )


def _vocabularies(node: Json) -> Iterator[Mapping[str, Json]]:
    if isinstance(node, Mapping):
        if "enum" in node and "x-vocabulary" in node:
            yield node
        for inner in node.values():
            yield from _vocabularies(inner)


def translated(store: SchemaStore, language: str) -> SchemaStore:
    """Return schemas with the values of their vocabularies in another language."""
    documents = {
        file: _Translator(language, dict(_labelled(store, file, language))).of(document)
        for file, document in store.documents.items()
    }
    return SchemaStore(documents)


def _labelled(
    store: SchemaStore, file: str, language: str
) -> Iterator[tuple[str, _Labels]]:
    """Yield the properties of a page schema whose values have labels."""
    for name, node in store.documents[file].get("properties", {}).items():
        try:
            base, resolved = store.resolve(file, node)
            if "items" in resolved:
                _, resolved = store.resolve(base, resolved["items"])
        except SchemaError:  # reported when the page type is made
            continue
        labels = _labels(resolved, language)
        if labels:
            yield name, labels


def _labels(node: Mapping[str, Json], language: str) -> _Labels:
    """Return value → label."""
    return {
        value: note["labels"][language]
        for value, note in node.get("x-vocabulary", {}).items()
        if language in note.get("labels", ())
    }


@dataclass(frozen=True)
class _Translator:
    """Translates one schema."""

    language: str
    properties: Mapping[str, _Labels]
    """Property → value → label."""

    def of(self, node: Json, own: _Labels | None = None) -> Json:
        """Translate a part; `own` are the labels of the property within which it is."""
        if isinstance(node, str):
            return own.get(node, node) if own else node
        if isinstance(node, list):
            return [self.of(item, own) for item in node]
        if not isinstance(node, Mapping):
            return node
        labels = _labels(node, self.language)
        inner = {
            key: value
            if key in _NO_VALUES or (own and key == "x-markdown")
            else self.of(value, labels or self.properties.get(key, own))
            for key, value in node.items()
        }
        if labels:
            notes = node["x-vocabulary"].items()
            inner["x-vocabulary"] = {
                labels.get(value, value): _noted(value, note, labels)
                for value, note in notes
            }
        return inner


def _noted(value: str, note: Mapping[str, Json], labels: _Labels) -> Mapping[str, Json]:
    """Return what is known of a value, under its label."""
    within = [labels.get(whole, whole) for whole in note.get("within", ())]
    if value not in labels:
        return {**note, "within": within}
    return {
        "slug": note.get("slug", slug(value)),
        "synonyms": [value, *note.get("synonyms", ())],
        "words": [labels[value].lower()],
        "within": within,
    }
