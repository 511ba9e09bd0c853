"""What rules about English ask first: whether a page is written in it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import wraps

from exlint.diagnostic import Finding
from exlint.page import Page
from exlint.rule import CheckPage


def english_only(check: CheckPage) -> CheckPage:
    """Keep a check from pages that are not written in English."""

    @wraps(check)
    def check_english(page: Page) -> Iterator[Finding]:
        return check(page) if page.is_english else iter(())

    return check_english
