"""Patterns as `.gitignore` has them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pathspec import GitIgnoreSpec

from exlint.globs import Globs

PARTS = st.sampled_from(["a", "b.md", ".md", "x.log", "md", "c.MD", "d.md.txt"])


@given(
    st.lists(st.sampled_from(["*.md", "*.log", "*.txt"]), min_size=1),
    st.lists(PARTS, min_size=1, max_size=4),
    st.booleans(),
)
def test_plain_endings_are_read_as_git_reads_them(
    patterns: list[str], parts: list[str], is_folder: bool
) -> None:
    path = "/".join(parts) + ("/" if is_folder else "")
    spec = GitIgnoreSpec.from_lines(patterns)
    globs = Globs("/site", tuple(patterns))
    assert globs.match(f"/site/{path}") == spec.match_file(path)


@pytest.mark.parametrize("path", ["/site/a.md", "/elsewhere/a.md"])
def test_a_pattern_without_a_folder_counts_everywhere(path: str) -> None:
    assert Globs("/site", ("*.md",)).match(path)


@given(
    st.lists(st.sampled_from(["*.md", "*.log", "/a/", "b.md/", "!x.log"]), max_size=3),
    st.lists(PARTS, max_size=3),
    st.lists(PARTS, unique=True),
)
def test_the_files_of_a_folder_are_matched_together_as_alone(
    patterns: list[str], parts: list[str], names: list[str]
) -> None:
    globs, folder = Globs("/site", tuple(patterns)), "/".join(("/site", *parts))
    paths = [f"{folder}/{name}" for name in names]
    assert list(globs.among(paths, folder)) == list(filter(globs.match, paths))
