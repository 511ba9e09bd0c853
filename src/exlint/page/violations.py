"""Which rule reports a violation: each is claimed by one, so that none comes twice.

A violation is often not the fault itself but what follows from it: where a heading is
misspelt, its section is missing too. The rule that names the fault claims it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from exlint.diagnostic import Fix, Safety
from exlint.light import dataclass
from exlint.markdown import Block
from exlint.page.facts import near_key
from exlint.page.frontmatter import find_opening
from exlint.page.headings import fake_headings, misplaced_title, setext_accidents
from exlint.page.items import has_two_marks, steps_within
from exlint.page.page import Page
from exlint.page.sidecar import read_sidecar
from exlint.page.stubs import absent_section, is_blank, is_empty, is_stub
from exlint.pagetype.fields import KEYED, LISTS, Field, SectionName
from exlint.pagetype.layout import Layout
from exlint.pagetype.validate import Violation
from exlint.pagetype.vocabulary import fold
from exlint.pagetype.wording import terms_of
from exlint.regex import regex
from exlint.text import Span

_UNFILLED = regex(r"\{\{|\{%|[$#]\{|<%|\{(?:\d|[A-Za-z_]\w+)\}")
_NOTE = regex(r"TODO|TBD|TBC|TBA|FIXME|TKTK")
_NULL = regex(r"undefined|null|nan|nil|\[object \w+\]", re.IGNORECASE)


def claimed(page: Page, rule: str) -> Iterator[Violation]:
    """Yield the violations of a page that a rule reports."""
    for violation in page.violations:
        if claim(page, violation) == rule:
            yield violation


def claim(page: Page, violation: Violation) -> str:
    """Return the name of the rule that reports a violation."""
    layout = page.layout
    field = layout.fields.get(violation.property) if layout else None
    if layout is None or field is None:
        return "schema"
    if violation.value in ("", []) and len(violation.path) == 1 and is_stub(page):
        return "stub"
    if violation.keyword == "required":
        if len(violation.path) > 1:
            return _absent_part(page, violation, field)
        return _absent(page, layout, field)
    if violation.keyword == "enum" and violation.condition is None:
        return _foreign_value(page, layout, violation)
    if violation.keyword == "uniqueItems" and field.place != "section":
        return "redundant-fact"
    if violation.keyword == "minLength" and violation.value == "":
        return _without_text(page, violation)
    if violation.keyword == "minItems" and field.shape in LISTS:
        items = _items(page, violation)
        merged = any(steps_within(page, item) for item in items)
        return "list-damage" if merged else "schema"
    return "schema"


def _absent(page: Page, layout: Layout, field: Field) -> str:
    """Claim the absence of a property of the page."""
    if is_blank(page):
        return "empty-file"
    if field.place == "title":
        if not page.document.blocks and is_stub(page):
            return "stub"
        if any(fake.level == 1 for fake in fake_headings(page)):
            return "fake-heading"
        return "heading-level" if misplaced_title(page) else "missing-title"
    if field.place == "front-matter" and _has_faulty_front_matter(page):
        return "front-matter"
    if field.place == "sidecar" and read_sidecar(page.source.sidecar).problems:
        return "sidecar"
    is_empty_key = (
        field.place == "front-matter" and f"/{field.name}" in page.record.spans
    )
    if (is_empty_key or not _has_data(page, field)) and is_stub(page):
        return "stub"
    if is_empty_key:
        return "empty-fact"
    if field.place == "section" and field.section:
        return _absent_content(page, layout, field, field.section)
    if field.place in KEYED:
        return _absent_fact(page, layout, field)
    return "schema" if field.place in ("nowhere", "file-name") else "missing-fact"


def _has_data(page: Page, field: Field) -> bool:
    """Whether there is data beside the text in which a property would stand."""
    if field.place == "front-matter":
        return bool(page.front.data)
    return field.place == "sidecar" and page.source.sidecar is not None


def _has_faulty_front_matter(page: Page) -> bool:
    if page.document.front_matter:
        return bool(page.front.problems)
    return find_opening(page.source.text) is not None


def _absent_content(page: Page, layout: Layout, field: Field, name: SectionName) -> str:
    section = page.section(name)
    if section is None:
        return absent_section(page, layout, name)
    if is_empty(page, section):
        return "empty-section"
    if field.shape == "questions" and any(
        section.span.start < fake.span.start < section.span.end
        for fake in fake_headings(page)
    ):
        return "fake-heading"
    if field.shape in LISTS and any(
        block.kind == "paragraph" for block in section.blocks
    ):
        return "list-kind"
    return "schema"


def _absent_fact(page: Page, layout: Layout, field: Field) -> str:
    if any(fact.field is field for fact in page.facts):
        return "empty-fact"
    unknown = [fact for fact in page.facts if fact.field is None]
    if any(near_key(layout, fact) in field.keys for fact in unknown):
        return "unknown-fact"
    if field.section and not page.facts:
        section = page.section(field.section)
        if section is None:
            return absent_section(page, layout, field.section)
        if is_empty(page, section):
            return "empty-section"
    return "missing-fact"


def _absent_part(page: Page, violation: Violation, field: Field) -> str:
    """Claim the absence of something within a property: of a question's answer."""
    if field.shape != "questions" or violation.path[-1] != "answer":
        return "schema"
    pointer = violation.pointer.rpartition("/")[0]
    question = page.record.locate(f"{pointer}/question")
    return "setext-accident" if is_underlined(page, question) else "unanswered-question"


