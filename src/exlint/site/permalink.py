"""Permalinks: under which address a site serves a file, where its path doesn't say."""

from __future__ import annotations

import re

from exlint.light import dataclass
from exlint.regex import regex
from exlint.site.address import normal_path

_FIELD = regex(r"\{(\w+)\}")
_MANY = frozenset({"path", "dir"})
"""Fields that stand for several folders; others stay within one part of a path."""


@dataclass(frozen=True, slots=True)
class Permalink:
    """A pair of templates: of an address, and of the paths of files it serves."""

    address: str
    file: re.Pattern[str]

    @classmethod
    def of(cls, address: str, file: str) -> Permalink:
        """Compile `/exercises/{stem}/` and `_exercises/{stem}.md`.

        A field takes what stands at its place: `{path}` and `{dir}` any folders, any
        other name one part or a piece of it (`{year}-{title}.md`).
        """
        parts, position = [], 0
        seen: set[str] = set()
        for match in _FIELD.finditer(file):
            parts.append(re.escape(file[position : match.start()]))
            position, name = match.end(), match[1]
            taken = ".+" if name in _MANY else "[^/]+?"
            parts.append(f"(?P={name})" if name in seen else f"(?P<{name}>{taken})")
            seen.add(name)
        parts.append(re.escape(file[position:]))
        return cls(address, re.compile("".join(parts).removeprefix("/")))

    def address_of(self, path: str) -> str | None:
        """Return the address of a file (a path below the content root)."""
        match = self.file.fullmatch(path)
        if match is None:
            return None
        fields = match.groupdict()
        address = _FIELD.sub(lambda field: fields.get(field[1], field[0]), self.address)
        return normal_path(address)
