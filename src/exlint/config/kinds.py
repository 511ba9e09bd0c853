"""Kinds of settings: how each is read from TOML, and its JSON Schema."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Generic, Protocol, TypeVar

from exlint.light import dataclass
from exlint.pagetype.vocabulary import nearest

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
K_co = TypeVar("K_co", covariant=True)


class WrongValueError(Exception):
    """A value that a setting cannot have, and why; `keys` lead to it within it."""

    def __init__(self, message: str, *keys: str) -> None:
        super().__init__(message)
        self.keys = keys


@dataclass(frozen=True)
class Setting:
    """What is said of a setting beside its name and default."""

    kind: Kind[Any]
    help: str


@dataclass(frozen=True)
class Home:
    """Where a value stands: what its meaning depends on."""

    folder: str
    """The folder of the configuration file: paths and patterns start there."""
    rules: Callable[[], Iterable[str]]
    """The names of all rules and groups; asked for only when a value names one."""


class Kind(Protocol[T_co]):
    """A kind of setting."""

    def read(self, value: object, home: Home) -> T_co:
        """Read a TOML value.

        Raises:
            WrongValueError: it is none of this kind.
        """

    def plain(self, value: Any) -> Any:
        """Return a value as JSON data, and as TOML would write it."""

    def schema(self) -> Mapping[str, Any]:
        """Return the JSON Schema of its values."""


@dataclass(frozen=True)
class Flag:
    """True or false."""

    def read(self, value: object, home: Home) -> bool:  # noqa: ARG002
        """Read a TOML value."""
        if not isinstance(value, bool):
            raise WrongValueError(f"expected true or false, not {said(value)}")
        return value

    def plain(self, value: Any) -> Any:
        """Return a value as JSON data, and as TOML would write it."""
        return value

    def schema(self) -> Mapping[str, Any]:
        """Return the JSON Schema of its values."""
        return {"type": "boolean"}


@dataclass(frozen=True)
class Text:
    """A string."""

    def read(self, value: object, home: Home) -> str:  # noqa: ARG002
        """Read a TOML value."""
        if not isinstance(value, str):
            raise WrongValueError(f"expected a string, not {said(value)}")
        return value

    def plain(self, value: Any) -> Any:
        """Return a value as JSON data, and as TOML would write it."""
        return value

    def schema(self) -> Mapping[str, Any]:
        """Return the JSON Schema of its values."""
        return {"type": "string"}


@dataclass(frozen=True)
class Address:
    """The address of a site."""

    def read(self, value: object, home: Home) -> str:
        """Read a TOML value."""
        address = Text().read(value, home)
        if not address.startswith(("http://", "https://")):
            expected = "expected an address such as 'https://moves.example'"
            raise WrongValueError(f"{expected}, not {said(value)}")
        return address.rstrip("/")

    def plain(self, value: Any) -> Any:
        """Return a value as JSON data, and as TOML would write it."""
        return value

    def schema(self) -> Mapping[str, Any]:
        """Return the JSON Schema of its values."""
        return {"type": "string", "pattern": "^https?://"}


@dataclass(frozen=True)
class Choice(Generic[T]):
    """One of a few words."""

    words: Mapping[str, T]

    def read(self, value: object, home: Home) -> T:  # noqa: ARG002
        """Read a TOML value."""
        if not isinstance(value, str) or value not in self.words:
            expected = f"expected one of {', '.join(self.words)}"
            raise WrongValueError(f"{expected}, not {said(value)}")
        return self.words[value]

    def plain(self, value: Any) -> Any:
        """Return a value as JSON data, and as TOML would write it."""
        return next(word for word, meant in self.words.items() if meant == value)

    def schema(self) -> Mapping[str, Any]:
        """Return the JSON Schema of its values."""
        return {"enum": list(self.words)}


@dataclass(frozen=True)
class RuleName:
    """The name of a rule, or of a group of rules."""

    def read(self, value: object, home: Home) -> str:
        """Read a TOML value."""
        name = Text().read(value, home)
        known = set(home.rules())
        if name not in known:
            raise WrongValueError(unknown("rule or group", name, known))
        return name

    def plain(self, value: Any) -> Any:
        """Return a value as JSON data, and as TOML would write it."""
        return value

    def schema(self) -> Mapping[str, Any]:
        """Return the JSON Schema of its values."""
        return {"type": "string"}


@dataclass(frozen=True)
class Several(Generic[T]):
    """A list of values of one kind."""

    kind: Kind[T]

    def read(self, value: object, home: Home) -> tuple[T, ...]:
        """Read a TOML value."""
        if not isinstance(value, list):
            raise WrongValueError(f"expected a list, not {said(value)}")
        return tuple(self.kind.read(item, home) for item in value)

    def plain(self, value: Any) -> Any:
        """Return a value as JSON data, and as TOML would write it."""
        return [self.kind.plain(item) for item in value]

    def schema(self) -> Mapping[str, Any]:
        """Return the JSON Schema of its values."""
        return {"type": "array", "items": self.kind.schema()}


@dataclass(frozen=True)
class Table(Generic[K_co, T]):
    """A table whose keys the user chooses. What a file adds comes after its base."""

    key: Kind[K_co]
    value: Kind[T]

    def read(self, value: object, home: Home) -> tuple[tuple[K_co, T], ...]:
        """Read a TOML value."""
        if not isinstance(value, Mapping):
            raise WrongValueError(f"expected a table, not {said(value)}")
        return tuple(self._entry(key, item, home) for key, item in value.items())

    def _entry(self, key: str, value: object, home: Home) -> tuple[K_co, T]:
        try:
            return self.key.read(key, home), self.value.read(value, home)
        except WrongValueError as error:
            raise WrongValueError(str(error), key, *error.keys) from error

    def plain(self, value: Any) -> Any:
        """Return a value as JSON data, and as TOML would write it."""
        joined: dict[Any, Any] = {}
        for key, item in value:
            name, plain = self.key.plain(key), self.value.plain(item)
            if isinstance(plain, dict):
                plain = {**joined.get(name, {}), **plain}
            joined[name] = plain
        return joined

    def schema(self) -> Mapping[str, Any]:
        """Return the JSON Schema of its values."""
        return {"type": "object", "additionalProperties": self.value.schema()}


def unknown(what: str, name: str, known: Iterable[str]) -> str:
    """Return `unknown rule 'x', did you mean 'y'?`."""
    near = nearest(name, known, cutoff=0.6)
    hint = f", did you mean '{near}'?" if near else ""
    return f"unknown {what} '{name}'{hint}"


def said(value: object) -> str:
    """Return how the user wrote a value, as good as TOML data can tell."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return f"'{value}'"
    if isinstance(value, Mapping):
        return "a table"
    if isinstance(value, list):
        return "a list"
    return str(value)
