"""Names that mean one thing: written differently, or standing in for each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from exlint.light import dataclass
from exlint.pagetype.vocabulary import fold

_ALIKE = 88.0
"""How like two names must be spelt, of 100, to be one."""
_TOGETHER = 0.05
"""The share of its pages on which an alias may stand beside the other name."""
_SELDOM = 0.02
"""The share of pages that must use a name for it not to be a slip."""


@dataclass(frozen=True)
class Use:
    """A name, and the pages that use it."""

    key: str
    pages: frozenset[str]


def fewest(pages: int) -> int:
    """Return how many of some pages must use a name for it to count."""
    return max(2, round(_SELDOM * pages))


def are_alike(one: str, other: str) -> bool:
    """Whether two names differ in spelling only: case, plural, a letter or two."""
    from rapidfuzz import fuzz

    one, other = fold(one), fold(other)
    if one == other or singular(one) == singular(other):
        return True
    if min(len(one), len(other)) < 5 or _numbers(one) != _numbers(other):
        return False
    return fuzz.ratio(one, other) >= _ALIKE


def singular(name: str) -> str:
    """Return a name with its last word without the plural's ending."""
    if name.endswith("ies") and len(name) > 4:
        return f"{name[:-3]}y"
    if name.endswith(("sses", "ches", "shes", "xes", "zes")):
        return name[:-2]
    if name.endswith("s") and not name.endswith("ss") and len(name) > 3:
        return name[:-1]
    return name


def _numbers(name: str) -> list[str]:
    return [word for word in name.split() if not word.isalpha()]


def aliases(
    uses: Sequence[Use], stand_in: Mapping[str, Iterable[str]]
) -> dict[str, str]:
    """Return alias → name, for names of which the one stands where the other does not.

    `stand_in` says of a name with which others it could be exchanged, whatever they
    are called. Names that hardly any page uses are slips, not aliases.
    """
    total = len(frozenset().union(*(use.pages for use in uses))) if uses else 0
    found: dict[str, str] = {}
    frequent = [use for use in uses if len(use.pages) >= fewest(total)]
    frequent.sort(key=lambda use: (-len(use.pages), use.key))
    taken: dict[str, set[str]] = {}
    for number, use in enumerate(frequent):
        for other in frequent[:number]:
            if other.key in found:
                continue
            home = taken.setdefault(other.key, set(other.pages))
            exclusive = len(use.pages & home) <= _TOGETHER * len(use.pages)
            exchanged = other.key in stand_in.get(use.key, ())
            if exclusive and (exchanged or are_alike(use.key, other.key)):
                found[use.key] = other.key
                home |= use.pages
                break
    return found


def commonest(labels: Iterable[str]) -> str:
    """Return how most write a name."""
    counts = Counter(labels)
    return min(counts, key=lambda label: (-counts[label], label))


def spellings(labels: Iterable[str]) -> list[str]:
    """Return the ways in which a name is written, one of each that folds alike."""
    counts = Counter(labels)
    kept: dict[str, str] = {}
    for label in sorted(counts, key=lambda label: (-counts[label], label)):
        kept.setdefault(fold(label.replace("*", " 0 ")), label)
    return list(kept.values())


def camel(label: str) -> str:
    """Return a name for a property: `Body Part` → `bodyPart`."""
    words = fold(label).replace("_", " ").split()
    if len(words) == 1 and label.isidentifier() and not label.isupper():
        return label[:1].lower() + label[1:]
    first, *rest = words or ["part"]
    return first + "".join(word.capitalize() for word in rest)
