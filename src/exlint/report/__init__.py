"""Reports: what a run found, in one format each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from exlint.report import concise, json
from exlint.run import Outcome

Format = Callable[[Outcome], Iterator[str]]

FORMATS: Mapping[str, Format] = {
    "concise": concise.render,
    "json": json.render,
}
"""Every format by the name that `--output-format` knows."""
