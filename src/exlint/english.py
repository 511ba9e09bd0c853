"""What rules about English ask first: whether a page is written in it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import wraps

from exlint.diagnostic import Finding
from exlint.page import Page
from exlint.rule import CheckPage

_EVERYWHERE = ("the", "and", "your", "with")
"""No English page of some length is without all of these."""
_SOME_LENGTH = 40


def is_english(page: Page) -> bool:
    """Whether a page is written in English: the run's lexicon and the page agree.

    A page whose front matter names its language is believed; another one is foreign
    when it has many words and none of the commonest.
    """
    if page.lexicon.language != "en":
        return False
    stated = page.front.data.get("lang", page.front.data.get("language"))
    if isinstance(stated, str):
        return stated.lower().startswith("en")
    return len(page.words) < _SOME_LENGTH or not page.words.isdisjoint(_EVERYWHERE)


def english_only(check: CheckPage) -> CheckPage:
    """Keep a check from pages that are not written in English."""

    @wraps(check)
    def check_english(page: Page) -> Iterator[Finding]:
        return check(page) if is_english(page) else iter(())

    return check_english
