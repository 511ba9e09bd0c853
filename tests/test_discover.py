"""Which files a run is about, on real folders."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from exlint.config import Configs
from exlint.discover import content_root, find_pages, walk
from exlint.paths import absolute, shown

NOBODY = Configs(lambda: ())
IS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0


@pytest.fixture(autouse=True)
def _at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def make(*paths: str, text: str = "# Squat\n") -> None:
    """Make files, and folders where a path ends with a slash."""
    for path in paths:
        if path.endswith("/"):
            Path(path).mkdir(parents=True, exist_ok=True)
        else:
            Path(path).parent.mkdir(parents=True, exist_ok=True)
            Path(path).write_text(text, "utf-8")


def git(*command: str) -> str:
    done = subprocess.run(
        ("git", *command), check=True, capture_output=True, encoding="utf-8"
    )
    return done.stdout


def pages(*starts: str, configs: Configs | None = None) -> list[str]:
    """The pages that paths name, as reports show them."""
    batches = find_pages(map(absolute, starts or (".",)), configs or Configs(tuple))
    return [shown(path) for batch in batches for path in batch.pages]


def walked(start: str = ".") -> list[str]:
    return [
        f"{shown(folder.path)}/{name}".removeprefix("./")
        for folder in walk(absolute(start))
        for name in folder.files
    ]


def test_pages_are_known_by_their_suffix() -> None:
    make("a.md", "b.markdown", "c.mdx", "d.txt", "e/f.md", "e/g.html", "h.md.bak")
    assert pages() == ["a.md", "b.markdown", "c.mdx", "e/f.md"]


def test_the_order_is_that_of_names() -> None:
    make("b/z.md", "b/a.md", "a/m.md", "c.md", "a.md")
    assert pages() == ["a.md", "c.md", "a/m.md", "b/a.md", "b/z.md"]


def test_each_page_is_found_once() -> None:
    make("content/a.md", "content/b.md")
    assert pages("content", "content/a.md", ".", "./content") == [
        "content/a.md",
        "content/b.md",
    ]


def test_hidden_folders_and_those_of_tools_are_passed_over() -> None:
    make("a.md", ".venv/b.md", ".git/c.md", "node_modules/d/e.md", ".hidden/f.md")
    assert pages() == ["a.md"]
    assert pages(".hidden") == [".hidden/f.md"]


def test_a_named_file_is_always_a_page() -> None:
    make("notes.txt", ".hidden/a.md", ".gitignore", text="*\n")
    make("exlint.toml", text='exclude = ["*.txt"]\n')
    assert pages() == []
    assert pages("notes.txt", ".hidden/a.md") == ["notes.txt", ".hidden/a.md"]


def test_a_folder_named_as_a_page_is_a_folder() -> None:
    make("x.md/inner.md")
    assert pages() == ["x.md/inner.md"]
    assert pages("x.md") == ["x.md/inner.md"]


def test_git_and_exlint_pass_over_the_same_files() -> None:
    make(
        *("a.md", "build/b.md", "docs/build/c.md", "keep/d.md", "keep/e.md"),
        *("deep/x/f.md", "deep/y/f.md", "deep/y/only.md", "odd [1].md", "tmp/g.md"),
        *("sub/h.md", "sub/i.md", "sub/k/i.md", "slash/a/b.md", "slash/b.md"),
    )
    make(
        ".gitignore",
        text="# comment\nbuild/\nkeep/*\n!keep/e.md\n/slash/b.md\ndeep/**/f.md\n"
        "odd \\[1\\].md\ntmp\n!\n",
    )
    make("sub/.gitignore", text="i.md\n!/i.md\n")
    git("init", "-q")
    git("add", ".")
    tracked = git("ls-files").splitlines()
    assert sorted(pages()) == sorted(name for name in tracked if name.endswith(".md"))
    assert sorted(walked()) == sorted(tracked)


def test_what_stands_above_is_heeded_within() -> None:
    make("content/drafts/a.md", "content/b.md")
    make(".gitignore", text="drafts/\n")
    git("init", "-q")
    assert pages("content") == ["content/b.md"]
    assert pages("content/drafts") == ["content/drafts/a.md"], "it was asked for"


def test_the_configuration_excludes() -> None:
    make("a.md", "drafts/b.md", "docs/drafts/c.md", "docs/d.md", "docs/e.txt")
    make("exlint.toml", text='include = ["*.md", "*.txt"]\nexclude = ["/drafts/"]\n')
    assert pages() == ["a.md", "docs/d.md", "docs/e.txt", "docs/drafts/c.md"]
    make("docs/exlint.toml", text='exclude = ["d.md"]\n')
    assert pages() == ["a.md", "docs/drafts/c.md"]


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="no links here")
def test_links_do_no_harm() -> None:
    make("a/page.md", "elsewhere/other.md")
    Path("a/up").symlink_to("..")
    Path("loop.md").symlink_to("loop.md")
    Path("broken.md").symlink_to("nowhere.md")
    Path("linked.md").symlink_to("a/page.md")
    Path("folder").symlink_to("elsewhere")
    assert pages() == [
        "broken.md",
        "linked.md",
        "loop.md",
        "a/page.md",
        "elsewhere/other.md",
    ]
    assert pages("folder") == ["folder/other.md"], "it was asked for"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_no_page() -> None:
    make("a.md")
    os.mkfifo("pipe.md")
    assert pages() == ["a.md"]


@pytest.mark.skipif(IS_ROOT, reason="root may read everything")
def test_a_folder_that_cannot_be_listed_is_told() -> None:
    make("a.md", "secret/b.md")
    Path("secret").chmod(0)
    try:
        (batch,) = find_pages([absolute(".")], NOBODY)
    finally:
        Path("secret").chmod(0o755)
    assert [shown(path) for path in batch.pages] == ["a.md"]
    (trouble,) = batch.troubles
    assert trouble.path == "secret"
    assert trouble.reason == "cannot be listed: Permission denied"


def test_a_folder_that_has_vanished_is_told() -> None:
    (folder,) = walk(absolute("gone"))
    assert folder.trouble is not None
    assert folder.trouble.path == "gone"
    assert folder.trouble.reason.startswith("cannot be listed: ")


def test_the_content_root() -> None:
    make("repo/content/a.md")
    here = absolute(".")
    configs = Configs(tuple)

    def root(start: str) -> str:
        folder = absolute("repo/content")
        return shown(content_root(configs.of(folder), folder, absolute(start)))

    assert root("repo/content") == "repo/content", "the folder that is named"
    assert root("repo/content/a.md") == ".", "the working directory"
    make("repo/.git/")
    assert root("repo/content") == root("repo/content/a.md") == "repo"
    make("repo/content/exlint.toml", text="")
    configs = Configs(tuple)
    assert root("repo/content/a.md") == "repo/content", "the configuration's folder"
    make("repo/content/exlint.toml", text='[links]\ncontent-root = "../.."\n')
    configs = Configs(tuple)
    assert root("repo/content/a.md") == shown(here)


def test_sites_of_one_repository_are_told_apart() -> None:
    for number in range(10):
        make(f"sites/{number}/a.md", f"sites/{number}/deep/b.md")
        make(f"sites/{number}/exlint.toml", text="")
    make("c.md", ".git/")
    batches = find_pages([absolute(".")], Configs(tuple))
    roots = {shown(batch.root): len(batch.pages) for batch in batches}
    assert roots == {".": 1, **{f"sites/{number}": 2 for number in range(10)}}
