"""Anchors: the places within a page that a link can lead to."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Literal, NamedTuple, get_args

from exlint.markdown import OBJECT, Block, Document
from exlint.regex import regex

SlugStyle = Literal["github", "gitlab", "kramdown", "mkdocs"]
SLUG_STYLES: tuple[SlugStyle, ...] = get_args(SlugStyle)

_ID = regex(r"<[a-zA-Z][^<>]*?\s(?:id|name)=[\"']?([^\"'\s<>]+)")
_ATTRIBUTE = regex(r"\{:?[^{}\n]*?#([\w:.-]+)[^{}\n]*\}")
_HTML_HEADING = regex(r"<h[1-6]\b[^>]*>(.*?)</h[1-6]>", re.DOTALL | re.IGNORECASE)
_TAG = regex(r"<[^<>]*>")
_TARGET = regex(r"^\(([\w-]+)\)=[ \t\r]*$", re.MULTILINE)
_BLOCK_NAME = regex(r"(?:^|(?<=\s))\^[\w-]+(?=[ \t\r]*$)", re.MULTILINE)
_JOINED = regex(r"!\[\[(?![^\[\]|#]+\.(?!mdx?\b)\w{2,4}[|#\]])")
"""An embed of a page; one of an image or film adds no text."""
_MARKUP = regex(r"!\[[^\]]*\]\([^)]*\)|`+|(?<=\])\([^)]*\)|[\[\]<>]")
_WITH_HEADINGS = frozenset({"heading", "html", "quote", "box"})
"""Kinds of blocks that can be a heading, or hold one."""


class Anchors(NamedTuple):
    """What the anchors of a page are made of."""

    headings: tuple[str, ...] = ()
    """The text of each heading."""
    ids: tuple[str, ...] = ()
    """Anchors as they are written, in HTML or behind a heading (`{#squat}`)."""
    is_whole: bool = True
    """Whether no other text joins the page when the site is built."""

    def slugs(self, style: SlugStyle = "github") -> frozenset[str]:
        """Return the anchors of the page, as a renderer makes them."""
        return frozenset((*make_slugs(self.headings, style), *self.ids))

    def names(self) -> frozenset[str]:
        """Return what a wiki link may name on the page: headings as they read."""
        return frozenset((*self.headings, *self.ids))


def anchors_of(document: Document) -> Anchors:
    """Collect what the anchors of a page are made of."""
    text = document.source.text
    ids: list[str] = []
    has_equals, has_tags, has_braces = "=" in text, "<" in text, "{" in text
    if has_equals and ("id=" in text or "name=" in text):
        ids += _ID.findall(text)
    if has_braces:
        ids += _ATTRIBUTE.findall(text)
    if has_equals and ")=" in text:
        ids += _TARGET.findall(text)
    if "^" in text:
        ids += _BLOCK_NAME.findall(text)
    is_mdx = document.source.path.endswith(".mdx")  # `{{` holds an object there
    joined = (
        (has_braces and ("{%" in text or "{{" in text) and not is_mdx)
        or (has_tags and ("8<--" in text or "<!--#include" in text))
        or ("!" in text and "![[" in text and _JOINED.search(text))
    )
    return Anchors(tuple(_headings(document)), tuple(ids), not joined)


def _headings(document: Document) -> Iterator[str]:
    prose = document.prose.text
    for block in [one for one in document.blocks if one.kind in _WITH_HEADINGS]:
        if block.kind == "heading":
            text = prose[block.prose.start : block.prose.end]
            if OBJECT in text or "}" in text:
                text = _heading_text(text, block)
            yield text.strip()
        elif block.kind == "html":
            for match in _HTML_HEADING.finditer(block.text):
                yield _TAG.sub("", match[1]).strip()
        elif block.kind in ("quote", "box"):
            for inner in block.walk():
                if inner.kind == "heading":
                    yield _heading_text(document.prose_of(inner), inner).strip()


def _heading_text(text: str, heading: Block) -> str:
    """Return the text that counts: of code spans too, not of attributes."""
    if OBJECT in text:
        text = _MARKUP.sub("", heading.text)
    return _ATTRIBUTE.sub("", text) if text.endswith("}") else text


def make_slugs(headings: Iterable[str], style: SlugStyle) -> Iterator[str]:
    """Yield an anchor for each heading; repeated ones are numbered."""
    make = _STYLES[style]
    joint = "_" if style == "mkdocs" else "-"
    seen: dict[str, int] = {}
    for heading in headings:
        base = slug = make(heading)
        while slug in seen:
            seen[base] += 1
            slug = f"{base}{joint}{seen[base]}"
        seen[slug] = 0
        yield slug


_NOT_GITHUB = regex(r"[^\w\- ]")
_NOT_ASCII_WORD = regex(r"[^A-Za-z0-9 -]")


def _github(text: str) -> str:
    """As https://github.com/Flet/github-slugger: letters, marks, digits, `_`, `-`."""
    kept = _NOT_GITHUB.sub(
        lambda match: match[0] if unicodedata.category(match[0])[0] == "M" else "",
        text.lower(),
    )
    return kept.replace(" ", "-")


def _gitlab(text: str) -> str:
    slug = re.sub("-{2,}", "-", _github(text))
    return f"anchor-{slug}" if slug.isdigit() else slug


def _kramdown(text: str) -> str:
    kept = _NOT_ASCII_WORD.sub("", re.sub("^[^A-Za-z]+", "", text))
    return kept.replace(" ", "-").lower() or "section"


def _mkdocs(text: str) -> str:
    ascii_text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", ascii_text).strip().lower())


_STYLES: Mapping[SlugStyle, Callable[[str], str]] = {
    "github": _github,
    "gitlab": _gitlab,
    "kramdown": _kramdown,
    "mkdocs": _mkdocs,
}
