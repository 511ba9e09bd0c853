"""The template languages that a site's builder reads in pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from exlint.config.kinds import Home, Text, WrongValueError, said
from exlint.light import dataclass

_TAGS = ("{{ }}", "{% %}", "{# #}")
LANGUAGES: Mapping[str, tuple[str, ...]] = {
    "liquid": _TAGS,
    "jinja": _TAGS,
    "nunjucks": _TAGS,
    "twig": _TAGS,
    "hugo": ("{{< >}}", "{{% %}}", "{{ }}"),
    "handlebars": ("{{ }}",),
    "vue": ("{{ }}",),
    "ejs": ("<% %>",),
    "erb": ("<% %>",),
    "mdx": ("{ }",),
}
"""Language → the marks of its tags."""


@dataclass(frozen=True)
class TemplateLanguage:
    """A template language by its name, or the marks of its tags: `{{ }}`."""

    def read(self, value: object, home: Home) -> str:
        """Read a TOML value."""
        text = Text().read(value, home)
        if text not in LANGUAGES and len(text.split()) != 2:
            known = ", ".join(LANGUAGES)
            expected = f"expected two marks such as '{{{{ }}}}', or one of {known}"
            raise WrongValueError(f"{expected}, not {said(value)}")
        return text

    def plain(self, value: Any) -> Any:
        """Return a value as JSON data, and as TOML would write it."""
        return value

    def schema(self) -> Mapping[str, Any]:
        """Return the JSON Schema of its values."""
        return {"anyOf": [{"enum": list(LANGUAGES)}, {"pattern": r"^\S+ +\S+$"}]}


def delimiters_of(templates: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Return the opening and closing marks of languages, each pair once."""
    return tuple(dict.fromkeys(_pairs(templates)))


def _pairs(templates: Iterable[str]) -> Iterator[tuple[str, str]]:
    for name in templates:
        for marks in LANGUAGES.get(name, (name,)):
            opening, closing = marks.split()
            yield opening, closing
