"""What front matter says, wherever it is written: data, places and faults."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time
from math import isfinite
from typing import Any

from exlint.light import dataclass
from exlint.pagetype.schema import Json
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


NOTHING = FrontData({}, {})


def plain(value: Any) -> Json:
    """Return YAML or TOML data as JSON data."""
    if isinstance(value, dict):
        return {str(key): plain(inner) for key, inner in value.items()}
    if isinstance(value, (list, tuple, set)):
        return [plain(inner) for inner in value]
    if isinstance(value, date | time):  # a datetime is a date
        return value.isoformat()
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    if isinstance(value, float) and not isfinite(value):
        return str(value)  # JSON has no such number
    return value
