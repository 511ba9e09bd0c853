"""Where facts begin in a paragraph: at lines of bold keys, or of plain ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from exlint.markdown import Block, Document
from exlint.pagetype.layout import Layout
from exlint.pagetype.vocabulary import fold
from exlint.regex import regex
from exlint.text import Span

KEY = r"(?P<key>[^*_:\r\n]{1,40}?)"
_BOLD_KEY = r"(?:\*\*[^*\r\n]+(?::|\*\*[ \t]*:)|__[^_\r\n]+(?::|__[ \t]*:))"
LOST_BULLET = regex(rf"[ \t>]*-?(?={_BOLD_KEY})")
"""The start of a line that would be a fact, had it a bullet and a space."""
_LOST_ITEM = regex(rf"(?<=[\r\n])(?=[ \t>]*-?{_BOLD_KEY})")
_SAME_LINE = regex(
    r"(?<=\S)[ \t]+(?:[|·•,;/–—][ \t]+)?"
    rf"(?=(?:\*\*|__){KEY}(?:[ \t]*:|(?:\*\*|__)[ \t]*:))"
)
_PLAIN_KEY = regex(rf"[ \t>]*{KEY}[ \t]*:(?=\s|\Z)")
_PLAIN_LINE = regex(rf"(?<=[\r\n])(?={_PLAIN_KEY.pattern})")


def open_blocks(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield blocks, and those in quotes and boxes: an admonition may hold the facts."""
    for block in blocks:
        yield block
        if block.kind in ("quote", "box"):
            yield from open_blocks(block.children)


def fact_lines(document: Document, layout: Layout, paragraph: Block) -> list[Span]:
    """Split a paragraph where a fact begins. Other lines are wrapped."""
    written, (start, end) = paragraph.text, paragraph.span
    if "\n" not in written and written.count("**") + written.count("__") < 4:
        return [paragraph.span]
    text, known = document.source.text, layout.keyed["fact"]
    borders = [item.span() for item in _LOST_ITEM.finditer(text, start, end)]
    borders += [
        item.span()
        for item in _SAME_LINE.finditer(text, start, end)
        if fold(item["key"]) in known
    ]
    if has_plain_key(document, layout, paragraph.span):
        borders += [
            item.span()
            for item in _PLAIN_LINE.finditer(text, start, end)
            if item["key"][0].isupper() or fold(item["key"]) in known
        ]
    begins = [start]
    ends = []
    for gap, begin in sorted(set(borders)):
        ends.append(gap)
        begins.append(begin)
    return [
        Span(begin, begin + len(text[begin:stop].rstrip()))
        for begin, stop in zip(begins, [*ends, end], strict=True)
    ]


def has_plain_key(document: Document, layout: Layout, line: Span) -> bool:
    """Whether a line begins with a known key that is not bold."""
    key = _PLAIN_KEY.match(document.source.text, *line)
    return key is not None and fold(key["key"]) in layout.keyed["fact"]
