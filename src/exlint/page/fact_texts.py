"""What a text says as a fact: its key, its value, and the values of a list.

Pages of one type repeat whole facts, so that each is read once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from exlint.page.fact_lines import KEY
from exlint.pagetype.fields import Field
from exlint.pagetype.layout import Layout
from exlint.pagetype.vocabulary import fold
from exlint.regex import regex
from exlint.text import Span

_BOLD = regex(
    rf"(?P<mark>\*\*|__)[ \t]*{KEY}[ \t]*:?[ \t]*(?P=mark)[ \t]*:?[ \t]*(?P<value>)"
)
_PLAIN = regex(rf"[*_]{{0,2}}{KEY}[ \t]*:[*_]{{0,2}}[ \t]*(?P<value>)")
_BARE = regex(r"(?:\*\*|__)?(?P<key>[^*_:\r\n–—-]{1,40}?)\**[ \t]+(?P<value>)")
MARKUP = regex(r"[\\`*_~\[!&<\r\n]")
_SEPARATOR = regex(r"[,;]")


class KeyAndValue(NamedTuple):
    """What a text says as a fact, and where in it."""

    key: str
    field: Field | None
    key_at: int
    value_at: int
    value: str | None
    """None where markup stands in it: the document tells how that reads."""


@lru_cache(maxsize=8192)
def key_and_value(layout: Layout, text: str) -> KeyAndValue | None:
    """Read a text as a key and a value: pages of one type repeat whole facts."""
    match = _BOLD.match(text) or _PLAIN.match(text)
    if match is None:
        match = _BARE.match(text)
        while match and fold(match["key"]) not in layout.keyed["fact"]:
            match = _longer_key(text, match)
        if match is None:
            return None
    key, at = match["key"].strip(), match.start("value")
    field = layout.keyed["fact"].get(fold(key))
    value = None if MARKUP.search(text, at) else cleaned(text[at:].strip())
    return KeyAndValue(key, field, match.start("key"), at, value)


def _longer_key(text: str, match: re.Match[str]) -> re.Match[str] | None:
    """Take one more word into the key of a line without a colon."""
    longer = re.compile(
        rf"(?:\*\*|__)?(?P<key>{re.escape(match['key'])}[ \t]+[^*_:\s]+)\**"
        r"(?:[ \t]+|\Z)(?P<value>)"
    )
    return longer.match(text) if len(match["key"].split()) < 4 else None


def cleaned(value: str) -> str:
    """Return a value without the stop or stray comma at its end."""
    return value.rstrip(" \t.,;") if value else value


def has_value(text: str) -> bool:
    """Whether a value says anything: a dash does not."""
    return text[:1].isalnum() or any(character.isalnum() for character in text)


def split_values(
    text: str, offset: int, separator: str | None
) -> Iterator[tuple[str, Span]]:
    """Yield the values of a list written in one line, and where they stand.

    A semicolon separates as well as the declared separator: `fact-format` says what
    is wrong about it.
    """
    for begin, value in _split(text, "," if separator is None else separator):
        start = offset + begin
        yield value, Span(start, start + len(value))


@lru_cache(maxsize=4096)
def _split(text: str, separator: str) -> tuple[tuple[int, str], ...]:
    """Return where each value of a list begins, and the value: pages repeat them."""
    found = []
    borders = (
        _SEPARATOR if separator == "," else re.compile(re.escape(separator or ","))
    )
    begin = 0
    for end in [*(match.start() for match in borders.finditer(text)), len(text)]:
        raw = text[begin:end]
        value = cleaned(raw.strip())
        if value:
            found.append((begin + len(raw) - len(raw.lstrip()), value))
        begin = end + 1
    return tuple(found)
