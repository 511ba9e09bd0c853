"""The outcome of a whole run: all that is read when nothing has changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from exlint.cache import folder
from exlint.cache.contents import Contents, Held
from exlint.files import content_of, remove_file, replace_bytes
from exlint.light import dataclass, replace
from exlint.outcome import Outcome
from exlint.packing import UnpackError, pack, unpack
from exlint.paths import Stamp
from exlint.text import digest

SUFFIX = ".outcome"
_SEAL = 16
"""Bytes of the digest at the beginning of a file."""


@dataclass(frozen=True, slots=True)
class Kept:
    """An outcome, and what it depends on beside the settings."""

    site: bytes
    """Digest of the names of all files of the site."""
    pages: tuple[str, ...]
    """The pages: in columns, which are compared in one step."""
    stamps: tuple[Stamp | None, ...]
    """Of each page; None for one that proves nothing."""
    digests: tuple[bytes, ...]
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
            if kept.site != site:
                return None
            stamps = self.contents.stamps(kept.pages, kept.stamps, kept.digests)
            if stamps is None:
                return None
            outcome: Outcome = unpack(kept.outcome)
        except (UnpackError, AttributeError, TypeError, ValueError):
            return None  # sealed by somebody else
        if tuple(stamps) != kept.stamps:
            self._write(file, replace(kept, stamps=tuple(stamps)))
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
        held = tuple(pages)
        names, _, digests = zip(*held, strict=True) if held else ((), (), ())
        stamps = tuple(self.contents.trusted(path, seen) for path, seen, _ in held)
        self._write(
            self._file(paths), Kept(site, names, stamps, digests, pack(outcome))
        )

    def _file(self, paths: Sequence[str]) -> str:
        name = digest("\0".join((self.key, *paths)).encode("utf-8", "surrogatepass"))
        return f"{self.place}/{name.hex()}{SUFFIX}"

    def _write(self, file: str, kept: Kept) -> None:
        content = pack(kept)
        replace_bytes(file, digest(content) + content)
