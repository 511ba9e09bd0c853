"""Wording that a user chooses to avoid, to replace or to ask for."""

from __future__ import annotations

import re

from exlint.diagnostic import Severity
from exlint.light import dataclass
from exlint.once import cached_property


@dataclass(frozen=True)
class Choice:
    """Wording that is not to stand in a page, or is to stand in it.

    It is given as phrases or as a regular expression; case makes no difference.
    """

    phrase: str = ""
    phrases: tuple[str, ...] = ()
    pattern: str = ""
    replacement: str | None = None
    """What to write instead: empty for nothing; with a pattern, `\\1` is a group."""
    message: str = ""
    severity: Severity = Severity.WARNING
    safe: bool = False
    """Whether the replacement may be made without a person reading it."""
    section: str = ""
    """The section to which this is limited; by default, the whole page."""
    types: tuple[str, ...] = ()
    """The page types to which this is limited; by default, all pages."""
    unless: tuple[str, ...] = ()
    """Longer phrases within which the wording is fine."""
    required: bool = False
    """Whether the wording must stand there, instead of must not."""

    @property
    def wordings(self) -> tuple[str, ...]:
        """All its phrases."""
        return (self.phrase, *self.phrases) if self.phrase else self.phrases

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The pattern, compiled; `^` and `$` are the borders of a block."""
        return re.compile(self.pattern, re.IGNORECASE | re.MULTILINE)

    def rewritten(self, match: re.Match[str], found: str) -> str | None:
        """Return what is to stand instead of what was found, in its case."""
        if self.replacement is None:
            return None
        new = match.expand(self.replacement) if self.pattern else self.replacement
        if found[:1].isupper() and new.islower():
            return new[0].upper() + new[1:]
        return new
