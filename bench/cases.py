"""What is measured: commands on corpora, and what is to be done before each."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from bench.scratch import MARKDOWNLINT, REMARK, TEXTLINT, Scratch

HUGE = 100_000
"""Pages from which on growth is all that is measured."""


def _nothing() -> None:
    """Do nothing."""


@dataclass(frozen=True)
class Case:
    """A command whose runs are measured."""

    tool: str
    kind: str
    pages: int
    command: tuple[str, ...]
    folder: Path
    before: Callable[[], object] = _nothing
    """Done before each run, and not measured."""
    fill: bool = False
    """Whether it runs once unmeasured, to fill its cache."""
    runs: int = 99
    """It is not run more often than this."""
    prints: str = ""
    """The kind of measurement that the command prints itself: seconds of CPU time."""

    @property
    def key(self) -> tuple[str, str, int]:
        """What its results are known by."""
        return self.tool, self.kind, self.pages


@dataclass(frozen=True)
class Peer:
    """A linter that exlint is held against."""

    name: str
    package: tuple[str, ...]
    """From PyPI; from npm where `node` says so, with what it needs besides."""
    command: tuple[str, ...]
    """`{scratch}` is the scratch folder, `{cache}` a place for a cache."""
    cached: tuple[str, ...] = ()
    """The options of its cache, if it has one."""
    most: int = 1_000_000
    """It is not run on more pages than this,"""
    runs: int = 99
    """nor more often."""
    node: bool = False
    version: str = "--version"


PEERS = (
    Peer(
        "rumdl",
        ("rumdl",),
        ("rumdl", "check", "--no-config", "--disable", "MD013", "content"),
        ("--cache-dir", "{cache}"),
    ),
    Peer(
        "markdownlint-cli2",
        ("markdownlint-cli2",),
        (
            "markdownlint-cli2",
            "--config",
            "{scratch}/" + MARKDOWNLINT,
            "content/**/*.md",
        ),
        most=1000,
        runs=5,
        node=True,
    ),
    Peer(
        "remark",
        ("remark-cli", "remark-preset-lint-recommended"),
        ("remark", "--no-stdout", "--quiet", "--rc-path", "{scratch}/" + REMARK, "."),
        most=1000,
        runs=3,
        node=True,
    ),
    Peer(
        "textlint",
        ("textlint", "textlint-rule-terminology", "textlint-rule-common-misspellings"),
        ("textlint", "--config", "{scratch}/" + TEXTLINT, "content"),
        ("--cache", "--cache-location", "{cache}"),
        most=1000,
        runs=3,
        node=True,
    ),
    Peer(
        "pymarkdown",
        ("pymarkdownlnt",),
        ("pymarkdown", "--disable-rules", "md013", "scan", "--recurse", "content"),
        most=1000,
        runs=2,
        version="version",
    ),
    Peer("codespell", ("codespell",), ("codespell", "content")),
)

_BARE = """
import sys, time
from pathlib import Path
from markdown_it import MarkdownIt
texts = [path.read_text("utf-8") for path in sorted(Path("content").rglob("*.md"))]
parser = MarkdownIt("commonmark")
start = time.process_time()
for text in texts:
    parser.parse(text)
