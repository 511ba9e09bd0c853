"""What is read from a page by its layout: sections, facts and the record."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from exlint.light import dataclass
from exlint.markdown import Block
from exlint.pagetype.fields import Field, PlaceKind, SectionName
from exlint.pagetype.schema import Json
from exlint.text import Span

Pointer = str
"""A JSON Pointer (RFC 6901): `/steps/0`."""


@dataclass(frozen=True, slots=True)
class Record:
    """What a page says, as plain JSON data, and where it says each part."""

    data: Mapping[str, Json]
    spans: Mapping[Pointer, Span]

    def locate(self, pointer: Pointer) -> Span:
        """Return the place of a value, or of the nearest value that holds it."""
        while pointer and pointer not in self.spans:
            pointer = pointer.rpartition("/")[0]
        return self.spans.get(pointer, Span(0, 0))


class Section(NamedTuple):
    """A heading and what stands under it."""

    name: SectionName | None
    """The section that the layout knows by the heading; None if it knows none."""
    heading: Block
    title: str
    """The heading's text as a reader sees it."""
    blocks: tuple[Block, ...]
    span: Span
    """From the heading to the end of the last block."""

    def is_(self, name: SectionName | None) -> bool:
        """Whether this is the section that a field names."""
        return (
            self.name is not None and name is not None and (self.name.name == name.name)
        )


class Fact(NamedTuple):
    """A key and its value, as they are written: `- **Key:** value`, a row, a line."""

    key: str
    key_span: Span
    value: str
    value_span: Span
    span: Span
    field: Field | None
    """The property that the key heads; None for a key that the schema lacks."""
    place: PlaceKind = "fact"
    """Whether it stands in a list, in a table or in a fenced block."""

    def is_more_of(self, other: Fact) -> bool:
        """Whether this is one more definition of another's term."""
        return self is not other and self.key_span == other.key_span
