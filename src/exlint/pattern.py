"""Sentence patterns with slots.

A pattern such as `{difficulty} {bodyPart} exercise using [(a|an) ]{equipment}.`
is text with slots in braces. `{name}` is a slot for a property of the
record, `{bodyPart|slug}` for its slug, `(a|an)` a choice of words, `[very ]` words
that may be absent. Spaces stand for any white space; case counts only in slots.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_TOKEN = re.compile(
    r"\{(?P<slot>\w+)(?:\|(?P<filter>\w+))?\}"
    r"|\((?P<choice>[^()|]*(?:\|[^()|]*)+)\)"
    r"|\[(?P<optional>[^\[\]]*)\]"
)
_SENTENCE_END = re.compile(r"[.!?]\s")


@dataclass(frozen=True, slots=True)
class Slot:
    """What stands in one slot of a pattern: a range of the text it was read from."""

    name: str
    filter: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Match:
    """A pattern met in a text."""

    pattern: Pattern
    start: int
    end: int
    slots: tuple[Slot, ...]


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled sentence pattern."""

    text: str
    regex: re.Pattern[str]
    slots: tuple[tuple[str, str], ...]
    """Name and filter of each slot, in order."""
    anchor: str
    """The longest literal part, lower case: a text without it cannot match."""
    leading: bool
    """Whether the pattern begins with a slot, so that it begins a sentence."""

    @classmethod
    def compile(cls, text: str) -> Pattern:
        """Compile a pattern."""
        parts: list[str] = []
        literals: list[str] = []
        slots: list[tuple[str, str]] = []
        position = 0
        for token in _TOKEN.finditer(text):
            literals.append(text[position : token.start()])
            if literals[-1]:
                parts.append(_literal(literals[-1]))
            position = token.end()
            if token["slot"]:
                slots.append((token["slot"], token["filter"] or ""))
                parts.append(r"([^\n]*?)")
            elif token["choice"] is not None:
                words = token["choice"].split("|")
                parts.append(f"(?:{'|'.join(re.escape(word) for word in words)})")
            else:
                parts.append(f"(?:{_literal(token['optional'])})?")
        literals.append(text[position:])
        if literals[-1]:
            parts.append(_literal(literals[-1]))
        else:
            parts.append(r"(?=[.!?]?\s*(?:\n|\Z))")
        return cls(
            text,
            re.compile("".join(parts), re.IGNORECASE),
            tuple(slots),
            max((literal.strip() for literal in literals), key=len).lower(),
            text.startswith("{"),
        )

    def search(self, text: str, lowered: str) -> Iterator[Match]:
        """Yield each sentence of a text that the pattern reads.

        `lowered` is the text in lower case, character for character.
        """
        position = lowered.find(self.anchor)
        while 0 <= position < len(text):
            line = text.rfind("\n", 0, position) + 1
            end = text.find("\n", position)
            end = len(text) if end < 0 else end
            match = self._in_line(text, line, position, end)
            if match:
                yield self._match(match)
                position = max(match.end(), position + 1)
            else:
                position += max(len(self.anchor), 1)
            position = lowered.find(self.anchor, position)

    def read(self, text: str) -> Match | None:
        """Read a whole text (a heading, a list entry) by the pattern."""
        match = self.regex.fullmatch(text)
        return self._match(match) if match else None

    def _in_line(
        self, text: str, line: int, position: int, end: int
    ) -> re.Match[str] | None:
        """Match in the sentence around `position`, or else across its line."""
        start = line
        for stop in _SENTENCE_END.finditer(text, line, position):
            start = stop.end()
        find = self.regex.match if self.leading else self.regex.search
        match = find(text, start, end)
        if match and any(_SENTENCE_END.search(slot) for slot in match.groups()):
            return None  # no slot holds two sentences
        return match

    def _match(self, match: re.Match[str]) -> Match:
        slots = tuple(
            Slot(name, filter_, match[number], *match.span(number))
            for number, (name, filter_) in enumerate(self.slots, 1)
        )
        return Match(self, match.start(), match.end(), slots)


def _literal(text: str) -> str:
    """A literal part as a regular expression.

    White space at its edges may be missing, as where a slot was left empty.
    """
    words = text.split()
    if not words:
        return r"\s+"
    inner = r"\s+".join(re.escape(word) for word in words)
    before = r"\s*" if text[0].isspace() else ""
    after = r"\s*" if text[-1].isspace() else ""
    first = r"\b" if before and words[0][0].isalnum() else ""
    last = r"\b" if after and words[-1][-1].isalnum() else ""
    return before + first + inner + last + after
