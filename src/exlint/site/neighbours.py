"""The address most like one that leads nowhere."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from exlint.light import dataclass
from exlint.once import cached_property
from exlint.pagetype.vocabulary import nearest
from exlint.site.address import suffix_of

_AROUND = 12
"""How many neighbours on each side of each order are compared in earnest."""
_ALIKE = 0.8


@dataclass(frozen=True)
class Neighbours:
    """Known addresses, ordered so that similar ones stand together.

    A misspelt name shares its beginning with the right one up to the mistake, and its
    end from there on: in the order of the names, or in that of the names read
    backwards, the two are neighbours. So a few comparisons do, however many addresses
    there are.
    """

    addresses: frozenset[str]

    def nearest(self, address: str) -> str | None:
        """Return the address most like one, or None when none is close."""
        same = self.differs_in_case(address)
        if same:
            return same
        suffix = suffix_of(address)
        alike = {other for other in self._around(address) if suffix_of(other) == suffix}
        folder, name = _folder(address), _name(address)
        siblings = {_name(other) for other in alike if _folder(other) == folder}
        sibling = nearest(name, sorted(siblings), _ALIKE)
        if sibling:
            return f"{folder}/{sibling}".lstrip("/")
        namesakes = [other for other in alike if _name(other) == name]
        if len(namesakes) == 1:
            return namesakes[0]
        return nearest(address, sorted(alike), _ALIKE)

    def differs_in_case(self, address: str) -> str | None:
        """Return the address that differs from one only in capitals."""
        return self._lowered.get(address.lower())

    @cached_property
    def _lowered(self) -> dict[str, str]:
        return {address.lower(): address for address in sorted(self.addresses)}

    @cached_property
    def _forward(self) -> list[tuple[str, str]]:
        return sorted((_name(address), address) for address in self.addresses)

    @cached_property
    def _backward(self) -> list[tuple[str, str]]:
        return sorted((_name(address)[::-1], address) for address in self.addresses)

    def _around(self, address: str) -> Iterator[str]:
        name = _name(address)
        for order, key in ((self._forward, name), (self._backward, name[::-1])):
            place = bisect_left(order, (key, address))
            for _, other in order[max(place - _AROUND, 0) : place + _AROUND]:
                yield other


def _name(address: str) -> str:
    return address.rpartition("/")[2]


def _folder(address: str) -> str:
    return address.rpartition("/")[0]
