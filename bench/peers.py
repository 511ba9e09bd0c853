#!/usr/bin/env python3
"""Hold exlint against other linters, side by side, on the same pages.

    python bench/peers.py [--sizes 1,1000,10000] [--huge] [--runs N] [--only NAMES]
                          [--scratch FOLDER] [--write FILE]

Installs exlint from this checkout and its peers from PyPI and npm in a scratch
folder, writes corpora, and measures each linter in turn, as often as asked for. Prints
medians, and whether exlint keeps its bars; bench/README.md says what the numbers are.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench.bars import BARS, Key, Results
from bench.cases import (
    HUGE,
    PEERS,
    Case,
    Exlint,
    Peer,
    other_cases,
    peer_cases,
    start_cases,
)
from bench.measure import FailedError, Usage, medians, now, run
from bench.scratch import ROOT, Scratch

_HUGE_RUNS = 3


def measure(cases: Sequence[Case], runs: int, scratch: Scratch) -> Results:
    """Run all cases in turn, round by round; return the medians."""
    log = scratch.folder / "output.txt"
    found: dict[Key, list[Usage]] = defaultdict(list)
    failed: set[Key] = set()
    for number in range(-1, runs):
        for case in cases:
            wanted = case.fill if number < 0 else number < _runs(case)
            if not wanted or case.key in failed:
                continue
            _say(f"{number + 1}/{runs} {case.tool} {case.kind}, {case.pages} pages")
            try:
                case.before()
                usage = run(case.command, case.folder, log)
            except FailedError as error:
                failed.add(case.key)
                scratch.skipped[f"{case.tool}, {case.kind}, {case.pages}"] = str(error)
                continue
            if number >= 0:
                found[case.key].append(usage)
                if case.prints:
                    seconds = float(log.read_text("utf-8"))
                    own = Usage(seconds, seconds, usage.memory)
                    found[case.tool, case.prints, case.pages].append(own)
    _say("")
    return {key: medians(usages) for key, usages in found.items()}


def _runs(case: Case) -> int:
    return min(case.runs, _HUGE_RUNS) if case.pages >= HUGE else case.runs


def _say(text: str) -> None:
    if sys.stderr.isatty():
        print(f"\r\x1b[K{text}", end="", file=sys.stderr, flush=True)


def _without_places(text: str, scratch: Scratch) -> str:
    """Return a text without the paths of this machine."""
    return text.replace(str(scratch.folder), "SCRATCH").replace(str(ROOT), ".")


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Yield the lines of a Markdown table; all columns but the first to the right."""
    lines = [list(head), *map(list, rows)]
    widths = [max(len(line[n]) for line in lines) for n in range(len(head))]
    lines.insert(
        1, ["-" * widths[0], *("-" * (width - 1) + ":" for width in widths[1:])]
    )
    for line in lines:
        first, *rest = zip(line, widths, strict=True)
        cells = [first[0].ljust(first[1]), *(text.rjust(width) for text, width in rest)]
        yield f"| {' | '.join(cells)} |"


def rows(results: Results) -> Iterator[Sequence[str]]:
    """Yield the medians, each beside exlint's cold or warm run on the same pages."""
    for (tool, kind, pages), usage in sorted(
        results.items(), key=lambda item: (item[0][2], item[0][0] != "exlint")
    ):
        own = results.get(("exlint", kind, pages))
        yield (
            f"{tool}, {kind}",
            f"{pages:,}" if pages else "",
            f"{usage.wall:.3f}",
            f"{usage.cpu:.3f}",
            f"{usage.memory / 1e6:.0f}",
            f"{1000 * usage.wall / pages:.3f}" if pages else "",
            f"{usage.wall / own.wall:.2f}" if own else "",
        )


def report(results: Results, scratch: Scratch, runs: int, used: list[Peer]) -> str:
    """Return all that was measured, as Markdown."""
    head = ("run", "pages", "wall s", "CPU s", "MB", "ms a page", "÷ exlint")
    programs = {peer.name: (peer.command[0], peer.version) for peer in used}
    programs["exlint"] = "exlint", "--version"
    versions = {
        name: scratch.version(scratch.program(program), option)
        for name, (program, option) in programs.items()
    }
    if any(peer.node for peer in used):
        versions["node"] = scratch.version("node")
    return "\n".join(
        (
            f"Measured on {now()}: {os.cpu_count()} CPUs ({platform.machine()}), "
            f"{_memory()}{platform.system()}, Python {platform.python_version()}, "
            + ", ".join(f"{name} {version}" for name, version in versions.items())
            + f". Medians of up to {runs} runs, the tools in turn.",
            "",
            *table(head, rows(results)),
            "",
            "## Bars",
            "",
            *table(
                ("ratio", "bar", "measured", "kept"),
                (bar.row(results) for bar in BARS),
            ),
            *(
                f"\nNot measured: {name}: {_without_places(why, scratch)}"
                for name, why in scratch.skipped.items()
            ),
        )
    )


def _memory() -> str:
    size = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    return f"{size / 1e9:.0f} GB, "


def main() -> int:
    """Measure and print; the exit code says whether exlint failed or missed a bar."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--sizes", default="1,1000,10000", metavar="N,N")
    parser.add_argument("--huge", action="store_true", help=f"{HUGE:,} pages, too")
    parser.add_argument("--runs", type=int, default=7, metavar="N")
    parser.add_argument("--only", default="", metavar="NAMES", help="of the peers")
    parser.add_argument("--scratch", type=Path, metavar="FOLDER")
    parser.add_argument(
        "--exlint", default=str(ROOT), help="what pip installs as exlint"
    )
    parser.add_argument("--write", type=Path, metavar="FILE")
    chosen = parser.parse_args()
    names = set(filter(None, chosen.only.split(",")))
    if unknown := names - {peer.name for peer in PEERS}:
        parser.error(f"no such peer: {', '.join(sorted(unknown))}")
    wanted = [peer for peer in PEERS if not names or peer.name in names]
    sizes = [int(size) for size in chosen.sizes.split(",")]
    sizes += [HUGE] if chosen.huge else []
    default = Path(tempfile.gettempdir()) / "exlint-bench"
    scratch = Scratch((chosen.scratch or default).resolve())
    scratch.install(
        chosen.exlint,
        [peer.package[0] for peer in wanted if not peer.node],
        [peer.package for peer in wanted if peer.node],
    )
    used = [peer for peer in wanted if peer.package[0] not in scratch.skipped]
    cases = list(start_cases(scratch))
    for size in dict.fromkeys(sizes):
        cases += [
            *Exlint(scratch, size).cases(),
            *peer_cases(scratch, used, size),
            *other_cases(scratch, size),
        ]
    results = measure(cases, chosen.runs, scratch)
    text = report(results, scratch, chosen.runs, used)
    print(text)
    if chosen.write:
        chosen.write.write_text(f"# Results\n\n{text}\n", encoding="utf-8")
    is_broken = any(what.startswith("exlint") for what in scratch.skipped)
    return is_broken or any(bar.row(results)[-1] == "FAIL" for bar in BARS)


if __name__ == "__main__":
    raise SystemExit(main())
