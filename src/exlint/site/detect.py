"""Where a site is served, told by the links of its pages."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from exlint.light import dataclass
from exlint.site.address import normal_path, split_address
from exlint.site.resolve import Site

_ENOUGH = 2
"""How many addresses have to lead to files: one may do so by chance."""


@dataclass(frozen=True, slots=True)
class Base:
    """An address and the folder that is served there."""

    url: str
    root: str


def detect_base_url(
    targets: Iterable[str], files: frozenset[str], root: str = "."
) -> str | None:
    """Return the base URL of the site whose content root is `root`.

    That is the one host whose paths mostly lead to files, if there is one.
    """
    base = detect_base(targets, files, root, below=False)
    return base.url if base else None


def detect_base(
    targets: Iterable[str],
    files: frozenset[str],
    root: str = ".",
    *,
    below: bool = True,
) -> Base | None:
    """Return the base URL that links tell, and the folder it serves.

    The folder is the content root or, where `below` allows it, one within: a whole
    repository serves its pages from `content/` or `docs/`. Of several that fit as well
    (copies of a site), it is the first by name, whatever the order of links.
    """
    hosts = _paths_by_host(targets)
    if not hosts:
        return None
    by_name: dict[str, list[str]] = {
        path.rpartition("/")[2]: [] for paths in hosts.values() for path in paths
    }
    for address in Site(root, files).addresses:
        name = address.rpartition("/")[2]
        if name in by_name:
            by_name[name].append(address)
    best: tuple[float, Base] | None = None
    for origin, paths in sorted(hosts.items()):
        votes: Counter[tuple[str, str]] = Counter()
        for path in paths:
            votes.update(set(_readings(path, by_name, below)))
        for (prefix, folder), count in sorted(votes.items()):
            if count < _ENOUGH or 2 * count <= len(paths):
                continue
            score = count - 0.1 * (bool(prefix) + bool(folder))
            if best is None or score > best[0]:
                url = f"{origin}/{prefix}".rstrip("/")
                parts = [part for part in (root, folder) if part not in ("", ".")]
                best = score, Base(url, "/".join(parts) or ".")
    return best[1] if best else None


def _paths_by_host(targets: Iterable[str]) -> dict[str, set[str]]:
    """Collect the paths that are linked on each host, the home page left out."""
    paths: dict[str, set[str]] = defaultdict(set)
    spelled: dict[str, Counter[str]] = defaultdict(Counter)
    for target in set(targets):
        if not target.lower().startswith(("http://", "https://")):
            continue
        address = split_address(target)
        path = normal_path(address.path)
        name = address.host.removeprefix("www.")
        if path and name:
            paths[name].add(path)
            spelled[name][f"{address.scheme}://{address.host}"] += 1
    return {
        max(spelled[name].items(), key=lambda item: (item[1], item[0]))[0]: found
        for name, found in paths.items()
    }


def _readings(
    path: str, by_name: dict[str, list[str]], below: bool
) -> Iterator[tuple[str, str]]:
    """Yield how a path can lead to a file: a prefix of the path, a folder of files.

    `/docs/exercise/squat` leads to `content/exercise/squat.md` if the site is served
    below `/docs` and lies in `content`.
    """
    first, _, rest = path.partition("/")
    for prefix, key in (("", path), (first, rest)):
        for address in by_name.get(key.rpartition("/")[2], ()) if key else ():
            if address == key:
                yield prefix, ""
            elif below and address.endswith(f"/{key}"):
                yield prefix, address[: -len(key) - 1]
