"""`exlint check`: what it checks, what it says, how it ends."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from exlint import __version__
from tests.cli.conftest import Shell
from tests.support import ROOT

SPACE = "# Squat\n\nSit down. \n"
"""A page with one finding of severity info: a space at the end of line 3."""
DOUBLED = "# Squat\n\nSit down down now.\n"
"""A page with one finding of severity warning: a doubled word in line 3."""
MOJIBAKE = "# Squat\n\nDonâ€™t sit down.\n"
"""A page with one finding of severity error in line 3."""


def test_check_is_the_default_command(shell: Shell) -> None:
    shell.write("content/a.md", DOUBLED)
    expected = shell.exlint("check", "content")
    assert expected.code == 1
    assert shell.exlint("content") == expected
    assert shell.exlint() == expected
    assert shell.exlint("--select", "doubled-word", "content") == expected
    assert shell.exlint("content", "--select", "doubled-word") == expected


def test_a_folder_named_as_a_command_can_be_reached(shell: Shell) -> None:
    shell.write("check/a.md", DOUBLED)
    shell.write("rules/a.md")
    assert "check/a.md:3:5" in shell.exlint("./check").out
    assert "check/a.md:3:5" in shell.exlint("check", "check").out
    assert "check/a.md:3:5" in shell.exlint("check").out


def test_text_is_the_default_format(shell: Shell) -> None:
    shell.write("a.md", DOUBLED)
    shell.write("b.md")
    said = shell.exlint("--select", "doubled-word")
    lines = said.out.splitlines()
    assert lines[0].startswith("a.md:3:5: warning: ")
    assert lines[0].endswith(" [doubled-word]")
    assert lines[1:3] == ["  Sit down down now.", "      ^^^^^^^^^"]
    assert lines[-1] == ("Found 1 problem (1 warning) in 1 of 2 files; 1 fixable")
    assert said.err == ""


@pytest.mark.parametrize(
    ("page", "fail_on", "code"),
    [
        (SPACE, None, 0),
        (SPACE, "info", 1),
        (DOUBLED, None, 1),
        (DOUBLED, "error", 0),
        (MOJIBAKE, None, 1),
        (MOJIBAKE, "error", 1),
        ("# Squat\n", "info", 0),
    ],
)
def test_exit_codes(shell: Shell, page: str, fail_on: str | None, code: int) -> None:
    shell.write("a.md", page)
    options = ("--fail-on", fail_on) if fail_on else ()
    assert shell.exlint("a.md", *options).code == code
    shell.write("exlint.toml", f"fail-on = '{fail_on or 'warning'}'\n")
    assert shell.exlint("a.md").code == code


def test_the_command_line_overrides_the_configuration(shell: Shell) -> None:
    shell.write("a.md", DOUBLED + SPACE)
    shell.write("exlint.toml", "ignore = ['trailing-space']\nfail-on = 'error'\n")

    def rules(*options: str) -> set[str]:
        rows = json.loads(shell.exlint("a.md", "--output-format", "json", *options).out)
        return {row["code"] for row in rows} & {"doubled-word", "trailing-space"}

    assert rules() == {"doubled-word"}
    assert rules("--ignore", "doubled-word") == set()
    assert rules("--select", "trailing-space") == {"trailing-space"}
    assert rules("--select", "file,prose") == {"doubled-word", "trailing-space"}
    assert rules("--select", "file", "--select", "prose", "--ignore", "file") == {
        "doubled-word"
    }
    assert shell.exlint("a.md", "--fail-on", "warning").code == 1


def test_severities_and_ignores_of_files(shell: Shell) -> None:
    for path in ("a.md", "blog/b.md"):
        shell.write(path, DOUBLED + SPACE)
    shell.write(
        "exlint.toml",
        "[severity]\nprose = 'info'\ntrailing-space = 'error'\n"
        "[per-file-ignores]\n'blog/' = ['doubled-word']\n",
    )
    said = shell.exlint("--output-format", "json", "--select", "doubled-word,file")
    # --select says exactly which rules run; severities of the file still hold
    found = {
        (row["filename"], row["code"], row["severity"]) for row in json.loads(said.out)
    }
    assert ("a.md", "doubled-word", "info") in found
    assert ("a.md", "trailing-space", "error") in found
    assert ("blog/b.md", "trailing-space", "error") in found
    assert not any(row[:2] == ("blog/b.md", "doubled-word") for row in found)


def test_a_rule_that_is_off_can_be_asked_for(shell: Shell) -> None:
    shell.write("a.md", SPACE)
    shell.write("exlint.toml", "[severity]\ntrailing-space = 'off'\n")
    assert shell.exlint("--fail-on", "info").code == 0
    assert shell.exlint("--fail-on", "info", "--select", "trailing-space").code == 1


def test_each_page_has_the_configuration_nearest_to_it(shell: Shell) -> None:
    shell.write("a/one.md", DOUBLED)
    shell.write("b/two.md", DOUBLED)
    shell.write("b/exlint.toml", "ignore = ['prose']\n")
    said = shell.exlint("--output-format", "concise")
    assert said.out.startswith("a/one.md:3:5: ")
    assert said.out.endswith("in 1 of 2 files; 1 fixable\n")
    shell.write("all.toml", "ignore = ['prose']\n")
    assert shell.exlint("--config", "all.toml").out == "No problems in 2 files\n"


def test_the_worst_project_decides_how_a_run_ends(shell: Shell) -> None:
    shell.write("a/one.md", DOUBLED)
    shell.write("a/exlint.toml", "fail-on = 'error'\n")
    shell.write("b/two.md", SPACE)
    shell.write("b/exlint.toml", "fail-on = 'info'\n")
    assert shell.exlint("a").code == 0
    assert shell.exlint("b").code == 1
    assert shell.exlint("a", "b").code == 1


def test_several_formats_each_to_its_place(shell: Shell) -> None:
    shell.write("a.md", DOUBLED)
    said = shell.exlint(
        *("a.md", "--output-format", "json:out.json"),
        *("--output-format", "concise", "--output-format", "concise:out.txt"),
    )
    assert said.code == 1
    assert Path("out.txt").read_text() == said.out
    (row,) = json.loads(Path("out.json").read_text())
    assert row["filename"] == "a.md"
    assert shell.exlint("a.md", "--output-format", "json:out.json").out == ""


def test_standard_input(shell: Shell) -> None:
    shell.write("blog/exlint.toml", "ignore = ['prose']\n")
    said = shell.process("-", "--output-format", "concise", stdin=DOUBLED.encode())
    assert said.out.startswith("-:3:5: warning: ")
    assert said.code == 1
    named = shell.process("-", "--stdin-filename", "x/y.md", stdin=DOUBLED.encode())
    assert named.out.startswith("x/y.md:3:5: warning: ")
    quiet = shell.process("-", "--stdin-filename", "blog/y.md", stdin=DOUBLED.encode())
    assert quiet.out == "No problems in 1 file\n"
    broken = shell.process("-", "--stdin-filename", "y.md", stdin=b"\xff\xfea")
    assert broken.out.startswith("y.md:1:1: error: ")
    assert broken.out.count("unreadable-file") == 1


def test_what_stands_on_disk_is_not_read_for_standard_input(shell: Shell) -> None:
    shell.write("a.md", DOUBLED)
    said = shell.process("-", "--stdin-filename", "a.md", stdin=b"# Squat\n")
    assert said == type(said)(0, "No problems in 1 file\n", "")


def test_verbose_says_what_was_found_out(shell: Shell) -> None:
    said = shell.exlint("-v", str(ROOT / "examples" / "content"))
    err = said.err.splitlines()
    assert err[0].startswith("configuration: ")
    assert err[0].endswith("examples/exlint.toml")
    assert err[1].endswith("examples/content (47 files)")
    assert err[2] == "base URL: https://moves.example"
    assert err[3] == "page types: 31 hub, 13 exercise, 2 of no type, 1 comparison"
    assert "base URL" not in said.out


def test_the_base_url_is_detected(shell: Shell) -> None:
    for path in ("content/a.md", "content/b.md", "content/c.md"):
        links = "".join(f"[see]({url}/{name})\n" for url, name in LINKS)
        shell.write(path, f"# {path[8]} page\n\n{links}")
    said = shell.exlint("-v")
    assert "base URL: https://moves.example (detected)" in said.err.splitlines()
    assert "content root: content (3 files)" in said.err.splitlines()


LINKS = [
    ("https://moves.example", "a"),
    ("https://moves.example", "b"),
    ("https://moves.example", "c"),
    ("https://elsewhere.example", "a"),
    ("https://elsewhere.example", "d"),
    ("https://elsewhere.example", "e"),
]


def test_one_page_is_checked_with_all_others_in_view(shell: Shell) -> None:
    shell.write("exlint.toml", "")
    shell.write("a.md", "# A page\n\n[b](b.md#tips), [c](b.md#gone), [d](d.md)\n")
    shell.write("b.md", f"{DOUBLED}\n## Tips\n\nGo on.\n")
    said = shell.exlint("a.md", "--select", "links", "--output-format", "concise")
    lines = said.out.splitlines()
    assert [line.partition(": ")[0] for line in lines] == [
        *("a.md:3:25", "a.md:3:41"),
        "Found 2 problems (2 errors) in 1 of 1 file",
    ] or len(lines) == 3
    assert {line.rpartition(" ")[2] for line in lines[:2]} == {
        "[broken-anchor]",
        "[broken-link]",
    }


def test_page_types_of_the_user(shell: Shell) -> None:
    shell.write(
        "schema/recipe.schema.json",
        json.dumps(
            {
                "type": "object",
                "required": ["steps"],
                "properties": {
                    "steps": {
                        "type": "array",
                        "x-markdown": {"section": "Method", "as": "ordered-list"},
                    }
                },
            }
        ),
    )
    shell.write("exlint.toml", "types.'recipes/**' = 'schema/recipe.schema.json'\n")
    shell.write("recipes/soup.md", "# Soup\n\nBoil it.\n")
    said = shell.exlint("--output-format", "concise", "--select", "missing-section")
    assert said.out.startswith("recipes/soup.md:1:1: error: no section 'Method'")
    shell.write("exlint.toml", "schemas = ['schema/*']\ntypes.'/recipes' = 'recipe'\n")
    again = shell.exlint("--output-format", "concise", "--select", "missing-section")
    assert again == said


def test_comments_silence_rules(shell: Shell) -> None:
    comment = "<!-- exlint-disable-file doubled-word -- it is a quotation -->"
    shell.write("a.md", f"{DOUBLED}\n{comment}\n")
    assert shell.exlint().out == "No problems in 1 file\n"
    shell.write("a.md", f"# Squat\n\n{comment}\n")
    assert "[unused-suppression]" in shell.exlint().out


def test_version_and_help(shell: Shell) -> None:
    assert shell.exlint("--version").out == f"exlint, version {__version__}\n"
    assert shell.exlint("--help").out == shell.exlint("-h").out
    for command in ("check", "extract", "rule", "rules", "schema"):
        assert f"\n  {command} " in shell.exlint("--help").out
        assert f"Usage: exlint {command}" in shell.exlint(command, "--help").out
