"""How fast exlint has to be, as ratios between runs of one measurement."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bench.measure import Usage

Key = tuple[str, str, int]
Results = Mapping[Key, Usage]

_GB = 1_000_000_000


@dataclass(frozen=True)
class Bar:
    """A limit to a ratio."""

    what: str
    limit: float
    ratio: Callable[[Results], float]
    """Raises KeyError if a run that it needs was not made."""
    least: bool = False
    """Whether the limit is the least that will do."""

    def row(self, results: Results) -> tuple[str, str, str, str]:
        """Return what, limit, ratio and whether the limit is kept."""
        limit = f"{'≥' if self.least else '≤'} {self.limit:g}"
        try:
            ratio = self.ratio(results)
        except KeyError:
            return self.what, limit, "", "not measured"
        kept = ratio >= self.limit if self.least else ratio <= self.limit
        return self.what, limit, f"{ratio:.3g}", "pass" if kept else "FAIL"


def _wall(one: Key, other: Key) -> Callable[[Results], float]:
    return lambda results: results[one].wall / results[other].wall


def _cpu(one: Key, other: Key) -> Callable[[Results], float]:
    return lambda results: results[one].cpu / results[other].cpu


def _cpu_without_start(pages: int) -> Callable[[Results], float]:
    """CPU time of the pages alone: what a run takes more than one on a single page."""

    def ratio(results: Results) -> float:
        run, parse = f"cold, {ONE}", "parse alone"
        start = results["exlint", run, 1].cpu
        return (results["exlint", run, pages].cpu - start) / results[
            "bare parse", parse, pages
        ].cpu

    return ratio


def _growth(few: int, many: int) -> Callable[[Results], float]:
    def ratio(results: Results) -> float:
        page = results["exlint", "cold", few].wall / few
        return results["exlint", "cold", many].wall / many / page

    return ratio


ONE, TWO = "--jobs 1", "--jobs 2"

BARS = (
    *(
        Bar(
            f"cold, 1,000 pages, wall ÷ {peer}",
            limit,
            _wall(("exlint", "cold", 1000), (peer, "cold", 1000)),
        )
        for peer, limit in (
            ("markdownlint-cli2", 0.35),
            ("pymarkdown", 0.04),
            ("remark", 0.2),
        )
    ),
    Bar(
        "cold, 10,000 pages, wall ÷ rumdl (aim: 3)",
        4,
        _wall(("exlint", "cold", 10_000), ("rumdl", "cold", 10_000)),
    ),
    *(
        Bar(
            f"cold, {pages:,} pages, CPU of one process ÷ bare parse, "
            "whole processes (aim: 1.2)",
            1.5,
            _cpu(("exlint", f"cold, {ONE}", pages), ("bare parse", "cold", pages)),
        )
        for pages in (1000, 10_000)
    ),
    *(
        Bar(
            f"cold, {pages:,} pages, CPU of one process ÷ bare parse, "
            "both without their start",
            1.5,
            _cpu_without_start(pages),
        )
        for pages in (1000, 10_000)
    ),
    Bar(
        "cold, 10,000 pages, wall of one process ÷ two",
        1.7,
        _wall(("exlint", f"cold, {ONE}", 10_000), ("exlint", f"cold, {TWO}", 10_000)),
        least=True,
    ),
    *(
        Bar(
            f"{kind}, {pages:,} pages, wall ÷ rumdl warm",
            limit,
            _wall(("exlint", kind, pages), ("rumdl", "warm", pages)),
        )
        for kind, pages, limit in (
            ("warm", 1000, 1.2),
            ("warm", 10_000, 0.35),
            ("warm by content, all touched", 10_000, 0.6),
            ("one page changed", 10_000, 0.5),
            ("the changed page alone", 10_000, 0.5),
        )
    ),
    Bar(
        '`exlint --version`, wall ÷ `python -c "import click"`',
        1.3,
        _wall(("exlint", "--version", 0), ("python", "import click", 0)),
    ),
    Bar("cold, wall a page, 100,000 pages ÷ 10,000", 1.15, _growth(10_000, 100_000)),
    Bar(
        "cold, 100,000 pages, memory of any process ÷ 1 GB",
        1,
        lambda results: results["exlint", "cold", 100_000].memory / _GB,
    ),
)
