#!/usr/bin/env python3
"""What reading and checking pages costs, beside a bare parse of their Markdown.

    python bench/parse.py PATH... [--rounds N] [--select NAMES]

CPU time a page, in one process, the steps taken in turn; the median of the rounds.
A page is kept when its entry is made, with all by which pages are compared; it is
checked when its findings are diagnostics. Rules alone are all rules, those on the
corpus too, with what they ask pages for; neither entries nor diagnostics. Where the
time goes is for bench/profile.py to say.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench.sources import chosen, find_sources
from markdown_it import MarkdownIt

from exlint.config import Config
from exlint.corpus import Corpus
from exlint.engine import Examined, Plan, compose, examine_corpus
from exlint.first_pass import AT_ONCE, examine_together
from exlint.markdown import parse
from exlint.page.reading import read_page
from exlint.pagetypes import load_types
from exlint.paths import chunked
from exlint.rule import Rule
from exlint.site import Site
from exlint.text import Source
from exlint.workers import uncollected

Step = Callable[[], object]

LIMIT = 2.0
"""How many times the bare parse checking a page may take."""
RULES_LIMIT = 1.2
"""How many times the block parse the rules together may take."""


def steps_for(sources: list[Source], rules: tuple[Rule, ...]) -> dict[str, Step]:
    """Return what is measured, by name: each step does its work on every page."""
    types = load_types(Config())
    bare = MarkdownIt("commonmark")

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
            read_page(Source.of(source.path, source.text), types)

    def examine(plan: Plan) -> list[Examined]:
        found: list[Examined] = []
        with uncollected():  # as in a run
            for chunk in chunked(sources, AT_ONCE):
                again = (Source.of(source.path, source.text) for source in chunk)
                found += examine_together([(source, None) for source in again], plan)
        return found

    mute = tuple(replace(rule, check=None) for rule in rules)
    all_, none = Plan(types, rules), Plan(types, mute)
    checked = examine(all_)
    entries = [page.entry for page in checked if page.entry]
    by_name = {rule.name: rule for rule in rules}
    found = [
        (
            source,
            page.entry,
            [(by_name[one.rule], one.finding) for one in page.diagnostics],
        )
        for source, page in zip(sources, checked, strict=True)
    ]
    site = Site(files=frozenset(source.path for source in sources))

    def compare() -> None:
        for _ in examine_corpus(Corpus.of(entries, site), all_):
            pass

    def tell() -> None:
        for source, entry, findings in found:
            for _ in compose(source, entry, findings, all_):
                pass

    return {
        "bare parse": parse_bare,
        "its block parse": parse_blocks,
        "exlint's parse": parse_document,
        "page read": read,
        "page kept": lambda: examine(none),
        "page checked": lambda: examine(all_),
        "diagnostics": tell,
        "corpus rules": compare,
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
    checked = taken["page checked"] / bare
    found = taken["page checked"] - taken["page kept"] + taken["corpus rules"]
    alone = found - taken["diagnostics"]
    print(f"\npage checked: {checked:.2f} times the bare parse (limit {LIMIT})")
    print(
        f"rules alone: {1000 * alone / pages:.3f} ms, {alone / blocks:.2f} times the "
        f"block parse (limit {RULES_LIMIT}); with diagnostics {found / blocks:.2f}"
    )
    return checked <= LIMIT and alone / blocks <= RULES_LIMIT


def main() -> int:
    """Measure, and say with the exit code whether the limits are kept."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("paths", nargs="+", metavar="PATH")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--select", default="", help="rules and groups to run")
    arguments = parser.parse_args()
    sources = find_sources(arguments.paths)
    steps = steps_for(sources, chosen(arguments.select))
    return 0 if report(measure(steps, arguments.rounds), len(sources)) else 1


if __name__ == "__main__":
    raise SystemExit(main())
