"""Pages that a page names in its facts: `related: [squat, Split Squat]`."""

from __future__ import annotations

from collections.abc import Iterator

from exlint.corpus.interests import interests_of
from exlint.light import dataclass
from exlint.page import Page
from exlint.pagetype.schema import Json
from exlint.regex import regex
from exlint.text import Span

_WIKI = regex(r"\[\[(?P<name>[^\]|#]+)[^\]]*\]\]")


@dataclass(frozen=True, slots=True)
class Reference:
    """Another page, as a fact of a page names it."""

    property: str
    """The property of the schema that names pages."""
    name: str
    """A file's name, slug, id, title or path."""
    span: Span
    type: str
    """The page type that the other page must have; empty for any."""
    is_mutual: bool
    """Whether the other page is to name this one in turn."""
    is_link: bool = False
    """Whether it is a link: where that leads is for the rules on links."""


def references_of(page: Page) -> Iterator[Reference]:
    """Yield the pages that a page names where its schema says that it names pages."""
    for field in interests_of(page.layout).naming:
        value = page.record.data.get(field.name)
        items = value if isinstance(value, list) else [value]
        for number, item in enumerate(items):
            pointer = f"/{field.name}/{number}" if items is value else f"/{field.name}"
            name = _name(item)
            if name and field.references is not None:
                span = page.record.locate(pointer)
                wanted, mutual = field.references, field.is_mutual
                is_link = isinstance(item, dict)
                yield Reference(field.name, name, span, wanted, mutual, is_link)


def _name(item: Json) -> str:
    """Return what names a page: a text, `[[a wiki link]]`, or the target of a link."""
    if isinstance(item, dict):
        item = item.get("target")
    if isinstance(item, int) and not isinstance(item, bool):
        return str(item)
    if not isinstance(item, str):
        return ""
    wiki = _WIKI.fullmatch(item.strip())
    return (wiki["name"] if wiki else item).strip()
