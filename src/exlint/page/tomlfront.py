"""Front matter in TOML: its data, and where they stand."""

from __future__ import annotations

import re
import sys

from exlint.light import dataclass, field
from exlint.page.frontdata import FrontData, Problem, plain
from exlint.regex import regex
from exlint.text import Span

_LONE_CR = regex(r"\r(?!\n)")
_TOKEN = regex(
    r"[ \t\r]*(?:\#[^\n]*)?"
    r"(?P<token>\"\"\"(?:\\.|[^\\])*?\"\"\"\"{0,2}|'''.*?''''{0,2}"
    r"|\"(?:\\.|[^\"\\\n])*\"|'[^'\n]*'|[\n\[\]{},=]|[^\s\[\]{},=\#\"']+)?",
    re.DOTALL,
)
_ENDS = ("\n", ",", "]", "}", "")
_TOML_PLACE = regex(
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
    return FrontData(data, _Places(text, content.start).gather())


def _toml_offset(text: str, error: str) -> int:
    """Return the offset that an error of the TOML library speaks of."""
    place = _TOML_PLACE.search(error)
    if place is None or place["line"] is None:
        return len(text)
    lines = text.splitlines(keepends=True)[: int(place["line"]) - 1]
    return min(sum(map(len, lines)) + int(place["column"]) - 1, len(text))


@dataclass
class _Places:
    """Gathers where the values of a text stand that is known to be TOML."""

    text: str
    offset: int
    spans: dict[str, Span] = field(default_factory=dict)
    table: str = ""
    """Pointer of the table to which keys belong."""
    counts: dict[str, int] = field(default_factory=dict)
    """Pointer of an array of tables → the number of its last one."""
    at: int = 0

    def gather(self) -> dict[str, Span]:
        while token := self._peek("\n"):
            if token == "[":
                self._header()
            else:
                self._pair(self.table)
        return self.spans

    def _peek(self, skipped: str = "") -> str:
        """Return the next token; empty at the end. Spaces and comments are none."""
        while True:
            match = _TOKEN.match(self.text, self.at)
            token = (match and match["token"]) or ""
            self.at = match.end() - len(token) if match else self.at
            if not token or token not in skipped:
                return token
            self.at += len(token)

    def _take(self) -> str:
        token = self._peek()
        self.at += len(token)
        return token

    def _header(self) -> None:
        """Read `[table]` or `[[array of tables]]`."""
        self._take()
        start = self.at - 1
        is_array = self.text.startswith("[", self.at)
        self.at += is_array
        self.table = ""
        *outer, last = self._key("]")
        self.at += 1 + is_array
        for part in outer:
            self.table = self._within(f"{self.table}/{part}")
        self.table += f"/{last}"
        place = Span(self.offset + start, self.offset + self.at)
        self.spans.setdefault(self.table, place)
        if is_array:
            self.counts[self.table] = self.counts.get(self.table, -1) + 1
            self.table = self._within(self.table)
            self.spans[self.table] = place

    def _within(self, pointer: str) -> str:
        """Return the pointer of a table; of an array of them, of the last."""
        return (
            f"{pointer}/{self.counts[pointer]}" if pointer in self.counts else pointer
        )

    def _key(self, end: str) -> list[str]:
        """Read a key, dotted or quoted, up to the sign behind it."""
        parts: list[str] = []
        while (token := self._peek()) and token != end:
            quoted = token[0] in "\"'"
            parts += [token[1:-1]] if quoted else filter(None, token.split("."))
            self.at += len(token)
        return parts

    def _pair(self, home: str) -> None:
        pointer = "".join(f"/{part}" for part in self._key("="))
        self._take()
        self._value(home + pointer)

    def _value(self, pointer: str) -> None:
        opening = self._peek()
        start = self.at
        if opening == "[":
            self._take()
            number = 0
            while self._peek("\n,") not in ("]", ""):
                self._value(f"{pointer}/{number}")
                number += 1
            self._take()
        elif opening == "{":
            self._take()
            while self._peek("\n,") not in ("}", ""):
                self._pair(pointer)
            self._take()
        else:
            self._take()
            end = self.at
            if self.text.startswith(" ", end) and self._peek() not in _ENDS:
                self._take()  # the time behind a date
            else:
                self.at = end
        self.spans[pointer] = Span(self.offset + start, self.offset + self.at)
