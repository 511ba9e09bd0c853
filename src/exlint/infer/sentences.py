"""Sentence patterns, mined from pages: shapes whose gaps equal facts of the same page.

The values of all pages' facts are taken out of the sentences first, so that a page that
states a wrong value has the shape of the others. Of the shapes that many pages share, a
gap is a slot where its text is the page's own fact far more often than by chance. At
last the patterns are read from the pages by the code that lints them: what it cannot
read back is no pattern.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, combinations
from typing import Any

from exlint.infer.gaps import Fact, Meaning, agrees, meaning_of, said
from exlint.infer.sentence_shapes import Facts, Thresholds, candidates, particular
from exlint.light import dataclass, field
from exlint.pagetype.pattern import Match, Pattern
from exlint.pagetype.sentences import Sentences
from exlint.text import lower

_MOST_SAMPLED = 5_000
"""Pages of which the shapes are collected; the patterns are read from all pages."""
_MOST_ROUNDS = 3
"""How often patterns are read again without those that did not hold."""
_ALMOST_ALL = 0.9
_FEW_VALUES = 20
"""The values of a fact on which the wording of a page may depend."""
DEFAULTS = Thresholds()


@dataclass(frozen=True)
class PageText:
    """What a page says in sentences, and what it says as facts.

    The lines from which the facts were read are not among the sentences.
    """

    path: str
    sentences: tuple[str, ...]
    values: Mapping[str, Fact]
    """Property → its value; `name` is the title."""
    homes: tuple[str, ...] = ()
    """For each sentence the property in whose section it stands; empty for none."""


@dataclass(frozen=True)
class MinedPattern:
    """A sentence that pages share, with slots for their facts."""

    text: str
    pages: int
    """The pages on which it stands."""
    total: int
    """The pages that were read."""
    contradicted: tuple[str, ...]
    """The paths of the pages of which a slot is empty or has another page's value."""
    home: str = ""
    """The property in whose section it stands; empty where that differs."""
    when: Mapping[str, str] = field(default_factory=dict)
    """The fact with which pages have it; empty where it depends on none."""

    def note(self, required_at: float = _ALMOST_ALL) -> dict[str, Any]:
        """Return what stands for it among the `patterns` of `x-markdown`."""
        note: dict[str, Any] = {"text": self.text}
        if self.home:
            note["in"] = self.home
        if self.when:
            note["when"] = dict(self.when)
        elif self.pages < required_at * self.total:
            note["optional"] = True
        return note


