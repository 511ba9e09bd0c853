"""What was found in a collection, and how sure that is, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import wrap

from exlint.infer.propose import Inference, TypeProposal
from exlint.infer.refine import Found

WIDTH = 80
_SHOWN = 3
"""How many pages are named of those that deviate."""
_MOST_PATTERNS = 12
_MOST_VALUES = 8
_WRONG = {
    "required": "no {what}",
    "enum": "{what} has an unknown value",
    "type": "{what} is no {type}",
    "minLength": "{what} has an empty text",
    "minItems": "{what} has too few items",
    "uniqueItems": "{what} repeats a value",
    "format": "{what} is no date",
}


def render(inference: Inference, required_at: float) -> Iterator[str]:
    """Yield the lines of a report."""
    for proposal in inference.types:
        yield from _type(proposal, required_at)
        yield "\n"
    if inference.others:
        paths = [sight.path for sight in inference.others]
        yield from _wrapped(f"Of no type: {_listed(paths)}", "")


def _type(proposal: TypeProposal, required_at: float) -> Iterator[str]:
    total = len(proposal.cluster.pages)
    alike = f"{proposal.cluster.cohesion:.0%} alike in layout"
    yield f"{proposal.name}: {total:,} {_pages(total)}, {alike}\n"
    for item in proposal.found:
        yield _property(item, total, item.property.name in proposal.required)
    yield from _words(proposal.found)
    yield from _patterns(proposal, required_at)
    yield from _deviations(proposal)
    stubs = [sight.path for sight in proposal.cluster.stubs]
    if stubs:
        yield from _wrapped(f"hardly begun: {_listed(stubs)}", "  ")


def _property(item: Found, total: int, is_required: bool) -> str:
    """Return a line that tells of a property and how many pages have it."""
    shape = item.property.shape
    kind = shape or (_values_of(item) if item.words else _kind(item))
    share = len(item.values) / total
    need = "required" if is_required else ""
    what = item.property.what
    what = what if len(what) <= 36 else f"{what[:35]}…"
    return f"  {what:<36} {share:>5.0%}  {need:<8}  {kind}".rstrip() + "\n"


def _values_of(item: Found) -> str:
    number = len(item.words.counts) if item.words else 0
    return f"{number} {'value' if number == 1 else 'values'}"


def _kind(item: Found) -> str:
    if item.references:
        return f"names {item.references} pages"
    if "format" in item.node:
        return str(item.node["format"])
    kind = item.node.get("type", "anything")
    return kind[0] if isinstance(kind, list) else str(kind)


def _words(found: Sequence[Found]) -> Iterator[str]:
    """Yield what is proposed as a synonym, and what is left out of vocabularies."""
    for item in found:
        if item.words is None:
            continue
        what = item.property.what
        for value, others in item.words.synonyms.items():
            names = ", ".join(f"'{other}'" for other in others)
            yield from _wrapped(f"{what}: '{value}' is also called {names}", "  ")
        if item.words.slips:
            names = ", ".join(f"'{value}'" for value in item.words.slips)
            yield from _wrapped(f"{what}: not taken for a value: {names}", "  ")
        once = [value for value, n in item.words.counts.items() if n == 1]
        if once:
            names = ", ".join(f"'{value}'" for value in once[:_MOST_VALUES])
            more = ", …" if len(once) > _MOST_VALUES else ""
            yield from _wrapped(f"{what}: on one page only: {names}{more}", "  ")


def _patterns(proposal: TypeProposal, required_at: float) -> Iterator[str]:
    for pattern in proposal.patterns[:_MOST_PATTERNS]:
        share = pattern.pages / pattern.total
        need = " required" if share >= required_at else ""
        yield from _wrapped(f"sentence {share:.0%}{need}: {pattern.text}", "  ")
        if pattern.contradicted:
            paths = _listed(pattern.contradicted)
            yield from _wrapped(f"it contradicts the facts of {paths}", "    ")
    left = len(proposal.patterns) - _MOST_PATTERNS
    if left > 0:
        yield f"  and {left} more sentences\n"


def _deviations(proposal: TypeProposal) -> Iterator[str]:
    items = {item.property.name: item for item in proposal.found}
    for (name, keyword), places in proposal.deviations.items():
        item = items.get(name)
        what = item.property.what if item else name or "the page"
        type_ = _kind(item) if item else ""
        said = _WRONG.get(keyword, "{what} breaks '" + keyword + "'")
        paths = [f"{place.path}:{place.line}:{place.column}" for place in places]
        message = said.format(what=what, type=type_)
        yield from _wrapped(f"{message}: {_listed(paths)}", "  ")


def _listed(paths: Sequence[str]) -> str:
    """Return the first of some paths, and how many there are."""
    first = ", ".join(paths[:_SHOWN])
    left = len(paths) - _SHOWN
    return f"{first} and {left:,} more" if left > 0 else first


def _pages(number: int) -> str:
    return "page" if number == 1 else "pages"


def _wrapped(text: str, indent: str) -> Iterator[str]:
    lines = wrap(
        text,
        WIDTH,
        initial_indent=indent,
        subsequent_indent=f"{indent}  ",
        break_long_words=False,
        break_on_hyphens=False,
    )
    yield from (f"{line}\n" for line in lines)