def is_underlined(page: Page, question: Span) -> bool:
    """Whether the answer to a question has become a heading, by dashes under it."""
    blocks = page.document.blocks
    after = (block for block in blocks if block.span.start >= question.end)
    answer = next(after, None)
    return any(heading is answer for heading in setext_accidents(page))


def _without_text(page: Page, violation: Violation) -> str:
    """Claim the text that an item of a list lacks."""
    item = next(_items(page, violation), None)
    if item is None:
        return "schema"
    if not item.children:
        return "empty-item"
    return "list-damage" if has_two_marks(page, item) else "schema"


def _items(page: Page, violation: Violation) -> Iterator[Block]:
    """Yield the items at the place of a violation."""
    place = page.record.locate(violation.pointer)
    for block in page.lists:
        for item in block.children:
            if place.start <= item.span.start and item.span.end <= place.end:
                yield item


def _foreign_value(page: Page, layout: Layout, violation: Violation) -> str:
    """Claim a value that is not in its vocabulary."""
    terms = terms_of(violation.path, layout)
    if terms is None or not isinstance(violation.value, str):
        return "schema"
    if _UNFILLED.search(violation.value):
        return "placeholder"
    if _NULL.fullmatch(violation.value):
        return "null-value"
    if _NOTE.fullmatch(violation.value):
        return "filler-text"
    if terms.canonical(violation.value) is None:
        return "unknown-value"
    is_repeated = any(
        mention.pointer == violation.pointer
        for repetition in repetitions(page)
        for mention in repetition.mentions
    )
    return "redundant-fact" if is_repeated else "value-spelling"


def write_value(
    page: Page, violation: Violation, value: str, safety: Safety = Safety.SAFE
) -> Fix | None:
    """Return the fix that writes another value, within the quotes of the old one.

    None where that is not written as such: it stands in another file, or elsewhere.
    """
    place = page.record.spans.get(violation.pointer)
    old = page.source[place] if place else ""
    quote = old[:1] if old[:1] in ("'", '"') else ""
    if place is None or old.strip(quote).split() != violation.value.split():
        return None
    return Fix.replace(f"Write '{value}'", place, f"{quote}{value}{quote}", safety)


@dataclass(frozen=True, slots=True)
class ListedValue:
    """A value in a list of facts."""

    value: str
    pointer: str


@dataclass(frozen=True, slots=True)
class Repetition:
    """What a list of facts says more than once, under whatever names."""

    field: Field
    mentions: tuple[ListedValue, ...]
    beside: Field | None
    """The fact that says it already, if there is one beside the list."""


def repetitions(page: Page) -> Sequence[Repetition]:
    """Return what the lists among the facts of a page repeat."""
    return page.once(_repetitions)


def _repetitions(page: Page) -> Sequence[Repetition]:
    return tuple(_read_repetitions(page))


def _read_repetitions(page: Page) -> Iterator[Repetition]:
    fields = page.layout.fields if page.layout else {}
    for field in fields.values():
        values = page.record.data.get(field.name)
        if field.place == "section" or not isinstance(values, list):
            continue
        said = page.record.data.get(field.beside)
        main = _key(field, said) if isinstance(said, str) else None
        keys = [
            _key(field, value) if isinstance(value, str) else "" for value in values
        ]
        if main not in keys and len(set(keys)) == len(keys):
            continue  # nearly always
        mentions: dict[str, list[ListedValue]] = {}
        for number, (key, value) in enumerate(zip(keys, values, strict=True)):
            if isinstance(value, str):
                listed = ListedValue(value, f"/{field.name}/{number}")
                mentions.setdefault(key, []).append(listed)
        for key, listed_values in mentions.items():
            beside = fields.get(field.beside) if key == main else None
            if beside or len(listed_values) > 1:
                yield Repetition(field, tuple(listed_values), beside)


def _key(field: Field, value: str) -> str:
    return (field.terms.canonical(value) if field.terms else None) or fold(value)
