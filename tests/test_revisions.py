"""What git says has changed, with real repositories."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from exlint.errors import UserError
from exlint.files import Unreadable
from exlint.revisions import changes_since
from exlint.text import Source

LINES = "".join(f"line {number}\n" for number in range(1, 11))


def git(folder: Path, *arguments: str) -> None:
    identity = ("-c", "user.name=An Editor", "-c", "user.email=editor@moves.example")
    subprocess.run(
        ["git", "-C", str(folder), *identity, *arguments],
        check=True,
        capture_output=True,
    )


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    git(tmp_path, "init", "-q")
    for name in ("a.md", "gone.md", "same.md", "ünï cödé.md"):
        (tmp_path / name).write_text(LINES, "utf-8")
    (tmp_path / ".gitignore").write_text("ignored.md\n", "utf-8")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-qm", "Start")
    return tmp_path


def test_changed_lines(repository: Path) -> None:
    text = LINES.replace("line 3\n", "line three\nand more\n").replace("line 9\n", "")
    (repository / "a.md").write_text(text, "utf-8")
    (repository / "ünï cödé.md").write_text(LINES + "@@ -1 +1 @@\n", "utf-8")
    (repository / "gone.md").unlink()
    (repository / "new.md").write_text("new\n", "utf-8")
    (repository / "ignored.md").write_text("new\n", "utf-8")
    (repository / "staged.md").write_text("new\n", "utf-8")
    git(repository, "add", "staged.md")
    changes = changes_since(str(repository), "HEAD")
    assert set(changes.lines) == {"a.md", "ünï cödé.md", "new.md", "staged.md"}
    assert changes.removed == {"gone.md"}
    assert changes.lines["new.md"] is None
    changed = {line for line in range(1, 12) if changes.touches("a.md", line, line)}
    assert changed == {3, 4}
    assert changes.touches("a.md", 1, 3)
    assert changes.touches("ünï cödé.md", 11, 11)
    assert not changes.touches("ünï cödé.md", 1, 10)
    assert not changes.touches("same.md", 1, 10)


def test_a_changed_file_as_it_was(repository: Path) -> None:
    (repository / "a.md").write_text("other\n", "utf-8")
    (repository / "new.md").write_text("new\n", "utf-8")
    changes = changes_since(str(repository), "HEAD")
    before = changes.before("a.md")
    assert isinstance(before, Source)
    assert before.text == LINES
    assert isinstance(changes.before("new.md"), Unreadable)


def test_since_a_commit_further_back(repository: Path) -> None:
    (repository / "a.md").write_text(LINES + "more\n", "utf-8")
    git(repository, "commit", "-qam", "More")
    assert changes_since(str(repository), "HEAD").lines == {}
    assert changes_since(str(repository), "HEAD~1").touches("a.md", 11, 11)


def test_paths_are_relative_to_the_working_directory(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = repository / "content"
    folder.mkdir()
    (folder / "b.md").write_text("b\n", "utf-8")
    monkeypatch.chdir(folder)
    (repository / "a.md").write_text("other\n", "utf-8")
    changes = changes_since(".", "HEAD")
    assert set(changes.lines) == {"../a.md", "b.md"}
    assert isinstance(changes.before("../a.md"), Source)


@pytest.mark.parametrize("revision", ["no-such-branch", "--output=x", "HEAD:a.md"])
def test_a_wrong_revision_is_told(repository: Path, revision: str) -> None:
    with pytest.raises(UserError, match="--since"):
        changes_since(str(repository), revision)
    assert not (repository / "x").exists()


def test_outside_of_a_repository(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="--since"):
        changes_since(str(tmp_path), "HEAD")
