"""Controlled vocabularies: the values a fact may have, and other ways to say them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from exlint.light import dataclass
from exlint.once import cached_property
from exlint.regex import regex

_NOT_WORD = regex(r"[^\w]+")
_NOT_ASCII_WORD = bytes(
    code for code in range(128) if not (chr(code).isalnum() or chr(code) == "_")
)
_NO_SIGNS = bytes.maketrans(_NOT_ASCII_WORD, b" " * len(_NOT_ASCII_WORD))


def slug(text: str) -> str:
    """Return a text as it stands in file names and addresses: `Push-up` → `push-up`."""
    return _NOT_WORD.sub("-", text.replace("'", "").replace("’", "").lower()).strip("-")


@lru_cache(maxsize=16_384)
def fold(text: str) -> str:
    """Return a text without case, punctuation and doubled spaces, to compare by."""
    return folded(text)


def folded(text: str) -> str:
    """Do the same to a text that won't come back: it need not be remembered."""
    if text.isascii():  # thrice as fast
        return b" ".join(text.encode().lower().translate(_NO_SIGNS).split()).decode()
    return _NOT_WORD.sub(" ", text.casefold()).strip()


def squeezed(name: str) -> str:
    """Return a name or slug as sites agree on it: hyphens they set differently."""
    return fold(name).replace(" ", "").replace("_", "")


def nearest(text: str, choices: Iterable[str], cutoff: float = 0.7) -> str | None:
    """Return the choice most like a text, or None when none is close."""
    import difflib

    folded = {fold(choice): choice for choice in choices}
    found = difflib.get_close_matches(fold(text), folded, n=1, cutoff=cutoff)
    return folded[found[0]] if found else None


@dataclass(frozen=True, slots=True)
class Term:
    """One value of a vocabulary."""

    value: str
    slug: str
    synonyms: tuple[str, ...] = ()
    """Other spellings, which an editor would correct."""
    words: tuple[str, ...] = ()
    """Lower-case words and phrases that imply the value in running prose."""
    within: tuple[str, ...] = ()
    """The values of which this one is a part."""


@dataclass(frozen=True, eq=False)
class Terms:
    """A vocabulary: its terms, and every spelling of each.

    Each is itself alone, so that what is made from one can be kept by it.
    """

    terms: Mapping[str, Term]
    spellings: Mapping[str, str]
    """Folded spelling → value."""

    @classmethod
    def of(cls, values: Iterable[str], notes: Mapping[str, Any]) -> Terms:
        """Read a vocabulary from a schema's `enum` and its `x-vocabulary`."""
        terms = {}
        for value in values:
            note = notes.get(value, {})
            terms[value] = Term(
                value,
                note.get("slug", slug(value)),
                tuple(note.get("synonyms", ())),
                tuple(note.get("words", ())),
                tuple(note.get("within", ())),
            )
        spellings: dict[str, str] = {}
        for term in terms.values():
            labels = notes.get(term.value, {}).get("labels", {}).values()
            for spelling in (term.slug, *term.words, *term.synonyms, *labels):
                spellings.setdefault(fold(spelling), term.value)
        spellings.update((fold(value), value) for value in terms)
        return cls(terms, spellings)

    @cached_property
    def first_words(self) -> frozenset[str]:
        """The words with which some spelling of a value begins."""
        return frozenset(spelling.split()[0] for spelling in self.spellings if spelling)

    def canonical(self, text: str) -> str | None:
        """Return the value that a text stands for, whatever its spelling."""
        return self.spellings.get(fold(text))

    def nearest(self, text: str) -> str | None:
        """Return the value most like a misspelt text."""
        return self.canonical(text) or nearest(text, self.terms)

    def are_related(self, one: str, other: str) -> bool:
        """Whether two values are the same, or one is a part of the other."""
        return one in self._around(other) or other in self._around(one)

    def _around(self, value: str) -> set[str]:
        """A value and all those within which it lies."""
        found: set[str] = set()
        waiting = [value]
        while waiting:
            name = waiting.pop()
            if name not in found:
                found.add(name)
                waiting.extend(self.terms[name].within if name in self.terms else ())
        return found
