"""In a job of GitHub's: annotations, and the rest in the summary of the job."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Shell


@pytest.fixture
def pages(shell: Shell) -> Shell:
    for number in range(12):
        shell.write(f"{number:02}.md", "# Squat\n\nStand  tall, then sit sit down.\n")
    return shell


def test_the_summary_is_added_to(pages: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    summary = pages.write("summary.txt", "# Earlier\n")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    arguments = ("--output-format", "github", "--select", "doubled-word")
    said = pages.exlint(*arguments)
    assert said.code == 1
    assert said.out.count("::warning file=") == 10
    assert said.out.endswith("exlint: 2 more findings; see the job's summary\n")
    text = summary.read_text("utf-8")
    assert text.startswith("# Earlier\n### exlint\n\nFound 12 problems")
    assert text.count("doubled-word.md)") == 12


def test_other_formats_leave_the_summary_alone(
    pages: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(pages.folder / "summary.txt"))
    pages.exlint("--output-format", "concise")
    assert not (pages.folder / "summary.txt").exists()


def test_several_formats_each_to_its_own_file(pages: Shell) -> None:
    names = ("sarif", "gitlab", "junit", "rdjson", "checkstyle", "markdown", "jsonl")
    options = [f"--output-format={name}:{name}.out" for name in names]
    said = pages.exlint(*options, "--output-format", "concise")
    assert "Found" in said.out
    for name in names:
        assert "doubled-word" in (pages.folder / f"{name}.out").read_text("utf-8")
