"""Where braces, strings and tags of program text end."""

from __future__ import annotations

import re

from exlint.regex import regex

_OPEN = {"{": "}", "[": "]", "(": ")"}
_SIGN = regex(
    r"""[{}\[\]()]|"[^"\n]*"|'[^'\n]*'|`[^`]{0,1000}`|/\*.{0,300}?\*/|\n""", re.DOTALL
)
_NAME = regex(r"</?(?:[A-Za-z][\w.:-]*)?")
_IN_TAG = regex(r"""[\s\w.:=/@$-]+|"[^"]*"|'[^']*'""")
_LONGEST = 10_000
_DEEPEST = 16
"""Characters and levels after which what is open is taken never to be closed."""


def braces_end(text: str, start: int, end: int) -> int:
    """Return the end of what the brace at `start` opens, or -1."""
    return _end(text, start, end, stop_at_line=False)


def statement_end(text: str, start: int, end: int) -> int:
    """Return the end of the first line at which all is closed, or -1."""
    return _end(text, start, end, stop_at_line=True)


def _end(text: str, start: int, end: int, *, stop_at_line: bool) -> int:
    limit, end = end, min(end, start + _LONGEST)
    expected: list[str] = []
    for match in _SIGN.finditer(text, start, end):
        sign = match[0]
        if sign in _OPEN:
            expected.append(_OPEN[sign])
            if len(expected) > _DEEPEST:
                return -1
        elif sign == "\n":
            if stop_at_line and not expected:
                return match.start()
        elif expected and sign == expected[-1]:
            expected.pop()
            if not stop_at_line and not expected:
                return match.end()
        elif sign in "}])":
            return -1
    return end if stop_at_line and not expected and end == limit else -1


def tag_end(text: str, start: int, end: int) -> int:
    """Return the end of the tag of a component at `start`, or -1.

    `<Card title="Squat" icon={<Icon />}>`, `</Card>`, `<>`.
    """
    name = _NAME.match(text, start, end)
    position = name.end() if name else end
    while position < end:
        character = text[position]
        if character == ">":
            return position + 1
        if character == "{":
            position = braces_end(text, position, end)
            if position < 0:
                return -1
            continue
        part = _IN_TAG.match(text, position, end)
        if part is None:
            return -1
        position = part.end()
    return -1
