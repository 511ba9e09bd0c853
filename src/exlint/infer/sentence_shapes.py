"""The shapes that many sentences share, and which of their gaps are slots."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from exlint.infer.gaps import Fact, KnownValues, Meaning, Shape, meaning_of, said
from exlint.light import dataclass
from exlint.pagetype.vocabulary import squeezed
from exlint.regex import regex

_FEWEST_MISSES = 3
"""How often chance must be expected to be wrong before its being right is believed."""
_LUCK = 0.4
"""How much of what chance would get wrong a slot may get wrong."""
_CONSTANT = 0.9
"""The share of sentences from which on a gap does not vary."""
_COVERED = 0.8
"""The share of the pages with a value on which a sentence about just that stands."""
_SOMETIMES = 0.1
"""The share of sentences from which on a variant is no slip."""
_WORD = regex(r"[^\W\d_]{2,}")
_SYNTAX = regex(r"[{}\[\]]|\([^()]*\|")
_OPEN = regex(r"\{\w+\}|\[[^\]]*\]|\(a\|an\)", re.IGNORECASE)


@dataclass(frozen=True)
class Thresholds:
    """What makes a shape a pattern."""

    fewest_pages: int = 5
    least_share: float = 0.01
    """The share of all pages on which it must stand."""
    agreement: float = 0.85
    """The share of its pages of which the slots must equal the facts."""
    fewest_words: int = 2
    """Words outside the slots."""

    def fewest(self, pages: int) -> int:
        """Return on how many of some pages a shape must stand."""
        return max(self.fewest_pages, round(self.least_share * pages))


@dataclass(frozen=True)
class Facts:
    """The facts of all pages, to compare with what sentences say."""

    known: KnownValues
    shares: Mapping[str, Mapping[Meaning, float]]
    """Property → what it means → the share of its pages on which it means that."""
    single: Mapping[str, Meaning]
    """Property → every value that stands in it, alone or in a list."""
    pages: Mapping[str, int]
    """Property → the pages that have it."""

    @classmethod
    def of(cls, pages: Sequence[Mapping[str, Fact]]) -> Facts:
        """Count what the facts of pages say."""
        counts: dict[str, Counter[Meaning]] = defaultdict(Counter)
        for page in pages:
            for name, fact in page.items():
                if meaning_of(fact):
                    counts[name][meaning_of(fact)] += 1
        totals = {name: counter.total() for name, counter in counts.items()}
        shares = {
            name: {value: count / totals[name] for value, count in counter.items()}
            for name, counter in counts.items()
        }
        single = {name: frozenset().union(*values) for name, values in shares.items()}
        return cls(KnownValues.of(pages), shares, single, totals)

    def count(self, name: str, value: str) -> int:
        """Return on how many pages a property has a value."""
        share = self.shares.get(name, {}).get(meaning_of(value), 0.0)
        return round(share * self.pages.get(name, 0))


class _Case(NamedTuple):
    """A sentence of a page."""

    page: int
    own: Mapping[str, Meaning]
    """The page's facts."""
    shape: Shape


def candidates(
    pages: Iterable[tuple[Sequence[str], Mapping[str, Fact]]],
    facts: Facts,
    thresholds: Thresholds,
) -> Iterator[str]:
    """Yield the patterns that the sentences of pages, each with its facts, suggest."""
    groups: dict[tuple[str, ...], list[_Case]] = defaultdict(list)
    count, is_english = 0, False
    for sentences, values in pages:
        own = {name: meaning_of(fact) for name, fact in values.items()}
        for sentence in dict.fromkeys(sentences):
            shape = facts.known.shape(sentence)
            if shape.gaps and not _SYNTAX.search("\0".join(shape.texts)):
                groups[shape.key].append(_Case(count, own, shape))
                is_english |= any(gap.article == "an" for gap in shape.gaps)
        count += 1
    fewest = thresholds.fewest(count)
    for cases in groups.values():
        if _pages(cases) >= fewest:
            slots = _slots(cases, facts, count, thresholds)
            for alike in _by_words(cases, slots) if any(slots) else ():
                if _pages(alike) >= fewest:
                    text = _text(alike, slots, is_english)
                    if _says_something(text, slots, thresholds.fewest_words):
                        yield text


