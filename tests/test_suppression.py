"""Comments silence the rules they name, where they say, and nothing else."""

from __future__ import annotations

import pytest

from exlint.markdown import parse
from exlint.suppression import find_suppressions, mark
from exlint.text import Source
from tests.support import run


def _lines(text: str) -> list[int]:
    """Lines of the findings that the comments of a page leave standing."""
    source = Source.of("a.md", text)
    suppressions = find_suppressions(parse(source))
    found = run({"a.md": text}, rules=["dangling-article"])
    marked, _ = mark(found, suppressions)
    return [item.start.line for item in marked if not item.suppressed]


BAD = "Push The forward."


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (f"{BAD}\n\n{BAD}\n", [1, 3]),
        (f"<!-- exlint-disable-file dangling-article -->\n\n{BAD}\n", []),
        (f"{BAD}\n\n<!-- exlint-disable-file dangling-article -->\n", []),
        (f"<!-- exlint-disable-next-line dangling-article -->\n{BAD}\n\n{BAD}\n", [4]),
        (
            f"<!-- exlint-disable-next-line dangling-article -->\n\n{BAD}\n\n{BAD}\n",
            [5],
        ),
        (f"{BAD} <!-- exlint-disable-line dangling-article -->\n\n{BAD}\n", [3]),
        (
            f"<!-- exlint-disable dangling-article -->\n\n{BAD}\n\n"
            f"<!-- exlint-enable dangling-article -->\n\n{BAD}\n",
            [7],
        ),
        (
            f"<!-- exlint-disable dangling-article -->\n\n{BAD}\n\n"
            f"<!-- exlint-enable -->\n\n{BAD}\n",
            [7],
        ),
        (
            f"<!-- exlint-disable dangling-article -->\n\n{BAD}\n\n"
            f"<!-- exlint-enable mojibake -->\n\n{BAD}\n",
            [],
        ),
        (f"<!-- exlint-disable-file mojibake -->\n\n{BAD}\n", [3]),
        (f"<!-- exlint-disable-file -->\n\n{BAD}\n", [3]),
        (f"`<!-- exlint-disable-file dangling-article -->`\n\n{BAD}\n", [3]),
        (f"```\n<!-- exlint-disable-file dangling-article -->\n```\n\n{BAD}\n", [5]),
        (f"<!-- exlint-disable-file\n  dangling-article,mojibake -->\n\n{BAD}\n", []),
    ],
)
def test_scopes(text: str, left: list[int]) -> None:
    assert _lines(text) == left
    windows = text.replace("\n", "\r\n")
    assert _lines(windows) == left


def test_the_reason_is_kept() -> None:
    text = "<!-- exlint-disable-file mojibake -- a quotation -->\n"
    (suppression,) = find_suppressions(parse(Source.of("a.md", text)))
    assert suppression.reason == "a quotation"
    assert suppression.rules == ("mojibake",)
    assert [text[slice(*span)] for span in suppression.rule_spans] == ["mojibake"]


def test_what_was_of_use_is_told() -> None:
    text = f"<!-- exlint-disable-file dangling-article mojibake -->\n\n{BAD}\n"
    suppressions = find_suppressions(parse(Source.of("a.md", text)))
    marked, used = mark(run({"a.md": text}, rules=["dangling-article"]), suppressions)
    assert used == {(0, "dangling-article")}
    assert [item.suppressed is not None for item in marked] == [True]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("a\n\n<!-- exlint-disable-file x -->\n\nb\n", "a\n\n\nb\n"),
        ("a <!-- exlint-disable-line x -->\nb\n", "a\nb\n"),
        ("<!-- exlint-disable-line x --> a\n", " a\n"),
        ("<!-- exlint-disable-file x -->", ""),
    ],
)
def test_the_removal_of_a_comment(text: str, left: str) -> None:
    (suppression,) = find_suppressions(parse(Source.of("a.md", text)))
    start, end = suppression.removal
    assert text[:start] + text[end:] == left
