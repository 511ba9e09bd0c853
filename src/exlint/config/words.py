"""Settings about words: which to avoid, and which to add to the vocabulary."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from exlint.config.kinds import (
    Choice,
    Flag,
    Home,
    Setting,
    Several,
    Table,
    Text,
    WrongValueError,
)
from exlint.config.tables import Entries, Keys
from exlint.diagnostic import Severity
from exlint.light import dataclass
from exlint.pagetype.choice import Choice as WordChoice

SEVERITIES: Mapping[str, Severity] = {
    severity.label: severity for severity in reversed(Severity)
}


@dataclass(frozen=True)
class Words:
    """A word or a phrase."""

    def read(self, value: object, home: Home) -> str:
        """Read a TOML value."""
        phrase = Text().read(value, home).strip()
        if not re.search(r"\w", phrase):
            raise WrongValueError(f"expected a word or a phrase, not '{phrase}'")
        return phrase

    def plain(self, value: Any) -> Any:
        """Return a value as JSON data, and as TOML would write it."""
        return value

    def schema(self) -> Mapping[str, Any]:
        """Return the JSON Schema of its values."""
        return {"type": "string", "pattern": "\\w"}


@dataclass(frozen=True)
class LanguageCode:
    """A language, as its code tells: `es`, `pt-BR`. Of regions, nothing is kept."""

    def read(self, value: object, home: Home) -> str:
        """Read a TOML value."""
        text = Text().read(value, home)
        from exlint.pagetype.languages import code_of

        code = code_of(text)
        if code is None:
            expected = "expected a language such as 'es' or 'pt-BR'"
            raise WrongValueError(f"{expected}, not '{text}'")
        return code

    def plain(self, value: Any) -> Any:
        """Return a value as JSON data, and as TOML would write it."""
        return value

    def schema(self) -> Mapping[str, Any]:
        """Return the JSON Schema of its values."""
        return {"type": "string", "pattern": "^[A-Za-z]{2,3}([-_].*)?$"}


@dataclass(frozen=True)
class Regex:
    """A regular expression of Python's."""

    def read(self, value: object, home: Home) -> str:
        """Read a TOML value."""
        pattern = Text().read(value, home)
        try:
            is_empty = re.compile(pattern).fullmatch("")
        except (re.error, RecursionError, OverflowError) as error:
            what = str(error).replace("\n", " ")
            raise WrongValueError(f"is no regular expression: {what}") from error
        if is_empty:
            raise WrongValueError("matches no text at all")
        return pattern

    def plain(self, value: Any) -> Any:
        """Return a value as JSON data, and as TOML would write it."""
        return value

    def schema(self) -> Mapping[str, Any]:
        """Return the JSON Schema of its values."""
        return {"type": "string", "format": "regex"}


def _word_choice(**values: Any) -> WordChoice:
    """Make a choice of words, if what is said of it goes together."""
    choice = WordChoice(**values)
    wordings = [key for key in ("phrase", "phrases", "pattern") if values.get(key)]
    if not wordings:
        raise WrongValueError("has none of phrase, phrases, pattern")
    if len(wordings) > 1:
        raise WrongValueError(f"has both {' and '.join(wordings)}")
    if choice.required and (choice.replacement is not None or choice.unless):
        raise WrongValueError("what is required has no replacement and no unless")
    if choice.pattern and choice.unless:
        raise WrongValueError("a pattern has no unless: say it in the pattern")
    if choice.safe and choice.replacement is None:
        raise WrongValueError("nothing is safe without a replacement", "safe")
    if choice.pattern and choice.replacement is not None:
        try:
            choice.regex.sub(choice.replacement, "")
        except (re.error, IndexError) as error:
            raise WrongValueError(str(error), "replacement") from error
    return choice


WORD_CHOICE = Entries(
    Keys(
        _word_choice,
        {
            "phrase": Setting(Words(), "The word or phrase to look for."),
            "phrases": Setting(Several(Words()), "Several of them."),
            "pattern": Setting(Regex(), "A regular expression, instead of phrases."),
            "replacement": Setting(Text(), "What to write instead; empty for nothing."),
            "message": Setting(Text(), "What to say of it."),
            "severity": Setting(Choice(SEVERITIES), "How bad it is."),
            "safe": Setting(Flag(), "Whether nobody need read the replacement."),
            "section": Setting(Text(), "Only in this section."),
            "types": Setting(Several(Text()), "Only on pages of these types."),
            "unless": Setting(Several(Words()), "Longer phrases that are fine."),
            "required": Setting(Flag(), "Whether it must stand there."),
        },
    )
)


@dataclass(frozen=True)
class Note:
    """What is added to a value of a vocabulary."""

    slug: str = ""
    synonyms: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    labels: tuple[tuple[str, str], ...] = ()
    """Language → how its pages write the value."""


VOCABULARY = Table(
    Text(),
    Table(
        Words(),
        Keys(
            Note,
            {
                "slug": Setting(Words(), "What stands for it in addresses."),
                "synonyms": Setting(
                    Several(Words()), "Spellings that are corrected to it."
                ),
                "words": Setting(
                    Several(Words()), "Words that speak of it in prose, in lower case."
                ),
                "within": Setting(
                    Several(Words()), "The values of which it is a part."
                ),
                "labels": Setting(
                    Table(LanguageCode(), Words()),
                    "Language → how its pages write it.",
                ),
            },
        ),
    ),
)
