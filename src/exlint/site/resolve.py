"""The site that pages make up: which targets lead where."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from typing import Literal

from exlint.diagnostic import Confidence
from exlint.light import dataclass, field, replace
from exlint.once import cached_property
from exlint.site.address import (
    Address,
    is_asset,
    is_page_name,
    is_template,
    normal_path,
    same_host,
    split_address,
    suffix_of,
)
from exlint.site.addresses import address_of, addresses_of, below
from exlint.site.anchors import SlugStyle
from exlint.site.neighbours import Neighbours
from exlint.site.permalink import Permalink
from exlint.site.wikilinks import Names, is_wiki_link, split_wiki_link

Kind = Literal["external", "page", "file", "folder", "route", "missing", "unknown"]
"""`route`: known to exist, but not as a file. `unknown`: outside of the content root,
made when the site is built, or in a part of the site that exlint does not see."""


@dataclass(frozen=True, slots=True)
class Resolution:
    """Where a link leads."""

    kind: Kind
    path: str = ""
    """Of the page or file, as `Source.path` is."""
    fragment: str = ""
    """The anchor, without the `#`."""
    address: str = ""
    """What is missing: `/exercises/core` of the site, `exercises/core.md` of files,
    `[[Core]]` of names."""
    confidence: Confidence = Confidence.HIGH
    """How sure it is that what is missing does not exist."""


_EXTERNAL = Resolution("external")
_UNKNOWN = Resolution("unknown")


@dataclass(frozen=True)
class Site:
    """The files of a content root and the addresses under which they are served."""

    root: str = "."
    """The content root; like all paths here, written as `Source.path` is."""
    files: frozenset[str] = frozenset()
    """Every file below the content root, pages and others."""
    base_url: str | None = None
    """Where the site is served: `https://moves.example`."""
    permalinks: tuple[tuple[str, str], ...] = ()
    """Address and path templates: `/exercises/{stem}/` → `_exercises/{stem}.md`."""
    routes: frozenset[str] = frozenset()
    """Paths of addresses that are known to exist, as `read_routes` returns them."""
    slug_style: SlugStyle = "github"
    """How the site's renderer makes anchors of headings."""
    titles: Mapping[str, str] = field(default_factory=dict)
    """Title or alias of a page → its file: wiki links may tell them."""

    def resolve(self, source_path: str, target: str) -> Resolution:
        """Return where the target of a link on a page leads."""
        if "://" not in target and not target.startswith("/"):
            return self._resolve(source_path, target)
        known = self._resolved.get(target)
        if known is None:
            known = self._resolved[target] = self._resolve(source_path, target)
        return known

    def is_own(self, host: str) -> bool:
        """Whether a host is the site's."""
        return bool(self.base_url) and same_host(host, self._base.host)

    def unseen(self) -> float:
        """Return the share of known routes that no file stands for."""
        base = f"{self._base_path}/" if self._base_path else ""
        below = [route.removeprefix(base) for route in self.routes]
        missing = sum(self._find(route) is None for route in below)
        return missing / len(below) if below else 0.0

    def nearest(self, address: str) -> str | None:
        """Return the address that was meant by a missing one, if one is close."""
        if is_wiki_link(address):
            near = self._names.nearest(split_wiki_link(address)[0])
            return near and f"[[{near}]]"
        slash = "/" if address.startswith("/") else ""
        found = self._neighbours.nearest(address.lstrip("/"))
        return None if found is None else slash + found

    def differs_in_case(self, address: str) -> bool:
        """Whether a missing address exists in other capitals."""
        return self._neighbours.differs_in_case(address.lstrip("/")) is not None

    @cached_property
    def _resolved(self) -> dict[str, Resolution]:
        """What has been asked of targets that mean the same on every page."""
        return {}

    @cached_property
    def _base(self) -> Address:
        return split_address(self.base_url or "")

    @cached_property
    def _base_path(self) -> str:
        return normal_path(self._base.path)

    @cached_property
    def _permalinks(self) -> tuple[Permalink, ...]:
        return tuple(Permalink.of(*pair) for pair in self.permalinks)

    @cached_property
    def addresses(self) -> dict[str, str]:
        """Address below the base URL, or path below the content root → file."""
        return addresses_of(self.root, self.files, self._permalinks)

    @cached_property
    def _folders(self) -> frozenset[str]:
        """The folders of all addresses and paths."""
        folders = {""}
        for address in self.addresses:
            folder = posixpath.dirname(address)
            while folder not in folders:
                folders.add(folder)
                folder = posixpath.dirname(folder)
        return frozenset(folders)

    @cached_property
    def _tops(self) -> frozenset[str]:
        """The first parts of all addresses: of another the files may not know."""
        return frozenset(address.partition("/")[0] for address in self.addresses)

    @cached_property
    def _assets(self) -> frozenset[str]:
        """The endings of the paths of files that are no pages.

        Builders serve some folders (`static/`, `public/`) as if they were the root.
        """
        endings = set()
        for path in self.files:
            if is_asset(path):
                while path:
                    endings.add(path)
                    path = path.partition("/")[2]
        return frozenset(endings)

    @cached_property
    def _suffixes(self) -> frozenset[str]:
        return frozenset(map(suffix_of, self.files))

    @cached_property
    def _neighbours(self) -> Neighbours:
        base = f"{self._base_path}/" if self._base_path else ""
        routes = (route.removeprefix(base) for route in self.routes)
        inside = (name for name in self.addresses if not name.startswith("../"))
        return Neighbours(frozenset({*inside, *routes} - {""}))

    @cached_property
    def _names(self) -> Names:
        return Names(self.addresses, self.titles)

    def _below(self, path: str) -> str:
        """Return a path relative to the content root."""
        return below(self.root, path)

    def _resolve(self, source_path: str, target: str) -> Resolution:
        if is_template(target):
            return _UNKNOWN
        if is_wiki_link(target):
            return self._named(source_path, target)
        address = split_address(target)
        if address.is_external or (address.host and not self.is_own(address.host)):
            return _EXTERNAL
        if address.host or address.path.startswith("/"):
            found = self._served(address.path)
        elif address.path:
            found = self._relative(self._below(source_path), address.path)
        else:
            found = Resolution("page", source_path)
        if not address.fragment:
            return found
        return replace(found, fragment=address.fragment)

    def _named(self, source_path: str, target: str) -> Resolution:
        """Resolve a wiki link by the name that it tells."""
        name, heading = split_wiki_link(target)
        if not name:
            return Resolution("page", source_path, heading)
        path = self._names.find(name, self._below(source_path))
        if path is not None:
            return Resolution("page" if is_page_name(path) else "file", path, heading)
        elsewhere = is_asset(name) and suffix_of(name) not in self._suffixes
        confidence = Confidence.LOW if elsewhere else Confidence.MEDIUM
        return Resolution("missing", "", heading, f"[[{name}]]", confidence)

    def _served(self, path: str) -> Resolution:
        """Resolve a path of the site's host."""
        full = key = normal_path(path)
        if self._base_path:
            if key != self._base_path and not key.startswith(f"{self._base_path}/"):
                return Resolution("route") if full in self.routes else _UNKNOWN
            key = key[len(self._base_path) + 1 :]
        found = self._find(key)
        if found and not (found.kind == "folder" and self.routes):
            return found
        if not key or full in self.routes or path.strip("/") in self.routes:
            return Resolution("route")
        if is_asset(key):
            if key in self._assets:
                return Resolution("file")
            if posixpath.dirname(key) not in self._folders or "/" not in key:
                return _UNKNOWN
            return Resolution("missing", address=f"/{key}")
        if self.routes or key.partition("/")[0] in self._tops:
            return Resolution("missing", address=f"/{key}")
        if self.base_url is None:
            return _UNKNOWN
        confidence = Confidence.MEDIUM
        return Resolution("missing", address=f"/{key}", confidence=confidence)

    def _relative(self, source: str, path: str) -> Resolution:
        """Resolve a path as the file system does, else as a browser does."""
        key = posixpath.normpath(posixpath.join(posixpath.dirname(source), path))
        key = "" if key == "." else key
        found = self._find(key) or self._find(normal_path(key))
        if found:
            return found
        if not is_page_name(path):
            own = address_of(source, self._permalinks)
            for base in (own, posixpath.dirname(own)):
                served = normal_path(posixpath.join("/", base, path))
                found = self._find(served)
                if found:
                    return found
                if f"{self._base_path}/{served}".strip("/") in self.routes:
                    return Resolution("route")
        if key.startswith(".."):
            return _UNKNOWN
        elsewhere = (
            is_asset(key)
            and posixpath.dirname(key) not in self._folders
            and suffix_of(key) not in self._suffixes
        )
        confidence = Confidence.LOW if elsewhere else Confidence.HIGH
        return Resolution("missing", address=key, confidence=confidence)

    def _find(self, key: str) -> Resolution | None:
        path = self.addresses.get(key)
        if path is not None:
            return Resolution("page" if is_page_name(path) else "file", path)
        return Resolution("folder") if key in self._folders else None
