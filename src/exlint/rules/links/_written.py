"""What is written almost as a link, and shown with its brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from exlint.markdown import OBJECT
from exlint.page import Page
from exlint.regex import regex
from exlint.site.address import is_template
from exlint.text import Span

_ADDRESS = r"(?:https?:|https?//|www\.|mailto:|\.{0,2}/|#\w)"
_WRITTEN = regex(
    r"\[(?P<text>[^\[\]\n]*)\]"
    r"(?:\((?P<inner>[^()\n]*(?:\([^()\n]*\)[^()\n]*)*)\)"
    rf"|[ ]\((?P<apart>{_ADDRESS}[^()\s]*)\)"
    rf"|[ ]?\((?P<open>{_ADDRESS}[^()\s]*)(?![^()\n]*\))"
    r"|\[(?P<label>[^\[\]\n]*)\](?![\[(:]))"
    rf"|\((?P<swapped>[^()\n]+)\)\[{_ADDRESS}[^\[\]\n]*\]"
    rf"|\[(?P<unclosed>[^\[\]()\n]+)\({_ADDRESS}[^()\s]*\)(?![^\[\]\n]*\])"
    rf"|(?P<unopened>\])\({_ADDRESS}[^()\s]*\)"
)
_LETTER = regex(r"[^\W\d_]")
_IMAGE_SIZE = regex(r"\s=\d*x?\d*$")


def almost_links(page: Page) -> Iterator[tuple[Span, str]]:
    """Yield the place of each such thing, and what is wrong with it."""
    text = page.prose.text
    if "[" not in text and ("]" not in text or "](" not in text):
        return
    for match, span in page.scan(_WRITTEN):
        message = _message(match)
        if message and "\\" not in page.source[span] and not _is_no_link(match, page):
            yield span, message


def _message(match: re.Match[str]) -> str | None:
    """What is wrong where something almost reads as a link; None if it is none."""
    if match["swapped"]:
        return "round and square brackets of a link are the wrong way round"
    if match["unclosed"] or match["open"]:
        return "bracket is not closed"
    if match["unopened"]:
        return "bracket is not opened"
    text, label, inner = match["text"], match["label"], match["inner"]
    if not _LETTER.search(text) or text[0] in "^!":
        return None
    if label is not None:
        named = label or text
        is_index = len(text) == 1 or named[0] == "^"
        return None if is_index else f"no reference '{named}' is defined"
    if match["apart"]:
        is_task = text in ("x", "X")
        return None if is_task else "space between the text and the target of a link"
    if " " not in inner.strip():
        return "target of a link that no browser follows"
    return None if _IMAGE_SIZE.search(inner) else "space in the target of a link"


def _is_no_link(match: re.Match[str], page: Page) -> bool:
    """Whether brackets belong to an index, a formula, a wiki link or a template."""
    text, start = match.string, match.start()
    before = text[start - 1 : start]
    offset = page.prose.offset(start)
    if text[start] == "[" and before and (before.isalnum() or before in "_])[\\"):
        return True
    is_made = OBJECT in (match["inner"] or match["apart"] or "")
    if (
        is_made
        or page.source.text[offset - 1 : offset] == "\\"
        or is_template(match[0])
    ):
        return True
    return text.count("$", text.rfind("\n", 0, start) + 1, start) % 2 == 1
