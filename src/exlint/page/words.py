"""The words of a text: letters, and apostrophes between them; no figures."""

from __future__ import annotations

import string
from collections.abc import Iterator, Sequence
from itertools import compress, count
from operator import eq

from exlint.light import dataclass
from exlint.markdown import OBJECT
from exlint.regex import regex

WORD = regex(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_SIGNS = f"–—…“”•\N{NO-BREAK SPACE}{OBJECT}"
"""Signs of running text: without them, most English pages are ASCII."""
_BETWEEN = bytes(
    code if chr(code) in f"{string.ascii_letters}'" else 0x20 for code in range(256)
)
_MOST_DOUBLED = 3


@dataclass(frozen=True, slots=True)
class Wording:
    """What is kept of the words of a text: not each of them, they are hundreds."""

    words: frozenset[str]
    """In lower case."""
    count: int
    doubled: tuple[str, ...] = ()
    """Phrases of up to three words that follow themselves, be it behind a mark."""

    @classmethod
    def of(cls, lowered: str) -> Wording:
        """Read a text in lower case."""
        words = words_of(lowered)
        doubled = [
            phrase
            for length in range(1, _MOST_DOUBLED + 1)
            if any(map(eq, words[::length], words[length::length]))  # rarely
            for phrase in dict.fromkeys(doubled_phrases(words, length))
        ]
        return cls(frozenset(words), len(words), tuple(doubled))


def doubled_phrases(words: Sequence[str], length: int) -> Iterator[str]:
    """Yield the phrases of so many words that follow themselves.

    Of so many equal pairs in a row, one stands at a multiple of their number.
    """
    pairs = map(eq, words[::length], words[length::length])
    for number in compress(count(), pairs):
        last = number * length
        for start in range(max(last - length + 1, 0), last + 1):
            phrase = words[start : start + length]
            if phrase == words[start + length : start + 2 * length]:
                yield " ".join(phrase)


def words_of(lowered: str) -> list[str]:
    """Return the words of a text in lower case, in order."""
    if not lowered.isascii():
        for sign in _SIGNS:
            lowered = lowered.replace(sign, " ")
    if not lowered.isascii() or "''" in lowered:
        return WORD.findall(lowered)
    plain = f" {lowered} ".encode().translate(_BETWEEN)  # ten times as fast
    if b"'" in plain:
        plain = plain.replace(b"' ", b" ").replace(b" '", b" ")
    return plain.decode().split()
