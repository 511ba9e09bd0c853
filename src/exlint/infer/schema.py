"""The JSON Schema of a type, put together and compiled."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from exlint.infer.cluster import Cluster
from exlint.infer.draft import Draft, names_in
from exlint.infer.observe import DATA, KEYS
from exlint.infer.refine import Found, Node
from exlint.page.reading import PageType, PageTypes
from exlint.pagetype.schema import SchemaStore

_CLOSED = 0.97
"""The share of pages that must hold nothing unknown for more to be wrong."""


def noted(item: Found, total: int) -> Node:
    """Return a property's node, with a comment on how many pages have it."""
    count = f"{len(item.values)} of {total} pages"
    return (
        {"$comment": count, **item.node}
        if "$comment" not in item.node
        else {**item.node, "$comment": f"{count}: {item.node['$comment']}"}
    )


def assemble(
    name: str,
    kind: Cluster,
    plan: Draft,
    nodes: Mapping[str, Node],
    required: Sequence[str],
    patterns: Sequence[Mapping[str, Any]],
) -> dict[str, Any]:
    """Assemble the schema of a type."""
    page: dict[str, Any] = {}
    if plan.outline.level != 2:
        page["sectionLevel"] = plan.outline.level
    if plan.file_name:
        page["fileName"] = "name"
    unread = [prop for prop in plan.properties if prop.name not in nodes]
    extra = [prop.place["section"] for prop in unread if "section" in prop.place]
    extra += [
        names[0] if len(names) == 1 else [*names] for names in plan.extra_sections
    ]
    if extra:
        page["sections"] = extra
    if patterns:
        page["patterns"] = [dict(pattern) for pattern in patterns]
    schema: dict[str, Any] = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"{name}.schema.json",
        "title": f"{name.capitalize()} page",
        "$comment": f"Inferred from {len(kind.pages)} pages by `exlint infer`.",
        "type": "object",
        "required": list(required),
    }
    if _is_closed(kind, plan):
        schema["additionalProperties"] = False
    schema["properties"] = dict(nodes)
    return {**schema, "x-markdown": page} if page else schema


def _is_closed(kind: Cluster, plan: Draft) -> bool:
    """Whether hardly any page has headings or keys that others do not have."""
    known = {("section", part.key) for part in plan.outline.sections}
    known |= {("section", key) for key in plan.outline.aliases}
    places = [prop.place for prop in plan.properties]
    homes = {
        key for place in places for key in KEYS if key in place and key not in DATA
    }
    for key in homes:
        known |= {(key, name) for place in places for name in names_in(place, key)}
    strange = 0
    for sight in kind.pages:
        strange += any(
            (part.kind, part.key) not in known
            for part in sight.parts
            if (part.kind == "section" and part.level <= plan.outline.level)
            or (part.kind in homes)
        )
    return strange <= (1 - _CLOSED) * len(kind.pages)


def compiled(name: str, schema: Mapping[str, Any], store: SchemaStore) -> PageTypes:
    """Compile one page type."""
    file = f"{name}.schema.json"
    documents = SchemaStore({**store.documents, file: schema})
    return PageTypes({name: PageType.of(name, file, documents)})
