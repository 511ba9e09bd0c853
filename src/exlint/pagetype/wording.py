"""Violations of a schema in an editor's words, whatever keyword is broken.

An expectation ("at least 2", "one of Beginner, Advanced") says what a schema wants of
a value; a violation is what the value is, and the expectation that it misses.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from exlint.pagetype.fields import Field
from exlint.pagetype.layout import Layout
from exlint.pagetype.schema import Json
from exlint.pagetype.validate import Violation
from exlint.pagetype.vocabulary import Terms, nearest
from exlint.regex import regex

_MOST_LISTED = 10
"""So many values of an `enum` are listed; of more, only their number."""
_LONGEST_VALUE = 60
_LITERAL = regex(r"(?P<begin>\^?)(?P<text>(?:[^\\^$.*+?()\[\]{}|]|\\\W)+)(?P<end>\$?)")

Path = tuple[str | int, ...]


def say(violation: Violation, layout: Layout) -> str:
    """Put a violation into words; those of the schema's author, if it has any."""
    if violation.message:
        return violation.message
    sentence = _sentence(violation, layout)
    when = condition(violation, layout)
    if not when:
        return sentence
    if violation.keyword == "required":
        return f"{sentence}, expected {when}"
    return f"{when}, {sentence}"


def condition(violation: Violation, layout: Layout) -> str:
    """Say when the broken keyword holds: `with Equipment 'Body Weight'`."""
    if violation.condition is None:
        return ""
    inner, word = violation.condition, "with"
    if set(inner) == {"not"}:
        inner, word = inner["not"], "except with"
    stated = inner.get("properties", {})
    given = [name for name in inner.get("required", ()) if name not in stated]
    parts = {**inner, "required": []}
    said = [f"{subject((name,), layout)} given" for name in given]
    if any(_phrase(keyword, parts[keyword], parts, layout) for keyword in parts):
        said.insert(0, expectation(parts, layout))
    return f"{word} {' and '.join(said) or 'anything'}"


def subject(path: Path, layout: Layout) -> str:
    """Name a place of the record: `Difficulty`, `item 3 of 'Pro tips'`."""
    if not path:
        return "the page"
    *outer, last = path
    spec = layout.fields.get(str(path[0]))
    if not outer:
        label = spec.label if spec else str(last)
        return label if spec and spec.place != "section" else f"'{label}'"
    noun = _noun(spec, path)
    if isinstance(last, int):
        home = f" of {subject((path[0],), layout)}" if len(path) == 2 else ""
        return f"{noun} {last + 1}{home}"
    name, home = _words(last), subject(tuple(outer), layout)
    return home if home.startswith(f"{name} ") else f"{name} of {home}"


def collection(path: Path, layout: Layout) -> str:
    """Name the property that a place belongs to: `Muscles`, `difficulty`."""
    names = [part for part in path if isinstance(part, str)]
    return subject((names[0],), layout) if len(names) == 1 else _words(names[-1])


def terms_of(path: Path, layout: Layout) -> Terms | None:
    """Return the vocabulary of a place in the record."""
    spec = layout.fields.get(str(path[0])) if path else None
    if spec is None:
        return None
    names = [part for part in path[1:] if isinstance(part, str)]
    return spec.slot_terms.get(names[-1]) if names else spec.terms


def expectation(schema: Json, layout: Layout) -> str:
    """Say what a schema wants of a value, as it stands behind `expected`."""
    if not isinstance(schema, Mapping):
        return "anything" if schema else "nothing"
    if isinstance(schema.get("x-message"), str):
        return str(schema["x-message"])
    phrases = [_phrase(name, wanted, schema, layout) for name, wanted in schema.items()]
    return " and ".join(filter(None, phrases)) or "another value"


_SENTENCES = {
    "required": "no {subject}",
    "additionalProperties": "{subject} is not known",
    "unevaluatedProperties": "{subject} is not known",
    "propertyNames": "{subject} is no name that may stand here",
    "false": "{subject} must not be given",
    "uniqueItems": "{subject} says '{repeated}' twice",
    "contains": "no {noun} of {subject} is {contained}",
    "minContains": "too few {noun}s of {subject} are {contained}, expected {wanted}",
    "maxContains": "too many {noun}s of {subject} are {contained}, expected {wanted}",
    "minLength": "{subject} has {length}, expected {wanted}",
    "maxLength": "{subject} has {length}, expected {wanted}",
}
_COUNTED = frozenset(
    {
        *("minItems", "maxItems", "minProperties", "maxProperties"),
        *("items", "unevaluatedItems"),
    }
)


def _sentence(violation: Violation, layout: Layout) -> str:
    value, keyword = violation.value, violation.keyword
    is_several = isinstance(value, (list, Mapping))
    several = value if is_several else ()
    noun = _noun(layout.fields.get(violation.property), (*violation.path, 0))
    if isinstance(value, Mapping):
        noun = "key" if violation.path else "part"
    sentence = _SENTENCES.get(keyword, "{subject} is {value}, expected {wanted}")
    if keyword in _COUNTED:
        sentence = "{subject} has {count}, expected {wanted}"
    elif keyword == "minLength" and not value:
        sentence = "{subject} is empty"
    elif is_several and keyword not in _SENTENCES:
        sentence = "{subject} needs {wanted}"
        if keyword == "not":
            sentence = "{subject} must not have {refused}"
    said = sentence.format(
        subject=subject(violation.path, layout),
        noun=noun,
        value=_shown(value),
        count=_count(len(several), noun),
        length=_count(len(value) if isinstance(value, str) else 0, "character"),
        repeated=_bare(_repeated(several)),
        contained=expectation(violation.node.get("contains"), layout),
        refused=expectation(violation.expected, layout),
        wanted=_phrase(keyword, violation.expected, violation.node, layout),
    )
    meant = guess(violation, layout) if keyword in ("enum", "const") else None
    return said + suggestion(meant)


