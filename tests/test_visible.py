"""Nothing that pages hold is obeyed by a terminal, or by a server that reads a log."""

from __future__ import annotations

import pytest

from exlint.report.excerpt import excerpt
from exlint.visible import visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Push the sled: 10 m", "Push the sled: 10 m"),
        ("上げる é 🏋️", "上げる é 🏋️"),
        ("a\x1b[2J\r\nb\t", r"a\x1b[2J\r\nb\t"),
        ("a\u202eb\U000e0041", r"a\u202eb\U000e0041"),
        ("\ud800", r"\ud800"),
        ("::error::x", r":\x3aerror::x"),
        ("  ::stop-commands::x", r"  :\x3astop-commands::x"),
        ("a ::error::x", "a ::error::x"),
        ("a ##[error]x", r"a ##\x5berror]x"),
        ("##vso[task.complete]", r"##vso\x5btask.complete]"),
        ("## [A heading](x.md)", "## [A heading](x.md)"),
    ],
)
def test_visible(text: str, shown: str) -> None:
    assert visible(text) == shown


@pytest.mark.parametrize("line", ["  ::error::x", "\t::debug::x", "a ##[group]b"])
def test_no_source_line_is_a_command(line: str) -> None:
    shown = excerpt(line, len(line) - 1, len(line), 80)
    assert shown.line == visible(line.replace("\t", "    "))
    assert shown.line[shown.start] == line[-1]
