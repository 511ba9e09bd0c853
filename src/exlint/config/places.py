"""Kinds of settings that name files: paths, and patterns of paths."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from exlint.config.kinds import Home, Several, Text, WrongValueError, said
from exlint.globs import Globs, is_pattern
from exlint.light import dataclass
from exlint.paths import resolve, shown


@dataclass(frozen=True)
class Path:
    """The path of a file or folder, or a pattern of paths; absolute once it is read."""

    def read(self, value: object, home: Home) -> str:
        """Read a TOML value."""
        return resolve(home.folder, Text().read(value, home))

    def plain(self, value: Any) -> Any:
        """Return a value as JSON data, and as TOML would write it."""
        return shown(value)

    def schema(self) -> Mapping[str, Any]:
        """Return the JSON Schema of its values."""
        return {"type": "string"}


@dataclass(frozen=True)
class PageTypeName:
    """The name of a page type, or the file of its schema (`.json`)."""

    def read(self, value: object, home: Home) -> str:
        """Read a TOML value."""
        name = Text().read(value, home)
        return Path().read(name, home) if name.endswith(".json") else name

    def plain(self, value: Any) -> Any:
        """Return a value as JSON data, and as TOML would write it."""
        return shown(value) if value.endswith(".json") else value

    def schema(self) -> Mapping[str, Any]:
        """Return the JSON Schema of its values."""
        return {"type": "string"}


@dataclass(frozen=True)
class GlobText:
    """A file pattern, as it is written."""

    def read(self, value: object, home: Home) -> str:
        """Read a TOML value."""
        pattern = Text().read(value, home)
        if not is_pattern(pattern):
            raise WrongValueError(f"expected a file pattern, not {said(value)}")
        return pattern

    def plain(self, value: Any) -> Any:
        """Return a value as JSON data, and as TOML would write it."""
        return value

    def schema(self) -> Mapping[str, Any]:
        """Return the JSON Schema of its values."""
        return {"type": "string"}


@dataclass(frozen=True)
class Patterns:
    """A list of file patterns."""

    def read(self, value: object, home: Home) -> Globs:
        """Read a TOML value."""
        return Globs(home.folder, Several(GlobText()).read(value, home))

    def plain(self, value: Any) -> Any:
        """Return a value as JSON data, and as TOML would write it."""
        return list(value.patterns)

    def schema(self) -> Mapping[str, Any]:
        """Return the JSON Schema of its values."""
        return Several(Text()).schema()


@dataclass(frozen=True)
class Pattern:
    """A file pattern as a key."""

    def read(self, value: object, home: Home) -> Globs:
        """Read a TOML value."""
        return Globs(home.folder, (GlobText().read(value, home),))

    def plain(self, value: Any) -> Any:
        """Return a value as JSON data, and as TOML would write it."""
        return value.patterns[0]

    def schema(self) -> Mapping[str, Any]:
        """Return the JSON Schema of its values."""
        return {"type": "string"}
