"""Finding configuration files, and reading them."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from exlint.config.kinds import Home, Table, WrongValueError, unknown
from exlint.config.settings import TABLES, Config, settings_of
from exlint.config.tables import Entries
from exlint.errors import UserError
from exlint.files import load_text
from exlint.light import dataclass, replace
from exlint.once import cached_property
from exlint.paths import absolute, folder_of, is_file, name_of, resolve, shown
from exlint.regex import regex

NAMES = (".exlint.toml", "exlint.toml", "pyproject.toml")
"""Names of configuration files; of several in one folder the first counts."""
_SECTION = ("tool", "exlint")
_AT_END = " (at end of document"
_AT = regex(r" \(at line (\d+), column (\d+)\)")
Rules = Callable[[], Iterable[str]]


def find_config(folder: str) -> str | None:
    """Return the configuration file of a folder itself, if it has one."""
    for name in NAMES:
        path = f"{folder.rstrip('/')}/{name}"
        if is_file(path) and (
            name != "pyproject.toml" or "[tool.exlint" in load_text(shown(path))
        ):
            return path
    return None


def load_config(path: str, rules: Rules) -> Config:
    """Read a configuration file (its path is absolute), and those that it extends.

    Raises:
        UserError: it cannot be read, or says what exlint does not understand.
    """
    return _config(reversed(list(_chain(path))), path, rules)


def parse_config(text: str, rules: Rules) -> Config:
    """Read a configuration that stands in no file and extends none.

    Raises:
        UserError: it says what exlint does not understand.
    """
    path = absolute("exlint.toml")
    return _config((_File(path, text),), path, rules)


def _config(files: Iterable[_File], path: str, rules: Rules) -> Config:
    values: dict[str, Any] = {}
    origins: dict[str, str] = {}
    for file in files:
        file.read(rules, values, origins)
    inner = {
        name: table(**_fields(table, f"{name}.", values))
        for name, table in TABLES.items()
        if name
    }
    config = Config(**_fields(Config, "", values), **inner)
    return replace(config, file=path, folder=folder_of(path), origins=origins)


def _fields(table: type, prefix: str, values: Mapping[str, Any]) -> dict[str, Any]:
    return {
        definition.name: values[prefix + key]
        for key, (definition, _) in settings_of(table).items()
        if prefix + key in values
    }


def _chain(path: str) -> Iterator[_File]:
    """Yield a configuration file, the one it extends, and so on."""
    seen: list[str] = []
    following: str | None = path
    while following is not None:
        file = _File(following)
        seen.append(following)
        yield file
        following = file.extends
        if following in seen:
            raise file.wrong(("extend",), "extend: goes round in a circle")


@dataclass(frozen=True)
class _File:
    """One configuration file."""

    path: str
    given: str | None = None
    """Its text, if it is not to be read."""

    @cached_property
    def text(self) -> str:
        return load_text(shown(self.path)) if self.given is None else self.given

    @cached_property
    def lines(self) -> Mapping[tuple[str, ...], int]:
        """The line of each key."""
        return _lines(self.text)

    @cached_property
    def prefix(self) -> tuple[str, ...]:
        """The table of the file in which exlint's settings stand."""
        return _SECTION if name_of(self.path) == "pyproject.toml" else ()

    @cached_property
    def data(self) -> Mapping[str, Any]:
        if sys.version_info >= (3, 11):
            import tomllib
        else:
            import tomli as tomllib

        try:
            data: Any = tomllib.loads(self.text)
        except tomllib.TOMLDecodeError as error:
            what, _, end = str(error).partition(_AT_END)
            place = shown(self.path)
            at = _AT.search(what)
            if at:
                what, place = what[: at.start()], f"{place}:{at[1]}:{at[2]}"
            elif end:
                place = f"{place}:{len(self.text.splitlines())}"
            raise UserError(f"{place}: is not TOML: {what}") from error
        for part in self.prefix:
            data = data.get(part)
            if not isinstance(data, Mapping):
                raise UserError(f"{shown(self.path)}: has no table [tool.exlint]")
        return data  # type: ignore[no-any-return]

    @cached_property
    def extends(self) -> str | None:
        """The path of the file that this one extends."""
        if "extend" not in self.data:
            return None
        other = self.data["extend"]
        if not isinstance(other, str):
            raise self.wrong(("extend",), "extend: expected the path of a file")
        path = resolve(folder_of(self.path), other)
        if not is_file(path):
            raise self.wrong(("extend",), f"extend: no such file: {other}")
        return path

    def read(
        self, rules: Rules, values: dict[str, Any], origins: dict[str, str]
    ) -> None:
        """Add what the file sets to the values of those it extends."""
        home = Home(folder_of(self.path), rules)
        for path, value in self._leaves():
            table, key = (path[0], path[1]) if len(path) == 2 else ("", path[0])
            definitions = settings_of(TABLES[table])
            if key not in definitions:
                raise self.wrong(path, unknown("setting", key, self._known(table)))
            kind = definitions[key][1].kind
            dotted = ".".join(path)
            try:
                read = kind.read(value, home)
            except WrongValueError as error:
                place = (*path, *error.keys)
                raise self.wrong(place, f"{'.'.join(place)}: {error}") from error
            base = values.get(dotted, ()) if isinstance(kind, (Table, Entries)) else ()
            values[dotted] = (*base, *read) if base else read
            origins[dotted] = self.place(path)
            for inner in _keys_within(value):
                origins[".".join((dotted, *inner))] = self.place((*path, *inner))
            for number, _ in enumerate(read if isinstance(kind, Entries) else (), 1):
                origin = self.place((*path, str(number)))
                origins[f"{dotted}.{len(base) + number}"] = origin

    def _leaves(self) -> Iterator[tuple[tuple[str, ...], object]]:
        """Yield the path of each setting in the file, and its value."""
        for key, value in self.data.items():
            if key in TABLES and key:
                if not isinstance(value, Mapping):
                    raise self.wrong((key,), f"{key}: expected a table")
                for inner, item in value.items():
                    yield (key, inner), item
            elif key != "extend":
                yield (key,), value

    def _known(self, table: str) -> list[str]:
        inner = [] if table else ["extend", *filter(None, TABLES)]
        return [*settings_of(TABLES[table]), *inner]

    def wrong(self, path: tuple[str, ...], message: str) -> UserError:
        """Return the error that something in the file is wrong."""
        return UserError(f"{self.place(path)}: {message}")

    def place(self, path: tuple[str, ...]) -> str:
        """Return `FILE:LINE` of a key or what holds it, or of the file alone."""
        for length in range(len(path), 0, -1):
            line = self.lines.get((*self.prefix, *path[:length]))
            if line is not None:
                return f"{shown(self.path)}:{line}"
        return shown(self.path)


