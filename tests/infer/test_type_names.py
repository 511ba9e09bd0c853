"""What inferred types are called."""

from __future__ import annotations

import pytest

from tests.infer.plants import garden
from tests.infer.support import inferred

NOTE = "# Week {0}\n\n## Done\n\nWeeded bed {0}.\n\n## Next\n\nSow row {0}.\n"


def names(*folders: str, text: str = NOTE) -> list[str]:
    """The types of four pages in each folder, beside the garden."""
    notes = {
        f"{folder}/week-{n}.md": text.format(n) for folder in folders for n in range(4)
    }
    return [kind.name for kind in inferred({**garden(), **notes}).types]


@pytest.mark.parametrize(
    ("folder", "name"),
    [
        ("notes", "note"),
        ("docs/Diaries", "diary"),
        ("site/_boxes/2024", "box"),
        ("content", "page"),
        ("weekly notes", "weekly-note"),
        ("Tägliche Notizen #1", "tagliche-notizen-1"),
        ("日記", "page"),
        ("vocabulary", "vocabulary-page"),
        ("plants", "plant-2"),
        ("plant", "plant-2"),
    ],
)
def test_types_are_named_after_their_folders(folder: str, name: str) -> None:
    assert names(folder) == ["plant", name]


def test_the_layout_that_pages_name_is_the_type() -> None:
    text = f"---\nlayout: Diary.html\n---\n\n{NOTE}"
    assert names("a", text=text) == ["plant", "diary"]
