"""What a page yet to be written says: facts that are given, and others by default."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from exlint.errors import UserError
from exlint.light import dataclass
from exlint.pagetype.fields import Field
from exlint.pagetype.layout import Layout
from exlint.pagetype.schema import Json
from exlint.pagetype.vocabulary import fold, nearest
from exlint.regex import regex
from exlint.scaffold.samples import from_vocabulary, least_items, noun_of, sample

_UNWRITTEN = ("file-name", "folder", "sidecar", "nowhere")
"""Places that are not within the page."""
_NAMES = frozenset(("name", "title"))
_MOST_CHOICES = 12
_SEPARATOR = regex(r"\s*[,;]\s*")


@dataclass(frozen=True)
class Draft:
    """A page yet to be written."""

    layout: Layout
    name: str
    fields: tuple[Field, ...]
    """The properties that are to stand in it."""
    told: Mapping[str, Json]
    """The facts that were given."""
    data: Mapping[str, Json]
    """All that it says."""

    @classmethod
    def of(
        cls, layout: Layout, name: str, given: Mapping[str, str], every: bool
    ) -> Draft:
        """Choose what a page says.

        Raises:
            UserError: a fact that is given is none of the type, or has no such value.
        """
        told = dict(_told(layout, given))
        fields = tuple(
            spec
            for spec in layout.fields.values()
            if (spec.required or every or spec.name in told or _is_name(spec))
            and spec.place not in _UNWRITTEN
        )
        data: dict[str, Json] = {}
        for spec in fields:
            known = {**told, **data}
            other = str(known.get(spec.beside, ""))
            if spec.name in told:
                data[spec.name] = told[spec.name]
            else:
                data[spec.name] = name if _is_name(spec) else _chosen(spec, other)
        return cls(layout, name, fields, told, data)

    def others(self, spec: Field) -> str:
        """Name the values that a fact chosen by default could have as well."""
        if spec.name in self.told or spec.terms is None:
            return ""
        chosen = self.data[spec.name]
        values = chosen if isinstance(chosen, list) else [chosen]
        others = [value for value in spec.terms.terms if value not in values]
        if len(others) > _MOST_CHOICES:
            return f"or one of {len(others)} others: exlint schema {self.layout.type}"
        return f"or {', '.join(others)}" if others else ""


def _told(layout: Layout, given: Mapping[str, str]) -> Iterator[tuple[str, Json]]:
    """Yield the facts that are given, by property, as the schema has them."""
    by_name = {
        fold(name): spec
        for spec in layout.fields.values()
        for name in (spec.name, noun_of(spec.name), *spec.keys)
    }
    for key, text in given.items():
        spec = by_name.get(fold(key))
        if spec is None:
            near = nearest(key, by_name)
            hint = f", did you mean '{by_name[near].name}'?" if near else ""
            raise UserError(f"a page of type '{layout.type}' has no '{key}'{hint}")
        parts = _SEPARATOR.split(text) if spec.is_list else [text]
        values = [_typed(spec, part.strip()) for part in parts if part.strip()]
        yield spec.name, values if spec.is_list else "".join(map(str, values))


def _typed(spec: Field, text: str) -> Json:
    """Return a value as the vocabulary has it."""
    if spec.terms is None:
        return text
    value = spec.terms.canonical(text)
    if value is None:
        near = spec.terms.nearest(text)
        hint = f", did you mean '{near}'?" if near else ""
        raise UserError(f"{spec.label} cannot be '{text}'{hint}")
    return value


def _is_name(spec: Field) -> bool:
    if spec.place == "front-matter":
        return not _NAMES.isdisjoint(spec.keys)
    return spec.place == "title"


def _chosen(spec: Field, other: str) -> Json:
    """Return the first value that a property may have."""
    if spec.terms is None or {"const", "default"} & spec.node.keys():
        return sample(spec.node, noun_of(spec.name))
    if spec.is_list:
        return from_vocabulary(spec.terms, least_items(spec.node), [other])
    return from_vocabulary(spec.terms, 1)[0]
