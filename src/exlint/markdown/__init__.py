"""Reading Markdown: markdown-it-py's tokens as blocks, links and prose with spans."""

from exlint.markdown.build import parse, parse_commonmark
from exlint.markdown.document import (
    LIST_BLOCKS,
    Block,
    BlockKind,
    Document,
    FrontMatter,
    Link,
    LinkKind,
)
from exlint.markdown.pieces import OBJECT

__all__ = [
    "LIST_BLOCKS",
    "OBJECT",
    "Block",
    "BlockKind",
    "Document",
    "FrontMatter",
    "Link",
    "LinkKind",
    "parse",
    "parse_commonmark",
]
