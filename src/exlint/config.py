"""Configuration: TOML to a frozen `Config`."""

from __future__ import annotations

from dataclasses import dataclass, field
from collections.abc import Mapping

from exlint.diagnostic import Confidence, Severity


@dataclass(frozen=True)
class Config:
    """The settings of a run."""

    folder: str = "."
    include: tuple[str, ...] = ("*.md", "*.markdown", "*.mdx")
