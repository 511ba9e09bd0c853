"""`jsonl`: a finding a line, each an object as in `json`."""

from __future__ import annotations

from collections.abc import Iterator

from exlint.outcome import Outcome
from exlint.report.json import as_data, dumps


def render(outcome: Outcome) -> Iterator[str]:
    """Yield a line of JSON for each finding."""
    for item in outcome.shown:
        yield dumps(as_data(item)) + "\n"
