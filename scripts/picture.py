"""Write docs/terminal.svg: what a terminal shows of exlint on an example page.

Run it after messages or colours have changed: `python scripts/picture.py`.
"""

from __future__ import annotations

import io
import re
import subprocess
import sys
from pathlib import Path

from rich._export_format import CONSOLE_SVG_FORMAT
from rich.console import Console
from rich.text import Text

ROOT = Path(__file__).resolve().parents[1]
FILE = ROOT / "docs" / "terminal.svg"
COMMAND = (
    "exlint examples/content "
    "--select value-spelling,dangling-article,fact-contradiction,broken-link"
)
WIDTH = 92
_FONT = re.compile(r"@font-face \{\{.*?\}\}\s*", re.DOTALL)
"""Fonts from elsewhere: a reader's own will do."""


def output() -> str:
    """Return what the command says, in colour."""
    arguments = [*COMMAND.split()[1:], "--color", "always"]
    done = subprocess.run(
        (sys.executable, "-m", "exlint", *arguments),
        cwd=ROOT,
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    if done.returncode != 1:
        raise SystemExit(done.stderr)
    return done.stdout


def picture() -> str:
    """Return the picture: the command, and what it says."""
    console = Console(file=io.StringIO(), record=True, width=WIDTH, color_system=None)
    console.print(Text(f"$ {COMMAND}\n", "bold"))
    console.print(Text.from_ansi(output()), end="")
    layout = _FONT.sub("", CONSOLE_SVG_FORMAT)
    # some renderers drop the spaces before a text, no-break ones too
    layout = layout.replace("<svg ", '<svg xml:space="preserve" ', 1)
    return console.export_svg(title="exlint", code_format=layout, unique_id="exlint")


if __name__ == "__main__":
    FILE.write_text(picture(), encoding="utf-8", newline="\n")
