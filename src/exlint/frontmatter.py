"""Front matter as data, with the place of each value, and what is wrong with it."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from exlint.markdown import Document
from exlint.schema import Json
from exlint.text import Span


@dataclass(frozen=True, slots=True)
class Problem:
    """A fault of the front matter itself."""

    span: Span
    message: str


@dataclass(frozen=True, slots=True)
class FrontData:
    """What the front matter says. Keys are folded to strings, dates to ISO 8601."""

    data: Mapping[str, Json]
    spans: Mapping[str, Span]
    """JSON Pointer → place of the value."""
    problems: tuple[Problem, ...] = ()


_NOTHING = FrontData({}, {})


def read_front_matter(document: Document) -> FrontData:
    """Read the front matter of a page; a faulty one reads as empty."""
    matter = document.front_matter
    if matter is None:
        return _NOTHING
    text = document.source[matter.content]
    if matter.format == "toml":
        return _read_toml(text, matter.content)
    return _read_yaml(text, matter.content)


def _read_toml(text: str, content: Span) -> FrontData:
    if sys.version_info >= (3, 11):
        import tomllib
    else:
        import tomli as tomllib
    try:
        return FrontData(_plain(tomllib.loads(text.replace("\r\n", "\n"))), {})
    except tomllib.TOMLDecodeError as error:
        return FrontData({}, {}, (Problem(content, f"is not TOML: {error}"),))


def _read_yaml(text: str, content: Span) -> FrontData:
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        node = yaml.compose(text, Loader=loader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        at = content.start + min(mark.index if mark else 0, len(text))
        what = getattr(error, "problem", None) or "not readable"
        problem = Problem(Span(at, at), f"is not YAML: {what}")
        return FrontData({}, {}, (problem,))
    if node is None:
        return _NOTHING
    if not isinstance(node, yaml.MappingNode):
        problem = Problem(content, "is not a list of `key: value` lines")
        return FrontData({}, {}, (problem,))
    spans = dict(_places(node, content.start, ""))
    problems = tuple(_duplicates(node, content.start))
    try:
        data = yaml.SafeLoader("").construct_document(node)
    except (yaml.YAMLError, ValueError, TypeError) as error:
        what = getattr(error, "problem", None) or str(error)
        problem = Problem(content, f"is not YAML: {what}")
        return FrontData({}, {}, (*problems, problem))
    return FrontData(_plain(data), spans, problems)


def _places(node: Any, offset: int, pointer: str) -> Iterator[tuple[str, Span]]:
    """Yield the pointer and place of every value below a YAML node."""
    yield pointer, Span(offset + node.start_mark.index, offset + node.end_mark.index)
    if node.id == "mapping":
        for key, value in node.value:
            yield from _places(value, offset, f"{pointer}/{key.value}")
    elif node.id == "sequence":
        for number, value in enumerate(node.value):
            yield from _places(value, offset, f"{pointer}/{number}")


def _duplicates(node: Any, offset: int) -> Iterator[Problem]:
    seen: set[str] = set()
    for key, _ in node.value:
        if key.id == "scalar":
            if key.value in seen:
                start = offset + key.start_mark.index
                span = Span(start, offset + key.end_mark.index)
                yield Problem(span, f"has the key '{key.value}' twice")
            seen.add(key.value)


def _plain(value: Any) -> Json:
    """Return YAML or TOML data as JSON data."""
    if isinstance(value, dict):
        return {str(key): _plain(inner) for key, inner in value.items()}
    if isinstance(value, (list, tuple, set)):
        return [_plain(inner) for inner in value]
    if isinstance(value, date):  # a datetime is one too
        return value.isoformat()
    return value
