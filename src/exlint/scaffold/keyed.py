"""Facts as they are written: in lists, tables, fences, definitions, front matter."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from exlint.pagetype.fields import Field
from exlint.pagetype.schema import Json
from exlint.pagetype.vocabulary import slug
from exlint.regex import regex
from exlint.scaffold.draft import Draft

_PLAIN = regex(r"[^\W\d_][\w /.-]*(?<! )")
_NOT_PLAIN = frozenset(("yes", "no", "on", "off", "true", "false", "null", "y", "n"))


class _Fact(NamedTuple):
    key: str
    value: str
    comment: str
    """Markup that readers do not see; empty for none."""


def facts(draft: Draft, specs: Iterable[Field]) -> Iterator[str]:
    """Yield the blocks that hold facts, one for each kind of place."""
    homes: dict[str, list[_Fact]] = {}
    for spec in specs:
        if spec.place in _BLOCKS:
            value, others = draft.data[spec.name], draft.others(spec)
            text = _line(spec, value)
            comment = f" <!-- {others} -->" if others else ""
            homes.setdefault(spec.place, []).append(_Fact(spec.label, text, comment))
    for place, block in _BLOCKS.items():
        if place in homes:
            yield block(homes[place])


def _line(spec: Field, value: Json) -> str:
    values = value if isinstance(value, list) else [value]
    if spec.place == "tags":
        return " ".join(f"#{slug(str(one))}" for one in values)
    return f"{(spec.split or ',').strip()} ".join(map(shown, values))


def shown(value: Json) -> str:
    """Write a value as a text of its own."""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


_BLOCKS: Mapping[str, Callable[[list[_Fact]], str]] = {
    "fact": lambda facts: "".join(
        f"- **{fact.key}:** {fact.value}{fact.comment}\n" for fact in facts
    ),
    "row": lambda facts: (
        "| Fact | Value |\n| --- | --- |\n"
        + "".join(f"| {fact.key} | {fact.value}{fact.comment} |\n" for fact in facts)
    ),
    "fence": lambda facts: (
        "```\n" + "".join(f"{fact.key}: {fact.value}\n" for fact in facts) + "```\n"
    ),
    "definition": lambda facts: "\n".join(
        f"{fact.key}\n: {fact.value}{fact.comment}\n" for fact in facts
    ),
    "tags": lambda facts: " ".join(fact.value for fact in facts) + "\n",
}


def front_matter(draft: Draft) -> str:
    """Return the front matter; nothing, if no property stands there."""
    lines: list[str] = []
    open_: list[str] = []
    specs = [spec for spec in draft.fields if spec.place == "front-matter"]
    for spec in sorted(specs, key=lambda spec: spec.keys[0].split(".")[:-1]):
        *outer, last = spec.keys[0].split(".")
        for depth, key in enumerate(outer):
            if open_[: depth + 1] != outer[: depth + 1]:
                lines.append(f"{'  ' * depth}{key}:")
        open_ = outer
        others = draft.others(spec)
        comment = f"  # {others}" if others else ""
        indent = "  " * len(outer)
        lines.append(f"{indent}{last}: {_yaml(draft.data[spec.name])}{comment}")
    return "\n".join(["---", *lines, "---", ""]) if lines else ""


def _yaml(value: Json) -> str:
    """Write a value of front matter in one line: JSON is YAML."""
    if isinstance(value, list):
        return f"[{', '.join(map(_yaml, value))}]"
    is_plain = isinstance(value, str) and _PLAIN.fullmatch(value)
    if is_plain and value.lower() not in _NOT_PLAIN:
        return str(value)
    return json.dumps(value, ensure_ascii=False)
