"""What one page offers a schema: its parts, each by kind, key and shape.

No schema is known yet, so everything that could be a property is a part: headings and
what stands under them, keys and their values, the text before the first heading.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import takewhile
from typing import Any, Literal

from exlint.light import dataclass
from exlint.markdown import LIST_BLOCKS, Block, Document
from exlint.page.bind import find_title
from exlint.page.definitions import read_definitions
from exlint.page.frontdata import FrontData
from exlint.page.sidecar import read_sidecar
from exlint.page.tags import read_tags
from exlint.pagetype.vocabulary import fold
from exlint.regex import regex
from exlint.text import Span

PartKind = Literal[
    "title",
    "lead",
    "section",
    "tags",
    "front-matter",
    "sidecar",
    "fact",
    "row",
    "fence",
    "definition",
]
DATA: tuple[PartKind, ...] = ("front-matter", "sidecar")
KEYS: tuple[PartKind, ...] = (*DATA, "fact", "row", "fence", "definition")
_KEY = r"(?P<key>[^\W\d_][^*_:|\r\n]{0,39}?)"
_BOLD_KEY = regex(
    rf"(?:^|(?<=[ \t]))(?:\*\*|__){_KEY}[ \t]*"
    r"(?:(?:\*\*|__)[ \t]*:|:[ \t]*(?:\*\*|__))",
    re.MULTILINE,
)
_PLAIN_ITEM = regex(rf"{_KEY}[ \t]*:[ \t]+(?P<value>\S[^\r\n]*)\Z")
_FENCED_LINE = regex(rf"[ \t]*{_KEY}[ \t]*:(?:[ \t]+(?P<value>[^\r\n]*))?[ \t]*\Z")
_LAYOUT_KEYS = ("template", "layout", "type", "kind")
"""Keys of front matter by which site generators choose how to render a page."""
_LINKED = 0.8
"""The share of a list's items that must be links."""
_LONGEST_KEY = 4
"""Words that a key without bold may have."""


@dataclass(frozen=True, slots=True)
class Part:
    """A place of a page that a property could be read from."""

    kind: PartKind
    key: str
    """The heading or key as it is compared; of a lead, its shape."""
    label: str = ""
    """As it is written."""
    shape: str = ""
    """What stands under a heading."""
    level: int = 0
    """Of a heading."""
    within: str = ""
    """Of a fact, the key of the section that holds it."""
    offset: int = 0


@dataclass(frozen=True, slots=True)
class Sight:
    """One page as its layout shows."""

    path: str
    """Relative to the folder that is looked at."""
    parts: tuple[Part, ...]
    hints: tuple[str, ...] = ()
    """What the front matter says of the page's layout: `layout: recipe`."""

    @property
    def folder(self) -> str:
        """The folder of the page."""
        return self.path.rpartition("/")[0]


def observe(path: str, document: Document, front: FrontData) -> Sight:
    """Look at one page."""
    title = find_title(document, None)
    hints = tuple(
        f"{key}: {front.data[key]}"
        for key in _LAYOUT_KEYS
        if isinstance(front.data.get(key), str)
    )
    return Sight(path, tuple(_parts(document, front, title)), hints)


def _parts(document: Document, front: FrontData, title: Block | None) -> Iterator[Part]:
    for key in _keys(front.data):
        yield Part("front-matter", key, key)
    for key in _keys(read_sidecar(document.source.sidecar).data):
        yield Part("sidecar", key, key)
    if any(True for _ in read_tags(document)):
        yield Part("tags", "")
    name = ""
    if title:
        name = document.prose_of(title).strip()
        yield Part("title", "", name, offset=title.span.start)
    blocks = [block for block in document.blocks if block is not title]
    before = list(takewhile(lambda block: block.kind != "heading", blocks))
    yield from _lead(document, before)
    for definitions in read_definitions(document):
        for term, _ in definitions:
            key = document.source[term].strip("`*_ :")
            yield Part("definition", fold(key), key, offset=term.start)
    for heading, under in _outline(blocks):
        text = document.prose_of(heading).strip()
        label = _without_name(text, name)
        key = fold(label.replace("*", " 0 "))
        if not key:
            continue
        facts = list(_facts(document, under, key))
        shape = shape_of(document, under, is_taken=bool(facts))
        at = heading.span.start
        yield Part("section", key, label, shape, heading.level, offset=at)
        yield from facts


def _keys(data: Mapping[str, Any]) -> Iterator[str]:
    """Yield the keys of data; `a.b` for what stands within `a`."""
    for key, value in data.items():
        if isinstance(value, dict) and value:
            yield from (f"{key}.{inner}" for inner in value)
        else:
            yield key


def _outline(blocks: Sequence[Block]) -> Iterator[tuple[Block, list[Block]]]:
    """Yield each heading, and the blocks up to the next of its level or above."""
    heads = [place for place, block in enumerate(blocks) if block.kind == "heading"]
    for number, place in enumerate(heads):
        level = blocks[place].level
        ends = (end for end in heads[number + 1 :] if blocks[end].level <= level)
        yield blocks[place], list(blocks[place + 1 : next(ends, len(blocks))])


def _without_name(heading: str, name: str) -> str:
    """Put `*` for the page's own name in a heading."""
    if len(name) < 3 or len(heading) <= len(name):
        return heading
    return re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", "*", heading, flags=re.IGNORECASE)


def _lead(document: Document, blocks: Sequence[Block]) -> Iterator[Part]:
    """Yield what stands before the first heading of a section."""
    facts = list(_facts(document, blocks, ""))
    yield from facts
    for block in blocks:
        kind = "text" if block.kind in ("paragraph", "quote") else block.kind
        if kind in (*LIST_BLOCKS, "text", "table") and not _is_fact_block(
            document, block
        ):
            if kind == "text" and not _has_words(document, block):
                continue
            yield Part("lead", kind, shape=kind, offset=block.span.start)


