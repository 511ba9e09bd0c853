"""Page schemas: JSON Schema 2020-12 documents with `x-markdown` annotations.

`x-` keywords are annotations to JSON Schema (core draft, section 6.5): they say
where a property is written, never what is allowed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import unquote, urldefrag, urljoin

from exlint.errors import UserError
from exlint.light import dataclass

Json = Any
"""Plain JSON data."""


class SchemaError(UserError):
    """A page schema is wrong: says where, by file and JSON Pointer, and why."""

    def __init__(self, file: str, pointer: str, message: str) -> None:
        super().__init__(f"{file}: {pointer or '/'}: {message}")
        self.file = file
        self.pointer = pointer
        self.message = message


@dataclass(frozen=True)
class SchemaStore:
    """The schema documents of a run, by the URI they refer to each other with."""

    documents: Mapping[str, Mapping[str, Json]]

    def resolve(self, base: str, node: Json) -> tuple[str, Json]:
        """Follow `$ref` from a node to the schema it means, and that one's file.

        Keywords beside `$ref` are kept over those of the target, so that an
        annotation stays with the property that carries it. `true` and `false` are
        schemas without keywords.

        Raises:
            SchemaError: the reference leads nowhere.
        """
        merged: dict[str, Json] = dict(node) if isinstance(node, Mapping) else {}
        seen: set[str] = set()
        while "$ref" in merged:
            reference = urljoin(base, str(merged.pop("$ref")))
            if reference in seen:
                raise SchemaError(base, "", f"$ref goes round in a circle: {reference}")
            seen.add(reference)
            base, fragment = urldefrag(reference)
            target = self.find(base, fragment)
            merged = {**target, **merged}
        return base, merged

    def find(self, file: str, pointer: str) -> Mapping[str, Json]:
        """Return the node at a JSON Pointer (RFC 6901) of a document.

        Raises:
            SchemaError: there is no such document or node.
        """
        if file not in self.documents:
            raise SchemaError(file, "", "no such schema file")
        node: Json = self.documents[file]
        for part in unquote(pointer).split("/")[1:]:
            key = part.replace("~1", "/").replace("~0", "~")
            try:
                node = node[int(key) if isinstance(node, list) else key]
            except (KeyError, IndexError, TypeError, ValueError):
                message = "nothing stands at this pointer"
                raise SchemaError(file, pointer, message) from None
        if not isinstance(node, Mapping):
            raise SchemaError(file, pointer, "is no schema")
        return node

    def check(self, file: str) -> Iterator[SchemaError]:
        """Yield what is wrong with a page schema, by the meta-schemas.

        It has to be valid JSON Schema 2020-12, and its annotations valid by
        `x-markdown.schema.json`.
        """
        from jsonschema import Draft202012Validator

        schema = self.documents[file]
        meta = Draft202012Validator(Draft202012Validator.META_SCHEMA)
        yield from _errors(file, meta, schema)
        notes = Draft202012Validator(self.documents["x-markdown.schema.json"])
        yield from _errors(file, notes, schema)


def _errors(file: str, validator: Any, schema: Json) -> Iterator[SchemaError]:
    for error in validator.iter_errors(schema):
        cause = error
        while cause.context:
            cause = max(cause.context, key=lambda inner: len(inner.absolute_path))
        path = "".join(f"/{part}" for part in cause.absolute_path)
        yield SchemaError(file, path, cause.message)
