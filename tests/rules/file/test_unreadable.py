"""What is no page: the reasons that `unreadable-file` gives."""

from __future__ import annotations

from pathlib import Path

import pytest

from exlint.files import Unreadable, decode, read_source
from exlint.text import BOM, Source


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"# Squat\n\nCaf\xe9.\n", "is not UTF-8: byte 0xe9 in line 3"),
        (b"# Squat \xf0\x9f\x92", "is not UTF-8: byte 0xf0 in line 1"),
        (b"# Squat \xed\xa0\x80\n", "is not UTF-8: byte 0xed in line 1"),
        ("# Squat\n".encode("utf-16"), "is UTF-16, expected UTF-8"),
        ("# Squat\n".encode("utf-16-le"), "is not text: a NUL byte in line 1"),
        (b"# Squat\n\nStand\0tall.\n", "is not text: a NUL byte in line 3"),
        (b"x" * 101, "is larger than 100 bytes"),
    ],
)
def test_what_is_no_page_says_why(content: bytes, reason: str) -> None:
    assert decode("page.md", content, limit=100) == Unreadable("page.md", reason)


@pytest.mark.parametrize(
    "text", ["", f"{BOM}# Squat\r\n", "# Squat\r", "Stand \U0001f4aa"]
)
def test_what_is_a_page_is_kept_as_it_is(text: str) -> None:
    source = decode("page.md", text.encode())
    assert isinstance(source, Source)
    assert source.text == text


def test_what_the_system_refuses_says_why(tmp_path: Path) -> None:
    folder, missing = tmp_path / "folder.md", tmp_path / "missing.md"
    folder.mkdir()
    for path in (folder, missing):
        read = read_source(str(path))
        assert isinstance(read, Unreadable)
        assert read.reason.startswith("cannot be read: ")
