"""Which fields of a page type an entry asks for what.

A layout has some thirty fields, and of most pages each question concerns one or none.
"""

from __future__ import annotations

from functools import lru_cache

from exlint.light import dataclass
from exlint.pagetype.fields import KEYED, LISTS, Field
from exlint.pagetype.layout import Layout

FACT_PLACES = frozenset({*KEYED, "front-matter", "sidecar"})


@dataclass(frozen=True, slots=True)
class Interests:
    """Fields of a layout, each kind in the order in which the layout has them."""

    facts: tuple[Field, ...] = ()
    """Those that state a fact."""
    stating: tuple[Field, ...] = ()
    """Those, and tables of facts."""
    hubs: tuple[Field, ...] = ()
    """Those that list pages."""
    mentioning: tuple[Field, ...] = ()
    """Those, and tables that compare pages."""
    naming: tuple[Field, ...] = ()
    """Those whose values are names of pages."""
    steps: tuple[Field, ...] = ()
    lists: tuple[Field, ...] = ()


_NONE = Interests()


def interests_of(layout: Layout | None) -> Interests:
    """Return what is of interest on the pages of a layout."""
    return _interests(layout) if layout else _NONE


@lru_cache(maxsize=64)
def _interests(layout: Layout) -> Interests:
    fields = layout.fields.values()
    return Interests(
        tuple([one for one in fields if one.place in FACT_PLACES]),
        tuple([one for one in fields if one.place in FACT_PLACES or one.labels]),
        tuple([one for one in fields if one.shape == "entries"]),
        tuple([one for one in fields if one.shape == "entries" or one.labels]),
        tuple([one for one in fields if one.references is not None]),
        tuple([one for one in fields if one.shape == "ordered-list"]),
        tuple([one for one in fields if one.shape in LISTS]),
    )