print(time.process_time() - start)
"""
"""The least that a checker of Markdown in Python does; prints the time of it alone."""


def peer_cases(scratch: Scratch, peers: Sequence[Peer], pages: int) -> Iterator[Case]:
    """Yield the runs of the peers on a corpus."""
    folder = scratch.corpus(pages)
    for peer in peers:
        if pages > peer.most:
            continue
        for kind in ("cold", "warm") if peer.cached else ("cold",):
            cache = scratch.folder / "caches" / f"{peer.name}-{pages}-{kind}"
            yield Case(
                peer.name,
                kind,
                pages,
                _filled_in((*peer.command, *peer.cached), scratch, cache),
                folder,
                partial(_remove, cache) if kind == "cold" else _nothing,
                fill=kind == "warm",
                runs=peer.runs,
            )


def _filled_in(
    command: Sequence[str], scratch: Scratch, cache: Path
) -> tuple[str, ...]:
    program, *rest = (
        part.format(scratch=scratch.folder, cache=cache) for part in command
    )
    return scratch.program(program), *rest


def _remove(cache: Path) -> None:
    """Remove a cache, be it a folder or a file."""
    if cache.is_dir():
        shutil.rmtree(cache)
    else:
        cache.unlink(missing_ok=True)


@dataclass(frozen=True)
class Exlint:
    """The runs of exlint on a corpus, as far as its options allow them."""

    scratch: Scratch
    pages: int

    def cases(self) -> Iterator[Case]:
        """Yield all runs."""
        options, is_site = self.scratch.exlint_options, 1 < self.pages < HUGE
        yield self._cold("cold")
        if "--jobs" in options and self.pages < HUGE:
            for jobs in ("1", "2") if is_site else ("1",):
                yield self._cold(f"cold, --jobs {jobs}", "--jobs", jobs)
        if "--cache-dir" in options:
            yield self._warm("warm")
            if is_site:
                yield from self._changed()

    def _command(
        self, use: str, *options: str, path: str = "content"
    ) -> tuple[str, ...]:
        if "--cache-dir" in self.scratch.exlint_options:
            options = ("--cache-dir", str(self._cache(use)), *options)
        return self.scratch.program("exlint"), "check", *options, path

    def _cache(self, use: str) -> Path:
        return self.scratch.folder / "caches" / f"exlint-{self.pages}-{use}"

    def _cold(self, kind: str, *options: str) -> Case:
        return Case(
            "exlint",
            kind,
            self.pages,
            self._command("cold", *options),
            self.scratch.corpus(self.pages),
            partial(_remove, self._cache("cold")),
        )

    def _warm(self, kind: str) -> Case:
        folder, command = self.scratch.corpus(self.pages), self._command("warm")
        return Case("exlint", kind, self.pages, command, folder, fill=True)

    def _changed(self) -> Iterator[Case]:
        """Yield runs after changes to pages, on a copy of the corpus."""
        touched = self.scratch.corpus(self.pages, "touched")
        strategy = ("--cache-strategy", "content")
        if strategy[0] in self.scratch.exlint_options:
            yield Case(
                "exlint",
                "warm by content, all touched",
                self.pages,
                self._command("touched", *strategy),
                touched,
                partial(_touch, touched),
                fill=True,
            )
        edited = self.scratch.corpus(self.pages, "edited")
        page = sorted(edited.glob("content/exercise/*.md"))[self.pages // 2]
        alone = page.relative_to(edited).as_posix()
        for kind, path in (
            ("one page changed", "content"),
            ("the changed page alone", alone),
        ):
            yield Case(
                "exlint",
                kind,
                self.pages,
                self._command("edited", path=path),
                edited,
                partial(_edit, page),
                fill=path == "content",
            )


def _touch(folder: Path) -> None:
    for path in folder.rglob("*.md"):
        path.touch()


def _edit(page: Path) -> None:
    """Give a page a first tip that it did not have before."""

    def tip(match: re.Match[str]) -> str:
        return f"{match[1]}- Take {int(match[2] or 1) + 1} more breaths.\n"

    text = page.read_text("utf-8")
    pattern = r"(## Pro tips\n\n)(?:- Take (\d+) more breaths\.\n)?"
    page.write_text(re.sub(pattern, tip, text, count=1), encoding="utf-8")


def other_cases(scratch: Scratch, pages: int) -> Iterator[Case]:
    """Yield the bare parse of a corpus."""
    if pages >= HUGE:
        return
    command = (scratch.python, "-c", _BARE)
    folder = scratch.corpus(pages)
    yield Case(
        "bare parse", "cold", pages, command, folder, runs=5, prints="parse alone"
    )


def start_cases(scratch: Scratch) -> Iterator[Case]:
    """Yield what starting takes."""
    exlint, python = scratch.program("exlint"), scratch.python
    place = scratch.folder
    yield Case("exlint", "--version", 0, (exlint, "--version"), place)
    yield Case("python", "import click", 0, (python, "-c", "import click"), place)
    yield Case("python", "pass", 0, (python, "-c", "pass"), place)
