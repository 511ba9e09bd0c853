"""A page of Markdown about a rule, as a terminal shows it."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap

from exlint.regex import regex
from exlint.report.paint import paint
from exlint.visible import visible

_WIDEST = 88
_FENCE = "~~~"
_LABELS = {
    "json schema": "In pages of this schema",
    "toml config": "With this configuration",
    "markdown file": "Beside this file",
    "markdown bad": "Bad",
    "text report": "exlint says",
    "markdown fixed": "Fixed",
    "markdown good": "Good",
}
"""What each kind of example is called."""
_CODE = regex(r"`([^`]+)`")


def render(page: str, width: int, colour: bool) -> Iterator[str]:
    """Yield the lines: paragraphs in the width, examples with what they are for."""
    width = min(width, _WIDEST)
    fenced = False
    paragraph: list[str] = []
    for line in [*page.splitlines(), ""]:
        if fenced or line.startswith((_FENCE, "#")) or not line.strip():
            yield from _paragraph(paragraph, width, colour)
            paragraph = []
        if line.startswith(_FENCE):
            fenced = line != _FENCE
            if fenced:
                yield f"{paint(f'{_label(line[len(_FENCE) :])}:', 'bold', colour)}\n\n"
            continue
        if fenced:
            yield f"    {visible(line)}\n" if line else "\n"
        elif line.startswith("#"):
            yield f"{paint(visible(line.lstrip('# ')), 'bold', colour)}\n"
        elif line.strip():
            paragraph.append(line)
        else:
            yield "\n"


def _label(info: str) -> str:
    kind, _, more = info.partition(" ")
    use, _, more = more.partition(" ")
    label = _LABELS.get(f"{kind} {use}", info)
    return f"{label} ({more})" if more else label


def _paragraph(lines: list[str], width: int, colour: bool) -> Iterator[str]:
    """Yield a paragraph, or a list, that was wrapped otherwise."""
    pieces: list[str] = []
    for line in lines:
        if pieces and not line.startswith(("- ", "* ", "|")):
            pieces[-1] += f" {line.strip()}"
        else:
            pieces.append(line)
    for piece in pieces:
        hang = "  " if piece.startswith(("- ", "* ")) else ""
        wrapped = wrap(
            visible(piece), width, subsequent_indent=hang, break_on_hyphens=False
        )
        for line in wrapped:
            yield f"{_CODE.sub(lambda code: paint(code[1], 'bold', colour), line)}\n"
