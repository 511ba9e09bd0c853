"""What an unconfigured repository tells of itself: a configuration that fits it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from exlint.config import Config, Configs, Links
from exlint.corpus import Entry
from exlint.discover import find_pages, walk
from exlint.engine import Examined
from exlint.files import load_text
from exlint.globs import Globs
from exlint.light import dataclass, replace
from exlint.outcome import Outcome
from exlint.paths import absolute, folder_of, join, parents, relative, shown
from exlint.project import Project
from exlint.rule import Rule
from exlint.run import conclude, examine_pages
from exlint.site import Site, detect_base, read_routes, split_address
from exlint.site.address import is_page_name, normal_path

Watched = Callable[[Iterable[Examined], int], Iterable[Examined]]
"""Passes pages on, and shows how many of them are done."""
_SITEMAPS = ("sitemap.xml", "sitemap-0.xml", "sitemap.txt", "routes.txt")
_ALIKE = 3
"""How many pages of one type a folder holds before it is said to be for them."""
_ENOUGH = 3
"""How many links must agree on how addresses and files differ."""
_ANY_HOST = "https://site.invalid"


@dataclass(frozen=True)
class Survey:
    """A configuration that fits a folder, and what a run under it finds."""

    config: Config
    outcome: Outcome
    routes: int = 0
    """How many addresses the file of routes tells."""


def survey(config: Config, rules: Sequence[Rule], watched: Watched) -> Survey:
    """Look at all pages below the folder of a configuration that sets nothing yet.

    Raises:
        UserError: a configuration further down is wrong.
    """
    folder = config.folder or absolute(".")
    names = [name for rule in rules for name in (rule.name, rule.group)]
    configs = Configs(lambda: names, None, {folder: config})
    paths = [
        shown(path)
        for batch in find_pages([folder], configs)
        if batch.config is config
        for path in batch.pages
    ]
    project = Project.of(config, folder, rules)
    examined = list(watched(examine_pages(project, paths), len(paths)))
    entries = [page.entry for page in examined if page.entry]
    site = _site(project, entries)
    routes_file, routes = _routes(folder, site)
    root = absolute(site.root)
    links = Links(
        site.base_url,
        None if root == folder else root,
        tuple(_permalinks(replace(site, routes=routes), entries)),
        routes_file,
    )
    types = tuple(_types(folder, entries))
    found = replace(config, links=links, types=types)
    outcome = conclude(Project.of(found, root, rules), examined)
    return Survey(found, outcome, len(routes))


def _site(project: Project, entries: Sequence[Entry]) -> Site:
    """Return the site as its links tell it; without a host, at least its folder."""
    site = project.site(entries, project.files())
    if site.base_url is None:
        paths = {target for entry in entries for target in entry.links.targets}
        targets = (f"{_ANY_HOST}{path}" for path in paths if path.startswith("/"))
        base = detect_base(targets, site.files, site.root)
        if base and base.url == _ANY_HOST:
            return replace(site, root=base.root)
    return site


def _routes(folder: str, site: Site) -> tuple[str | None, frozenset[str]]:
    """Return the file that lists the addresses of most pages, and its addresses."""
    pages = [name for name, path in site.addresses.items() if is_page_name(path)]
    pages = [name for name in pages if not is_page_name(name)]
    prefix = normal_path(split_address(site.base_url or "").path)
    for place in walk(folder):
        for path in join(place.path, sorted(set(place.files) & set(_SITEMAPS))):
            routes = read_routes(load_text(shown(path)))
            listed = sum(f"{prefix}/{name}".strip("/") in routes for name in pages)
            if pages and 2 * listed > len(pages):
                return path, routes
    return None, frozenset()


def _permalinks(site: Site, entries: Iterable[Entry]) -> Iterator[tuple[str, str]]:
    """Yield how addresses differ from files, where several links agree on it.

    That `/moves/squat` is `_moves/squat.md`, and `/moves/lunge` is `_moves/lunge.md`.
    """
    by_stem: dict[str, list[str]] = defaultdict(list)
    for below, path in site.addresses.items():
        if is_page_name(below) and is_page_name(path):
            by_stem[below.rpartition("/")[2].rpartition(".")[0]].append(below)
    votes: Mapping[str, Counter[str]] = defaultdict(Counter)
    for address in set(_missing(site, entries)):
        folder, _, stem = address.rpartition("/")
        for file in by_stem.get(stem, ()):
            head, dot, suffix = file.rpartition(".")
            pattern = f"{head.removesuffix(stem)}{{stem}}{dot}{suffix}"
            votes[f"{folder}/{{stem}}/"][pattern] += 1
    for address, files in sorted(votes.items()):
        ((file, count), *others) = files.most_common(2)
        if count >= _ENOUGH and not any(count == other for _, other in others):
            yield address, file


def _missing(site: Site, entries: Iterable[Entry]) -> Iterator[str]:
    """Yield the addresses of the site that lead nowhere."""
    for entry in entries:
        for target in entry.links.targets:
            if target.startswith(("/", "http")):
                found = site.resolve(entry.path, target)
                path = f"/{normal_path(split_address(target).path)}"
                if found.kind == "missing" or (
                    found.kind == "unknown" and target.startswith("/")
                ):
                    yield path


def _types(folder: str, entries: Iterable[Entry]) -> Iterator[tuple[Globs, str]]:
    """Yield the folders whose pages are all of one type, and that type."""
    direct: dict[str, list[str | None]] = defaultdict(list)
    below: dict[str, list[str | None]] = defaultdict(list)
    for entry in entries:
        place = folder_of(relative(absolute(entry.path), folder))
        direct[place].append(entry.type)
        for parent in parents(place):
            below[parent].append(entry.type)
    for place, types in sorted(below.items()):
        inside = place and _only(below[folder_of(place)])
        if _only(types) and not inside:
            yield Globs(folder, (f"{_literal(place)}/**",)), str(_only(types))
        elif _only(direct[place]) and not inside:
            yield Globs(folder, (f"{_literal(place)}/*.md",)), str(_only(direct[place]))


def _only(types: Sequence[str | None]) -> str | None:
    """Return the type of all pages of a folder, if there are enough of them."""
    return types[0] if len(types) >= _ALIKE and len(set(types)) == 1 else None


def _literal(path: str) -> str:
    """Return a path as a pattern that fits nothing else."""
    special = str.maketrans({sign: f"\\{sign}" for sign in "\\*?[]!# "})
    return path.translate(special)
