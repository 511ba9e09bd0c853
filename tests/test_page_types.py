"""docs/page-types.md says nothing that is not so."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from exlint.page.reading import read_page
from exlint.pagetype.schema import SchemaStore
from exlint.paths import sidecar_of
from exlint.text import Source
from tests.support import ROOT, built_in_store, types_of

PAGE = (ROOT / "docs" / "page-types.md").read_text("utf-8")
FENCE = re.compile(
    r"^(?P<fence>```|~~~)(?P<language>json|markdown)(?: (?P<path>\S+))?\n"
    r"(?P<text>.*?)^(?P=fence)$",
    re.MULTILINE | re.DOTALL,
)


def examples() -> Iterator[Any]:
    """Each place in the document: properties, files and the record."""
    for part in re.split(r"^### ", PAGE, flags=re.MULTILINE)[1:]:
        blocks = list(FENCE.finditer(part))
        name = part.partition("\n")[0]
        yield pytest.param(blocks[0]["text"], blocks[1:-1], blocks[-1]["text"], id=name)


@pytest.mark.parametrize(("properties", "files", "record"), [*examples()])
def test_every_place_is_read_as_it_says(
    properties: str, files: list[re.Match[str]], record: str
) -> None:
    schema = json.dumps({"properties": json.loads(properties)})
    texts = {block["path"] or "page.md": block["text"] for block in files}
    (path,) = (path for path in texts if path.endswith(".md"))
    source = Source.of(path, texts[path], texts.get(sidecar_of(path)))
    page = read_page(source, types_of(schema), "example")
    assert page.record.data == json.loads(record)


def test_the_schema_at_the_top_is_sound() -> None:
    first = FENCE.search(PAGE)
    assert first
    documents = {**built_in_store().documents, "drill": json.loads(first["text"])}
    assert list(SchemaStore(documents).check("drill")) == []


def test_every_place_of_the_meta_schema_has_its_example() -> None:
    meta = json.loads((ROOT / "schema" / "x-markdown.schema.json").read_text("utf-8"))
    place = meta["$defs"]["place"]
    for name in place["properties"]["at"]["enum"]:
        assert f'"at": "{name}"' in PAGE
    for one in place["oneOf"]:
        assert f'"{one["required"][0]}":' in PAGE
