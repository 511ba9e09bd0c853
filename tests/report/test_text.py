"""What people read at a terminal: exact text, in files beside this one."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from exlint.outcome import Outcome
from exlint.report import View, concise, statistics, text
from exlint.report.excerpt import excerpt
from exlint.report.summary import summary
from tests.report.sample import many, outcome

HERE = Path(__file__).parent
ESCAPE = "\x1b"


def expect(name: str, written: str) -> None:
    """Compare with a file; `␛` stands for the escape character in it."""
    path = HERE / name
    shown = written.replace(ESCAPE, "␛")
    if not path.exists():
        path.write_text(shown, "utf-8", newline="\n")
        pytest.fail(f"{path.name} was not there: read it, then add it")
    assert shown == path.read_text("utf-8")


@pytest.mark.parametrize(
    ("name", "view"),
    [
        ("text.txt", View()),
        ("narrow.txt", View(width=40)),
        ("colour.txt", View(colour=True)),
    ],
)
def test_text(name: str, view: View) -> None:
    expect(name, "".join(text.render(outcome(), view)))


def test_a_cause_that_stands_on_many_pages_is_shown_once() -> None:
    expect("grouped.txt", "".join(text.render(many(), View())))
    every = "".join(text.render(many(), View(grouped=False)))
    assert every.count("list-conjunction") == 12
    few = "".join(text.render(many(4), View()))
    assert few.count("list-conjunction") == 4


def test_many_findings_ask_for_an_overview() -> None:
    view = View(width=60, grouped=False)
    shown = "".join(text.render(many(30), view))
    expect("overview.txt", shown[shown.rindex("^\n\n") + 3 :])
    assert "`exlint rule NAME`" not in "".join(text.render(many(19), View()))


XTERM = {"31": 0xCD0000, "35": 0xCD00CD}
"""The colours of xterm, the palest and the darkest of common themes in one."""


@pytest.mark.parametrize("ground", [0x000000, 0xFFFFFF], ids=["dark", "light"])
def test_colours_can_be_read_on_any_ground(ground: int) -> None:
    written = "".join(text.render(outcome(), View(colour=True)))
    codes = {
        code
        for part in re.findall(r"\x1b\[([\d;]+)m", written)
        for code in part.split(";")
    }
    for colour in codes - {"0", "1", "2"}:
        lighter, darker = sorted(
            (luminance(XTERM[colour]), luminance(ground)), reverse=True
        )
        assert (lighter + 0.05) / (darker + 0.05) > 3  # WCAG 2, for bold text


def luminance(colour: int) -> float:
    """The relative luminance of a colour, as WCAG 2 has it."""
    parts = [(colour >> shift & 255) / 255 for shift in (16, 8, 0)]
    linear = [
        p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts
    ]
    return sum(w * p for w, p in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def test_statistics() -> None:
    expect("statistics.txt", "".join(statistics.render(many())))
    assert "".join(statistics.render(Outcome(pages=2))) == "No problems in 2 files\n"


def test_concise() -> None:
    expect("concise.txt", "".join(concise.render(outcome())))


@pytest.mark.parametrize("width", [20, 40, 80, 200])
def test_no_source_line_is_wider_than_the_terminal(width: int) -> None:
    for line in "".join(text.render(outcome(), View(width))).splitlines():
        if line.startswith("  ") and not line.startswith("  fix:"):
            assert len(line) <= width


def test_nothing_of_a_page_reaches_the_terminal_as_a_command() -> None:
    for written in (text.render(outcome(), View()), concise.render(outcome())):
        assert not set("".join(written)) & {ESCAPE, "\r", "\u202e", "\ufeff"}


def test_summaries() -> None:
    assert summary(Outcome()) == "No problems in 0 files"
    assert summary(Outcome(pages=1)) == "No problems in 1 file"
    assert summary(outcome("tab")) == (
        "Found 1 problem (1 info) in 1 of 25 files; 1 fixable"
    )
    assert summary(replace(outcome(), pages=1234)) == (
        "Found 12 problems (4 errors, 5 warnings, 3 infos) in 3 of 1,234 files; "
        "2 fixable, 1 more with --unsafe-fixes"
    )
    assert summary(outcome("dangling-article")).endswith(
        "; 1 fixable with --unsafe-fixes"
    )


@pytest.mark.parametrize(
    ("line", "start", "end", "width", "shown", "carets"),
    [
        ("Push The", 5, 8, 80, "Push The", "     ^^^"),
        ("Push The", 8, 8, 80, "Push The", "        ^"),
        ("Push The", 5, 99, 80, "Push The", "     ^^^"),
        ("a\tb", 2, 3, 80, "a    b", "     ^"),
        ("上げる x", 4, 5, 80, "上げる x", "       ^"),
        ("e\u0301x", 2, 3, 80, "e\u0301x", " ^"),
        ("a\x00b", 1, 2, 80, r"a\x00b", " ^^^^"),
        ("0123456789" * 3, 0, 1, 20, "012345678901234567…", "^"),
        ("0123456789" * 3, 29, 30, 20, "…234567890123456789", "                  ^"),
        ("0123456789" * 3, 15, 16, 20, "…890123456789012345…", "        ^"),
        ("0123456789" * 9, 10, 80, 20, "…678901234567890123…", "     ^^^^^^^^^^^^^^"),
    ],
)
def test_excerpts(
    line: str, start: int, end: int, width: int, shown: str, carets: str
) -> None:
    found = excerpt(line, start, end, width)
    assert (found.line, found.carets) == (shown, carets)
