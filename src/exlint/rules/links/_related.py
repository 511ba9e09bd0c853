"""The links that a page's facts call for, and those that it has in their place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from exlint.layout import ExpectedLink
from exlint.page import Page
from exlint.pattern import Pattern
from exlint.site import split_address
from exlint.site.address import normal_path
from exlint.text import Span
from exlint.vocabulary import Terms

_SLOT = re.compile(r"\{(\w+)(?:\|(\w+))?\}")


@dataclass(frozen=True, slots=True)
class Related:
    """A link among the related ones of a page."""

    text: str
    text_span: Span
    target: str
    target_span: Span


@dataclass(frozen=True)
class Expected:
    """A link that the facts call for."""

    link: ExpectedLink
    values: Mapping[str, str]
    """Slot → value."""
    terms: Mapping[str, Terms]
    """Slot → its vocabulary."""

    @property
    def text(self) -> str:
        """What the link says."""
        return self._filled(self.link.text)

    @property
    def target(self) -> str:
        """Where the link leads."""
        return self._filled(self.link.target)

    def is_met_by(self, related: Related) -> bool:
        """Whether a link leads to the page that is called for."""
        path = normal_path(split_address(related.target).path)
        return f"/{path}".endswith(f"/{normal_path(self.target)}")

    def named_by_target(self, related: Related) -> Mapping[str, str]:
        """Return the values that a target of this form names, by slot.

        A name that is in no vocabulary stands for itself.
        """
        path = normal_path(split_address(related.target).path)
        match = _target_regex(self.link.target).fullmatch(path)
        return self._canonical(match.groupdict()) if match else {}

    def named_by_text(self, related: Related) -> Mapping[str, str]:
        """Return the values that a text of this form names, by slot."""
        match = _text_pattern(self.link.text).read(related.text.strip())
        slots = {slot.name: slot.text for slot in match.slots} if match else {}
        return self._canonical(slots)

    def _canonical(self, slots: Mapping[str, str]) -> Mapping[str, str]:
        return {
            slot: self.terms[slot].canonical(text) or text
            for slot, text in slots.items()
            if slot in self.terms
        }

    def _filled(self, template: str) -> str:
        def fill(match: re.Match[str]) -> str:
            value = self.values[match[1]]
            return self.terms[match[1]].terms[value].slug if match[2] else value

        return _SLOT.sub(fill, template)


@lru_cache(maxsize=256)
def _text_pattern(text: str) -> Pattern:
    return Pattern.compile(text)


@lru_cache(maxsize=256)
def _target_regex(target: str) -> re.Pattern[str]:
    parts, position = ["(?:.*/)?"], 0
    path = normal_path(target)
    for match in _SLOT.finditer(path):
        parts += [re.escape(path[position : match.start()]), f"(?P<{match[1]}>[^/]+)"]
        position = match.end()
    return re.compile("".join(parts) + re.escape(path[position:]))


def expected_links(page: Page, field: str) -> Iterator[Expected]:
    """Yield the links that belong in a field, one for each value of the facts.

    Of a fact that is absent or not in the vocabulary, nothing is expected.
    """
    layout = page.layout
    for link in layout.links if layout else ():
        slots = dict.fromkeys(match[1] for match in _SLOT.finditer(link.target))
        if layout is None or link.field != field or not slots:
            continue
        terms, choices = {}, []
        for slot in slots:
            known = layout.fields[slot].terms if slot in layout.fields else None
            if known is None:
                break
            terms[slot] = known
            choices.append([*_values(page, slot, known)])
        else:
            for values in product(*choices):
                values_by_slot = dict(zip(slots, values, strict=True))
                yield Expected(link, values_by_slot, terms)


def _values(page: Page, slot: str, terms: Terms) -> Iterator[str]:
    written = page.record.data.get(slot)
    for value in written if isinstance(written, list) else [written]:
        canonical = terms.canonical(value) if isinstance(value, str) else None
        if canonical:
            yield canonical


@dataclass(frozen=True, slots=True)
class RelatedField:
    """The links of one list of related pages, and those that belong there."""

    name: str
    links: tuple[Related, ...]
    expected: tuple[Expected, ...]

    @property
    def unmet(self) -> Iterator[tuple[Expected, Related | None]]:
        """Yield each expected link that is absent, with what stands in its place.

        That is a link to an address of the same form, or one that reads alike.
        """
        spare = [
            link
            for link in self.links
            if not any(expected.is_met_by(link) for expected in self.expected)
        ]
        for expected in self.expected:
            if not any(map(expected.is_met_by, self.links)):
                alike = (link for link in spare if expected.named_by_target(link))
                reads = (
                    link
                    for link in spare
                    if expected.named_by_text(link) == expected.values
                )
                yield expected, next(alike, None) or next(reads, None)


def related_fields(page: Page) -> Iterator[RelatedField]:
    """Yield the fields of a page for which its type expects links."""
    layout, record = page.layout, page.record
    for name in dict.fromkeys(link.field for link in layout.links) if layout else ():
        items = record.data.get(name)
        if isinstance(items, list):
            links = tuple(
                Related(
                    item["text"],
                    record.locate(f"/{name}/{number}/text"),
                    item["target"],
                    record.locate(f"/{name}/{number}/target"),
                )
                for number, item in enumerate(items)
            )
            yield RelatedField(name, links, tuple(expected_links(page, name)))
