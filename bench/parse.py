#!/usr/bin/env python3
"""What reading and checking pages costs, beside a bare parse of their Markdown.

    python bench/parse.py PATH... [--rounds N] [--select NAMES]
                           [--rules | --profile STEP]

CPU time a page, in one process, the steps taken in turn; the median of the rounds.
Rules on the corpus are not among the rules: they see no page.
"""

from __future__ import annotations

import argparse
import cProfile
import pstats
import statistics
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from markdown_it import MarkdownIt

from exlint.config import Config
from exlint.engine import Plan, examine
from exlint.markdown import parse
from exlint.page.reading import read_page
from exlint.pagetypes import load_types
from exlint.rule import Rule
from exlint.rules import RULES
from exlint.text import Source

Step = Callable[[], object]

LIMIT = 2.0
"""How many times the bare parse checking a page may take."""
RULES_LIMIT = 1.2
"""How many times the block parse the rules together may take."""


def chosen(names: str) -> tuple[Rule, ...]:
    """Return the rules that rule and group names choose; all for no names."""
    wanted = set(filter(None, names.split(",")))
    return tuple(
        rule for rule in RULES if not wanted or {rule.name, rule.group} & wanted
    )


def steps_for(sources: list[Source], rules: tuple[Rule, ...]) -> dict[str, Step]:
    """Return what is measured, by name: each step does its work on every page."""
    types = load_types(Config())
    bare, plan = MarkdownIt("commonmark"), Plan(types, rules)

    def parse_bare() -> None:
        for source in sources:
            bare.parse(source.text)

    def parse_blocks() -> None:
        for source in sources:
            bare.block.parse(source.text, bare, {}, [])

    def parse_document() -> None:
        for source in sources:
            parse(Source.of(source.path, source.text))

    def read() -> None:
        for source in sources:
            _ = read_page(Source.of(source.path, source.text), types).statements

    def check() -> None:
        for source in sources:
            examine(Source.of(source.path, source.text), plan)

    return {
        "bare parse": parse_bare,
        "its block parse": parse_blocks,
        "exlint's parse": parse_document,
        "page read": read,
        "page checked": check,
    }


def measure(steps: dict[str, Step], rounds: int) -> dict[str, float]:
    """Return the median CPU time of each step, in seconds."""
    taken: dict[str, list[float]] = {name: [] for name in steps}
    for step in steps.values():
        step()  # caches, lazy imports
    for _ in range(rounds):
        for name, step in steps.items():
            start = time.process_time()
            step()
            taken[name].append(time.process_time() - start)
    return {name: statistics.median(times) for name, times in taken.items()}


def report(taken: dict[str, float], pages: int) -> bool:
    """Print the table; return whether the limits are kept."""
    bare, blocks = taken["bare parse"], taken["its block parse"]
    print(f"{pages} pages\n\n{'step':<18}{'ms a page':>10}{'of bare parse':>15}")
    for name, seconds in taken.items():
        print(f"{name:<18}{1000 * seconds / pages:>10.3f}{seconds / bare:>14.2f}x")
    rules = taken["page checked"] - taken["page read"]
    checked = taken["page checked"] / bare
    print(f"\npage checked: {checked:.2f} times the bare parse (limit {LIMIT})")
    print(
        f"rules: {1000 * rules / pages:.3f} ms, {rules / blocks:.2f} times the block "
        f"parse (limit {RULES_LIMIT})"
    )
    return checked <= LIMIT and rules / blocks <= RULES_LIMIT


def report_rules(sources: list[Source]) -> None:
    """Print what each rule costs a page whose lazy parts have been asked for before."""
    types = load_types(Config())
    pages = [read_page(source, types) for source in sources]
    taken: dict[str, float] = {}
    for _ in ("to fill caches", "to measure"):
        for rule in RULES:
            if rule.check:
                start = time.process_time()
                for page in pages:
                    for _finding in rule.check(page):
                        pass
                taken[rule.name] = time.process_time() - start
    print(f"{'rule':<24}{'µs a page':>10}")
    for name, seconds in sorted(taken.items(), key=lambda item: -item[1]):
        print(f"{name:<24}{1e6 * seconds / len(pages):>10.1f}")
    print(f"{'all':<24}{1e6 * sum(taken.values()) / len(pages):>10.1f}")


def profile(step: Step) -> None:
    """Print where a step spends its time."""
    profiler = cProfile.Profile()
    profiler.runcall(step)
    pstats.Stats(profiler).sort_stats("tottime").print_stats(40)


def find_sources(paths: Iterable[str]) -> list[Source]:
    """Read every page below the paths."""
    files = [
        file
        for path in map(Path, paths)
        for file in (sorted(path.rglob("*.md")) if path.is_dir() else [path])
    ]
    return [
        Source.of(file.as_posix(), file.read_bytes().decode("utf-8", "replace"))
        for file in files
    ]


def main() -> int:
    """Measure, and say with the exit code whether the limits are kept."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("paths", nargs="+", metavar="PATH")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--select", default="", help="rules and groups to run")
    parser.add_argument("--rules", action="store_true", help="each rule by itself")
    parser.add_argument("--profile", metavar="STEP", help="of one step, by its name")
    arguments = parser.parse_args()
    sources = find_sources(arguments.paths)
    if arguments.rules:
        report_rules(sources)
        return 0
    steps = steps_for(sources, chosen(arguments.select))
    if arguments.profile:
        steps[arguments.profile]()
        profile(steps[arguments.profile])
        return 0
    return 0 if report(measure(steps, arguments.rounds), len(sources)) else 1


if __name__ == "__main__":
    raise SystemExit(main())