def _pages(cases: Sequence[_Case]) -> int:
    return len({case.page for case in cases})


def _slots(
    cases: Sequence[_Case], facts: Facts, pages: int, thresholds: Thresholds
) -> tuple[str, ...]:
    """Return for each gap the property that it states; nothing, for none."""
    slots = []
    for number in range(len(cases[0].shape.gaps)):
        texts = [said(case.shape.gaps[number].text) for case in cases]
        best, most = "", 0.0
        for name in facts.shares:
            pairs = zip(texts, cases, strict=True)
            asked = [(t, case.own[name]) for t, case in pairs if case.own.get(name)]
            if 2 * len(asked) >= len(cases) and len(asked) >= thresholds.fewest(pages):
                share = _agreement(asked, facts.shares[name], pages)
                if share >= thresholds.agreement and share > most:
                    best, most = name, share
        slots.append(best)
    return tuple(slots)


def _agreement(
    asked: Sequence[tuple[Meaning, Meaning]],
    shares: Mapping[Meaning, float],
    pages: int,
) -> float:
    """Return how often a gap equals a fact; 0 where that may be chance.

    A gap that never varies states a fact only where its sentence stands on the pages
    with that fact, and on no others.
    """
    right = sum(text == fact for text, fact in asked)
    wrong_by_chance = sum(1 - shares.get(text, 0.0) for text, _ in asked)
    wrong = len(asked) - right
    if wrong_by_chance < _FEWEST_MISSES or wrong > _LUCK * wrong_by_chance:
        return 0.0
    ((text, times),) = Counter(text for text, _ in asked).most_common(1)
    is_constant = times >= _CONSTANT * len(asked)
    if is_constant and right < _COVERED * shares.get(text, 0.0) * pages:
        return 0.0
    return right / len(asked)


def _by_words(
    cases: Iterable[_Case], slots: tuple[str, ...]
) -> Iterable[Sequence[_Case]]:
    """Part sentences by what stands in the gaps that are no slots."""
    groups: dict[tuple[str, ...], list[_Case]] = defaultdict(list)
    for case in cases:
        pairs = zip(case.shape.gaps, slots, strict=True)
        key = tuple(" ".join(gap).lower() for gap, slot in pairs if not slot)
        groups[key].append(case)
    return groups.values()


def _text(cases: Sequence[_Case], slots: tuple[str, ...], is_english: bool) -> str:
    """Write the pattern of sentences that differ only in their slots."""
    wordings = Counter(
        (
            case.shape.texts,
            tuple(
                gap
                for gap, slot in zip(case.shape.gaps, slots, strict=True)
                if not slot
            ),
        )
        for case in cases
    )
    texts, words = min(wordings, key=lambda wording: (-wordings[wording], wording))
    others = iter(words)
    written = texts[0]
    for number, slot in enumerate(slots):
        if slot:
            articles = Counter(case.shape.gaps[number].article for case in cases)
            written = _with_article(written, articles, is_english) + f"{{{slot}}}"
        else:
            gap = next(others)
            written += f"{gap.article} {gap.text}" if gap.article else gap.text
        written += texts[number + 1]
    return written


def _with_article(written: str, articles: Counter[str], is_english: bool) -> str:
    """Add the article before a slot; in brackets, where only some sentences have it."""
    without = articles.pop("", 0)
    most = max(articles, key=lambda article: (articles[article], article), default="")
    total = without + articles.total()
    if articles.total() <= _SOMETIMES * total:
        return written
    article = "(a|an)" if is_english else most
    if without > _SOMETIMES * total and written.endswith(" "):
        return f"{written[:-1]}[ {article}] "
    if not written:
        article = article.replace("a", "A")
    return f"{written}{article} "


def _says_something(text: str, slots: tuple[str, ...], fewest_words: int) -> bool:
    """Whether a pattern has words of its own, and not only the name of its fact."""
    words = _WORD.findall(_OPEN.sub(" ", text))
    label = squeezed("".join(words))
    return len(words) >= fewest_words and label not in map(squeezed, slots)


def particular(text: str) -> int:
    """Return how much of a pattern every sentence has word by word."""
    return len(_OPEN.sub("", text))
