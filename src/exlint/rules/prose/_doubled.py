"""Words that stand twice in a row, and how to remove the second."""

from __future__ import annotations

from collections.abc import Iterator

from exlint.diagnostic import Fix
from exlint.light import dataclass
from exlint.page import Page
from exlint.text import Span

_JOINED_BY = frozenset("'’‑-")


@dataclass(frozen=True, slots=True)
class Doubled:
    """A word or phrase in lower case, and the places at which it stands in a row."""

    phrase: str
    first: Span
    second: Span

    @property
    def span(self) -> Span:
        """Both, with what is between."""
        return Span(self.first.start, self.second.end)

    def fix(self, page: Page) -> Fix:
        """Remove the second, and the space on one side of it."""
        text, span = page.source.text, self.second
        if text.startswith(" ", span.end):
            span = Span(span.start, span.end + 1)
        elif text[span.start - 1] == " ":
            span = Span(span.start - 1, span.end)
        return Fix.replace(f"Remove the second '{self.phrase}'", span, "")


def doubled(page: Page, length: int) -> Iterator[Doubled]:
    """Yield the phrases of so many words that stand twice, with no markup between."""
    for phrase in page.wording.doubled:
        if phrase.count(" ") == length - 1:
            yield from _places(page, phrase)


def _places(page: Page, phrase: str) -> Iterator[Doubled]:
    lowered, twice = page.lowered, f"{phrase} {phrase}"
    turned = f"{phrase.split()[-1]} "  # `b a b a b` is `b a` twice, not `a b`
    start = lowered.find(twice)
    while start >= 0:
        second, end = start + len(phrase) + 1, start + len(twice)
        if not (
            _joins(lowered[start - 1 : start])
            or _joins(lowered[end : end + 1])
            or lowered.endswith(turned, 0, start)
        ):
            found = Doubled(
                phrase,
                page.prose.span(start, second - 1),
                page.prose.span(second, end),
            )
            gap = page.source.text[found.first.end : found.second.start]
            if not gap.strip(" \t\r\n>"):  # no markup, but that of a quote
                yield found
        start = lowered.find(twice, start + 1)


def _joins(character: str) -> bool:
    """Whether a character makes one word of what is on both of its sides."""
    return character.isalnum() or character in _JOINED_BY
