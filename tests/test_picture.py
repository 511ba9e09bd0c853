"""The picture of a terminal in README.md is one of today's output."""

from __future__ import annotations

import html
import re
import runpy
from typing import Any
from xml.etree import ElementTree

from rich.text import Text

from tests.support import ROOT

SCRIPT = "scripts/picture.py"
SVG = "{http://www.w3.org/2000/svg}"


def squashed(text: str) -> str:
    return re.sub(r"\s", "", html.unescape(text))


def test_the_picture_shows_what_exlint_says() -> None:
    script: dict[str, Any] = runpy.run_path(str(ROOT / SCRIPT))
    picture = script["FILE"].read_text("utf-8")
    words = "".join(
        piece.text or "" for piece in ElementTree.fromstring(picture).iter(f"{SVG}text")
    )
    said = Text.from_ansi(script["output"]()).plain
    for line in [script["COMMAND"], *said.splitlines()]:
        assert squashed(line) in squashed(words), f"run: python {SCRIPT}"
    assert ElementTree.fromstring(script["picture"]()) is not None


def test_the_picture_loads_nothing() -> None:
    picture = (ROOT / "docs" / "terminal.svg").read_text("utf-8")
    assert "url(http" not in picture
    assert "@import" not in picture
    assert "<script" not in picture
