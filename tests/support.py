"""What tests share: page types, and a run over pages held in memory."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from exlint import testing
from exlint.diagnostic import Confidence, Diagnostic
from exlint.page.reading import PageTypes
from exlint.rules import RULES
from exlint.site import Site
from exlint.testing import (
    apply,
    built_in_store,
    built_in_types,
    report,
    run_example,
    types_of,
)

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

__all__ = [
    "ROOT",
    "apply",
    "built_in_store",
    "built_in_types",
    "report",
    "run",
    "run_example",
    "tomllib",
    "types_of",
]

ROOT = Path(__file__).parent.parent


def run(
    pages: Mapping[str, str],
    types: PageTypes | None = None,
    type_: str | None = None,
    site: Site | None = None,
    rules: Iterable[str] | None = None,
    least: Confidence = Confidence.MEDIUM,
) -> list[Diagnostic]:
    """Run rules (all, if none are named) over pages, as exlint does."""
    chosen = [rule for rule in RULES if rules is None or rule.name in rules]
    return testing.run(pages, types, type_, site, chosen, least)
