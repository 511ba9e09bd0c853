#!/usr/bin/env python3
"""What reading and checking pages costs, beside a bare parse of their Markdown.

    python bench/parse.py PATH... [--rounds N] [--select NAMES]

CPU time a page, in one process, the steps taken in turn; medians of the rounds.
A page is kept when its entry is made, with all by which pages are compared; it is
checked when its findings are diagnostics. Rules alone are all rules, those on the
corpus too, with what they ask pages for, each page as it comes out of the steps before;
neither entries nor diagnostics. Where the time goes is for bench/profile.py to say.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from operator import itemgetter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench.sources import chosen, find_sources
from markdown_it import MarkdownIt

from exlint.config import Config
from exlint.corpus import Corpus, Entry
from exlint.engine import Examined, Plan, compose, examine_corpus
from exlint.first_pass import AT_ONCE, check, examine_together
from exlint.markdown import parse
from exlint.page.reading import read_page
from exlint.pagetypes import load_types
from exlint.paths import chunked
from exlint.rule import Rule
from exlint.site import Site
from exlint.text import Source
from exlint.workers import uncollected

Step = Callable[[], float]
"""Does its work on every page; returns the seconds that it took."""
Round = dict[str, float]
"""Step → seconds."""
BARE, BLOCKS = "bare parse", "its block parse"
KEPT, CHECKED = "page kept", "page checked"
RULES, COMPARED = "page rules", "corpus rules"
TOLD = "diagnostics"

LIMIT = 2.0
"""How many times the bare parse checking a page may take."""
RULES_LIMIT = 1.2
"""How many times the block parse the rules together may take."""


def steps_for(sources: list[Source], rules: tuple[Rule, ...]) -> dict[str, Step]:
    """Return what is measured, by name."""
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

    def check_all() -> float:
        spent = 0.0
        with uncollected():
            for chunk in chunked(sources, AT_ONCE):
                again = (Source.of(source.path, source.text) for source in chunk)
                pages = dict(enumerate(read_page(source, types) for source in again))
                for page in pages.values():
                    Entry.of(page)
                spent += _spent(lambda pages=pages: check(pages, all_))
        return spent

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

    work: dict[str, Callable[[], object]] = {
        BARE: parse_bare,
        BLOCKS: parse_blocks,
        "exlint's parse": parse_document,
        "page read": read,
        KEPT: lambda: examine(none),
        CHECKED: lambda: examine(all_),
        TOLD: tell,
        COMPARED: compare,
    }
    steps: dict[str, Step] = {name: partial(_spent, do) for name, do in work.items()}
    return {**steps, RULES: check_all}


def measure(steps: dict[str, Step], rounds: int) -> list[Round]:
    """Return the CPU time of each step, in seconds, round by round."""
    for step in steps.values():
        step()  # caches, lazy imports
    return [{name: step() for name, step in steps.items()} for _ in range(rounds)]


def _spent(do: Callable[[], object]) -> float:
    start = time.process_time()
    do()
    return time.process_time() - start


def report(rounds: list[Round], pages: int) -> bool:
    """Print the table; return whether the limits are kept.

    Ratios are taken round by round: what else the machine does slows both sides.
    """

    def median(read: Callable[[Round], float]) -> float:
        return statistics.median(map(read, rounds))

    print(f"{pages} pages\n\n{'step':<18}{'ms a page':>10}{'of bare parse':>15}")
    for name in rounds[0]:
        spent = 1000 * median(itemgetter(name)) / pages
        ratio = median(partial(_ratio, name))
        print(f"{name:<18}{spent:>10.3f}{ratio:>14.2f}x")
    checked = median(lambda one: one[CHECKED] / one[BARE])
    alone = median(lambda one: _rules(one) / one[BLOCKS])
    with_diagnostics = median(lambda one: (_rules(one) + one[TOLD]) / one[BLOCKS])
    print(f"\n{CHECKED}: {checked:.2f} times the bare parse (limit {LIMIT})")
    print(
        f"rules alone: {1000 * median(_rules) / pages:.3f} ms, {alone:.2f} times the "
        f"block parse (limit {RULES_LIMIT}); with diagnostics {with_diagnostics:.2f}"
    )
    return checked <= LIMIT and alone <= RULES_LIMIT


def _ratio(name: str, taken: Round) -> float:
    return taken[name] / taken[BARE]


def _rules(taken: Round) -> float:
    """Return the time that the rules took, those on the corpus too."""
    return taken[RULES] + taken[COMPARED]


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
