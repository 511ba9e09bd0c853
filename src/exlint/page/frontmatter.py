"""Front matter as data, with the place of each value, and what is wrong with it."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, time
from math import isfinite
from typing import Any

from exlint.markdown import Document
from exlint.pagetype.schema import Json
from exlint.text import BOM, Span


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

    def find(self, key: str) -> tuple[Json, str] | None:
        """Return what stands under a key, and its pointer; `a.b` is `b` within `a`."""
        if key in self.data:
            return self.data[key], f"/{key}"
        value: Json = self.data
        parts = key.split(".")
        for part in parts:
            if not isinstance(value, Mapping) or part not in value:
                return None
            value = value[part]
        return value, "".join(f"/{part}" for part in parts)


_NOTHING = FrontData({}, {})
_OPENING = re.compile(
    r"\s*(?P<fence>---|\+\+\+)[ \t]*(?:\r\n|\n|\r)"
    r"[A-Za-z][\w-]*[ \t]*[:=](?:[ \t]|[\r\n])"
)


def find_opening(text: str) -> re.Match[str] | None:
    """Find what begins as front matter, though it may start late or never end."""
    return _OPENING.match(text, 1 if text.startswith(BOM) else 0)


_LONE_CR = re.compile(r"\r(?!\n)")
_TOML_LINE = re.compile(
    r"^[ \t]*(?:\[(?P<table>[\w-]+(?:\.[\w-]+)*)\]|\[|(?P<key>[\w-]+)[ \t]*=[ \t]*)",
    re.MULTILINE,
)
_TOML_VALUE_END = re.compile(r"(?<=[^\s])(?=[ \t]*(?:#[^\n]*)?(?:\r?\n|\Z))")
_TOML_PLACE = re.compile(
    r" \(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)"
)
_DEEPEST = 100
_MOST_NODES = 100_000
"""Aliases make a few lines of YAML hold billions of nodes."""
_OPENERS = ("[", "{", "- ", "? ")
_REASONS = {
    "mapping values are not allowed": "a value with ': ' in it needs quotes",
    "found character '\\t'": "a tab: indent with spaces",
    "found a tab character": "a tab: indent with spaces",
    "found unexpected end of stream": "a quote is not closed",
    "found character": "a value that begins with this character needs quotes",
    "expected alphabetic": "a value that begins with this character needs quotes",
    "could not find expected ':'": "a line without ': '",
    "expected <block end>": "this does not fit the line above: a quote, or a space",
    "expected key": "this does not fit the line above: a quote, or a space",
}
"""How the two YAML libraries begin what they say -> what it comes from."""


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
    text = _LONE_CR.sub("\n", text)
    try:
        data = _plain(tomllib.loads(text))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        problem = _TOML_PLACE.sub("", str(error))
        at = content.start + _toml_offset(text, str(error))
        return FrontData({}, {}, (Problem(Span(at, at), f"is not TOML: {problem}"),))
    return FrontData(data, dict(_toml_places(text, content.start, tomllib.loads)))


def _toml_offset(text: str, error: str) -> int:
    """Return the offset that an error of the TOML library speaks of."""
    place = _TOML_PLACE.search(error)
    if place is None or place["line"] is None:
        return len(text)
    lines = text.splitlines(keepends=True)[: int(place["line"]) - 1]
    return min(sum(map(len, lines)) + int(place["column"]) - 1, len(text))


def _toml_places(
    text: str, offset: int, loads: Callable[[str], object]
) -> Iterator[tuple[str, Span]]:
    """Yield the pointer and place of each value that stands behind a bare key."""
    table: str | None = ""
    end = 0
    for line in _TOML_LINE.finditer(text):
        if line.start() < end:
            continue  # within a value of several lines
        if line["key"] is None:
            parts = line["table"].split(".") if line["table"] else ()
            table = "".join(f"/{part}" for part in parts) or None
        elif table is not None:
            end = _toml_end(text, line, loads)
            yield f"{table}/{line['key']}", Span(offset + line.end(), offset + end)


def _toml_end(text: str, line: re.Match[str], loads: Callable[[str], object]) -> int:
    """Return the end of a value: where that which has been read is TOML."""
    for end in _TOML_VALUE_END.finditer(text, line.end()):
        try:
            loads(text[line.start() : end.start()])
        except ValueError:
            continue
        return end.start()
    return len(text)


def _read_yaml(text: str, content: Span) -> FrontData:
    import yaml

    try:
        node = _compose(text)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        at = content.start + min(mark.index if mark else 0, len(text))
        problem = Problem(Span(at, at), f"is not YAML: {_reason(error)}")
        return FrontData({}, {}, (problem,))
    if node is None:
        return _NOTHING
    if not isinstance(node, yaml.MappingNode):
        problem = Problem(content, "is not a list of `key: value` lines")
        return FrontData({}, {}, (problem,))
    if not _is_sane(node):
        return FrontData({}, {}, (Problem(content, "is nested without end"),))
    spans = dict(_places(node, text, content.start))
    problems = tuple(_duplicates(node, content.start))
    try:
        data = yaml.SafeLoader("").construct_document(node)
    except (yaml.YAMLError, ValueError, TypeError) as error:
        problem = Problem(content, f"is not YAML: {_reason(error)}")
        return FrontData({}, {}, (*problems, problem))
    return FrontData(_plain(data), spans, problems)


def _compose(text: str) -> Any:
    """Read YAML as nodes. An anchor may be set anew (YAML 1.2, section 6.9.2).

    Raises:
        yaml.YAMLError: it is not YAML, or so deep that the C library would crash.
    """
    import yaml

    class Lenient(yaml.SafeLoader):
        def compose_node(self, parent: Any, index: Any) -> Any:
            event = self.peek_event()  # type: ignore[no-untyped-call]
            if not isinstance(event, yaml.AliasEvent):
                self.anchors.pop(event.anchor, None)
            return super().compose_node(parent, index)

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    if sum(map(text.count, _OPENERS)) > _DEEPEST:
        depth = 0
        for event in yaml.parse(text, Loader=loader):
            depth += isinstance(event, yaml.CollectionStartEvent)
            depth -= isinstance(event, yaml.CollectionEndEvent)
            if depth > _DEEPEST:
                raise yaml.YAMLError("nested too deeply")
    try:
        return yaml.compose(text, Loader=loader)
    except yaml.composer.ComposerError as error:
        if error.problem != "second occurrence":
            raise
    return yaml.compose(text, Loader=Lenient)


def _reason(error: Exception) -> str:
    """Why text is not YAML, in an editor's words where an editor does it often."""
    problem = getattr(error, "problem", None) or str(error)
    problem = problem.removeprefix("did not find ")
    for library, plain in _REASONS.items():
        if problem.startswith(library):
            return plain
    return problem


