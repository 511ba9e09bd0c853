#!/usr/bin/env python3
"""Where the time of a run goes: what starting takes, and each stage a page.

    python bench/profile.py CONTENT... [--top N] [--calls STAGE]

CPU time in one process, without a cache; each stage is done for all pages before the
next one begins. `--calls` shows the functions in which a stage spends its time.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.pop(0)  # this folder, whose `profile` is not the library's
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import argparse
import cProfile
import gc
import pstats
import subprocess
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from statistics import median
from typing import TypeVar

from bench.sources import find_files

from exlint.audiences import Audiences
from exlint.config import Config, Configs
from exlint.corpus import Corpus, Entry
from exlint.corpus.masking import Mask
from exlint.diagnostic import Diagnostic, Finding
from exlint.discover import find_pages
from exlint.engine import Plan, compose
from exlint.files import read_source
from exlint.first_pass import AT_ONCE
from exlint.markdown import Document, parse
from exlint.outcome import Outcome
from exlint.page import Page
from exlint.page.bind import bind
from exlint.page.frontmatter import read_front_matter
from exlint.page.reading import PageType, read_page
from exlint.page.record import Record
from exlint.paths import absolute, chunked
from exlint.project import Project
from exlint.report import View, format_named
from exlint.rule import Rule
from exlint.rules import RULES
from exlint.text import Source

T = TypeVar("T")
_ASKING = "(asking who is called)"
_WARM_UP = 50
"""Pages that fill lazy imports and caches before anything is measured."""
_STARTS = {
    "python": "pass",
    "the command line": "import exlint.cli",
    "all that checks pages": "import exlint.cli.check, exlint.run, exlint.rules",
}


@dataclass
class Watch:
    """The CPU seconds that each stage took."""

    calls: str = ""
    """A stage whose calls are recorded."""
    profiler: cProfile.Profile = field(default_factory=cProfile.Profile)
    taken: dict[str, float] = field(default_factory=dict)

    def run(self, stage: str, work: Callable[[], T]) -> T:
        """Do the work of a stage."""
        start = time.process_time()
        done = self.profiler.runcall(work) if stage == self.calls else work()
        self.taken[stage] = time.process_time() - start
        return done


@dataclass(frozen=True)
class RuleTimes:
    """What each rule takes on the same pages, by name."""

    first: dict[str, float]
    """When it is the first to ask for what pages work out lazily."""
    again: dict[str, float]


def check(plan: Plan, pages: Sequence[Page]) -> dict[str, float]:
    """Run page rules as a run does, some pages at once; return the seconds of each."""
    taken: dict[str, float] = defaultdict(float)
    for chunk in chunked(pages, AT_ONCE):
        numbered = dict(enumerate(chunk))
        start = time.process_time()
        audiences = Audiences(numbered, plan.triggers)
        taken[_ASKING] += time.process_time() - start
        for rule in plan.rules:
            if rule.check:
                start = time.process_time()
                for number in audiences.of(rule):
                    for _ in rule.check(numbered[number]):
                        pass
                taken[rule.name] += time.process_time() - start
    return dict(taken)


def findings(pages: Sequence[Page]) -> list[list[tuple[Rule, Finding]]]:
    """Return what page rules find on each page."""
    rules = [(rule, rule.check) for rule in RULES if rule.check]
    return [
        [(rule, found) for rule, ask in rules for found in ask(page)] for page in pages
    ]


def pass_one(
    watch: Watch, project: Project, paths: Sequence[str]
) -> tuple[list[Entry], RuleTimes, list[Diagnostic]]:
    """Measure what is done to pages one by one."""
    types, plan = project.plan.types, project.plan
    read = watch.run("read", lambda: list(map(read_source, paths)))
    sources = [source for source in read if isinstance(source, Source)]
    documents = watch.run("parse", lambda: list(map(parse, sources)))

    def bound(document: Document) -> tuple[PageType | None, Record]:
        front = read_front_matter(document)
        type_ = types.choose(document, front, None)
        return type_, bind(document, type_.layout if type_ else None, front).record

    records = watch.run("bind", lambda: list(map(bound, documents)))
    typed = [(type_, record) for type_, record in records if type_]
    watch.run(
        "validate",
        lambda: [type_.validator.violations(record.data) for type_, record in typed],
    )
    whole = [read_page(source, types) for source in sources]
    masks = watch.run("mask", lambda: list(map(Mask.of, whole)))
    entries = watch.run(
        "entry",
        lambda: [Entry.of(*pair) for pair in zip(whole, masks, strict=True)],
    )
    rules = watch.run("page rules", lambda: check(plan, whole))
    times = RuleTimes(rules, check(plan, whole))
    watch.taken["what rules ask for first"] = watch.taken["page rules"] - sum(
        times.again.values()
    )
    watch.taken["page rules"] = sum(times.again.values())
    found = findings(whole)
    parts = zip(sources, entries, found, masks, strict=True)
    composed = watch.run(
        "compose",
        lambda: [
            item
            for source, entry, pairs, mask in parts
            for item in compose(source, entry, pairs, plan, mask)
        ],
    )
    return entries, times, composed


def pass_two(
    watch: Watch, project: Project, entries: Sequence[Entry], found: list[Diagnostic]
) -> dict[str, float]:
    """Measure what is done to all pages together; return the seconds of each rule."""
    site = watch.run("site", lambda: project.site(entries, project.files()))
    corpus = watch.run("corpus", lambda: Corpus.of(entries, site, True))
    taken: dict[str, float] = {}

    def rules() -> None:
        for rule in project.plan.rules:
            if rule.check_corpus:
                start = time.process_time()
                for _ in rule.check_corpus(corpus):
                    pass
                taken[rule.name] = time.process_time() - start

    watch.run("corpus rules", rules)
    shown = [item for item in found if item.confidence >= project.plan.least]
    outcome = Outcome(
        tuple(sorted(shown, key=lambda item: item.sort_key)), len(entries)
    )
    watch.run("report", lambda: list(format_named("text", View())(outcome)))
    return taken


def starts(rounds: int = 5) -> dict[str, float]:
    """Return the seconds in which Python starts and loads a part of exlint."""
    taken: dict[str, list[float]] = defaultdict(list)
    for _ in range(rounds):
        for name, code in _STARTS.items():
            start = time.perf_counter()
            subprocess.run([sys.executable, "-c", code], check=True)
            taken[name].append(time.perf_counter() - start)
    return {name: median(times) for name, times in taken.items()}


def lines(
    title: str, taken: Iterable[tuple[str, float]], pages: int, whole: float
) -> Iterator[str]:
    """Yield a table: milliseconds a page, and the share of the whole."""
    yield f"\n{title:<28}{'ms a page':>10}{'share':>8}"
    for name, seconds in taken:
        yield f"{name:<28}{1000 * seconds / pages:>10.3f}{seconds / whole:>8.1%}"


def costliest(taken: dict[str, float], top: int) -> list[tuple[str, float]]:
    """Return those that take the most time."""
    return sorted(taken.items(), key=lambda item: -item[1])[:top]


def families(taken: dict[str, float]) -> dict[str, float]:
    """Return the seconds of rules by their group."""
    groups = {rule.name: rule.group for rule in RULES} | {_ASKING: _ASKING}
    found: dict[str, float] = defaultdict(float)
    for name, seconds in taken.items():
        found[groups[name]] += seconds
    return dict(found)


def main() -> None:
    """Measure all stages, and print what they take."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("paths", nargs="+", metavar="CONTENT")
    parser.add_argument("--top", type=int, default=15, help="of the costliest rules")
    parser.add_argument("--calls", default="", metavar="STAGE")
    chosen = parser.parse_args()
    watch, root = Watch(chosen.calls), absolute(chosen.paths[0])
    configs, given = Configs(tuple, Config()), list(map(absolute, chosen.paths))
    project = Project.of(Config(), root, RULES)
    first = find_files(chosen.paths)[:_WARM_UP]
    entries, _, found = pass_one(Watch(), project, first)
    pass_two(Watch(), project, entries, found)
    gc.collect()
    gc.disable()
    batches = watch.run("discover", lambda: find_pages(given, configs))
    paths = [path for batch in batches for path in batch.pages]
    entries, rules, found = pass_one(watch, project, paths)
    late = pass_two(watch, project, entries, found)
    if chosen.calls:
        pstats.Stats(watch.profiler).sort_stats("tottime").print_stats(40)
        return
    print(f"{len(paths)} pages\n\n{'start':<28}{'ms':>10}")
    for name, seconds in starts().items():
        print(f"{name:<28}{1000 * seconds:>10.1f}")
    whole = sum(watch.taken.values())
    for title, taken in (
        ("stage", [*watch.taken.items(), ("all", whole)]),
        ("page rules of group", families(rules.again).items()),
        ("page rule", costliest(rules.again, chosen.top)),
        ("corpus rule", costliest(late, chosen.top)),
    ):
        print(*lines(title, taken, len(paths), whole), sep="\n")


if __name__ == "__main__":
    main()
