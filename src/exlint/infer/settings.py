"""The lines that make a configuration use schemas, put into its text."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from exlint.config.writing import toml
from exlint.regex import regex

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

_HEAD = """\
# What exlint checks here, and how. Every setting is optional; `exlint config` shows all
# of them, what they are now, and where that is said.
"""
_COMMENTED_TYPES = regex(r"^# \[types\]\n(?:# \"[^\n]*\n)?", re.MULTILINE)
_TABLE = regex(r"^[ \t]*\[", re.MULTILINE)


def with_types(
    text: str | None,
    schemas: str,
    types: Sequence[tuple[str, str]],
    prefix: tuple[str, ...] = (),
    *,
    force: bool = False,
) -> str | None:
    """Return a configuration that uses schemas and gives files their types.

    What it says otherwise is kept; so is the type of a pattern that has one, unless by
    `force`. `prefix` is the table in which exlint's settings stand.

    Returns None where that cannot be written into the text: it has another form.
    """
    text = _HEAD if text is None else text
    text = text if text.endswith("\n") or not text else f"{text}\n"
    before = _settings(text, prefix)
    known = before.get("schemas", [])
    own = before.get("types", {})
    for path, name in types if force else ():
        if own.get(path, name) != name:
            line = rf"^[ \t]*{re.escape(toml(path))}[ \t]*=[^\n]*\n"
            text = re.sub(line, "", text, count=1, flags=re.MULTILINE)
            own = {key: own[key] for key in own if key != path}
    types = [(path, name) for path, name in types if path not in own]
    if schemas not in known:
        text = _with_schemas(text, [*known, schemas], prefix)
    if types:
        text = _with_lines(text, types, prefix)
    try:
        after = _settings(text, prefix)
    except tomllib.TOMLDecodeError:
        return None
    wanted: dict[str, Any] = {**before}
    wanted["schemas"] = [*known, *({schemas} - set(known))]
    if types:
        wanted["types"] = {**own, **dict(types)}
    return text if after == wanted else None


def _settings(text: str, prefix: Iterable[str]) -> Mapping[str, Any]:
    data: Any = tomllib.loads(text)
    for part in prefix:
        data = data.get(part, {})
    return data  # type: ignore[no-any-return]


def _with_schemas(text: str, schemas: Sequence[str], prefix: Sequence[str]) -> str:
    line = f"schemas = {toml(list(schemas))}\n"
    start, end = _table(text, prefix)
    inside = text[start:end]
    old = re.search(r"^schemas[ \t]*=[ \t]*\[[^\]]*\][ \t]*\n", inside, re.MULTILINE)
    old = old or re.search(r"^# schemas = \[.*\]\n", inside, re.MULTILINE)
    if old:
        return text[: start + old.start()] + line + text[start + old.end() :]
    if not prefix and inside.strip():
        line = f"\n{line}"
    at = start + len(inside.rstrip("\n")) + 1 if inside.strip() else start
    return text[:at] + line + text[at:]


def _with_lines(
    text: str, types: Sequence[tuple[str, str]], prefix: Sequence[str]
) -> str:
    lines = "".join(f"{toml(path)} = {toml(name)}\n" for path, name in types)
    header = f"[{'.'.join((*prefix, 'types'))}]"
    found = re.search(rf"^{re.escape(header)}[ \t]*\n", text, re.MULTILINE)
    if found:
        after = _TABLE.search(text, found.end())
        end = after.start() if after else len(text)
        at = found.end() + len(_settings_part(text[found.end() : end]))
        return text[:at] + lines + text[at:]
    commented = None if prefix else _COMMENTED_TYPES.search(text)
    if commented:
        block = f"{header}\n{lines}"
        return text[: commented.start()] + block + text[commented.end() :]
    return f"{text}\n{header}\n{lines}"


def _settings_part(text: str) -> str:
    """Return a table's text up to its last setting, without comments behind it."""
    lines = text.splitlines(keepends=True)
    while lines and (not lines[-1].strip() or lines[-1].startswith("#")):
        lines.pop()
    return "".join(lines)


def _table(text: str, prefix: Sequence[str]) -> tuple[int, int]:
    """Return where the settings of a table stand that belong to no other."""
    start = 0
    if prefix:
        header = re.escape(f"[{'.'.join(prefix)}]")
        found = re.search(rf"^{header}[ \t]*\n", text, re.MULTILINE)
        start = found.end() if found else len(text)
    after = _TABLE.search(text, start)
    return start, after.start() if after else len(text)
