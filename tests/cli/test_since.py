"""`--since`: what has changed since a revision, and what that causes elsewhere."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import Shell

OLD = "# {}\n\nPush The forward.\n\nSit down.\n\nSee [that one]({}.md).\n"
CONCISE = ("--output-format", "concise")


def git(*arguments: str) -> None:
    identity = ("-c", "user.name=An Editor", "-c", "user.email=editor@moves.example")
    subprocess.run(["git", *identity, *arguments], check=True, capture_output=True)


@pytest.fixture
def repository(shell: Shell) -> Shell:
    """Pages with an old finding each, and links from one to the next."""
    git("init", "-q")
    for name, other in (("squat", "lunge"), ("lunge", "row"), ("row", "squat")):
        shell.write(f"content/{name}.md", OLD.format(name.title(), other))
    git("add", "-A")
    git("commit", "-qm", "Start")
    return shell


def found(shell: Shell, *arguments: str) -> list[str]:
    """Path, line and rule of what is shown."""
    lines = shell.exlint(*CONCISE, *arguments).out.splitlines()[:-1]
    parts = (line.split(":") for line in lines)
    return [f"{path}:{line} {rest[-1].split()[-1]}" for path, line, *rest in parts]


def test_without_changes_there_is_nothing(repository: Shell) -> None:
    assert len(found(repository)) == 3
    said = repository.exlint("--since", "HEAD")
    assert said == type(said)(0, "No problems in 3 files\n", "")


def test_only_changed_lines(repository: Shell) -> None:
    page = Path("content/squat.md")
    page.write_text(
        "# Squat\n\nA word more.\n\nPush The forward.\n\nSit down down.\n\n"
        "See [that one](lunge.md).\n"
    )
    assert found(repository, "--since", "HEAD") == ["content/squat.md:7 [doubled-word]"]
    git("commit", "-qam", "Change")
    assert found(repository, "--since", "HEAD") == []
    assert len(found(repository, "--since", "HEAD~1")) == 1
    assert found(repository, "--since", "HEAD~1", "content/row.md") == []


def test_a_new_page_is_new_in_all_its_lines(repository: Shell) -> None:
    repository.write("content/press.md", OLD.format("Press", "row"))
    shown = found(repository, "--since", "HEAD")
    assert "content/press.md:3 [dangling-article]" in shown
    assert all(line.startswith("content/press.md:") for line in shown)


def test_a_removed_page_breaks_the_links_of_others(repository: Shell) -> None:
    Path("content/lunge.md").unlink()
    assert found(repository, "--since", "HEAD") == ["content/squat.md:7 [broken-link]"]
    git("commit", "-qam", "Remove")
    assert found(repository, "--since", "HEAD") == []
    assert found(repository, "--since", "HEAD~1") == [
        "content/squat.md:7 [broken-link]"
    ]


def test_a_removed_heading_breaks_anchors_of_others(repository: Shell) -> None:
    repository.write("content/row.md", "# Row\n\n## Tips\n\nKeep your back straight.\n")
    repository.write("content/a.md", "# A\n\nSee [the tips](row.md#tips) for that.\n")
    git("add", "-A")
    git("commit", "-qm", "Tips")
    Path("content/row.md").write_text("# Row\n\n## Hints\n\nKeep your back straight.\n")
    (line,) = found(repository, "--since", "HEAD")
    assert line.startswith("content/a.md:3 ")


def test_a_new_page_with_the_name_of_an_old_one(repository: Shell) -> None:
    repository.write("content/squat-2.md", "# Squat\n\nSit down otherwise.\n")
    shown = found(repository, "--since", "HEAD")
    assert "content/squat-2.md:1 [duplicate-title]" in shown
    assert "content/squat.md:3 [dangling-article]" not in shown


def test_a_cause_in_another_line_of_the_page(repository: Shell) -> None:
    """The finding stands in a line that nobody touched."""
    text = "# A\n\n<!-- exlint-disable-next-line doubled-word -->\nIt is it it.\n"
    repository.write("content/a.md", text)
    git("add", "-A")
    git("commit", "-qm", "A")
    repository.write("content/a.md", "# A\n\nIt is it it.\n")
    assert found(repository, "--since", "HEAD") == ["content/a.md:3 [doubled-word]"]


def test_only_what_is_new_is_fixed(repository: Shell) -> None:
    text = "# A\n\nIt is it it.\n\nSo be be it.\n"
    page = repository.write("content/a.md", text.replace("be be", "be"))
    git("add", "-A")
    git("commit", "-qm", "A")
    page.write_text(text)
    assert repository.exlint("--since", "HEAD", "--fix").code == 0
    assert page.read_text() == text.replace("be be", "be")


def test_with_a_baseline(repository: Shell) -> None:
    assert repository.exlint("--write-baseline").code == 0
    page = Path("content/squat.md")
    page.write_text(page.read_text().replace("Sit down.", "Sit down down."))
    assert found(repository, "--since", "HEAD") == ["content/squat.md:5 [doubled-word]"]
    assert repository.exlint("--since", "HEAD").err == ""


def test_from_a_folder_below(
    repository: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("content/lunge.md").unlink()
    monkeypatch.chdir("content")
    assert found(repository, "--since", "HEAD") == ["squat.md:7 [broken-link]"]


def test_what_is_wrong_is_told(shell: Shell) -> None:
    shell.write("a.md")
    said = shell.exlint("--since", "HEAD")
    assert said.code == 2
    assert said.err.startswith("exlint: --since: ")
    git("init", "-q")
    said = shell.exlint("--since", "no-such-branch")
    assert said.code == 2
    assert said.err == "exlint: --since: git knows no revision 'no-such-branch'\n"
