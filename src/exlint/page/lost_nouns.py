"""Articles whose noun is gone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from exlint.diagnostic import Confidence, Finding
from exlint.light import dataclass
from exlint.page.noun_phrases import (
    END,
    FUNCTION,
    GONE,
    GONE_BEHIND_A,
    GONE_BEHIND_CAPITAL,
)
from exlint.regex import regex
from exlint.text import Mapped, Source

# Each begins with a literal, which `re` finds fast.
_THE = regex(rf"he(?<=\b[Tt]he)(?={GONE})")
_A = regex(rf" a(?=[ .,;!?]|n[ .,;!?])n?(?={GONE_BEHIND_A})")
_YOUR = regex(rf"your(?={END})")
_LABELLED = regex(
    r"\b(?:option|vitamin|plan|point|part|step|phase|group|type|grade|block|day|week"
    r"|session|workout|superset|set|side|exercise)s?\Z|\b[a-z](?: and| or)?\Z",
    re.IGNORECASE,
)
_ARTICLE = regex(r"\b(?:the|an?) \Z", re.IGNORECASE)
_WORD_BEFORE = regex(r"[A-Za-z]+(?= \Z)")
_QUOTES = frozenset("\"'“‘(")
_CAPITAL = regex(r"The(?<=[a-z0-9,;)] The)(?= [a-z]|[.,;!?])")
_CAPITAL_GONE = regex(f"The{GONE_BEHIND_CAPITAL}")
_ADJECTIVES = frozenset(
    ("weighted", "loaded", "padded", "sturdy", "stable", "comfortable", "controlled")
) | frozenset(("elevated", "adjustable", "proper", "heavy", "slow", "wide", "narrow"))
_PHRASE = (
    r"(?= (?:with|by|of|from|until|while|using|against|between)"
    r" (?:the|an?|your|both)\b)"
)


@dataclass(frozen=True, slots=True)
class LostNoun:
    """A place where a noun should stand."""

    finding: Finding
    before: str | None = None
    """The word before *the*, in lower case, or nothing; None if it is no *the*."""


@dataclass(frozen=True, slots=True)
class LostNouns:
    """Looks for lost nouns in the prose of one page."""

    source: Source
    prose: Mapped
    words: frozenset[str]
    """The words of the prose, in lower case."""

    def __iter__(self) -> Iterator[LostNoun]:
        """Yield each place; those of one kind are together."""
        text = self.prose.text
        for match in _CAPITAL.finditer(text):
            if self._is_inside(match.start()):
                if _CAPITAL_GONE.match(text, match.start()):
                    yield self._lost(*match.span())
                else:
                    span = self.prose.span(*match.span())
                    message = "'The' has a capital inside the sentence"
                    yield LostNoun(Finding(span, message))
        for match in _THE.finditer(text):
            start = match.end() - 3
            quoted = text[start - 1 : start] in _QUOTES
            if not quoted and not _CAPITAL.match(text, start):
                yield self._lost(start, match.end())
        for match in _A.finditer(text):
            if not _LABELLED.search(text, max(match.start() - 15, 0), match.start()):
                start = match.start() + 1
                yield self._lost(start, match.end(), Confidence.MEDIUM)
        for match in _YOUR.finditer(text):
            yield self._lost(*match.span())
        for adjective in self.words & _ADJECTIVES:
            for match in re.finditer(adjective + _PHRASE, text):
                if _ARTICLE.search(text, max(match.start() - 5, 0), match.start()):
                    yield self._lost(*match.span())

    def _is_inside(self, start: int) -> bool:
        """Whether a capital *The* is no name, no title and no first word."""
        text = self.prose.text
        before = self.source.text[self.prose.offset(start) - 1]
        line_start = text.rfind("\n", 0, start) + 1
        led_by = text[line_start:start]
        if before not in " \r\n" or led_by.count('"') % 2 or "“" in led_by[-40:]:
            return False  # a link, emphasis or a quotation begins with it or holds it
        words = text[line_start : text.find("\n", start)].split()[1:]
        long = [word for word in words if len(word) > 3]
        if 2 * sum(word[0].isupper() for word in long) > len(long):
            return False  # title case
        # At the start of a line, the sentence before may just lack its period.
        return before == " " or re.search(rf"\b{FUNCTION} \Z", led_by) is not None

    def _lost(
        self, start: int, end: int, confidence: Confidence | None = None
    ) -> LostNoun:
        span = self.prose.span(start, end)
        word = self.source[span]
        finding = Finding(span, f"no noun follows '{word}'", None, confidence)
        if word not in ("The", "the"):
            return LostNoun(finding)
        before = _WORD_BEFORE.search(self.prose.text, max(start - 20, 0), start)
        return LostNoun(finding, before[0].lower() if before else "")
