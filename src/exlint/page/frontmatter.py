"""Front matter as data, with the place of each value, and what is wrong with it."""

from __future__ import annotations

import re

from exlint.markdown import Document
from exlint.page.frontdata import NOTHING, FrontData
from exlint.page.tomlfront import read_toml
from exlint.page.yamlfront import read_yaml
from exlint.regex import regex
from exlint.text import BOM

_OPENING = regex(
    r"\s*(?P<fence>---|\+\+\+)[ \t]*(?:\r\n|\n|\r)"
    r"[A-Za-z][\w-]*[ \t]*[:=](?:[ \t]|[\r\n])"
)


def find_opening(text: str) -> re.Match[str] | None:
    """Find what begins as front matter, though it may start late or never end."""
    return _OPENING.match(text, 1 if text.startswith(BOM) else 0)


def read_front_matter(document: Document) -> FrontData:
    """Read the front matter of a page; a faulty one reads as empty."""
    matter = document.front_matter
    if matter is None:
        return NOTHING
    text = document.source[matter.content]
    if matter.format == "toml":
        return read_toml(text, matter.content)
    return read_yaml(text, matter.content)
