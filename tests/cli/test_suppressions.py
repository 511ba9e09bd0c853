"""`--add-suppressions`: comments for all that is found, which readers do not see."""

from __future__ import annotations

import json
import re

import pytest
from markdown_it import MarkdownIt

from tests.cli.conftest import Shell

REASON = ("--add-suppressions", "--reason", "as the coach says it")
PAGE = """\
# Squat squat

Sit down down now.
Stand up up again.

- Sit sit in it.
- Push The forward.

| part | why |
|------|-----|
| legs | the the reason |

Last last line\\
of the the page.
"""


def rendered(text: str) -> str:
    html = MarkdownIt("commonmark").enable("table").render(text)
    return "".join(re.sub("<!-- exlint.*?-->", "", html).split())


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_all_that_is_found_is_silenced_and_nothing_changes(
    shell: Shell, ending: str
) -> None:
    before = PAGE.replace("\n", ending)
    page = shell.write("a.md", before.encode())
    rows = json.loads(shell.exlint("--output-format", "json").out)
    assert len(rows) >= 6
    said = shell.exlint(*REASON)
    assert said.err == f"Suppressed {len(rows)} problems in 1 file\n"
    assert said.out == "No problems in 1 file\n"
    assert said.code == 0
    after = page.read_bytes().decode()
    assert after.count("\n") == after.count(ending)
    assert rendered(after) == rendered(before)
    assert after.splitlines()[:4] == [
        "<!-- exlint-disable-next-line doubled-word -- as the coach says it -->",
        "# Squat squat",
        "",
        "<!-- exlint-disable-next-line doubled-word -- as the coach says it -->",
    ]
    again = shell.exlint(*REASON)
    assert (again.code, again.err) == (0, "")
    assert page.read_bytes().decode() == after


def test_front_matter_and_code_are_silenced_by_a_comment_for_the_page(
    shell: Shell,
) -> None:
    text = "---\ntitle: Squat\ntitle: Lunge\n---\n\n# Squat\n\nSit down.\n"
    page = shell.write("a.md", text)
    assert shell.exlint().code == 1
    assert shell.exlint(*REASON).code == 0
    lines = page.read_text().splitlines()
    assert lines[3] == "---"
    assert lines[4].startswith("<!-- exlint-disable-file ")
    assert lines[5:] == text.splitlines()[4:]


def test_findings_on_the_corpus_are_silenced_too(shell: Shell) -> None:
    shell.write("a.md", "# Squat\n\nSee [the lunge](lunge.md).\n")
    assert shell.exlint().code == 1
    said = shell.exlint(*REASON)
    assert said.err == "Suppressed 1 problem in 1 file\n"
    assert shell.exlint().code == 0


def test_comments_that_stand_together_speak_of_one_line(shell: Shell) -> None:
    page = shell.write("a.md", "# Squat\n\nPush The forward and down down.\n")
    shell.exlint(*REASON, "--select", "doubled-word")
    shell.exlint(*REASON)
    assert page.read_text().count("exlint-disable-next-line") == 2
    assert shell.exlint().code == 0


def test_fixed_first_and_then_silenced(shell: Shell) -> None:
    page = shell.write("a.md", "# Squat\n\nSit down down.\n\nPush The forward.\n")
    said = shell.exlint("--fix", *REASON)
    assert said.code == 0
    assert "Sit down.\n" in page.read_text()
    assert page.read_text().count("exlint-disable") == 1


def test_what_cannot_be_silenced_is_told(shell: Shell) -> None:
    shell.write("a.mdx", PAGE)
    shell.write("b.md", PAGE.replace("# Squat squat", "# Lunge")).chmod(0o444)
    said = shell.exlint(*REASON)
    assert "a.mdx: not suppressed: MDX has no such comments\n" in said.err
    assert "b.md: not written: is read-only\n" in said.err
    assert said.code == 1


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--add-suppressions",), "--add-suppressions: say why"),
        (("--reason", "x"), "--reason: say --add-suppressions too"),
        (("--add-suppressions", "--reason", "x --> y"), "--reason: a comment cannot"),
        ((*REASON, "--diff"), "--add-suppressions: leave --diff out"),
        ((*REASON, "--watch"), "--add-suppressions: leave '-' and --watch out"),
    ],
)
def test_options_that_do_not_go_together(
    shell: Shell, arguments: tuple[str, ...], message: str
) -> None:
    page = shell.write("a.md", PAGE)
    said = shell.exlint(*arguments)
    assert said.code == 2
    assert said.err.startswith(f"exlint: {message}")
    assert page.read_text() == PAGE
