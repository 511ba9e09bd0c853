"""Which pages a name may mean: by file name, slug, id, title or path."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from exlint.corpus.corpus import Corpus, Entry
from exlint.corpus.references import Reference
from exlint.light import dataclass
from exlint.once import cached_property
from exlint.page.reading import stands_for_folder
from exlint.pagetype.vocabulary import slug, squeezed
from exlint.site.address import is_page_name
from exlint.site.neighbours import Neighbours


@dataclass(frozen=True)
class Directory:
    """The names of all pages of a corpus."""

    corpus: Corpus

    def find(self, entry: Entry, reference: Reference) -> tuple[Entry, ...]:
        """Return the pages that a page may mean by a name: of the right type, if any.

        Of several in different folders, those nearest to the page count: a translation
        names its fellow translations.
        """
        found = self._found(entry, reference.name)
        found = [one for one in found if one is not entry] or found
        typed = [one for one in found if reference.type in ("", one.type)] or found
        near = max((_in_common(entry, one) for one in typed), default=0)
        return tuple(one for one in typed if _in_common(entry, one) == near)

    def _found(self, entry: Entry, name: str) -> list[Entry]:
        named = self._entries.get(squeezed(name), [])
        if named or not _is_path(name):
            return named
        path = self.corpus.site.resolve(entry.path, name).path
        if path in self.corpus.entries:
            return [self.corpus.entries[path]]
        return self._entries.get(squeezed(_last(name)), [])

    def has_file(self, name: str) -> bool:
        """Whether a file that is not checked has this name."""
        return squeezed(_last(name) if _is_path(name) else name) in self._files

    def nearest(self, reference: Reference) -> str | None:
        """Return the name that was meant by one that no page has, if one is close."""
        name = reference.name
        known = self._slugs if name == slug(name) else self._titles
        return known(reference.type).nearest(name)

    @cached_property
    def _entries(self) -> Mapping[str, list[Entry]]:
        found: dict[str, dict[str, Entry]] = {}
        for entry in self.corpus:
            for name in _names(entry):
                found.setdefault(squeezed(name), {})[entry.path] = entry
        return {name: list(entries.values()) for name, entries in found.items() if name}

    @cached_property
    def _files(self) -> frozenset[str]:
        return frozenset(
            squeezed(_stem(path))
            for path in self.corpus.site.files
            if is_page_name(path) and path not in self.corpus.entries
        )

    def _slugs(self, type_: str) -> Neighbours:
        return self._neighbours(type_, True)

    def _titles(self, type_: str) -> Neighbours:
        return self._neighbours(type_, False)

    def _neighbours(self, type_: str, are_slugs: bool) -> Neighbours:
        key = (type_, are_slugs)
        if key not in self._kept:
            entries = [one for one in self.corpus if type_ in ("", one.type)]
            names = (_stem(e.path) if are_slugs else e.name for e in entries)
            self._kept[key] = Neighbours(frozenset(filter(None, names)))
        return self._kept[key]

    @cached_property
    def _kept(self) -> dict[tuple[str, bool], Neighbours]:
        return {}


def _names(entry: Entry) -> Iterator[str]:
    yield _stem(entry.path)
    yield entry.name
    yield from entry.aliases
    for key, value, _ in entry.ids:
        yield value.rstrip("/").rpartition("/")[2] if key == "permalink" else value


def _is_path(name: str) -> bool:
    """Whether a name is a path or address; `Push/Pull` is a title."""
    return is_page_name(name) or ("/" in name and name.islower())


def _last(path: str) -> str:
    """Return the name at the end of a path, without the suffix of a page."""
    name = path.rstrip("/").rpartition("/")[2]
    return name.rpartition(".")[0] if is_page_name(name) else name


def _stem(path: str) -> str:
    """Return the name of a page's file; of its folder, where it stands for that."""
    folder, _, name = path.rpartition("/")
    return folder.rpartition("/")[2] if stands_for_folder(path) else name.split(".")[0]


def _in_common(one: Entry, other: Entry) -> int:
    """Return how many folders two pages share."""
    pairs = zip(one.path.split("/"), other.path.split("/"), strict=False)
    return sum(1 for a, b in pairs if a == b)
