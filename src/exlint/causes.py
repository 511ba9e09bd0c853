"""One cause, one report: findings that differ in nothing but their page's facts.

A template writes "Beginner legs exercise using barbell" into one page and "Advanced
arms exercise using cable" into another: two findings, one remedy. The cause of a
finding is its message and the sentence around it, with the page's name and facts
masked.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from operator import attrgetter
from typing import TYPE_CHECKING

from exlint.diagnostic import Diagnostic, Finding, Severity
from exlint.light import dataclass
from exlint.regex import regex
from exlint.text import Source

if TYPE_CHECKING:
    from exlint.corpus.masking import Mask

LEAST_PAGES = 5
"""Pages on which a cause must stand to be shown once for all of them."""
LEAST_SHARE = 0.2
"""Share of the pages of their type on which it must stand, too."""

_REACH = 400
"""Characters before and behind a finding among which its sentence is looked for."""
_BLOCK = regex(r"[\r\n][ \t]*(?:[\r\n]|(?=[-*+>#|]|\d+[.)][ \t]))")
"""Where one block ends and another begins."""
_STOP = regex(r"[.!?][\"')*_]*\s+")
_MARK = regex(r"[ \t]*(?:(?:[-*+>|]|#{1,6}|\d+[.)])[ \t]+)*")
_EMPHASIS = regex(r"\*\*|__")
_AT = " @ "


def causes_of(source: Source, mask: Mask, findings: Sequence[Finding]) -> list[str]:
    """Return what each finding of a page has in common with others of one remedy.

    `mask` tells what is the page's own.
    """
    said = [(finding.message, _sentence(source, finding)) for finding in findings]
    texts = list(dict.fromkeys(text for pair in said for text in pair))
    shapes = dict(zip(texts, mask.shapes(texts), strict=True))
    return [f"{shapes[message]}{_AT}{shapes[sentence]}" for message, sentence in said]


def _sentence(source: Source, finding: Finding) -> str:
    """Return the sentence around a finding, without the marks of its block."""
    text, (start, end) = source.text, finding.span
    begin = _block_before(text, max(start - _REACH, 0), start)
    for before in _STOP.finditer(text, begin, start):
        begin = before.end()
    last = max(min(end, len(text)) - 1, start)
    close = min(end, start + _REACH) + _REACH
    after = _BLOCK.search(text, last, close)
    close = after.start() if after else min(close, len(text))
    after = _STOP.search(text, last, close)
    close = after.start() + 1 if after else close
    mark = _MARK.match(text, begin, close)
    sentence = text[mark.end() if mark else begin : close]
    if "**" in sentence or "__" in sentence:
        sentence = _EMPHASIS.sub("", sentence)
    return sentence.strip()


def _block_before(text: str, begin: int, start: int) -> int:
    """Return where the block of a place begins, looked for back to `begin`."""
    place = start
    while True:
        place = max(text.rfind("\n", begin, place), text.rfind("\r", begin, place))
        if place < 0:
            return begin
        border = _BLOCK.match(text, place, start)
        if border:
            return border.end()


@dataclass(frozen=True)
class Group:
    """The findings of one cause."""

    rule: str
    cause: str
    diagnostics: tuple[Diagnostic, ...]
    """In order of path and position."""
    of: int
    """How many pages of their type there are."""

    @property
    def pages(self) -> int:
        """On how many pages they stand."""
        return len({item.path for item in self.diagnostics})

    @property
    def message(self) -> str:
        """What they say, without name and facts."""
        return self.cause.partition(_AT)[0]

    @property
    def shape(self) -> str:
        """The sentence that they share, without name and facts."""
        return self.cause.partition(_AT)[2]

    @property
    def severity(self) -> Severity:
        """The highest severity among them."""
        return max(item.severity for item in self.diagnostics)

    @property
    def is_template(self) -> bool:
        """Whether they stand on so many pages that a template is the likely origin."""
        least = max(LEAST_PAGES, LEAST_SHARE * self.of)
        return len(self.diagnostics) >= least and self.pages >= least


_place = attrgetter("sort_key")


def groups(diagnostics: Iterable[Diagnostic], types: Mapping[str, int]) -> list[Group]:
    """Group diagnostics by cause, the largest groups first.

    `types` tells how many pages of each type there are.
    """
    found: dict[tuple[str, str, str], list[Diagnostic]] = defaultdict(list)
    for item in diagnostics:
        found[item.rule, item.type, item.cause].append(item)
    made = [
        Group(
            rule,
            cause,
            tuple(sorted(items, key=_place) if items[1:] else items),
            types.get(type_, 0),
        )
        for (rule, type_, cause), items in found.items()
    ]
    return sorted(made, key=lambda one: (-len(one.diagnostics), one.rule, one.cause))


def split(
    diagnostics: Iterable[Diagnostic], types: Mapping[str, int]
) -> tuple[list[Diagnostic], list[Group]]:
    """Part what is to be shown one by one from what a template is the origin of."""
    alone: list[Diagnostic] = []
    together: list[Group] = []
    for one in groups(diagnostics, types):
        if one.is_template:
            together.append(one)
        else:
            alone.extend(one.diagnostics)
    return sorted(alone, key=_place), together
