"""Records against their schema: one violation for each cause."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from exlint.schema import Json, SchemaStore

_NAMED = frozenset({"properties", "patternProperties", "dependentSchemas", "$defs"})
"""Keywords that hold schemas by name."""
_PLAIN_FIRST = ("required", "false", "type", "enum", "const", "format", "pattern")
"""Keywords in the order in which one explains the others away."""


@dataclass(frozen=True, slots=True)
class Violation:
    """One way in which a record breaks its schema."""

    keyword: str
    """The JSON Schema keyword that is broken: `required`, `enum`, `minItems` …"""
    path: tuple[str | int, ...]
    """Where in the record; for `required`, the path of the absent property."""
    value: Json
    """What stands there; None where something is absent."""
    expected: Json
    """The keyword's value in the schema."""
    node: Mapping[str, Json]
    """The schema that holds the keyword."""
    condition: Mapping[str, Json] | None = None
    """What makes the keyword hold: the `if` beside a `then`; `{"not": if}` for an
    `else`; `{"required": [name]}` for what depends on another property."""
    message: str = ""
    """What the schema's author says of it: the nearest `x-message` around it."""

    @property
    def pointer(self) -> str:
        """The path as a JSON Pointer."""
        return "".join(f"/{part}" for part in self.path)

    @property
    def property(self) -> str:
        """The property of the page at fault; empty for the page as a whole."""
        return str(self.path[0]) if self.path else ""


@dataclass(frozen=True)
class Validator:
    """Validates the records of one page type.

    jsonschema-rs compiles the schema: a valid record takes it 5 µs, one that is not
    30, where jsonschema takes 400 and 800.
    """

    file: str
    store: SchemaStore

    @cached_property
    def _compiled(self) -> Any:
        import jsonschema_rs

        registry = jsonschema_rs.Registry(
            [(uri, dict(document)) for uri, document in self.store.documents.items()]
        )
        return jsonschema_rs.Draft202012Validator(
            {"$ref": self.file}, registry=registry, validate_formats=True
        )

    def violations(self, data: Mapping[str, Json]) -> tuple[Violation, ...]:
        """Return how a record breaks the schema; nothing for a valid record."""
        if self._compiled.is_valid(data):
            return ()
        errors = _leaves(self._compiled.iter_errors(data))
        found = (part for error in errors for part in self._read(error, data))
        return tuple(_unique(found))

    def _read(self, error: Any, data: Json) -> Iterator[Violation]:
        """Yield an error as violations: one for each property that it speaks of."""
        path, value = tuple(error.instance_path), error.instance
        node, condition, message = self._trace(error.evaluation_path)
        keyword = str(error.evaluation_path[-1])
        expected: Json = node.get(keyword)
        if error.kind.name == "required":
            name = error.kind.property
            if keyword == "dependentRequired":
                given = next(key for key, names in expected.items() if name in names)
                condition = {"required": [given]}
            keyword, path, value, expected = "required", (*path, name), None, name
        elif error.kind.name == "falseSchema" and keyword == "items":
            path = path[:-1]  # each item too many is refused; the list is too long
            value = _value_at(data, path)
        elif error.kind.name == "falseSchema":
            keyword, expected, node = "false", None, {}
        elif error.kind.name == "propertyNames":
            value = error.kind.error.instance
            keyword, path = "propertyNames", (*path, value)

        def violation(path: tuple[str | int, ...], value: Json) -> Violation:
            return Violation(keyword, path, value, expected, node, condition, message)

        if keyword in ("additionalProperties", "unevaluatedProperties"):
            for name in error.kind.unexpected:
                yield violation((*path, name), value[name])
        else:
            yield violation(path, value)

    def _trace(
        self, path: Sequence[str | int]
    ) -> tuple[Mapping[str, Json], Mapping[str, Json] | None, str]:
        """Follow a path of keywords through the schema.

        Returns the schema that holds the last of them, the condition under which it
        holds, and the nearest `x-message` around it.
        """
        base, node = self.store.resolve("", {"$ref": self.file})
        schema, condition, message, before = node, None, "", ""
        for part in path:
            if part == "$ref" and before not in _NAMED:
                continue  # `resolve` has followed it
            if before == "dependentSchemas":
                condition = {"required": [part]}
            elif part in ("then", "else") and before not in _NAMED and "if" in node:
                condition = node["if"] if part == "then" else {"not": node["if"]}
            schema = node if isinstance(node, Mapping) else schema
            node, before = node[part], str(part)
            if isinstance(node, Mapping) and before not in _NAMED:
                base, node = self.store.resolve(base, node)
                message = node.get("x-message") or message
        return schema, condition, message


def _value_at(data: Json, path: Iterable[str | int]) -> Json:
    for part in path:
        data = data[part]
    return data


def _leaves(errors: Iterable[Any]) -> Iterator[Any]:
    """Yield validation errors, alternatives cut short.

    Of the branches of `anyOf` and `oneOf`, the one that came furthest is the one the
    author meant (as `jsonschema.exceptions.best_match` has it).
    """
    for error in errors:
        if error.kind.name in ("anyOf", "oneOf"):
            causes = [cause for branch in error.kind.context for cause in branch]
            best = max(causes, key=lambda cause: len(cause.instance_path), default=None)
            if best and len(best.instance_path) > len(error.instance_path):
                yield from _leaves([best])
                continue
        yield error


def _unique(violations: Iterable[Violation]) -> Iterator[Violation]:
    """Keep one violation of each single value: the plainest of them.

    What is no number is no number above 3 either; and one error of `required` names
    every absent property, so that each of them comes again and again.
    """
    found: dict[tuple[object, ...], Violation] = {}
    for violation in violations:
        several = isinstance(violation.value, (list, dict))
        key = (violation.path, violation.keyword if several else "")
        found[key] = min(found.get(key, violation), violation, key=_plainness)
    yield from found.values()


def _plainness(violation: Violation) -> tuple[bool, int]:
    known = violation.keyword in _PLAIN_FIRST
    order = _PLAIN_FIRST.index(violation.keyword) if known else len(_PLAIN_FIRST)
    return violation.condition is not None, order
