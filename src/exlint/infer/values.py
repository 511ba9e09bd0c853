"""What values a property has: its type, and for a closed vocabulary its words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import Any

from exlint.infer.names import are_alike, singular
from exlint.light import dataclass, field
from exlint.pagetype.vocabulary import fold
from exlint.regex import regex

_NEARLY_ALL = 0.97
"""The share of values that must be of a type for the others to be wrong."""
_MOST = 0.95
"""The share of texts that must be numbers or dates for the others to be wrong."""
_REPEATED = 0.85
"""The share of mentions that values used more than once must make up."""
_ENOUGH = 10
"""Mentions of which a vocabulary can be told."""
_MOST_VALUES = 120
_USES_EACH = 3
"""How often each value must be mentioned, on average."""
_SETTLED = 20
"""Mentions after which a value of its own is a slip, if the others come often."""
_OFTEN = 8
"""How often the others must come, on average."""
_FEW = 0.2
"""The share of values that may be of one page for these to be slips."""
_LONGEST = 40
_SIGNS = (",", ";", "|", "/")
_FEWEST_LISTS = 2
_SELDOM_LISTED = 0.03
"""The share of values that may be lists by mistake, where one is expected."""
_LONGEST_PART = 4
"""Words of one value in a list written in one line."""
_KNOWN_PARTS = 0.6
"""The share of a list's values that must come alone, too."""
_OFTEN_LISTED = 0.1
"""Else, the share of values that must be lists, and the same ones come again."""
_DATE = regex(r"\d{4}-\d\d-\d\d")
_INTEGER = regex(r"0|-?[1-9]\d{0,14}")
_NUMBER = regex(r"-?(?:0|[1-9]\d{0,14})(?:\.\d{1,15})?")
_UNFILLED = regex(
    r"\{\{|\{%|[$#]\{|<%|\{\w+\}|\bTODO\b|\bTBD\b|^(?:null|undefined|n/a)$"
)


