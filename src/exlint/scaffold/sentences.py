"""The sentences and links that the facts of a page call for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import product

from exlint.pagetype.fields import Field
from exlint.pagetype.layout import Layout
from exlint.pagetype.vocabulary import fold
from exlint.regex import regex
from exlint.scaffold.draft import Draft

_SLOT = regex(r"\{(\w+)(?:\|(\w+))?\}")
_SECTIONS = ("section", "lead")


def sentences_of(draft: Draft, home: str) -> Iterator[str]:
    """Yield the sentences that a property's section is to have.

    Those that may stand anywhere stand in the first section.
    """
    facts = {
        name: _spoken(draft.layout.fields[name], value)
        for name, value in draft.data.items()
        if draft.layout.fields[name].place not in _SECTIONS
    }
    first = next((s.name for s in draft.fields if s.place in _SECTIONS), "")
    for statement in draft.layout.statements:
        if (
            not statement.optional
            and (statement.field or first) == home
            and all(draft.data.get(k) == v for k, v in statement.when.items())
            and facts.keys() >= {name for name, _ in statement.pattern.slots}
        ):
            text = statement.pattern.fill(facts)
            yield f"{text[:1].upper()}{text[1:]}"


def _spoken(spec: Field, value: object) -> str:
    """Write a fact as sentences have it: names of a vocabulary in lower case."""
    values = value if isinstance(value, list) else [value]
    texts = [_word(spec, str(one)) for one in values]
    return " and ".join(filter(None, (", ".join(texts[:-1]), *texts[-1:])))


def _word(spec: Field, value: str) -> str:
    if spec.terms is None or value not in spec.terms.terms:
        return value
    words = spec.terms.terms[value].words
    return next((word for word in words if fold(word) == fold(value)), value.lower())


def links_of(draft: Draft, home: str) -> Iterator[tuple[str, str]]:
    """Yield text and target of each link that the facts call for in a section."""
    for link in draft.layout.links:
        if link.field == home:
            names = dict.fromkeys(match[1] for match in _SLOT.finditer(link.target))
            found = [draft.data.get(name, []) for name in names]
            lists = [value if isinstance(value, list) else [value] for value in found]
            for values in product(*lists):
                facts = dict(zip(names, map(str, values), strict=True))
                yield (
                    _filled(link.text, facts, draft.layout),
                    _filled(link.target, facts, draft.layout),
                )


def _filled(text: str, facts: Mapping[str, str], layout: Layout) -> str:
    def fill(match: re.Match[str]) -> str:
        value = facts.get(match[1], match[0])
        spec = layout.fields.get(match[1])
        term = spec.terms.terms.get(value) if spec and spec.terms else None
        return term.slug if term and match[2] else value

    return _SLOT.sub(fill, text)
