"""Front matter in TOML: its data, and where they stand."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator

from exlint.page.frontdata import FrontData, Problem, plain
from exlint.text import Span

_LONE_CR = re.compile(r"\r(?!\n)")
_TOML_LINE = re.compile(
    r"^[ \t]*(?:\[(?P<table>[\w-]+(?:\.[\w-]+)*)\]|\[|(?P<key>[\w-]+)[ \t]*=[ \t]*)",
    re.MULTILINE,
)
_TOML_VALUE_END = re.compile(r"(?<=[^\s])(?=[ \t]*(?:#[^\n]*)?(?:\r?\n|\Z))")
_TOML_PLACE = re.compile(
    r" \(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)"
)


def read_toml(text: str, content: Span) -> FrontData:
    """Read a text that stands at a place of a page."""
    if sys.version_info >= (3, 11):
        import tomllib
    else:
        import tomli as tomllib
    text = _LONE_CR.sub("\n", text)
    try:
        data = plain(tomllib.loads(text))
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
