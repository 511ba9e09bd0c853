"""What rules yield and what users read: findings, fixes, diagnostics.

All are named tuples: there are very many of them, they travel between processes, and
frozen dataclasses take five times as long to make.
"""

from __future__ import annotations

from enum import Enum, IntEnum
from typing import NamedTuple

from exlint import DOCUMENTATION
from exlint.text import LineIndex, Position, Span


class Severity(IntEnum):
    """How bad a finding is, were it right."""

    INFO = 1
    WARNING = 2
    ERROR = 3

    @property
    def label(self) -> str:
        """The word for it in configuration and reports."""
        return self.name.lower()


class Confidence(IntEnum):
    """How sure a rule is of a finding."""

    LOW = 1
    MEDIUM = 2
    HIGH = 3

    @property
    def label(self) -> str:
        """The word for it in configuration and reports."""
        return self.name.lower()


class Safety(Enum):
    """Whether a fix can be applied without a person reading it."""

    SAFE = "safe"
    UNSAFE = "unsafe"


class Edit(NamedTuple):
    """Replace the source at `span` by `text`; an empty span inserts."""

    span: Span
    text: str


class Fix(NamedTuple):
    """Edits that repair a finding, and a title that says so in the imperative."""

    title: str
    edits: tuple[Edit, ...]
    safety: Safety = Safety.SAFE

    @classmethod
    def replace(
        cls, title: str, span: Span, text: str, safety: Safety = Safety.SAFE
    ) -> Fix:
        """Make the fix of one edit."""
        return cls(title, (Edit(span, text),), safety)


Place = tuple[str, int]
"""A rule, and the offset at which it finds something."""


class Finding(NamedTuple):
    """What a rule yields: a place and what is wrong there.

    A rule that is surer or less sure of one finding than of the others says so
    with `confidence` (and `severity`, where one kind of finding is milder).
    """

    span: Span
    message: str
    fix: Fix | None = None
    confidence: Confidence | None = None
    severity: Severity | None = None


class Suppressed(NamedTuple):
    """Why a diagnostic is not shown: the comment that says so, and its reason."""

    span: Span
    reason: str


class Diagnostic(NamedTuple):
    """A finding in its page: what the engine composes and reports print.

    It carries all that a report needs, so that no report opens a page again.
    """

    rule: str
    severity: Severity
    confidence: Confidence
    path: str
    finding: Finding
    lines: LineIndex
    excerpt: str
    """The source line in which the finding starts, without its line break."""
    fingerprint: str
    """Identity over edits elsewhere: rule, path, section, text and ordinal."""
    type: str = ""
    """The type of the page; empty for a page of none."""
    cause: str = ""
    """What it shares with findings on other pages that have the same remedy."""
    suppressed: Suppressed | None = None
    known: bool = False
    """Whether it stands in the baseline."""
    page: str = ""
    """Where the rule's documentation is read, if it is no rule of exlint's own."""

    @property
    def start(self) -> Position:
        """Where the finding starts."""
        return self.lines.position(self.finding.span.start)

    @property
    def end(self) -> Position:
        """Where the finding ends (exclusive)."""
        return self.lines.position(self.finding.span.end)

    @property
    def url(self) -> str:
        """Where the rule's documentation is read."""
        return self.page or f"{DOCUMENTATION}/rules/{self.rule}.md"

    @property
    def place(self) -> Place:
        """What tells a finding from all others on the page as it stands."""
        return (self.rule, self.finding.span.start)

    @property
    def sort_key(self) -> tuple[str, Span, str, str]:
        """The order of reports: path, position, rule."""
        return (self.path, self.finding.span, self.rule, self.finding.message)
