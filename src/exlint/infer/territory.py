"""Which files are of which type: patterns for a configuration, as few as will do."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from exlint.page.reading import NO_TYPE
from exlint.paths import folder_of

_FEW = 20
"""Pages that are named one by one where most of their folder are of another type."""


def territory(
    types: Mapping[str, str], others: Iterable[str], alike: Mapping[str, str | None]
) -> Iterator[tuple[str, str]]:
    """Yield patterns of files and their types; of several that fit, the last counts.

    `types` and `others` are the paths of pages with a type and of none; `alike` says
    which type a page is taken for that no pattern names.
    """
    below: dict[str, Counter[str]] = defaultdict(Counter)
    direct: dict[str, Counter[str]] = defaultdict(Counter)
    for path, name in types.items():
        direct[folder_of(path)][name] += 1
        for folder in _folders(path):
            below[folder][name] += 1
    given: dict[str, str] = {}
    for folder in sorted(below):
        inside = any(parent in given for parent in _folders(folder))
        if len(below[folder]) == 1 and not inside and not _is_one_child(folder, below):
            given[folder] = next(iter(below[folder]))
    for folder, name in given.items():
        yield _pattern(folder, "**"), name
    mixed: dict[str, str] = {}
    for folder, counts in sorted(direct.items()):
        if any(parent in given for parent in (folder, *_folders(folder))):
            continue
        here = {path: name for path, name in types.items() if folder_of(path) == folder}
        wrong = [path for path, name in here.items() if alike.get(path) != name]
        if len(counts) > 1 and len(wrong) <= min(_FEW, len(here) / 4):
            mixed.update((path, here[path]) for path in wrong)
            continue
        main = counts.most_common(1)[0][0]
        yield _pattern(folder, "*.md"), main
        given[f"{folder}/"] = main
        mixed.update((path, name) for path, name in here.items() if name != main)
    for path, name in sorted(mixed.items()):
        yield _pattern(path), name
    for path in sorted(others):
        direct_home = f"{folder_of(path)}/" in given
        if direct_home or any(parent in given for parent in _folders(path)):
            yield _pattern(path), NO_TYPE


def _is_one_child(folder: str, below: Mapping[str, Counter[str]]) -> bool:
    """Whether all pages below a folder are below one folder in it."""
    total = below[folder].total()
    prefix = f"{folder}/" if folder else ""
    return any(
        other != folder and other.startswith(prefix) and counts.total() == total
        for other, counts in below.items()
    )


def _folders(path: str) -> Iterator[str]:
    """Yield the folders that hold a path, inmost first; the last is empty."""
    while path:
        path = folder_of(path)
        yield path


def _pattern(path: str, inside: str = "") -> str:
    """Return a pattern for a file or for what is in a folder."""
    special = str.maketrans({sign: f"\\{sign}" for sign in "\\*?[]!# "})
    escaped = path.translate(special)
    if inside:
        return f"{escaped}/{inside}" if path else f"/{inside}"
    return escaped if "/" in path else f"/{escaped}"
