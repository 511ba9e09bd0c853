"""What a server cuts off is the least bad, and what is left is said."""

from __future__ import annotations

from collections import Counter

from exlint.outcome import Outcome
from exlint.report import github, markdown
from tests.report.sample import outcome


def of_each(count: int) -> Outcome:
    """Many findings of each severity, the worst on the last pages."""
    items = [outcome(name).diagnostics[0] for name in ("tab", "spelling", "markup")]
    found = [
        item._replace(path=f"{letter}/{number:04}.md")
        for letter, item in zip("abc", items, strict=True)
        for number in range(count)
    ]
    return Outcome(tuple(found), 3 * count)


def test_github_shows_ten_of_each_severity_the_worst_first() -> None:
    *lines, last = "".join(github.render(of_each(12))).splitlines()
    commands = [line.split(" ")[0] for line in lines]
    assert Counter(commands) == {"::error": 10, "::warning": 10, "::notice": 10}
    assert list(dict.fromkeys(commands)) == ["::error", "::warning", "::notice"]
    assert last == "exlint: 6 more findings; see the job's summary"


def test_github_says_nothing_when_nothing_is_found() -> None:
    assert not list(github.render(Outcome(pages=2)))


def test_github_annotation() -> None:
    (line,) = github.render(outcome("dangling-article"))
    assert line == (
        "::error file=content/exercise/sled-push.md,line=3,col=9,endLine=3,endColumn=12"
        ",title=exlint%3A dangling-article::'The' has lost its noun\n"
    )


def test_a_comment_has_room_for_the_table() -> None:
    written = "".join(markdown.render(of_each(250)))
    assert len(written) < 65_536
    rows = [line for line in written.splitlines() if line.startswith("| ")]
    severities = Counter(row.split(" | ")[1] for row in rows[1:])
    assert severities["error"] == 250
    assert 0 < severities["warning"] < 250
    assert not severities["info"]
    paths = [row.split(".md:")[0] for row in rows[1:]]
    assert paths == sorted(paths)
    left = 750 - len(paths)
    assert written.endswith(f"\n… and {left} more.\n")


def test_a_table() -> None:
    found = "".join(markdown.render(outcome("dangling-article", "tab")))
    assert found.startswith(
        "### exlint\n\nFound 2 problems (1 error, 1 info) in 1 of 25"
    )
    assert "| content/exercise/sled-push.md:3 | error | 'The' has" in found
    assert "".join(markdown.render(Outcome(pages=2))) == (
        "### exlint\n\nNo problems in 2 files.\n"
    )
