"""Text of pages made harmless: what a terminal or a log would obey is spelt out.

Servers that run a build obey lines of its log: GitHub takes `::error::` at the start of
a line and `##[error]` anywhere for commands, others `##vso[` and `##teamcity[`.
"""

from __future__ import annotations

import re

from exlint.regex import regex

_UNSEEN = regex(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202f\u2060-\u206f"
    "\ud800-\udfff\ue000-\uf8ff\ufeff\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e0fff]"
)
_COMMAND = regex(r"\A\s*::|##\w{0,20}\[")
_NAMED = {"\n": r"\n", "\r": r"\r", "\t": r"\t"}


def visible(text: str) -> str:
    """Return a text with escapes for unseen characters and the marks of commands."""
    return _UNSEEN.sub(_escape, _COMMAND.sub(_disarm, text))


def commands(text: str) -> list[int]:
    """Return the offsets of characters that make a line of a log a command."""
    return [match.end() - 1 for match in _COMMAND.finditer(text)]


def spelt(character: str) -> str:
    """Return the escape of a character."""
    return f"\\x{ord(character):02x}"


def _disarm(match: re.Match[str]) -> str:
    return match[0][:-1] + spelt(match[0][-1])


def _escape(match: re.Match[str]) -> str:
    character = match[0]
    if character in _NAMED:
        return _NAMED[character]
    code = ord(character)
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