def suggestion(value: str | None) -> str:
    """Close a message with what was meant, if that can be guessed."""
    return f": did you mean '{value}'?" if value else ""


def guess(violation: Violation, layout: Layout) -> str | None:
    """Return the value that a misspelt one stands for."""
    if not isinstance(violation.value, str):
        return None
    values = [value for value in _as_list(violation.expected) if isinstance(value, str)]
    terms = terms_of(violation.path, layout)
    meant = terms.canonical(violation.value) if terms else None
    return meant if meant in values else nearest(violation.value, values)


def _choice(values: Iterable[Json]) -> str:
    shown = [_bare(value) for value in values]
    if len(shown) == 1:
        return f"'{shown[0]}'"
    if len(shown) > _MOST_LISTED:
        return f"one of {len(shown)} values"
    return f"one of {', '.join(shown)}"


def _matching(pattern: str) -> str:
    literal = _LITERAL.fullmatch(pattern)
    if literal is None:
        return f"a text that matches {pattern}"
    text = re.sub(r"\\(\W)", r"\1", literal["text"])
    if literal["begin"]:
        return f"'{text}'" if literal["end"] else f"a text that begins with '{text}'"
    return f"a text that {'ends with' if literal['end'] else 'holds'} '{text}'"


_TYPES = {
    "string": "a text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "yes or no",
    "array": "a list",
    "object": "keys with values",
    "null": "nothing",
}
_FORMATS = {
    "date": "a date (2026-01-31)",
    "date-time": "a date and time (2026-01-31T09:30:00Z)",
    "time": "a time (09:30:00Z)",
    "duration": "a duration (PT45S)",
    "email": "an e-mail address",
    "hostname": "a host name",
    "uri": "a full address (https://…)",
    "uri-reference": "an address",
    "regex": "a regular expression",
    "uuid": "a UUID",
}
_PHRASES: Mapping[str, Callable[[Json], str]] = {
    "enum": _choice,
    "const": lambda value: _choice([value]),
    "type": lambda names: " or ".join(_TYPES[name] for name in _as_list(names)),
    "format": lambda name: _FORMATS.get(name, f"the format '{name}'"),
    "pattern": _matching,
    "exclusiveMinimum": lambda bound: f"more than {bound}",
    "exclusiveMaximum": lambda bound: f"less than {bound}",
    "multipleOf": lambda unit: f"a multiple of {unit}",
    "uniqueItems": lambda holds: "no repetition" if holds else "",
    **dict.fromkeys(
        ("minimum", "minLength", "minItems", "minProperties", "minContains"),
        lambda bound: f"at least {bound}",
    ),
    **dict.fromkeys(
        ("maximum", "maxLength", "maxItems", "maxProperties", "maxContains"),
        lambda bound: f"at most {bound}",
    ),
}


def _phrase(
    keyword: str, expected: Json, node: Mapping[str, Json], layout: Layout
) -> str:
    """Say what a keyword wants; nothing for annotations."""
    if keyword in _PHRASES:
        return _PHRASES[keyword](expected)
    if keyword in ("items", "unevaluatedItems") and expected is False:
        return f"at most {len(node.get('prefixItems', ()))}"
    if keyword == "contains":
        return f"{expectation(expected, layout)} among them"
    if keyword == "not":
        return f"anything but {expectation(expected, layout)}"
    if keyword in ("anyOf", "oneOf", "allOf"):
        branches = [expectation(branch, layout) for branch in expected]
        joined = (" and " if keyword == "allOf" else " or ").join(branches)
        return f"only one of these: {joined}" if keyword == "oneOf" else joined
    if keyword == "required":
        return " and ".join(subject((name,), layout) for name in expected)
    if keyword == "properties":
        return " and ".join(
            f"{subject((name,), layout)} {expectation(schema, layout)}"
            for name, schema in expected.items()
        )
    return ""


def _shown(value: Json) -> str:
    return f"'{_bare(value)}'" if isinstance(value, str) else _bare(value)


def _bare(value: Json) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if value is None:
        return "nothing"
    text = " ".join(str(value).split())
    return text if len(text) <= _LONGEST_VALUE else f"{text[: _LONGEST_VALUE - 1]}…"


def _as_list(value: Json) -> list[Json]:
    return value if isinstance(value, list) else [value]


def _repeated(values: Iterable[Json]) -> Json:
    """Return the first value that comes a second time."""
    seen: list[Json] = []
    for value in values:
        if value in seen:
            return value
        seen.append(value)
    return ""


def _count(number: int, noun: str) -> str:
    return f"{number or 'no'} {noun}{'' if number == 1 else 's'}"


def _noun(spec: Field | None, path: Path) -> str:
    """What one of several things at a place is called: `question`, `row`, `item`."""
    parent = path[-2] if len(path) > 2 else ""
    if isinstance(parent, str) and parent.endswith("s"):
        word = _words(parent)
        return f"{word[:-3]}y" if word.endswith("ies") else word[:-1]
    if len(path) == 2 and spec and spec.place != "section":
        return "value"
    nouns = {"questions": "question", "links": "link"}
    return nouns.get(spec.shape, "item") if spec and len(path) == 2 else "item"


def _words(name: str) -> str:
    """Write a property's name as words: `restSeconds` → `rest seconds`."""
    spaced = "".join(f" {c.lower()}" if c.isupper() else c for c in name)
    return spaced.replace("_", " ").replace("-", " ").strip()