def _is_sane(root: Any) -> bool:
    """Whether the nodes below a YAML node are of a finite, sensible number."""
    left, queue = _MOST_NODES, [(root, 0)]
    while queue and left > 0:
        node, depth = queue.pop()
        left -= 1
        if node.id == "scalar":
            continue
        if depth > _DEEPEST:
            return False
        pairs = node.value if node.id == "mapping" else [node.value]
        queue.extend((inner, depth + 1) for pair in pairs for inner in pair)
    return not queue


def _places(
    node: Any, text: str, offset: int, pointer: str = ""
) -> Iterator[tuple[str, Span]]:
    """Yield the pointer and place of every value below a YAML node."""
    start, end = node.start_mark.index, node.end_mark.index
    end = start + len(text[start:end].rstrip())  # a list ends where the next key begins
    yield pointer, Span(offset + start, offset + end)
    if node.id == "mapping":
        for key, value in node.value:
            yield from _places(value, text, offset, f"{pointer}/{key.value}")
    elif node.id == "sequence":
        for number, value in enumerate(node.value):
            yield from _places(value, text, offset, f"{pointer}/{number}")


def _duplicates(node: Any, offset: int) -> Iterator[Problem]:
    """Yield a problem for each key that a mapping has twice."""
    seen: set[str] = set()
    for pair in node.value if node.id == "mapping" else ():
        key, value = pair
        if key.id == "scalar":
            if key.value in seen:
                start = offset + key.start_mark.index
                span = Span(start, offset + key.end_mark.index)
                yield Problem(span, f"has the key '{key.value}' twice")
            seen.add(key.value)
        yield from _duplicates(value, offset)
    for inner in node.value if node.id == "sequence" else ():
        yield from _duplicates(inner, offset)


def _plain(value: Any) -> Json:
    """Return YAML or TOML data as JSON data."""
    if isinstance(value, dict):
        return {str(key): _plain(inner) for key, inner in value.items()}
    if isinstance(value, (list, tuple, set)):
        return [_plain(inner) for inner in value]
    if isinstance(value, date | time):  # a datetime is a date
        return value.isoformat()
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    if isinstance(value, float) and not isfinite(value):
        return str(value)  # JSON has no such number
    return value
