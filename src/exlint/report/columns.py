"""Columns as other tools count them: UTF-8 bytes and UTF-16 code units."""

from __future__ import annotations

from exlint.diagnostic import Diagnostic


def utf8_column(item: Diagnostic) -> int:
    """Return the column at which a finding starts, in UTF-8 bytes from 1."""
    before = item.excerpt[: item.start.column - 1]
    return len(before.encode("utf-8", "surrogatepass")) + 1


def utf8_end_column(item: Diagnostic) -> int | None:
    """Return the exclusive end column in bytes; None past the finding's first line."""
    if item.end.line != item.start.line:
        return None
    before = item.excerpt[: item.end.column - 1]
    return len(before.encode("utf-8", "surrogatepass")) + 1
