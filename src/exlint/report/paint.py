"""Colours of a terminal: the sixteen that each theme defines to fit itself."""

from __future__ import annotations

_CODES = {
    "bold": "1",
    "dim": "2",
    "red": "31",
    "green": "32",
    "yellow": "33",
    "cyan": "36",
}


def paint(text: str, style: str, is_on: bool) -> str:
    """Return a text in a style such as `red bold`, if colours are on."""
    if not is_on or not text:
        return text
    codes = ";".join(_CODES[word] for word in style.split())
    return f"\x1b[{codes}m{text}\x1b[0m"
