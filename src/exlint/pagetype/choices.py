"""Words that a user chooses to avoid, to replace or to ask for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from exlint.light import dataclass
from exlint.once import cached_property
from exlint.pagetype.choice import Choice
from exlint.pagetype.phrases import Phrases, spaced


@dataclass(frozen=True)
class Family:
    """Choices that hold for the same pages, searched for at once.

    Of overlapping phrases the longest counts, also where it only is an exception.
    """

    choices: tuple[Choice, ...]

    @cached_property
    def _phrases(self) -> Phrases:
        return Phrases.of(
            phrase
            for choice in self.choices
            for phrase in (*choice.wordings, *choice.unless, choice.replacement)
            if phrase and not choice.pattern
        )

    @cached_property
    def _by_phrase(self) -> Mapping[str, tuple[Choice, ...]]:
        found: dict[str, tuple[Choice, ...]] = {}
        for choice in self.choices:
            for phrase in dict.fromkeys(map(spaced, choice.wordings)):
                found[phrase] = (*found.get(phrase, ()), choice)
        return found

    @cached_property
    def _patterns(self) -> tuple[Choice, ...]:
        return tuple(choice for choice in self.choices if choice.pattern)

    @cached_property
    def required(self) -> tuple[Choice, ...]:
        """The choices that must stand in a page."""
        return tuple(choice for choice in self.choices if choice.required)

    def find(
        self, lowered: str, text: str, words: frozenset[str]
    ) -> Iterator[tuple[Choice, re.Match[str]]]:
        """Yield where wordings stand in a text (given in lower case, too)."""
        if any(self._phrases.among(words)):
            for match in self._phrases.find(lowered):
                for choice in self._by_phrase.get(spaced(match[0]), ()):
                    yield choice, match
        for choice in self._patterns:
            for match in choice.regex.finditer(text):
                if match[0]:
                    yield choice, match


@dataclass(frozen=True)
class Choices:
    """All choices of a user."""

    choices: tuple[Choice, ...] = ()

    def family(self, type_: str | None) -> Family:
        """Return the choices that hold for pages of a type, or of none."""
        return self._by_type.get(type_ or "", self._by_type[""])

    @cached_property
    def _by_type(self) -> Mapping[str, Family]:
        types = {"", *(name for choice in self.choices for name in choice.types)}
        return {name: Family(tuple(self._of_type(name))) for name in types}

    def _of_type(self, type_: str) -> Iterator[Choice]:
        for choice in self.choices:
            if not choice.types or type_ in choice.types:
                yield choice


NO_CHOICES = Choices()
"""The choices of a run that was given none."""
