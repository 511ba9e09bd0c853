"""Headings that are none, and none that are: what stands where a heading belongs.

Rules report these, and other rules are silent about what follows from them.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import pairwise

from exlint.light import dataclass
from exlint.markdown import LIST_BLOCKS, Block
from exlint.page.page import Page
from exlint.page.record import Section
from exlint.pagetype.fields import SectionName
from exlint.regex import regex
from exlint.text import Span

_HASHES = regex(
    r"^(?:[ ]{0,3}(?P<tight>#{1,6})(?=[^\W_]|[*_\"'`\[(])"
    r"|[ ]{0,3}\\(?P<escaped>#{1,6})[ \t]+(?=\S)"
    r"|[ \t]{2,}(?P<indented>#{1,6})[ \t]+(?=\S))"
    r"(?P<text>[^\r\n]*)",
    re.MULTILINE,
)
_BOLD = regex(r"(?P<mark>\*\*|__)(?P<text>(?:(?!(?P=mark))[^\n])+)(?P=mark):?")
_CONTAINER = regex(r"!!!|\?\?\?|===|:::|<")
"""What opens a block of a site generator, whose content may be indented."""
_RULES = "-*_ \t\r\n"
_RULE = regex(r"[-*_](?:[ \t]*[-*_])*")
_LINE = regex(r"[^\r\n]+")
_OWN_COMMENT = "<!-- exlint-"


@dataclass(frozen=True, slots=True)
class FakeHeading:
    """Text that stands in for a heading."""

    span: Span
    text: str
    mark: str
    """What it has in place of a heading's mark: `bold`, `tight`, `escaped` …"""
    level: int = 0
    """The number of its hashes."""


def fake_headings(page: Page) -> Iterator[FakeHeading]:
    """Yield the lines of a page that look like headings to their writer only."""
    for match in _HASHES.finditer(page.source.text) if _has_loose_hash(page) else ():
        block = _block_at(page, match.end("text") - 1)
        if block and (mark := _mark(page, match, block)):
            start, end = match.span()
            start += len(match[0]) - len(match[0].lstrip())
            text = match["text"].rstrip()
            hashes = match["tight"] or match["escaped"] or match["indented"]
            yield FakeHeading(Span(start, end), text, mark, len(hashes))
    for block in page.document.blocks:
        if block.kind == "paragraph" and block.text[:1] in ("*", "_"):
            bold = _BOLD.fullmatch(block.text)
            if bold:
                text = bold["text"].strip().rstrip(":")
                yield FakeHeading(block.span, text, "bold")


def _has_loose_hash(page: Page) -> bool:
    """Whether a hash stands on a page other than in front of a heading."""
    marks = sum([block.level for block in page.headings if block.marker == "#"])
    return page.source.text.count("#") > marks


def _block_at(page: Page, offset: int) -> Block | None:
    """Return the outermost block that holds an offset."""
    for block in page.document.blocks:
        if block.span.start <= offset < block.span.end:
            return block
    return None


def _mark(page: Page, match: re.Match[str], block: Block) -> str | None:
    """Say what keeps hashes from being a heading, if they were meant as one.

    One hash alone is a tag or a number as often as a title: it counts where the page
    has none.
    """
    mark = next(name for name in ("tight", "escaped", "indented") if match[name])
    single = len(match[mark]) == 1
    first = page.document.blocks[0]
    if single and (page.title or block is not first or " #" in match["text"]):
        return None
    if mark != "indented":
        return mark if block.kind == "paragraph" else None
    if block.kind in LIST_BLOCKS and page.layout:
        return "nested" if page.layout.section_named(match["text"]) else None
    if block.kind != "code" or block.marker or "\n" in block.text.strip():
        return None
    before = [
        other for other in page.document.blocks if other.span.end <= match.start()
    ]
    inside = before and _CONTAINER.match(page.source[before[-1].span])
    return None if inside else mark


def named_by_fake(page: Page, name: SectionName) -> bool:
    """Whether a fake heading stands in for the heading of a section."""
    return any(name.matches(fake.text) for fake in fake_headings(page))


def setext_accidents(page: Page) -> Iterator[Block]:
    """Yield the paragraphs that a line of dashes has turned into headings.

    A sentence with its stop is no heading; nor is a paragraph of several lines, unless
    the page writes all its headings so.
    """
    underlined = [heading for heading in page.headings if heading.marker in ("-", "=")]
    short = sum("\n" not in heading.text for heading in underlined)
    for heading in underlined:
        text = heading.text.rstrip("*_ ")
        if page.layout and page.layout.section_named(page.document.prose_of(heading)):
            continue
        if is_front_matter(page, heading):
            continue
        if text.endswith((".", ",", ";", ":")) or ("\n" in text and not short):
            yield heading


def is_front_matter(page: Page, heading: Block) -> bool:
    """Whether a heading is front matter that does not start on the first line."""
    blocks = page.document.blocks
    return len(blocks) > 1 and blocks[0].kind == "rule" and blocks[1] is heading


def titles(page: Page) -> list[Block]:
    """Return the headings of level 1, without those that name a section."""
    found = [heading for heading in page.headings if heading.level == 1]
    if page.layout is None or not found:
        return found
    known = page.layout.section_named
    return [head for head in found if known(page.document.prose_of(head)) is None]


def misplaced_title(page: Page) -> Section | None:
    """Return what is the title but for its level: the first heading, of no section."""
    if page.title is not None or page.layout is None or not page.sections:
        return None
    first = page.sections[0]
    is_title = (
        first.name is None
        and first.heading.level == 2
        and any(section.name for section in page.sections)
    )
    before = _block_at(page, first.heading.span.start)
    return first if is_title and before is page.document.blocks[0] else None


def questions(page: Page) -> tuple[Block, ...]:
    """Return the headings that stand within a section of questions."""
    return page.once(_questions)


def _questions(page: Page) -> tuple[Block, ...]:
    homes = page.layout.question_sections if page.layout else ()
    names = {home.name for home in homes}
    starts = [heading.span.start for heading in page.headings]
    found: list[Block] = []
    for section, after in pairwise((*page.sections, None)):
        if section and section.name and section.name.name in names:
            first = bisect_right(starts, section.span.start)
            last = bisect_left(starts, after.span.start) if after else None
            found += page.headings[first:last]
    return tuple(found)


def is_bare(page: Page, start: int, end: int) -> bool:
    """Whether nothing that a reader sees stands between two offsets."""
    text = page.source.text[start:end]
    shown = text.lstrip(_RULES)[:1]
    if shown and shown != "<" and not shown.isspace():  # nearly always
        return False
    lines = (line[0].strip() for line in _LINE.finditer(text))
    return all(
        _RULE.fullmatch(line) or line.startswith(_OWN_COMMENT) for line in lines if line
    )
