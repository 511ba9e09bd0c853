"""A page yet to be written: its front matter, title, sections and facts, in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from exlint.light import dataclass
from exlint.pagetype.fields import Field
from exlint.pagetype.layout import Layout
from exlint.scaffold.draft import Draft
from exlint.scaffold.keyed import facts, front_matter
from exlint.scaffold.sections import body, heading


@dataclass(frozen=True)
class Scaffold:
    """A page to be filled in."""

    text: str
    chosen: tuple[str, ...]
    """The keys of the facts that could as well have other values."""


def scaffold(
    layout: Layout,
    name: str,
    given: Mapping[str, str] | None = None,
    every: bool = False,
) -> Scaffold:
    """Write a page of a type, to be filled in.

    Facts are as they are `given`, by property or key. Others have the first value that
    the schema allows, with a comment that names its others. What is not required is
    left out, unless `every` property is asked for.

    Raises:
        UserError: a fact that is given is none of the type, or has no such value.
    """
    draft = Draft.of(layout, name, given or {}, every)
    chosen = tuple(spec.label for spec in draft.fields if draft.others(spec))
    return Scaffold("\n".join(_blocks(draft)), chosen)


def _blocks(draft: Draft) -> Iterator[str]:
    """Yield the blocks of a page, each with its line break."""
    front = front_matter(draft)
    if front:
        yield front
    if draft.layout.has_title:
        yield f"# {draft.name}\n"
    yield from _part(draft, [spec for spec in draft.fields if spec.section is None])
    for section in draft.layout.sections:
        inner = [spec for spec in draft.fields if spec.section == section]
        if inner:
            yield heading(draft, section)
            yield from _part(draft, inner)


def _part(draft: Draft, specs: Iterable[Field]) -> Iterator[str]:
    """Yield what stands under one heading: its text, then its facts."""
    for spec in specs:
        yield from body(draft, spec)
    yield from facts(draft, specs)
