"""The texts of which pages are made: sentences with choices and slots."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

_PART = re.compile(r"\(([^()]*)\)|\{(\w+)\}")


@cache
def words() -> dict[str, Any]:
    """Return all that pages are made of."""
    file = Path(__file__).with_name("phrases.json")
    data: dict[str, Any] = json.loads(file.read_text("utf-8"))
    return data


@cache
def _parts(text: str) -> tuple[str | tuple[str, ...], ...]:
    """Split a text into literals, choices, and slots (choices of one, in braces)."""
    parts: list[str | tuple[str, ...]] = []
    end = 0
    for match in _PART.finditer(text):
        parts.append(text[end : match.start()])
        parts.append(tuple(match[1].split("|")) if match[2] is None else (match[0],))
        end = match.end()
    return (*parts, text[end:])


def write(text: str, slots: Mapping[str, str], random: Random) -> str:
    """Return a text with its choices made and its slots filled."""
    made = "".join(
        part if isinstance(part, str) else part[int(random.random() * len(part))]
        for part in _parts(text)
    )
    return made.format_map(slots) if "{" in made else made


def some(texts: Sequence[Any], least: int, most: int, random: Random) -> list[Any]:
    """Return a few of the texts, each once at most."""
    return random.sample(texts, random.randint(least, min(most, len(texts))))


def listed(names: Sequence[str]) -> str:
    """Return names as a sentence lists them."""
    if len(names) < 3:
        return " and ".join(names)
    return f"{', '.join(names[:-1])}, and {names[-1]}"


def slug(name: str) -> str:
    """Return a name as it stands in an address."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")


def article(noun: str) -> str:
    """Return a noun with its article."""
    return f"an {noun}" if noun[0] in "aeiou" else f"a {noun}"
