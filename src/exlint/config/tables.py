"""Kinds of settings that are tables with keys of their own, one or many."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Generic, TypeVar

from exlint.config.kinds import Home, Kind, Setting, WrongValueError, said, unknown
from exlint.light import dataclass

T = TypeVar("T")


@dataclass(frozen=True)
class Keys(Generic[T]):
    """A table of which the keys are known: an object of that many attributes."""

    make: Callable[..., T]
    """Makes the object of what is given; raises `WrongValueError` if it clashes."""
    settings: Mapping[str, Setting]

    def read(self, value: object, home: Home) -> T:
        """Read a TOML value."""
        if not isinstance(value, Mapping):
            raise WrongValueError(f"expected a table, not {said(value)}")
        values = {}
        for key, item in value.items():
            if key not in self.settings:
                raise WrongValueError(unknown("setting", key, self.settings), key)
            try:
                values[key] = self.settings[key].kind.read(item, home)
            except WrongValueError as error:
                raise WrongValueError(str(error), key, *error.keys) from error
        return self.make(**values)

    def plain(self, value: Any) -> Any:
        """Return a value as JSON data, and as TOML would write it."""
        default = type(value)()
        return {
            key: setting.kind.plain(getattr(value, key))
            for key, setting in self.settings.items()
            if getattr(value, key) != getattr(default, key)
        }

    def schema(self) -> Mapping[str, Any]:
        """Return the JSON Schema of its values."""
        properties = {
            key: {"description": setting.help, **setting.kind.schema()}
            for key, setting in self.settings.items()
        }
        return {
            "type": "object",
            "additionalProperties": False,
            "properties": properties,
        }


@dataclass(frozen=True)
class Entries(Generic[T]):
    """Tables of one kind (`[[NAME]]`). What a file adds comes after its base."""

    kind: Kind[T]

    def read(self, value: object, home: Home) -> tuple[T, ...]:
        """Read a TOML value."""
        if not isinstance(value, list):
            raise WrongValueError(f"expected tables, not {said(value)}")
        return tuple(self._entry(n, item, home) for n, item in enumerate(value, 1))

    def _entry(self, number: int, value: object, home: Home) -> T:
        try:
            return self.kind.read(value, home)
        except WrongValueError as error:
            raise WrongValueError(str(error), str(number), *error.keys) from error

    def plain(self, value: Any) -> Any:
        """Return a value as JSON data, and as TOML would write it."""
        return [self.kind.plain(item) for item in value]

    def schema(self) -> Mapping[str, Any]:
        """Return the JSON Schema of its values."""
        return {"type": "array", "items": self.kind.schema()}
