"""The parts of a link's target, and what they say without knowing any site."""

from __future__ import annotations

import posixpath
import re
from html import unescape
from urllib.parse import unquote

from exlint.light import dataclass
from exlint.regex import regex

PAGE_SUFFIXES = (".md", ".mdx", ".markdown")
_PAGE_ENDINGS = frozenset([suffix[1:] for suffix in PAGE_SUFFIXES])
"""How the names of pages end."""
_PARTS = regex(
    r"(?:(?P<scheme>[A-Za-z][A-Za-z0-9+.-]*):)?"
    r"(?://(?P<host>[^/?#\\]*))?"
    r"(?P<path>[^?#]*)"
    r"(?:\?[^#]*)?"
    r"(?:\#(?P<fragment>.*))?",
    re.DOTALL | re.VERBOSE,
)
"""RFC 3986, appendix B: it matches any text."""
_TEMPLATE = regex(r"\{\{|\{%|<%|\$\{|%7B%7B|%7B%25|\$%7B", re.IGNORECASE)
_MEANT_AS_HOST = regex(
    r"www\.|https?//|[\w.-]+\.(?:com|org|net|edu|gov)(?:/|$)", re.IGNORECASE
)
_EMAIL = regex(r"[^\s/@]+@[^\s/@]+\.[A-Za-z]+$")
_SUFFIX = regex(r"(?<=.)\.(?:[A-Za-z][A-Za-z0-9]{1,4}|markdown)$")
_LAST_PARTS = frozenset(("index", "_index", "readme"))


@dataclass(frozen=True, slots=True)
class Address:
    """A target, taken apart."""

    scheme: str
    """In lower case; empty for a path."""
    host: str
    """In lower case, with the port; empty for a path."""
    path: str
    """Percent-decoded, without the query."""
    fragment: str
    """Percent-decoded, without the `#`."""

    @property
    def is_external(self) -> bool:
        """Whether it leads away by another scheme than http, or to no site at all."""
        return self.scheme not in ("", "http", "https") or (
            not self.host and (bool(self.scheme) or is_meant_as_host(self.path))
        )


def split_address(target: str) -> Address:
    """Take any target apart, however badly it is written."""
    match = _PARTS.match(target)
    assert match is not None
    path, fragment = match["path"], match["fragment"] or ""
    return Address(
        (match["scheme"] or "").lower(),
        (match["host"] or "").lower(),
        unquote(path) if "%" in path else path,
        unquote(fragment) if "%" in fragment else fragment,
    )


def same_host(one: str, other: str) -> bool:
    """Whether two hosts are one site: `www.` makes no difference."""
    return one.removeprefix("www.") == other.removeprefix("www.")


def is_template(target: str) -> bool:
    """Whether a target is only made when the site is built: `{{ url }}/squat`."""
    return _TEMPLATE.search(target) is not None


def is_meant_as_host(path: str) -> bool:
    """Whether a path is rather an address without its scheme, or an e-mail address."""
    return bool(_MEANT_AS_HOST.match(path) or _EMAIL.match(path))


def is_page_name(path: str) -> bool:
    """Whether a path names a Markdown file."""
    return path.lower().endswith(PAGE_SUFFIXES)


def suffix_of(path: str) -> str:
    """Return the ending of a file's name, in lower case: `.md`, `.png`, or none."""
    match = _SUFFIX.search(path.rpartition("/")[2])
    return match[0].lower() if match else ""


def is_asset(path: str) -> bool:
    """Whether a path names a file that is no page: an image, a document."""
    return suffix_of(path) not in ("", ".html", ".htm", *PAGE_SUFFIXES)


def without_page_suffix(path: str) -> str:
    """Return a page's path without `.md`."""
    stem, _, ending = path.rpartition(".")
    return stem if ending != path and ending.lower() in _PAGE_ENDINGS else path


def stands_for_folder(stem: str) -> bool:
    """Whether a page of this name is the page of its folder."""
    return stem.rpartition("/")[2].lower() in _LAST_PARTS


def normal_path(path: str) -> str:
    """Return the path of an address as it is looked up.

    Without slashes at its ends, doubled slashes, dots, and what servers add to the
    address of a page: `/exercises//core/index.html` → `exercises/core`.
    """
    if "//" in path or "/." in path or path.startswith("."):
        path = posixpath.normpath(path)
    path = path.strip("/")
    path = path.removesuffix(".html").removesuffix(".htm")
    if path == "index" or path.endswith("/index"):
        path = path.removesuffix("index").rstrip("/")
    return "" if path == "." else path


_LOCATION = regex(
    r"<(?:\w+:)?loc>\s*(?:<!\[CDATA\[)?\s*(?P<url>[^<\]]+?)\s*(?:\]\]>)?\s*</", re.ASCII
)
_INDEX = regex(r"<(?:\w+:)?sitemapindex\b")


def read_routes(text: str) -> frozenset[str]:
    """Read the paths of a site from a sitemap or a route list.

    A sitemap is XML as in https://www.sitemaps.org/protocol.html; an index of sitemaps
    holds no routes. A route list has an address or path on each line; lines that
    begin with `#` are comments.
    """
    text = text.lstrip("\ufeff \t\r\n")
    if text.startswith("<"):
        if _INDEX.search(text):
            return frozenset()
        addresses = [unescape(match["url"]) for match in _LOCATION.finditer(text)]
    else:
        lines = map(str.strip, text.splitlines())
        addresses = [line for line in lines if line and not line.startswith("#")]
    return frozenset(normal_path(split_address(item).path) for item in addresses)
