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


@pytest.mark.parametrize("size", [0, 65_535, 65_536, 65_537, 200_000])
def test_a_page_of_any_length_is_read_whole(size: int, tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_bytes(b"Squat.\n" * (size // 7) + b"x" * (size % 7))
    read = read_source(str(page), limit=200_000)
    assert isinstance(read, Source)
    assert read.text.encode() == page.read_bytes()


def test_no_more_is_read_than_a_page_can_hold(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_bytes(b"x" * 200_001)
    read = read_source(str(page), limit=200_000)
    assert read == Unreadable(str(page), "is larger than 200,000 bytes")


def test_what_the_system_refuses_says_why(tmp_path: Path) -> None:
    folder, missing = tmp_path / "folder.md", tmp_path / "missing.md"
    folder.mkdir()
    for path in (folder, missing):
        read = read_source(str(path))
        assert isinstance(read, Unreadable)
        assert read.reason.startswith("cannot be read: ")
