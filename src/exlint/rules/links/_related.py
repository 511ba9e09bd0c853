"""The links that a page's facts call for, and those that it has in their place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from exlint.light import dataclass
from exlint.once import cached_property
from exlint.page import Page
from exlint.pagetype.layout import ExpectedLink, Layout
from exlint.pagetype.pattern import Pattern
from exlint.pagetype.schema import Json
from exlint.pagetype.sentences import Sentences
from exlint.pagetype.vocabulary import Terms
from exlint.regex import regex
from exlint.site import split_address
from exlint.site.address import normal_path
from exlint.text import lower

_SLOT = regex(r"\{(\w+)(?:\|(\w+))?\}")


class Related(NamedTuple):
    """A link among the related ones of a page."""

    pointer: str
    """Where it stands in the record."""
    text: str
    path: str
    """Where the link leads, whatever the host."""


@dataclass(frozen=True, slots=True)
class Expected:
    """A link that the facts call for."""

    link: ExpectedLink
    values: Mapping[str, str]
    """Slot → value."""
    terms: Mapping[str, Terms]
    """Slot → its vocabulary."""
    text: str
    target: str
    path: str
    path_end: str
    """How the path of such a link ends, whatever stands before it."""

    def is_met_by(self, related: Related) -> bool:
        """Whether a link leads to the page that is called for."""
        path = related.path
        return path == self.path or path.endswith(self.path_end)

    def named_by_target(self, related: Related) -> Mapping[str, str]:
        """Return the values that a target of this form names, by slot.

        A name that is in no vocabulary stands for itself.
        """
        match = _target_regex(self.link.target).fullmatch(related.path)
        return self._canonical(match.groupdict()) if match else {}

    def named_by_text(self, related: Related) -> Mapping[str, str]:
        """Return the values that a text of this form names, by slot."""
        if related.text == self.text:
            return self.values
        match = _text_pattern(self.link.text).read(related.text.strip())
        slots = {slot.name: slot.text for slot in match.slots} if match else {}
        return self._canonical(slots)

    def is_said_in(self, text: str) -> bool:
        """Whether a text holds the link's address or what it says."""
        if self.target in text:
            return True
        matches = _text_pattern(self.link.text).search(text, Sentences.of(lower(text)))
        return any(
            self._canonical({slot.name: slot.text for slot in match.slots})
            == self.values
            for match in matches
        )

    def _canonical(self, slots: Mapping[str, str]) -> Mapping[str, str]:
        return {
            slot: self.terms[slot].canonical(text) or text
            for slot, text in slots.items()
            if slot in self.terms
        }


@dataclass(frozen=True)
class RelatedField:
    """The links of one list of related pages, and those that belong there."""

    name: str
    links: tuple[Related, ...]
    expected: tuple[Expected, ...]

    @cached_property
    def met(self) -> tuple[tuple[Expected, Related], ...]:
        """Each link that leads where the facts ask for one, with what it meets."""
        return tuple(
            (expected, link)
            for expected in self.expected
            for link in self.links
            if expected.is_met_by(link)
        )

    def unmet(self) -> Iterator[tuple[Expected, Related | None]]:
        """Yield each expected link that is absent, with what stands in its place.

        That is a link to an address of the same form, or one that reads alike.
        """
        met = {id(expected) for expected, _ in self.met}
        absent = [one for one in self.expected if id(one) not in met]
        spare = [link for link in self.links if self._is_spare(link)] if absent else []
        for expected in absent:
            alike = (link for link in spare if expected.named_by_target(link))
            reads = (
                link
                for link in spare
                if expected.named_by_text(link) == expected.values
            )
            yield expected, next(alike, None) or next(reads, None)

    def _is_spare(self, link: Related) -> bool:
        """Whether no fact calls for a link with its target and text."""
        return not any(
            expected.is_met_by(link)
            and expected.named_by_text(link) in ({}, expected.values)
            for expected in self.expected
        )


def related_fields(page: Page) -> tuple[RelatedField, ...]:
    """Return the fields of a page for which its type expects links."""
    return page.once(_related_fields)


def _related_fields(page: Page) -> tuple[RelatedField, ...]:
    return tuple(_read_fields(page))


def _read_fields(page: Page) -> Iterator[RelatedField]:
    layout, data = page.layout, page.record.data
    for name, slots in _asking(layout).items() if layout else ():
        items = data.get(name)
        if layout and isinstance(items, list):
            links = tuple(
                Related(f"/{name}/{number}", item["text"], _path(item["target"]))
                for number, item in enumerate(items)
            )
            facts = tuple(_texts(data.get(slot)) for slot in slots)
            yield RelatedField(name, links, _expected(layout, name, facts))


@lru_cache(maxsize=256)
def _asking(layout: Layout) -> Mapping[str, tuple[str, ...]]:
    """The lists of links of a type → the facts that ask for links in them."""
    found: dict[str, tuple[str, ...]] = {}
    for link in layout.links:
        slots = (*found.get(link.field, ()), *_slots(link.target))
        found[link.field] = tuple(dict.fromkeys(slots))
    return found


def _texts(written: Json) -> tuple[str, ...]:
    values = written if isinstance(written, list) else [written]
    return tuple([value for value in values if isinstance(value, str)])


@lru_cache(maxsize=4096)
def _expected(
    layout: Layout, name: str, facts: tuple[tuple[str, ...], ...]
) -> tuple[Expected, ...]:
    """Return the links that facts ask for in a list: many pages have the same facts."""
    values = dict(zip(_asking(layout)[name], facts, strict=True))
    links = [link for link in layout.links if link.field == name]
    return tuple(
        expected for link in links for expected in _filled(layout, link, values)
    )


def _filled(
    layout: Layout, link: ExpectedLink, facts: Mapping[str, tuple[str, ...]]
) -> Iterator[Expected]:
    """Yield a link for each value of the facts by which it is chosen.

    Of a fact that is absent or not in the vocabulary, nothing is expected.
    """
    slots, choices = {}, []
    for slot in _slots(link.target):
        field = layout.fields.get(slot)
        if field is None or field.terms is None:
            return
        slots[slot] = field.terms
        choices.append(_values(facts[slot], field.terms))
    for values in product(*choices) if slots else ():
        yield _filled_link(link, slots, values)


def _values(written: tuple[str, ...], terms: Terms) -> Iterator[str]:
    for value in written:
        canonical = value if value in terms.terms else terms.canonical(value)
        if canonical:
            yield canonical


def _filled_link(
    link: ExpectedLink, terms: Mapping[str, Terms], values: tuple[str, ...]
) -> Expected:
    chosen = dict(zip(terms, values, strict=True))

    def fill(match: re.Match[str]) -> str:
        value = chosen.get(match[1], match[0])
        by_slug = match[2] and match[1] in chosen
        return terms[match[1]].terms[value].slug if by_slug else value

    text, target = _SLOT.sub(fill, link.text), _SLOT.sub(fill, link.target)
    path = _path(target)
    return Expected(link, chosen, terms, text, target, path, f"/{path}")


@lru_cache(maxsize=256)
def _slots(template: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(match[1] for match in _SLOT.finditer(template)))


@lru_cache(maxsize=4096)
def _path(target: str) -> str:
    return normal_path(split_address(target).path)


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
