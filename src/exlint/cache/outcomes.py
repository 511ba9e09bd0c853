"""The outcome of a whole run: all that is read when nothing has changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from exlint.cache import folder
from exlint.cache.contents import Contents, Held
from exlint.files import content_of, remove_file, replace_bytes
from exlint.light import dataclass, replace
from exlint.outcome import Outcome
from exlint.packing import UnpackError, pack, unpack
from exlint.text import digest

SUFFIX = ".outcome"
_SEAL = 16
"""Bytes of the digest at the beginning of a file."""


@dataclass(frozen=True, slots=True)
class Kept:
    """An outcome, and what it depends on beside the settings."""

    site: bytes
    """Digest of the names of all files of the site."""
    pages: tuple[Held, ...]
    outcome: bytes


@dataclass(frozen=True, slots=True)
class Outcomes:
    """What was found on the pages of one project under one set of settings."""

    place: str
    """The folder of the cache."""
    key: str
    contents: Contents

    def recall(self, paths: Sequence[str], site: bytes) -> Outcome | None:
        """Return what was found on pages, if all is as it was."""
        file = self._file(paths)
        content = content_of(file)
        if content is None or digest(content[_SEAL:]) != content[:_SEAL]:
            return None
        try:
            kept = unpack(content[_SEAL:])
            pages = tuple(self._now(kept)) if kept.site == site else ()
            if len(pages) != len(kept.pages):
                return None
            outcome: Outcome = unpack(kept.outcome)
        except (UnpackError, AttributeError):  # sealed by somebody else
            return None
        if pages != kept.pages:
            self._write(file, replace(kept, pages=pages))
        return outcome

    def keep(
        self,
        paths: Sequence[str],
        site: bytes,
        pages: Iterable[Held],
        outcome: Outcome,
    ) -> None:
        """Remember what was found on pages; `pages` are all on which that depends."""
        if not folder.prepare(self.place):
            return
        for file in folder.oldest(self.place, SUFFIX):
            remove_file(file)
        trusted = self.contents.trusted
        held = tuple((path, trusted(path, seen), known) for path, seen, known in pages)
        self._write(self._file(paths), Kept(site, held, pack(outcome)))

    def _now(self, kept: Kept) -> Iterator[Held]:
        """Yield the pages with their stamps of now, until one is not what it was."""
        for path, seen, known in kept.pages:
            now = self.contents.stamp(path, seen, known)
            if now is None:
                return
            yield path, now if now == seen else self.contents.trusted(path, now), known

    def _file(self, paths: Sequence[str]) -> str:
        name = digest("\0".join((self.key, *paths)).encode("utf-8", "surrogatepass"))
        return f"{self.place}/{name.hex()}{SUFFIX}"

    def _write(self, file: str, kept: Kept) -> None:
        content = pack(kept)
        replace_bytes(file, digest(content) + content)
