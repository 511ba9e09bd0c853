"""Bind a document to a layout: sections, facts and the record, each with its span.

Binding is total and forgiving: it reads what the writer meant and reports nothing.
What is written otherwise than it should be is for the rules.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping

from exlint.light import dataclass, field
from exlint.markdown import Block, Document
from exlint.once import cached_property
from exlint.page.fact_texts import has_value, split_values
from exlint.page.facts import read_facts
from exlint.page.frontdata import FrontData
from exlint.page.record import Fact, Record, Section
from exlint.page.shapes import read_shape
from exlint.page.sidecar import read_sidecar
from exlint.page.tags import read_tags
from exlint.pagetype.fields import KEYED, LISTS, Field
from exlint.pagetype.layout import Layout
from exlint.pagetype.schema import Json
from exlint.paths import absolute, folder_of, name_of
from exlint.regex import regex
from exlint.text import Span

_NUMBER = regex(r"[-+]?[0-9]{1,15}(?P<fraction>\.[0-9]{1,15})?")
_WORDS = {"yes": True, "true": True, "no": False, "false": False}


@dataclass(frozen=True)
class Binding:
    """What a layout reads from a document."""

    title: Block | None
    sections: tuple[Section, ...]
    facts: tuple[Fact, ...]
    record: Record


def bind(document: Document, layout: Layout | None, front: FrontData) -> Binding:
    """Read a document by a layout; without one, its title and sections only."""
    title = find_title(document, layout)
    sections = _sections(document, layout, title)
    if layout is None:
        return Binding(title, sections, (), Record({}, {}))
    facts = read_facts(document, layout, sections)
    reader = _Reader(document, front, layout, title, sections, facts)
    return Binding(title, sections, facts, reader.read())


def find_title(document: Document, layout: Layout | None) -> Block | None:
    """Return the first heading of level 1 that does not name a section."""
    for block in document.headings:
        if block.level == 1:
            text = document.prose_of(block)
            if layout is None or layout.section_named(text) is None:
                return block
    return None


def _sections(
    document: Document, layout: Layout | None, title: Block | None
) -> tuple[Section, ...]:
    """Return the sections of a page: each heading that starts one, and its blocks.

    A heading that the layout knows starts a section at any level; others do at the
    layout's level or above, but a question among questions stays with them.
    """
    level = layout.section_level if layout else 2
    found: list[Section] = []
    current: Section | None = None
    blocks: list[Block] = []
    for block in document.blocks:
        if block.kind == "heading":
            if block is title:
                continue
            text = document.prose_of(block).strip()
            name = layout.section_named(text) if layout else None
            if name or (block.level <= level and not _asks(text, current, layout)):
                if current:
                    found.append(_closed(current, blocks))
                current, blocks = Section(name, block, text, (), block.span), []
                continue
        blocks.append(block)
    if current:
        found.append(_closed(current, blocks))
    return tuple(found)


def _closed(section: Section, blocks: list[Block]) -> Section:
    end = blocks[-1].span.end if blocks else section.heading.span.end
    span = Span(section.heading.span.start, end)
    return Section(section.name, section.heading, section.title, tuple(blocks), span)


def _asks(text: str, section: Section | None, layout: Layout | None) -> bool:
    """Whether a heading is a question in a section of questions."""
    if section is None or layout is None or not text.endswith("?"):
        return False
    return any(section.is_(name) for name in layout.question_sections)


@dataclass
class _Reader:
    """Reads one record; lives as long as that takes."""

    document: Document
    front: FrontData
    layout: Layout
    title: Block | None
    sections: tuple[Section, ...]
    facts: tuple[Fact, ...]
    data: dict[str, Json] = field(default_factory=dict)
    spans: dict[str, Span] = field(default_factory=dict)

    def read(self) -> Record:
        self.spans[""] = self.title.span if self.title else Span(0, 0)
        facts = {fact.field.name: fact for fact in self.facts[::-1] if fact.field}
        sections = {part.name.name: part for part in self.sections[::-1] if part.name}
        for spec in self.layout.fields.values():
            place = spec.place
            if place in KEYED:
                if spec.name in facts:
                    self._read_fact(spec, facts[spec.name])
            elif place == "section":
                if spec.section and spec.section.name in sections:
                    self._read_section(spec, sections[spec.section.name])
            elif place == "title":
                self._read_title(spec)
            elif place == "lead":
                self._read_lead(spec)
            elif place == "front-matter":
                self._read_key(spec, self.front)
            elif place == "sidecar":
                self._read_key(spec, self._sidecar)
            elif place == "tags":
                self._read_tags(spec)
            elif place == "folder":
                self.data[spec.name] = name_of(folder_of(absolute(self._path)))
            elif place == "file-name":
                name = name_of(self._path)
                self.data[spec.name] = name.rpartition(".")[0] or name
        return Record(self.data, self.spans)

    def _read_title(self, spec: Field) -> None:
        if self.title is None:
            return
        text = self.document.prose_of(self.title).strip()
        if text:
            self.data[spec.name] = text
            prose = self.title.prose
            self.spans[f"/{spec.name}"] = self.document.prose.span(*prose)

    @property
    def _path(self) -> str:
        return self.document.source.path

    @cached_property
    def _sidecar(self) -> FrontData:
        return read_sidecar(self.document.source.sidecar)

    def _read_key(self, spec: Field, front: FrontData) -> None:
        """Read what front matter or a sidecar says under the key of a property."""
        found = next((found for key in spec.keys if (found := front.find(key))), None)
        if found is None:
            return
        value, home = found
        place = front.spans.get(home)
        if place:
            self.spans[f"/{spec.name}"] = place
        if isinstance(value, (dict, list)):
            for pointer, span in front.spans.items():
                if pointer.startswith(f"{home}/"):
                    self.spans[f"/{spec.name}{pointer[len(home) :]}"] = span
        elif isinstance(value, str) and spec.is_list and spec.split:
            value = list(self._split(spec, value, place))
        elif spec.node.get("type") == "string" and type(value) in (int, float):
            value = self.document.source[place] if place else str(value)
        if value is not None or _takes_nothing(spec.node):
            self.data[spec.name] = value

    def _split(self, spec: Field, text: str, place: Span | None) -> Iterator[str]:
        """Yield the values of a list that is written in one line."""
        begin = self.document.source.text.find(text, *place) if place else -1
        values = split_values(text, max(begin, 0), spec.split)
        for number, (value, span) in enumerate(values):
            if begin >= 0:
                self.spans[f"/{spec.name}/{number}"] = span
            yield value

    def _read_tags(self, spec: Field) -> None:
        tags = list(read_tags(self.document))
        if tags:
            self.data[spec.name] = [tag for tag, _ in tags]
            self.spans[f"/{spec.name}"] = Span(tags[0][1].start, tags[-1][1].end)
        for number, (_, span) in enumerate(tags):
            self.spans[f"/{spec.name}/{number}"] = span

    def _read_fact(self, spec: Field, fact: Fact) -> None:
        if not has_value(fact.value):
            return
        self.spans[f"/{spec.name}"] = fact.value_span
        if not spec.is_list:
            self.data[spec.name] = _typed(fact.value, spec.node.get("type"))
            return
        values = list(self._values(spec, fact))
        if spec.place == "definition":
            parts = [fact, *(one for one in self.facts if one.is_more_of(fact))]
            values = [one for part in parts for one in self._values(spec, part)]
            if len(parts) > 1 and not spec.split:
                values = [(part.value, part.value_span) for part in parts]
        items = spec.node.get("items")
        kind = items.get("type") if isinstance(items, Mapping) else None
        self.data[spec.name] = [_typed(value, kind) for value, _ in values]
        for number, (_, span) in enumerate(values):
            self.spans[f"/{spec.name}/{number}"] = span

    def _values(self, spec: Field, fact: Fact) -> Iterator[tuple[str, Span]]:
        """Yield the values of a fact that lists several, and where they stand."""
        start, end = fact.value_span
        prose = self.document.prose
        is_literal = end - start == len(fact.value)  # else markup stands in between
        offset = start if is_literal else prose.position(start)
        for value, span in split_values(fact.value, offset, spec.split):
            yield value, span if is_literal else prose.span(*span)

    def _read_section(self, spec: Field, section: Section) -> None:
        self.spans[f"/{spec.name}"] = section.heading.span
        value = read_shape(self.document, section, spec, self.spans)
        if value or (spec.shape in LISTS and value is not None):
            self.data[spec.name] = value

    def _read_lead(self, spec: Field) -> None:
        """Read what stands before the first section, but for the facts there."""
        end = self.sections[0].span.start if self.sections else math.inf
        facts = [fact.span.start for fact in self.facts]
        blocks = tuple(
            block
            for block in self.document.blocks
            if block is not self.title
            and block.span.start < end
            and not any(block.span.start <= fact < block.span.end for fact in facts)
        )
        if blocks:
            span = Span(blocks[0].span.start, blocks[-1].span.end)
            lead = Section(None, self.title or blocks[0], "", blocks, span)
            value = read_shape(self.document, lead, spec, self.spans)
            if value:
                self.data[spec.name] = value


def _takes_nothing(node: Mapping[str, Json]) -> bool:
    """Whether a key without a value says something: that it is null."""
    if "enum" in node:
        return None in node["enum"]
    kind = node.get("type", "null")
    return "null" in ((kind,) if isinstance(kind, str) else kind)


def _typed(text: str, kind: Json) -> Json:
    """Return a value as a type of JSON Schema, where the text can be read as such."""
    number = _NUMBER.fullmatch(text) if kind in ("integer", "number") else None
    if number:
        return float(text) if number["fraction"] else int(text)
    return _WORDS.get(text.lower(), text) if kind == "boolean" else text
