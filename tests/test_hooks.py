"""The hooks for pre-commit, installed from this checkout and run by real commits."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from tests.support import ROOT

BAD = "# Squat\n\nStand tall, then sit sit down.\n"
GOOD = "# Squat\n\nStand tall, then sit down.\n"
COMMIT = ("git", "commit", "--message", "A page")
PRE_COMMIT = (sys.executable, "-m", "pre_commit")
ENVIRONMENT = {
    **{key: value for key, value in os.environ.items() if not key.startswith("GIT_")},
    "GIT_CONFIG_GLOBAL": os.devnull,
    **{f"GIT_{who}_NAME": "Nobody" for who in ("AUTHOR", "COMMITTER")},
    **{f"GIT_{who}_EMAIL": "nobody@example.org" for who in ("AUTHOR", "COMMITTER")},
}


@dataclass(frozen=True)
class Repository:
    """A git repository, and commands run in it."""

    folder: Path
    home: Path
    """Where pre-commit keeps what it installs."""

    def run(self, *command: str) -> tuple[int, str]:
        """Run a command; return its exit code and what it said."""
        done = subprocess.run(
            command,
            cwd=self.folder,
            env={**ENVIRONMENT, "PRE_COMMIT_HOME": str(self.home)},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        return done.returncode, done.stdout

    def must(self, *command: str) -> str:
        """Run a command that may not fail."""
        code, said = self.run(*command)
        assert code == 0, said
        return said.strip()

    def add(self, path: str, text: str) -> None:
        """Write a file and stage it."""
        (self.folder / path).write_text(text, "utf-8", newline="\n")
        self.must("git", "add", path)


def repository(folder: Path, home: Path) -> Repository:
    folder.mkdir()
    made = Repository(folder, home)
    made.must("git", "init", "--quiet")
    return made


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """A repository that holds this checkout as it is, committed or not."""
    folder = tmp_path_factory.mktemp("exlint")
    made = repository(folder / "checkout", folder / "pre-commit")
    listed = subprocess.run(
        ("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"),
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    if listed.returncode:
        pytest.skip("not in a git repository")
    for name in filter(None, os.fsdecode(listed.stdout).split("\0")):
        if (ROOT / name).is_file():
            copy = made.folder / name
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes((ROOT / name).read_bytes())
    made.must("git", "add", "--all")
    made.must("git", "commit", "--quiet", "--message", "As it is")
    return made


@pytest.fixture
def site(tmp_path: Path, checkout: Repository) -> Repository:
    """The repository of a user."""
    return repository(tmp_path / "site", checkout.home)


def install(site: Repository, checkout: Repository, *hooks: str) -> None:
    """Install hooks of the checkout, as a user does."""
    source = {
        "repo": checkout.folder.as_posix(),
        "rev": checkout.must("git", "rev-parse", "HEAD"),
        "hooks": [{"id": hook} for hook in hooks],
    }
    site.add(".pre-commit-config.yaml", yaml.safe_dump({"repos": [source]}))
    site.must(*PRE_COMMIT, "install")


def test_a_bad_page_is_refused_and_a_good_one_is_not(
    checkout: Repository, site: Repository
) -> None:
    install(site, checkout, "exlint", "exlint-corpus")
    site.add("squat.md", BAD)
    code, said = site.run(*COMMIT)
    assert code == 1
    for hook in ("exlint", "exlint-corpus"):
        assert f"- hook id: {hook}\n- exit code: 1\n" in said
    assert said.count("squat.md:3:18: warning: 'sit' stands twice") == 2
    assert site.run("git", "rev-parse", "HEAD")[0] != 0  # nothing is committed

    site.add("squat.md", GOOD)
    said = site.must(*COMMIT)
    assert "exlint" in said
    assert site.must("git", "show", "HEAD:squat.md") == GOOD.strip()

    site.add("other.md", GOOD.replace("Squat", "Lunge"))
    (site.folder / "squat.md").write_text(BAD, "utf-8")
    site.must(*COMMIT)  # what is not part of the commit does not count


def test_a_fix_is_added_to_the_commit_by_hand(
    checkout: Repository, site: Repository
) -> None:
    install(site, checkout, "exlint-fix")
    site.add("squat.md", BAD)
    code, said = site.run(*COMMIT)
    assert code == 1
    assert "- files were modified by this hook" in said
    assert (site.folder / "squat.md").read_text("utf-8") == GOOD
    site.must("git", "add", "squat.md")
    site.must(*COMMIT)


def test_try_repo(checkout: Repository, site: Repository) -> None:
    site.add("squat.md", BAD)
    code, said = site.run(*PRE_COMMIT, "try-repo", str(checkout.folder), "exlint")
    assert code == 1
    assert "squat.md:3:18: warning: 'sit' stands twice" in said
