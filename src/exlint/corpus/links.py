"""The links of a page as they are kept: in columns, because pages have many."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from itertools import chain
from struct import Struct
from sys import intern
from typing import Any, NamedTuple, get_args, overload

from exlint.light import dataclass
from exlint.markdown import Link, LinkKind
from exlint.text import Span

_KINDS: tuple[LinkKind, ...] = get_args(LinkKind)
_NUMBERS = {kind: number for number, kind in enumerate(_KINDS)}
_PLACE = Struct("=4I")
_NONE = (0, 0)


class KeptLink(NamedTuple):
    """What is kept of a link."""

    kind: LinkKind
    target: str
    span: Span
    target_span: Span | None
    """Where the address stands; None where a reference holds it."""

    @property
    def place(self) -> Span:
        """Where to report what is wrong with its address."""
        return self.target_span or self.span


@dataclass(frozen=True, slots=True)
class Links(Sequence[KeptLink]):
    """The links of a page. Who needs their targets only takes these."""

    targets: tuple[str, ...] = ()
    """Each is one object in a process: pages link to the same pages."""
    kinds: bytes = b""
    places: bytes = b""

    @classmethod
    def of(cls, links: Sequence[Link | KeptLink]) -> Links:
        """Put links into columns."""
        if not links:
            return NO_LINKS
        spans = [(*link.span, *(link.target_span or _NONE)) for link in links]
        return cls(
            tuple([link.target for link in links]),
            bytes([_NUMBERS[link.kind] for link in links]),
            array("I", chain.from_iterable(spans)).tobytes(),
        )

    def __post_init__(self) -> None:
        object.__setattr__(self, "targets", tuple(map(intern, self.targets)))

    @property
    def flat(self) -> tuple[Any, ...]:
        """The links as plain values."""
        return (self.targets, self.kinds, self.places) if self.targets else ()

    @classmethod
    def whole(cls, links: Links | tuple[Any, ...]) -> Links:
        """Return links as they were; what never was flat stays as it is."""
        if isinstance(links, Links):
            return links
        return cls(*links) if links else NO_LINKS

    def __len__(self) -> int:
        return len(self.targets)

    @overload
    def __getitem__(self, number: int) -> KeptLink: ...
    @overload
    def __getitem__(self, number: slice) -> tuple[KeptLink, ...]: ...
    def __getitem__(self, number: int | slice) -> KeptLink | tuple[KeptLink, ...]:
        if isinstance(number, slice):
            return tuple(self[n] for n in range(len(self))[number])
        kind, target = _KINDS[self.kinds[number]], self.targets[number]
        start, end, *address = _PLACE.unpack_from(self.places, _PLACE.size * number)
        place = Span(*address) if any(address) else None
        return KeptLink(kind, target, Span(start, end), place)


NO_LINKS = Links()
