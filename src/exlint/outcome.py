"""What a run has found: all that reports are made of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from exlint.diagnostic import Diagnostic, Severity
from exlint.flat import flattened, restored
from exlint.light import dataclass, field

INTERNAL_ERROR = "internal-error"
"""The rule that reports a failure of exlint itself."""


@dataclass(frozen=True, slots=True)
class SiteSummary:
    """What a run tells of the site in which its pages stand."""

    root: str
    base_url: str | None
    files: int
    routes: int


@dataclass(frozen=True)
class Outcome:
    """What a run found."""

    diagnostics: tuple[Diagnostic, ...] = ()
    """In order of path, position and rule; suppressed ones are among them."""
    pages: int = 0
    types: Mapping[str, int] = field(default_factory=dict)
    """How many pages of each type were read; of no type under the empty name."""
    sites: tuple[SiteSummary, ...] = ()
    is_whole: bool = True
    """Whether all pages of the sites were read."""

    def __reduce__(self) -> tuple[type[Outcome], tuple[Any, ...]]:
        found = flattened(self.diagnostics)
        types, sites = dict(self.types), self.sites
        return Outcome, (found, self.pages, types, sites, self.is_whole)

    def __post_init__(self) -> None:
        object.__setattr__(self, "diagnostics", restored(self.diagnostics))

    @property
    def shown(self) -> tuple[Diagnostic, ...]:
        """The diagnostics that nobody asked to be silent about, but for known ones."""
        return tuple(
            item
            for item in self.diagnostics
            if item.suppressed is None and not item.known
        )

    @property
    def known(self) -> int:
        """How many diagnostics stand in the baseline."""
        return sum(item.known for item in self.diagnostics)

    @property
    def has_crashed(self) -> bool:
        """Whether a rule has failed."""
        return any(item.rule == INTERNAL_ERROR for item in self.diagnostics)

    @property
    def worst(self) -> Severity | None:
        """The highest severity of what is shown."""
        return max((item.severity for item in self.shown), default=None)

    def and_(self, other: Outcome) -> Outcome:
        """Return what two runs found together."""
        diagnostics = sorted(
            (*self.diagnostics, *other.diagnostics), key=lambda item: item.sort_key
        )
        return Outcome(
            tuple(diagnostics),
            self.pages + other.pages,
            Counter(self.types) + Counter(other.types),
            (*self.sites, *other.sites),
            self.is_whole and other.is_whole,
        )
