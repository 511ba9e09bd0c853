"""Abbreviations: a period in them, or after them, ends no sentence."""

from __future__ import annotations

import re

from exlint.page import Page
from exlint.regex import regex

_ABBREVIATED = regex(
    r"\b(?:\w|\w+\.\w|etc|approx|vs|max|min|secs?|mins?|hrs?|lbs?|oz|fig|inc|co|jr|sr"
    r"|dr|mr|mrs|ms|st|al|cf|incl|esp|no|(?<=\d )(?:in|ft))\Z|\.\Z",
    re.IGNORECASE,
)
_LONGEST = 12


def ends_with_abbreviation(page: Page, position: int) -> bool:
    """Whether an abbreviation, or an ellipsis, stands right before a period."""
    before = page.prose.text[max(position - _LONGEST, 0) : position]
    return _ABBREVIATED.search(before) is not None or f" {before}".lower().endswith(
        page.language.abbreviated
    )