@dataclass(frozen=True)
class Words:
    """A closed vocabulary, as pages use it."""

    counts: Mapping[str, int]
    """Value → on how many pages, the commonest first."""
    synonyms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Value → other ways in which pages write it."""
    slips: tuple[str, ...] = ()
    """Values that are left out: misspelt, or of a page that stands alone with it."""


def closed(
    values: Sequence[str], same: Mapping[str, str], elsewhere: Container[str] = ()
) -> Words | None:
    """Return the vocabulary that values make up, or None if they are open.

    `same` says which spellings mean the same, by what both are called (folded);
    `elsewhere` holds the values that pages of other types have at the same place.
    """
    counts = Counter(value for value in values if not _UNFILLED.search(value))
    total = counts.total()
    if total < _ENOUGH or len(counts) > _MOST_VALUES:
        return None
    if any(len(value) > _LONGEST for value, n in counts.items() if n > 1):
        return None
    groups = _groups(counts, same)
    sizes = {main: sum(counts[value] for value in group) for main, group in groups}
    repeated = sum(n for n in sizes.values() if n > 1)
    if repeated < _REPEATED * total or _USES_EACH * len(sizes) > total:
        return None
    synonyms, slips = {}, []
    for main, group in groups:
        others = [value for value in group if value != main]
        slips += [v for v in others if _is_slip(v, main, same)]
        named = tuple(v for v in others if v not in slips)
        if named:
            synonyms[main] = named
    slips += [
        value
        for value in _lonely(sizes)
        if value not in elsewhere and fold(value) not in same
    ]
    slips += [value for value in sizes if _is_list_of(value, sizes)]
    slips = list(dict.fromkeys(slips))
    kept = sorted(set(sizes) - set(slips), key=lambda value: (-sizes[value], value))
    return Words({value: sizes[value] for value in kept}, synonyms, tuple(slips))


def _groups(
    counts: Counter[str], same: Mapping[str, str]
) -> list[tuple[str, list[str]]]:
    """Return values that mean one thing, each group under its commonest."""
    groups: list[tuple[str, list[str]]] = []
    by_meaning: dict[str, list[str]] = {}
    for value, _ in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])):
        meaning = same.get(fold(value), singular(fold(value)))
        home = by_meaning.get(meaning)
        if home is None and meaning == singular(fold(value)):
            rare = counts[value] <= 2
            home = next(
                (
                    group
                    for main, group in groups
                    if rare and counts[main] > 2 and are_alike(main, value)
                ),
                None,
            )
        if home is None:
            home = []
            groups.append((value, home))
        home.append(value)
        by_meaning.setdefault(meaning, home)
    return groups


def _is_slip(value: str, main: str, same: Mapping[str, str]) -> bool:
    """Whether a value is the main one misspelt, and no other name for it."""
    if singular(fold(value)) == singular(fold(main)):
        return False
    meaning = same.get(fold(value))
    return meaning is None or meaning != same.get(fold(main))


def _lonely(sizes: Mapping[str, int]) -> Iterator[str]:
    """Yield the values that one page has, where nearly all others come often."""
    lonely = [value for value, n in sizes.items() if n == 1]
    others = [n for n in sizes.values() if n > 1]
    few = len(lonely) <= max(1, _FEW * len(sizes))
    often = sum(others) >= max(_SETTLED, _OFTEN * len(others))
    if few and often:
        yield from lonely


def _is_list_of(value: str, values: Container[str]) -> bool:
    """Whether a value is several others in one, where one is expected."""
    return any(
        sign in value and all(part in values for part in _parts(value, sign))
        for sign in _SIGNS
    )


def separator(values: Sequence[str]) -> str | None:
    """Return what separates the values of a list written in one line.

    The parts must come again and again, by themselves and in other lists.
    """
    for sign in _SIGNS:
        lists = [_parts(value, sign) for value in values if sign in value]
        if len(lists) < max(_FEWEST_LISTS, _SELDOM_LISTED * len(values)):
            continue
        alone = {fold(value) for value in values if sign not in value}
        parts = [fold(part) for listed in lists for part in listed]
        if any(len(part.split()) > _LONGEST_PART for part in parts):
            continue
        distinct = set(parts)
        known = len(distinct & alone) >= _KNOWN_PARTS * len(distinct)
        often = len(lists) >= _OFTEN_LISTED * len(values)
        if known or (often and 2 * len(distinct) <= len(parts)):
            return sign
    return None


def _parts(value: str, sign: str) -> list[str]:
    return [part.strip() for part in value.split(sign) if part.strip()]


def kind_of(values: Sequence[Any]) -> str | None:
    """Return the JSON type that nearly all values have."""
    counts = Counter(_TYPES.get(type(value), "object") for value in values)
    if counts["integer"] and counts["integer"] + counts["number"] == len(values):
        return "number" if counts["number"] else "integer"
    kind, number = counts.most_common(1)[0]
    return kind if number >= _NEARLY_ALL * len(values) else None


_TYPES: Mapping[type, str] = {
    str: "string",
    bool: "boolean",
    int: "integer",
    float: "number",
    list: "array",
    type(None): "null",
}


def read_as(values: Sequence[str]) -> str:
    """Return the type as which texts can be read: `integer` for `12`, not for `012`."""
    for kind, form in (("integer", _INTEGER), ("number", _NUMBER)):
        fitting = sum(form.fullmatch(value) is not None for value in values)
        if values and fitting >= _MOST * len(values):
            return kind
    return "string"


def are_dates(values: Sequence[str]) -> bool:
    """Whether nearly all texts are dates as ISO 8601 writes them."""
    fitting = sum(_DATE.fullmatch(value) is not None for value in values)
    return bool(values) and fitting >= _MOST * len(values)


def least(sizes: Iterable[int]) -> int:
    """Return how many items nearly all lists have at least: 0, 1 or 2."""
    ordered = list(sizes)
    for number in (2, 1):
        if sum(n >= number for n in ordered) >= _NEARLY_ALL * len(ordered):
            return number
    return 0


def merged(synonyms: Iterable[Mapping[str, Iterable[str]]]) -> dict[str, str]:
    """Return folded spelling → what it means, from lists of synonyms by value."""
    meanings: dict[str, str] = {}
    for listed in synonyms:
        for value, others in listed.items():
            meaning = meanings.get(fold(value), fold(value))
            for spelling in (value, *others):
                meanings.setdefault(fold(spelling), meaning)
    return meanings


def by_vocabulary(
    values: Iterable[str], vocabularies: Sequence[Mapping[str, str]]
) -> Mapping[str, str]:
    """Return the vocabulary that knows most of the values, if it knows half."""
    distinct = {fold(value) for value in values}
    known: dict[int, int] = defaultdict(int)
    for number, meanings in enumerate(vocabularies):
        known[number] = sum(value in meanings for value in distinct)
    best = max(known, key=lambda number: known[number], default=None)
    if best is None or 2 * known[best] < len(distinct):
        return {}
    return vocabularies[best]