def _is_fact_block(document: Document, block: Block) -> bool:
    """Whether a block holds keys and values and nothing else."""
    lines = [line for line in document.source[block.span].splitlines() if line.strip()]
    found = sum(1 for _ in _facts(document, [block], ""))
    return 2 * found > len(lines)


def _facts(document: Document, blocks: Iterable[Block], within: str) -> Iterator[Part]:
    """Yield the keys among some blocks, up to a heading."""
    for block in takewhile(lambda block: block.kind != "heading", blocks):
        start = block.span.start
        if block.kind == "code":
            for key in _fenced(block):
                yield Part("fence", fold(key), key, within=within, offset=start)
        elif block.kind == "table":
            for row in _rows(document, block):
                key = document.prose_of(row.children[0]).strip(" :")
                at = row.span.start
                if fold(key):
                    yield Part("row", fold(key), key, within=within, offset=at)
        elif block.kind in ("paragraph", *LIST_BLOCKS):
            for key, at in _listed(document, block):
                key = key.strip()
                yield Part("fact", fold(key), key, within=within, offset=at)


def _fenced(block: Block) -> Iterator[str]:
    """Yield the keys of a fenced block, if it holds nothing but keys and values."""
    lines = [line for line in block.text.splitlines() if line.strip()]
    found = [_FENCED_LINE.match(line) for line in lines]
    if len(lines) > 1 and all(found):
        yield from (match["key"] for match in found if match)


def _rows(document: Document, table: Block) -> Iterator[Block]:
    """Yield the rows of a table that has two columns, the first of keys."""
    if len(table.children[0].children) != 2 or len(table.children) < 2:
        return
    rows = [row for row in table.children if row.children]
    keys = [document.prose_of(row.children[0]).strip(" :") for row in rows]
    if len(set(keys)) == len(keys) and all(len(key) <= 40 for key in keys):
        yield from rows


def _listed(document: Document, block: Block) -> Iterator[tuple[str, int]]:
    """Yield the keys of a list or paragraph, and where they stand."""
    if block.kind == "paragraph":
        text = document.source[block.span]
        plain = [_PLAIN_ITEM.match(line.strip()) for line in text.splitlines()]
        if len(plain) > 1 and all(plain):
            yield from ((key["key"], block.span.start) for key in plain if key)
        for match in _BOLD_KEY.finditer(text):
            yield match["key"], block.span.start + match.start()
        return
    keys = [list(_of_item(item)) for item in block.children]
    if 2 * sum(map(bool, keys)) >= len(keys):  # else some items happen to have a colon
        yield from ((key, block.span.start) for found in keys for key in found)


def _of_item(item: Block) -> Iterator[str]:
    """Yield the keys of an item of a list."""
    if item.children and item.children[0].kind == "paragraph":
        text = item.children[0].text
        bold = [match["key"] for match in _BOLD_KEY.finditer(text)]
        plain = _PLAIN_ITEM.match(text.partition("\n")[0])
        if bold:
            yield from bold
        elif plain and len(plain["key"].split()) <= _LONGEST_KEY:
            yield plain["key"]


def shape_of(document: Document, blocks: Sequence[Block], *, is_taken: bool) -> str:
    """Say in what shape a section holds its content.

    `is_taken` says that its lists are keys and values.
    """
    blocks = [b for b in _main(blocks) if b.kind not in ("html", "rule")]
    kinds = {block.kind for block in blocks}
    if not kinds:
        return "empty"
    inner = [block for block in blocks if block.kind == "heading"]
    if inner:
        asking = sum(document.prose_of(h).rstrip().endswith("?") for h in inner)
        return "questions" if 2 * asking > len(inner) else "parts"
    lists = [block for block in blocks if block.kind in LIST_BLOCKS]
    words = any(
        block.kind in ("paragraph", "quote") and _has_words(document, block)
        for block in blocks
    )
    if lists and not is_taken:
        kind = _list_shape(document, lists)
        return f"text {kind}" if words else kind
    if words:
        return "mixed" if "table" in kinds or "code" in kinds else "text"
    if is_taken:
        return "facts"
    return "table" if "table" in kinds else "other"


def _main(blocks: Sequence[Block]) -> Sequence[Block]:
    """Return blocks without those behind a thematic break: they close the page."""
    rules = [place for place, block in enumerate(blocks) if block.kind == "rule"]
    return blocks[: rules[0]] if rules and rules[0] else blocks


def _list_shape(document: Document, lists: Sequence[Block]) -> str:
    items = [item for block in lists for item in block.children]
    links = [link.span for link in document.links if link.kind == "link"]
    linked = sum(_is_link(document, item, links) for item in items)
    if linked >= _LINKED * len(items):
        return "links"
    kinds = {block.kind for block in lists}
    return kinds.pop() if len(kinds) == 1 else "list"


def _is_link(document: Document, item: Block, links: Iterable[Span]) -> bool:
    """Whether an item begins with a link, be it in bold."""
    start, end = item.children[0].span if item.children else item.span
    text = document.source.text[start:end]
    first = start + len(text) - len(text.lstrip("*_ \t"))
    return any(link.start == first and link.end <= end for link in links)


def _has_words(document: Document, block: Block) -> bool:
    """Whether a reader finds words in a block: an image alone has none."""
    return any(
        character.isalpha()
        for inner in block.walk()
        if inner.kind == "paragraph"
        for character in document.prose_of(inner)
    )
