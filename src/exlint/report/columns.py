"""Columns as other tools count them: in UTF-8 bytes."""

from __future__ import annotations

from exlint.diagnostic import Diagnostic
from exlint.text import Position


def utf8_column(item: Diagnostic, place: Position) -> int | None:
    """Return the column of a place in UTF-8 bytes from 1.

    None if it stands in a line of which the diagnostic does not carry the text.
    """
    if place.column == 1:
        return 1
    if place.line != item.start.line:
        return None
    return len(item.excerpt[: place.column - 1].encode()) + 1
