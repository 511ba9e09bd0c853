"""How a report for people is shown."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class View:
    """What a report is shown on."""

    width: int = 80
    """Columns of the terminal."""
    colour: bool = False
    """Whether it shows colours."""
