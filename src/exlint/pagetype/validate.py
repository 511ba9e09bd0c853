"""Records against their schema: what jsonschema finds, one violation for each cause."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import dropwhile
from typing import Any
from urllib.parse import quote

from exlint.light import dataclass, replace
from exlint.once import cached_property
from exlint.pagetype.refusals import plain_refusals
from exlint.pagetype.schema import Json, SchemaStore

_FORMATS = (
    *("date", "date-time", "duration", "time"),
    *("email", "hostname", "idn-email", "idn-hostname", "ipv4", "ipv6"),
    *("iri", "iri-reference", "uri", "uri-reference", "uri-template", "uuid"),
    *("json-pointer", "regex", "relative-json-pointer"),
)
_PLAIN_FIRST = ("required", "false", "type", "enum", "const", "format", "pattern")
"""Keywords in the order in which one explains the others away."""
_NAMING = frozenset(
    ("properties", "patternProperties", "dependentSchemas", "dependentRequired")
) | {"$defs", "const"}
"""Keywords whose value is no schema: what stands in it may have any name."""


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

    A compiled validator (jsonschema-rs) is asked first: most pages are fine, and it
    takes 5 µs where jsonschema takes 360. jsonschema explains those that are not, but
    for what is plain.
    """

    file: str
    store: SchemaStore

    @cached_property
    def _compiled(self) -> Any:
        import jsonschema_rs

        registry = jsonschema_rs.Registry(
            [(uri, dict(document)) for uri, document in self.store.documents.items()]
        )
        schema = {"$ref": self.file}
        return jsonschema_rs.Draft202012Validator(
            schema, registry=registry, validate_formats=True
        )

    @cached_property
    def _explainer(self) -> Any:
        from jsonschema import Draft202012Validator
        from referencing import Registry
        from referencing.jsonschema import DRAFT202012

        registry: Registry[Any] = Registry().with_resources(
            (uri, DRAFT202012.create_resource(document))
            for uri, document in self.store.documents.items()
        )
        return Draft202012Validator(
            {"$ref": self.file}, registry=registry, format_checker=_format_checker()
        )

    def violations(self, data: Mapping[str, Json]) -> tuple[Violation, ...]:
        """Return how a record breaks the schema; nothing for a valid record."""
        if self._compiled.is_valid(data):
            return ()
        errors = self._compiled.iter_errors(data)
        plain = plain_refusals(errors, data, self.file, self.store)
        return self._told(self._explained(data) if plain is None else plain, data)

    def _told(self, errors: Iterable[Any], data: Json) -> tuple[Violation, ...]:
        leaves = _leaves(errors)
        return tuple(_unique(part for one in leaves for part in self._read(one, data)))

    def _explained(self, data: Mapping[str, Json]) -> Iterator[Any]:
        """Yield jsonschema's errors.

        It is asked about the properties that the compiled validator refuses, or about
        the whole record where it refuses that: most are long, and in order but for a
        word.
        """
        refused = set()
        for error in self._compiled.iter_errors(data):
            path = [*dropwhile("$ref".__eq__, error.evaluation_path)]
            if path[0] != "properties":
                yield from self._explainer.iter_errors(data)
                return
            refused.add(path[1])
        for name in sorted(refused):
            pointer = quote(name.replace("~", "~0").replace("/", "~1"))
            node = {"$ref": f"{self.file}#/properties/{pointer}"}
            for error in self._explainer.descend(data[name], node, name, name):
                error.schema_path.appendleft("properties")
                yield error

    def _read(self, error: Any, data: Json) -> Iterator[Violation]:
        """Yield an error of jsonschema's as violations, each at its own place."""
        base, node = self.store.resolve("", {"$ref": self.file})
        condition, message, named_by = None, "", ""
        for part in error.absolute_schema_path:
            if named_by == "dependentSchemas":
                condition = {"required": [part]}
            elif not named_by and part in ("then", "else") and "if" in node:
                condition = node["if"] if part == "then" else {"not": node["if"]}
            node = node.get(part, {}) if isinstance(node, Mapping) else node[part]
            named_by = part if not named_by and part in _NAMING else ""
            if isinstance(node, Mapping) and not named_by:
                base, node = self.store.resolve(base, node)
                message = node.get("x-message") or message
        for violation in _parts(error, node, data):
            within = violation.condition or condition
            yield replace(violation, condition=within, message=message)


def _format_checker() -> Any:
    """The formats of JSON Schema, as the compiled validator understands them."""
    import jsonschema_rs
    from jsonschema import FormatChecker

    checker = FormatChecker(formats=())
    for name in _FORMATS:
        validator = jsonschema_rs.Draft202012Validator(
            {"format": name}, validate_formats=True
        )
        checker.checks(name)(validator.is_valid)
    return checker


def _parts(error: Any, holder: Json, data: Json) -> Iterator[Violation]:
    """Yield an error's violations: one for each property that it speaks of.

    `holder` is what the last part of the error's schema path leads to.
    """
    path, value = tuple(error.absolute_path), error.instance
    keyword, expected = error.validator, error.validator_value
    whole = Violation(keyword, path, value, expected, error.schema)
    if keyword == "required":
        for name in expected:
            if name not in value:
                yield replace(whole, path=(*path, name), value=None, expected=name)
    elif keyword == "dependentRequired":
        for given, names in expected.items():
            for name in names if given in value else ():
                if name not in value:
                    absent = replace(whole, path=(*path, name), value=None)
                    yield replace(
                        absent,
                        keyword="required",
                        expected=name,
                        condition={"required": [given]},
                    )
    elif keyword in ("additionalProperties", "unevaluatedProperties"):
        for name in value:
            if repr(name) in error.message:
                yield replace(whole, path=(*path, name), value=value[name])
    elif "propertyNames" in error.relative_schema_path:
        yield replace(whole, keyword="propertyNames", path=(*path, value))
    elif error.schema is False:
        for part in path:
            data = data[part]
        refused = replace(whole, keyword="false", node={})
        keys = holder if isinstance(holder, Mapping) else {}
        names = [name for name in keys if keys[name] is False and name in data]
        for name in names:
            yield replace(refused, path=(*path, name), value=data[name])
        if not names:
            yield refused
    else:
        yield whole


def _leaves(errors: Iterable[Any]) -> Iterator[Any]:
    """Yield validation errors, alternatives cut short.

    Of the branches of `anyOf` and `oneOf`, the one that came furthest is the one the
    author meant (as `jsonschema.exceptions.best_match` has it).
    """
    for error in errors:
        if error.validator in ("anyOf", "oneOf") and error.context:
            best = max(error.context, key=lambda cause: len(cause.absolute_path))
            if len(best.absolute_path) > len(error.absolute_path):
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
