"""A type before its values are known: its properties, and where each is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from exlint.infer.cluster import Cluster
from exlint.infer.keys import KeyDraft, find_keys
from exlint.infer.names import camel
from exlint.infer.observe import DATA, PartKind
from exlint.infer.sections import Outline, SectionDraft, outline
from exlint.light import dataclass
from exlint.pagetype.vocabulary import fold, squeezed

_USED = 0.1
"""The share of pages that must have a section for it to be a property."""
_FEWEST = 3
_MOST = 0.9
_HALF = 0.5
_LISTS = ("ordered-list", "bullet-list")
_TITLE_KEYS = ("title", "name")


@dataclass(frozen=True)
class Property:
    """A property of a type, and where pages write it."""

    name: str
    place: Mapping[str, Any]
    """Its `x-markdown`."""
    pages: frozenset[str]
    """The pages that have the place, be it empty."""
    what: str
    """What an editor calls it: section 'Steps', fact 'Level'."""

    @property
    def shape(self) -> str:
        """The shape in which a section holds it; empty for other places."""
        return str(self.place.get("as", ""))


@dataclass(frozen=True)
class Draft:
    """The properties of a type, and what else its pages have."""

    properties: tuple[Property, ...]
    outline: Outline
    extra_sections: tuple[tuple[str, ...], ...]
    """Sections that pages may have and of which no property is made."""
    file_name: bool
    """Whether files are named by their pages' titles."""


def draft(cluster: Cluster) -> Draft:
    """Find the properties of a type in its pages' layouts."""
    pages = cluster.pages
    sections = outline(pages)
    keys = find_keys(pages, sections)
    kept = [
        part
        for part in sections.sections
        if len(part.pages) >= max(_FEWEST, _USED * len(pages))
    ]
    found: dict[str, Property] = {}
    for item in _in_order(cluster, sections, keys, kept):
        name = item.name
        number = 2
        while name in found:
            name = f"{item.name}{number}"
            number += 1
        found[name] = Property(name, item.place, item.pages, item.what)
    held = {id(part) for part in kept if part.shape != "facts"}
    extra = tuple(part.names for part in sections.sections if id(part) not in held)
    return Draft(tuple(found.values()), sections, extra, _names_files(cluster))


def _in_order(
    cluster: Cluster,
    sections: Outline,
    keys: Sequence[KeyDraft],
    kept: Sequence[SectionDraft],
) -> Iterator[Property]:
    """Yield the properties in the order in which pages have them."""
    names = {part.key: part.names for part in sections.sections}
    titled = _having(cluster, "title")
    has_title = len(titled) >= _HALF * len(cluster.pages)
    if has_title:
        yield Property("name", {"at": "title"}, titled, "title")
    for key in keys:
        if not key.section or key.section not in {part.key for part in kept}:
            is_name = not has_title and key.names[0] in _TITLE_KEYS
            yield _of_key(key, names, "name" if is_name else None)
    yield from _around(cluster)
    yield from _lead(cluster)
    for part in kept:
        if part.shape != "facts":
            yield _of_section(part)
        for key in keys:
            if key.section == part.key:
                yield _of_key(key, names, None)


def _of_section(part: SectionDraft) -> Property:
    shape = "content" if part.shape == "other" else part.shape
    place: dict[str, Any] = {"section": _one_or_all(part.names), "as": shape}
    if part.is_anywhere:
        place["anywhere"] = True
    what = f"section '{part.names[0]}'"
    return Property(camel(part.names[0].replace("*", "")), place, part.pages, what)


def _of_key(
    key: KeyDraft, sections: Mapping[str, Sequence[str]], name: str | None
) -> Property:
    label = key.names[0]
    if key.kind in DATA:
        place: dict[str, Any] = {"at": key.kind, "key": label}
        return Property(name or camel(label), place, key.pages, f"key '{label}'")
    place = {key.kind: _one_or_all(key.names)}
    if key.section:
        place = {"section": _one_or_all(sections[key.section]), **place}
    return Property(camel(label), place, key.pages, f"fact '{label}'")


def _around(cluster: Cluster) -> Iterator[Property]:
    """Yield what the folders and the tags of pages say."""
    total = len(cluster.pages)
    folders = Counter(sight.folder for sight in cluster.pages)
    several = [folder for folder, n in folders.items() if n >= _FEWEST]
    if len(several) > 1 and sum(folders[f] for f in several) >= _MOST * total:
        pages = frozenset(sight.path for sight in cluster.pages)
        yield Property("folder", {"at": "folder"}, pages, "folder")
    tagged = _having(cluster, "tags")
    if len(tagged) >= max(_FEWEST, _USED * total):
        yield Property("tags", {"at": "tags"}, tagged, "tags in the text")


def _lead(cluster: Cluster) -> Iterator[Property]:
    """Yield what stands before the first section: a text, and a list."""
    fewest = max(_FEWEST, _USED * len(cluster.pages))
    using = {shape: _having(cluster, "lead", shape) for shape in ("text", *_LISTS)}
    listed = using[_LISTS[0]] | using[_LISTS[1]]
    texts = using["text"]
    if len(texts) >= fewest:
        name, what = "intro", "opening text"
        if 2 * len(texts - listed) < len(texts) and _comes_last(cluster, "text"):
            name, what = "notes", "text below the list"
        yield Property(name, {"at": "lead", "as": "text"}, texts, what)
    if len(listed) >= fewest:
        most = max(_LISTS, key=lambda shape: len(using[shape]))
        shape = most if len(using[most]) >= _MOST * len(listed) else "list"
        name = "steps" if shape == "ordered-list" else "items"
        yield Property(name, {"at": "lead", "as": shape}, listed, "opening list")


def _comes_last(cluster: Cluster, shape: str) -> bool:
    """Whether most pages have a shape behind all others before the first section."""
    last = [
        [part.key for part in sight.parts if part.kind == "lead"][-1:]
        for sight in cluster.pages
    ]
    found = [key for keys in last for key in keys]
    return 2 * found.count(shape) > len(found)


def _having(cluster: Cluster, kind: PartKind, key: str = "") -> frozenset[str]:
    return frozenset(
        sight.path
        for sight in cluster.pages
        if any(part.kind == kind and part.key == key for part in sight.parts)
    )


def _names_files(cluster: Cluster) -> bool:
    """Whether nearly all files have the name of their page's title."""
    same = 0
    for sight in cluster.pages:
        stem = sight.path.rpartition("/")[2].rpartition(".")[0]
        titles = [part.label for part in sight.parts if part.kind == "title"]
        same += any(squeezed(title) == squeezed(stem) for title in titles)
    return same >= _MOST * len(cluster.pages)


def _one_or_all(names: Sequence[str]) -> str | list[str]:
    return names[0] if len(names) == 1 else list(names)


def names_in(place: Mapping[str, Any], kind: str) -> Iterator[str]:
    """Yield the keys that a place of a kind goes by, as they are compared."""
    names = place.get(kind, ())
    yield from map(fold, [names] if isinstance(names, str) else names)
