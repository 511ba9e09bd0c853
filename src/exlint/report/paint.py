"""Colours of a terminal: of the sixteen that themes define, those that all can read.

Yellow, green and cyan are too light on white, blue is too dark on black.
"""

from __future__ import annotations

_CODES = {"bold": "1", "dim": "2", "red": "31", "magenta": "35"}


def paint(text: str, style: str, is_on: bool) -> str:
    """Return a text in a style such as `red bold`, if colours are on."""
    if not is_on or not text:
        return text
    codes = ";".join(_CODES[word] for word in style.split())
    return f"\x1b[{codes}m{text}\x1b[0m"
