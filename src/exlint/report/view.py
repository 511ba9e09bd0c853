"""How a report for people is shown."""

from __future__ import annotations

from exlint.light import dataclass


@dataclass(frozen=True)
class View:
    """What a report is shown on."""

    width: int = 80
    """Columns of the terminal."""
    colour: bool = False
    """Whether it shows colours."""
    grouped: bool = True
    """Whether findings that a template is the origin of are shown once for all."""
    statistics: bool = False
    """Whether findings are counted instead of shown."""
