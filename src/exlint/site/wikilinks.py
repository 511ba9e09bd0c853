"""Wiki links: `[[Page]]`, `[[folder/Page#Heading]]`, `![[image.png]]`."""

from __future__ import annotations

import posixpath
from collections import defaultdict
from collections.abc import Mapping

from exlint.light import dataclass
from exlint.once import cached_property
from exlint.site.address import stands_for_folder, without_page_suffix
from exlint.site.neighbours import Neighbours


def is_wiki_link(target: str) -> bool:
    """Whether a link's target is that of a wiki link."""
    return target.startswith("[[")


def split_wiki_link(target: str) -> tuple[str, str]:
    """Return the name and the heading (or `^block`) that a wiki link tells.

    Of a path of headings (`Page#Steps#Warm up`), the last.
    """
    name, _, headings = target.removeprefix("[[").removesuffix("]]").partition("#")
    return name.strip(), headings.rpartition("#")[2].strip()


@dataclass(frozen=True)
class Names:
    """The names by which wiki links know files, wherever these stand.

    A page is known by the name of its file, by its title and its aliases, another file
    by its whole name. Capitals make no difference, nor do `-` and `_` for spaces.
    """

    addresses: Mapping[str, str]
    """Path below the content root, or another address of a file → file."""
    titles: Mapping[str, str]
    """Title or alias → file."""

    def find(self, name: str, source: str) -> str | None:
        """Return the file that is meant by a name on a page (a path below the root).

        Of several, one in the same folder, else the one that is nearest to the root.
        """
        folder = posixpath.dirname(source)
        if name.startswith(("./", "../")):
            name = posixpath.normpath(posixpath.join(folder, name))
        key = _key(name)
        found = [
            (posixpath.dirname(address) != folder, address.count("/"), address)
            for address in self._by_name.get(key.rpartition("/")[2], ())
            if "/" not in key or f"/{_key(address)}".endswith(f"/{key.lstrip('/')}")
        ]
        if found:
            return self.addresses[min(found)[2]]
        return self._by_title.get(key)

    def nearest(self, name: str) -> str | None:
        """Return the name most like one that nobody has."""
        near = self._neighbours.nearest(name)
        return near or self._neighbours.nearest(name.rpartition("/")[2])

    @cached_property
    def _by_name(self) -> Mapping[str, list[str]]:
        found = defaultdict(list)
        for address in self.addresses:
            found[_key(address).rpartition("/")[2]].append(address)
            if stands_for_folder(without_page_suffix(address)):
                folder = posixpath.dirname(address)
                found[_key(folder).rpartition("/")[2]].append(address)
        return found

    @cached_property
    def _by_title(self) -> Mapping[str, str]:
        return {_key(title): path for title, path in self.titles.items()}

    @cached_property
    def _neighbours(self) -> Neighbours:
        stems = (without_page_suffix(_name(address)) for address in self.addresses)
        return Neighbours(frozenset({*stems, *self.titles} - {""}))


def _key(name: str) -> str:
    return without_page_suffix(name.lower().replace("-", " ").replace("_", " "))


def _name(address: str) -> str:
    return address.rpartition("/")[2]
