"""`--write-baseline` and after: only what is new is shown."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.cli.conftest import Shell

NAME = ".exlint-baseline.json"
OLD = "# Squat\n\nPush The forward.\n\nSit down down now.\n"
CONCISE = ("--output-format", "concise")


def known(file: str = NAME) -> dict[str, list[str]]:
    """The rules of a baseline by path."""
    findings = json.loads(Path(file).read_text("utf-8"))["findings"]
    return {path: [row["rule"] for row in rows] for path, rows in findings.items()}


def test_only_what_is_new_is_shown(shell: Shell) -> None:
    page = shell.write("a.md", OLD)
    said = shell.exlint("--write-baseline")
    assert said == type(said)(0, "", f"exlint: {NAME}: 2 findings known from now on\n")
    assert known() == {"a.md": ["dangling-article", "doubled-word"]}
    said = shell.exlint()
    assert said == type(said)(0, "No new problems in 1 file; 2 known\n", "")
    page.write_text(f"# Squat\n\nAnd more.\n{OLD[7:]}\nLower The back down.\n")
    said = shell.exlint(*CONCISE)
    assert said.code == 1
    assert said.out.splitlines()[0].startswith("a.md:10:7: error: ")
    assert said.out.endswith("Found 1 problem (1 error) in 1 of 1 file; 2 known\n")
    assert json.loads(shell.exlint("--output-format", "json").out)[0]["location"] == {
        "row": 10,
        "column": 7,
    }


def test_it_does_not_matter_from_where_exlint_is_started(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell.write("exlint.toml", "")
    shell.write("content/a.md", OLD)
    shell.exlint("--write-baseline", "content")
    assert known() == {"content/a.md": ["dangling-article", "doubled-word"]}
    monkeypatch.chdir("content")
    assert shell.exlint().out.endswith("; 2 known\n")
    assert shell.exlint("a.md").out.endswith("; 2 known\n")


def test_stale_findings_are_told_and_dropped_on_demand(shell: Shell) -> None:
    page = shell.write("a.md", OLD)
    gone = shell.write("gone.md", OLD.replace("Squat", "Lunge"))
    shell.exlint("--write-baseline")
    page.write_text(OLD.replace("down down", "down"))
    gone.unlink()
    said = shell.exlint()
    assert said.err.startswith(f"exlint: {NAME}: ")
    assert said.err.endswith("no longer there: --prune-baseline drops them\n")
    assert said.code == 0
    count = sum(map(len, known().values()))
    said = shell.exlint("--prune-baseline")
    assert said.err == f"exlint: {NAME}: {count - 1} findings dropped\n"
    assert known() == {"a.md": ["dangling-article"]}
    assert shell.exlint().err == ""


def test_a_part_of_the_pages_or_rules_says_nothing_of_the_others(shell: Shell) -> None:
    shell.write("a.md", OLD)
    shell.write("b.md", OLD.replace("Squat", "Lunge"))
    shell.exlint("--write-baseline")
    before = Path(NAME).read_text("utf-8")
    for arguments in (
        ("a.md",),
        ("--select", "doubled-word"),
        ("a.md", "--ignore", "prose"),
    ):
        assert shell.exlint(*arguments, "--prune-baseline").err == ""
        assert shell.exlint(*arguments, "--write-baseline").code == 0
        assert Path(NAME).read_text("utf-8") == before


def test_what_stands_in_the_file_is_known_with_its_rule_and_message(
    shell: Shell,
) -> None:
    shell.write("b.md", OLD.replace("Squat", "Lunge"))
    shell.write("a.md", OLD)
    shell.exlint("--write-baseline")
    text = Path(NAME).read_text("utf-8")
    shell.exlint("--write-baseline")
    assert Path(NAME).read_text("utf-8") == text
    assert text.index('"a.md"') < text.index('"b.md"')
    assert sum('"rule": "doubled-word"' in line for line in text.splitlines()) == 2


def test_the_file_can_be_named(shell: Shell) -> None:
    shell.write("a.md", OLD)
    assert shell.exlint("--write-baseline", "--baseline", "known.json").code == 0
    assert known("known.json")
    assert shell.exlint().code == 1
    assert shell.exlint("--baseline", "known.json").code == 0
    shell.write("exlint.toml", "baseline = 'known.json'\n")
    assert shell.exlint().code == 0
    assert shell.exlint("--no-baseline").code == 1


@pytest.mark.parametrize(
    ("arguments", "config", "message"),
    [
        (("--baseline", "gone.json"), "", "--baseline: no such file: gone.json; "),
        ((), "baseline = 'x.json'", "exlint.toml:1: no such file: x.json; "),
        ((), "baseline = 'a.md'", "a.md: is not JSON: "),
        (("--no-baseline", "--write-baseline"), "", "--no-baseline: leave the other"),
        (("--no-baseline", "--fix"), "", "--no-baseline: leave --fix out"),
    ],
)
def test_what_is_wrong_is_told(
    shell: Shell, arguments: tuple[str, ...], config: str, message: str
) -> None:
    shell.write("a.md", OLD)
    shell.write("exlint.toml", config)
    said = shell.exlint(*arguments)
    assert said.code == 2
    assert said.out == ""
    assert said.err.startswith(f"exlint: {message}")


def test_standard_input_is_no_baseline(shell: Shell) -> None:
    said = shell.process("-", "--write-baseline", stdin=OLD.encode())
    assert said.err == "exlint: --write-baseline: leave '-' out\n"
    assert said.code == 2


def test_a_run_that_fails_is_no_baseline(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell.write("a.md", OLD)
    monkeypatch.setattr("exlint.first_pass.read_document", lambda *_: 1 / 0)
    said = shell.exlint("--write-baseline")
    assert said.code == 2
    assert known() == {}


def test_known_findings_are_not_fixed(shell: Shell) -> None:
    page = shell.write("a.md", OLD)
    shell.exlint("--write-baseline")
    page.write_text(OLD + "\nIt is  it it.\n")
    said = shell.exlint("--fix")
    assert page.read_text() == OLD + "\nIt is it.\n"
    assert said.code == 0
    assert said.out == "No new problems in 1 file; 2 known\n"


def test_what_a_fix_leaves_in_its_line_stays_known(shell: Shell) -> None:
    page = shell.write("a.md", OLD)
    shell.exlint("--write-baseline")
    page.write_text(OLD.replace("Push The forward.", "It is  so: push The forward."))
    said = shell.exlint("--fix", *CONCISE)
    assert "[dangling-article]" in said.out  # its line is another now
    page.write_text(OLD)
    shell.exlint("--write-baseline", "--select", "dangling-article")
    page.write_text(OLD)
    said = shell.exlint("--fix", "--ignore", "doubled-word")
    assert (said.code, page.read_text()) == (0, OLD)


def test_a_fix_beside_a_known_finding_moves_its_identity(shell: Shell) -> None:
    text = "# Squat\n\nPush The forward, and and down.\n"
    page = shell.write("a.md", text)
    shell.exlint("--write-baseline", "--select", "dangling-article")
    said = shell.exlint("--fix")
    assert page.read_text() == text.replace("and and", "and")
    assert said.code == 0
    again = shell.exlint()
    assert again.out == "No new problems in 1 file; 1 known\n"
    assert again.err == ""


def test_fix_and_write(shell: Shell) -> None:
    page = shell.write("a.md", OLD)
    assert shell.exlint("--fix", "--write-baseline").code == 0
    assert page.read_text() == OLD.replace("down down", "down")
    assert known() == {"a.md": ["dangling-article"]}


PARAGRAPHS = (
    "Push The forward.",
    "Push The forward, and and down.",
    "Sit down down now.",
    "It is  so.",
    "Fine text stands here.",
    "Lower The back  back down.",
)


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    old=st.lists(st.sampled_from(PARAGRAPHS), max_size=6),
    new=st.lists(st.sampled_from(PARAGRAPHS), max_size=3),
    seed=st.integers(),
)
def test_nothing_is_lost_or_invented(
    shell: Shell, old: list[str], new: list[str], seed: int
) -> None:
    """A baseline, other paragraphs, another order, fixes: the old stays known."""

    def write(parts: list[str]) -> None:
        shell.write(
            "a.md", "# Squat\n\n" + "".join(f"{part}\n\n" for part in parts) + "End.\n"
        )

    def rules(*arguments: str) -> list[str]:
        rows = json.loads(shell.exlint(*arguments, "--output-format", "json").out)
        return sorted(row["code"] for row in rows)

    write(old)
    shell.exlint("--write-baseline")
    parts = old + new
    random.Random(seed).shuffle(parts)
    write(parts)
    first, everything = rules(), rules("--no-baseline")
    write(old)
    before = rules("--no-baseline")
    write(parts)
    assert sorted(first + before) == everything
    fixed = rules("--fix")
    unfixable = [name for name in first if name == "dangling-article"]
    assert fixed == unfixable
    assert rules("--no-baseline") == sorted(before + unfixable)
    assert rules() == unfixable
    Path(NAME).unlink()
