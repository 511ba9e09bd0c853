"""Which files are of which type: patterns for a configuration, as few as will do."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from exlint.page.reading import NO_TYPE, stands_for_folder
from exlint.paths import folder_of

_FEW = 20
"""Pages that are named one by one where most of their folder are of another type."""
_STRANGERS = 0.3
"""How many pages of no type, to one with a type, a folder of a type may hold."""


def territory(
    types: Mapping[str, str], others: Iterable[str], alike: Mapping[str, str | None]
) -> Iterator[tuple[str, str]]:
    """Yield patterns of files and their types; of several that fit, the last counts.

    `types` and `others` are the paths of pages with a type and of none; `alike` says
    which type a page is taken for that no pattern names.
    """
    others = sorted(others)
    below, direct = _counts(types), _counts(types, direct=True)
    strangers = _counts({p: NO_TYPE for p in others if not stands_for_folder(p)})
    given: dict[str, str] = {}
    for folder, counts in sorted(below.items()):
        inside = any(parent in given for parent in _folders(folder))
        few = strangers[folder].total() <= _STRANGERS * counts.total()
        if len(counts) == 1 and few and not inside and not _has_all(folder, below):
            given[folder] = next(iter(counts))
    for folder, name in given.items():
        yield _pattern(folder, "**"), name
    single: dict[str, str] = {}
    for folder, counts in sorted(direct.items()):
        if any(parent in given for parent in (folder, *_folders(folder))):
            continue
        here = {path: name for path, name in types.items() if folder_of(path) == folder}
        wrong = {path: n for path, n in here.items() if alike.get(path) != n}
        main, number = counts.most_common(1)[0]
        if len(counts) > 1 and len(wrong) <= min(_FEW, len(here) / 4):
            single |= wrong
        elif sum(folder_of(path) == folder for path in others) > number:
            single |= here
        else:
            yield _pattern(folder, "*.md"), main
            given[f"{folder}/"] = main
            single |= {path: name for path, name in here.items() if name != main}
    for path, name in sorted(single.items()):
        yield _pattern(path), name
    for path in others:
        is_in = any(parent in given for parent in _folders(path))
        if is_in or f"{folder_of(path)}/" in given:
            yield _pattern(path), NO_TYPE


def _counts(
    types: Mapping[str, str], *, direct: bool = False
) -> dict[str, Counter[str]]:
    """Count the types of the pages in each folder, and in those within it."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for path, name in types.items():
        for folder in [folder_of(path)] if direct else _folders(path):
            found[folder][name] += 1
    return found


def _has_all(folder: str, below: Mapping[str, Counter[str]]) -> bool:
    """Whether one folder in a folder has all the pages below it."""
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