def mine(
    pages: Sequence[PageText], thresholds: Thresholds = DEFAULTS
) -> tuple[MinedPattern, ...]:
    """Return the sentence patterns of pages, in the order in which pages have them.

    Of several that read the same words, the most particular one counts; where there
    are such, it stands first, as it has to in a schema.
    """
    pages = sorted(pages, key=lambda page: page.path)
    sample = pages[:: len(pages) // _MOST_SAMPLED + 1]
    facts = Facts.of([page.values for page in pages])
    told = ((page.sentences, page.values) for page in sample)
    texts = set(candidates(told, facts, thresholds))
    texts_in_order = sorted(texts, key=lambda text: (-particular(text), text))
    patterns: Sequence[Pattern] = [Pattern.compile(text) for text in texts_in_order]
    fewest = thresholds.fewest(len(sample))
    for _ in range(_MOST_ROUNDS):
        tallies = _tally(patterns, sample, facts)
        held = [tally for tally in tallies if tally.holds(fewest, thresholds.agreement)]
        if len(held) == len(patterns):
            break
        patterns = [tally.pattern for tally in held]
    patterns = _in_reading_order(patterns, sample)
    tallies = _tally(patterns, pages, facts)
    return tuple(_mined(tally, facts, len(pages)) for tally in tallies)


@dataclass
class _Tally:
    """How a pattern does on pages; lives as long as they are read."""

    pattern: Pattern
    pages: int = 0
    asked: Counter[str] = field(default_factory=Counter)
    """Property → the pages that have both the slot and the fact."""
    differing: Counter[str] = field(default_factory=Counter)
    """Property → those of them on which the slot says something else."""
    contradicted: list[str] = field(default_factory=list)
    homes: Counter[str] = field(default_factory=Counter)
    facts: Counter[tuple[str, str]] = field(default_factory=Counter)

    def holds(self, fewest: int, agreement: float) -> bool:
        """Whether enough pages have the sentence, and each slot says most facts."""
        most = 1 - agreement
        return self.pages >= fewest and all(
            self.differing[name] <= most * asked for name, asked in self.asked.items()
        )


def _tally(
    patterns: Iterable[Pattern], pages: Iterable[PageText], facts: Facts
) -> list[_Tally]:
    tallies = [_Tally(pattern) for pattern in patterns]
    for page in pages:
        own = {name: meaning_of(fact) for name, fact in page.values.items()}
        for number, matches in _read(patterns, page):
            _count(tallies[number], page, matches, own, facts)
    return tallies


def _alone(
    patterns: Iterable[Pattern], page: PageText
) -> Iterator[tuple[int, list[Match]]]:
    """Yield what each pattern would read of a page, were there no others."""
    text = "\n".join(page.sentences)
    sentences = Sentences.of(lower(text))
    for number, pattern in enumerate(patterns):
        matches = list(pattern.search(text, sentences))
        if matches:
            yield number, matches


def _read(
    patterns: Iterable[Pattern], page: PageText
) -> Iterator[tuple[int, list[Match]]]:
    """Yield what each pattern reads of a page that none before it has read."""
    read: list[Match] = []
    for number, matches in _alone(patterns, page):
        free = [match for match in matches if not _meets(match, read)]
        if free:
            read += free
            yield number, free


def _meets(match: Match, others: Iterable[Match]) -> bool:
    return any(match.start < o.end and o.start < match.end for o in others)


def _in_reading_order(
    patterns: Sequence[Pattern], pages: Iterable[PageText]
) -> list[Pattern]:
    """Order patterns as pages have them; of two that read the same, as they are."""
    before: Counter[tuple[int, int]] = Counter()
    rivals: set[tuple[int, int]] = set()
    for page in pages:
        starts = {number: found[0].start for number, found in _read(patterns, page)}
        before.update(combinations(sorted(starts, key=starts.__getitem__), 2))
        for (one, matches), (other, others) in combinations(_alone(patterns, page), 2):
            if (one, other) not in rivals and any(_meets(m, others) for m in matches):
                rivals.add((one, other))
    numbers = range(len(patterns))
    behind = [sum(before[o, n] > before[n, o] for o in numbers) for n in numbers]
    waiting = sorted(numbers, key=lambda n: (behind[n], n))
    ordered: list[Pattern] = []
    while waiting:
        free = (n for n in waiting if not any((o, n) in rivals for o in waiting))
        ordered.append(patterns[waiting.pop(waiting.index(next(free)))])
    return ordered


def _count(
    tally: _Tally,
    page: PageText,
    matches: Iterable[Match],
    own: Mapping[str, Meaning],
    facts: Facts,
) -> None:
    """Count one page that has the sentence."""
    differing = list(_differing(matches, own))
    tally.pages += 1
    tally.asked.update({slot.name for m in matches for slot in m.slots} & own.keys())
    tally.differing.update({name for name, _ in differing})
    tally.homes.update(_homes(page, matches))
    for name, fact in page.values.items():
        if isinstance(fact, str) and len(facts.shares.get(name, ())) <= _FEW_VALUES:
            tally.facts[name, fact] += 1
    if any(text <= facts.single[name] for name, text in differing):
        tally.contradicted.append(page.path)


def _homes(page: PageText, matches: Iterable[Match]) -> set[str]:
    """Return the properties in whose sections sentences stand."""
    ends = list(accumulate(len(sentence) + 1 for sentence in page.sentences))
    homes = page.homes or ("",) * len(ends)
    return {homes[bisect_right(ends, match.start)] for match in matches}


def _differing(
    matches: Iterable[Match], own: Mapping[str, Meaning]
) -> Iterator[tuple[str, Meaning]]:
    """Yield what slots say that is not the page's fact."""
    for match in matches:
        for slot in match.slots:
            fact = own.get(slot.name)
            text = said(slot.text)
            if fact and not agrees(text, fact):
                yield slot.name, text


def _mined(tally: _Tally, facts: Facts, total: int) -> MinedPattern:
    ((home, times),) = tally.homes.most_common(1) or [("", 0)]
    return MinedPattern(
        tally.pattern.text,
        tally.pages,
        total,
        tuple(tally.contradicted),
        home if times == tally.homes.total() else "",
        _condition(tally, facts) if tally.pages < _ALMOST_ALL * total else {},
    )


def _condition(tally: _Tally, facts: Facts) -> dict[str, str]:
    """Return the fact whose pages are those that have the sentence."""
    for (name, value), count in sorted(tally.facts.items()):
        having = facts.count(name, value)
        if count >= _ALMOST_ALL * max(tally.pages, having):
            return {name: value}
    return {}