_PART = r"""(?:[\w-]+|"[^"\n]*"|'[^'\n]*')"""
_PARTS = rf"{_PART}(?:[ \t]*\.[ \t]*{_PART})*"
_LINE = regex(
    rf"^[ \t]*(?:\[\[?[ \t]*(?P<table>{_PARTS})[ \t]*\]|(?P<key>{_PARTS})[ \t]*=)",
    re.MULTILINE,
)


def line_of(text: str, path: tuple[str, ...]) -> int | None:
    """Return the line in which a TOML text first speaks of a key, or of one within.

    Of `[[tables]]` of one name, the first is `("tables", "1")`.
    """
    return _lines(text).get(path)


def _lines(text: str) -> Mapping[tuple[str, ...], int]:
    """Return the line of each key of a TOML text, and of what holds it."""
    lines: dict[tuple[str, ...], int] = {}
    table: tuple[str, ...] = ()
    tables: Counter[tuple[str, ...]] = Counter()
    line, position = 1, 0
    for match in _LINE.finditer(text):
        line += text.count("\n", position, match.start())
        position = match.start()
        found = tuple(part.strip("\"'") for part in re.findall(_PART, match[0]))
        if match["table"]:
            if match[0].lstrip().startswith("[["):
                tables[found] += 1
                found = (*found, str(tables[found]))
            table = found
        else:
            found = (*table, *found)
        for length in range(1, len(found) + 1):
            lines.setdefault(found[:length], line)
    return lines


def _keys_within(value: object) -> Iterator[tuple[str, ...]]:
    """Yield the path of each key in a table, and in the tables that it holds."""
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield (key,)
            for keys in _keys_within(inner):
                yield (key, *keys)
