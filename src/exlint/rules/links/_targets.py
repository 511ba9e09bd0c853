"""What is wrong with the target of a link, whatever page it stands on."""

from __future__ import annotations

import re
from functools import lru_cache

from exlint.pagetype.vocabulary import nearest
from exlint.regex import regex
from exlint.site import split_address
from exlint.site.address import Address, is_meant_as_host, is_template

_WEB = ("http", "https")
_DEVELOPMENT = regex(
    r"localhost$|127\.[\d.]+$|0\.0\.0\.0$|192\.168\.[\d.]+$|10\.\d+\.\d+\.\d+$|\[::1\]$"
    r"|.*\.(?:local|localhost|test)$|staging[.-]|.*\.staging\.",
)
_NO_HOST = regex(
    r"ww\.|w{4,}\.|.*\.\.|\.|.*\.$|.*[^\w.-]|[^.]*$"
    r"|.*\.(?:con|cmo|ocm|cim|comm|nett|ogr|orgg)$"
)
"""No dot, a doubled one, a sign that no host has, `www` or `com` misspelt."""


@lru_cache(maxsize=4096)
def trouble(target: str) -> str | None:
    """Return what is wrong with a target, in a few words; None if nothing is."""
    if not target:
        return "link without a target"
    if target == "#":
        return "link to '#', which leads nowhere"
    if is_template(target):
        return None
    address = split_address(target)
    if address.scheme not in ("", *_WEB):
        return _scheme_trouble(address, target)
    if address.scheme or "." in address.host:
        return _web_trouble(address, target)
    if "\\" in target:
        return "backslash in the target"
    if "@" in target and is_meant_as_host(target):
        return "e-mail address without 'mailto:'"
    if is_meant_as_host(target):
        return "address without 'https://'"
    if address.host or "//" in address.path:
        return "doubled slash in the target"
    return None


def _scheme_trouble(address: Address, target: str) -> str | None:
    scheme = address.scheme
    if len(scheme) == 1 or scheme == "file":
        return "link to a file on somebody's computer"
    meant = nearest(scheme, _WEB)
    if meant and target[len(scheme) :].startswith((":/", ":www")):
        return f"no scheme '{scheme}:': did you mean '{meant}:'?"
    if scheme == "mailto" and "@" not in address.path:
        return "'mailto:' without an e-mail address"
    return None


def _web_trouble(address: Address, target: str) -> str | None:
    host = address.host.rpartition("@")[2]
    if not host:
        return "no host in the address" if "//" in target else "'//' missing after ':'"
    if host.rstrip(":") in _WEB:
        return "scheme written twice"
    name = re.sub(r":\d+$", "", host)
    if _DEVELOPMENT.match(name):
        return f"link to '{name}', a host for development"
    if _NO_HOST.match(name) and not name.startswith("["):
        return f"no such host: '{name}'"
    if "//" in address.path and ":/" not in address.path:
        return "doubled slash in the target"
    return None
