"""The languages of pages: what each is known by, and which page is in which."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from exlint.globs import Globs
from exlint.light import dataclass, field
from exlint.once import cached_property
from exlint.pagetype.phrases import Phrases
from exlint.pagetype.schema import Json
from exlint.paths import absolute, relative
from exlint.regex import regex

ENGLISH = "en"
"""The language of the words that ship with exlint, and of pages that tell of none."""
_CODE = regex(
    r"([a-z]{2,3})(?:[-_](?:latn|cyrl|hans|hant))?(?:[-_](?:[a-z]{2}|\d{3}))?",
    re.IGNORECASE,
)
_KEYS = ("lang", "language", "locale")
"""What front matter calls the language."""
_SOME_LENGTH = 40
"""Words that make a page long enough to tell its language."""
_SURE = 3
"""Common words of a language that a shorter page must have."""
_PLAIN = 10
"""Common words of English, on a page that need not be held against others."""
_KNOWN = 4
"""Common words of a language that a longer page has, or one in twenty words."""


@dataclass(frozen=True)
class Language:
    """What rules know of a language; nothing, but for a few."""

    code: str
    """ISO 639-1; empty for one that nobody has told."""
    common: frozenset[str] = frozenset()
    """Words that no page of some length lacks."""
    repeated: frozenset[str] = frozenset()
    """Words that may stand twice in a row."""
    joining: frozenset[str] = frozenset()
    """Words around which phrases are repeated: `again and again and again`."""
    unfinished: frozenset[str] = frozenset()
    """Words with which no sentence ends."""
    fillers: Phrases = field(default_factory=Phrases)
    """What stands in for text, as all there is in its paragraph."""
    scaffolds: Phrases = field(default_factory=Phrases)
    """How a page says that nobody has written it yet."""
    abbreviated: tuple[str, ...] = ()
    """A space and what a period follows that ends no sentence."""

    @classmethod
    def of(cls, code: str, data: Mapping[str, Json]) -> Language:
        """Read a language of `schema/languages.json`."""
        return cls(
            code,
            frozenset(data["common"]),
            frozenset(data["repeated"]),
            frozenset(data["joining"]),
            frozenset(data["unfinished"]),
            Phrases.of(data["fillers"]),
            Phrases.of(data["scaffolds"]),
            tuple(f" {short}" for short in data["abbreviations"]),
        )

    @cached_property
    def filler_line(self) -> re.Pattern[str]:
        """Matches a line of lower-case text that is a filler."""
        line = rf"^{self.fillers.alternatives}[.!…]*(?=\n|\Z)"
        return re.compile(line, re.MULTILINE)


UNKNOWN = Language("")


def code_of(text: str) -> str | None:
    """Return the code of the language of `pt-BR`: `pt`. None if it names none."""
    match = _CODE.fullmatch(text.strip())
    return match[1].lower() if match else None


@dataclass(frozen=True)
class Languages:
    """The languages that exlint knows, and what a configuration says of pages."""

    known: Mapping[str, Language] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    """How front matter may call a language → its code."""
    default: str | None = None
    """The language of pages that tell of none."""
    assigned: tuple[tuple[Globs, str], ...] = ()
    """Files → their language; the last that fits counts."""
    folder: str = ""
    """The folder of the configuration: those below it may have the name of a language.
    Empty without one: then, the folders of relative paths may."""

    @classmethod
    def of(
        cls,
        data: Mapping[str, Json],
        default: str | None = None,
        assigned: tuple[tuple[Globs, str], ...] = (),
        folder: str = "",
    ) -> Languages:
        """Read `schema/languages.json`."""
        languages = data["languages"]
        return cls(
            {code: Language.of(code, notes) for code, notes in languages.items()},
            {
                name: code
                for code, notes in languages.items()
                for name in notes["names"]
            },
            default,
            assigned,
            folder,
        )

    def __getitem__(self, code: str) -> Language:
        """Return what is known of a language."""
        return self.known.get(code) or Language(code)

    def told(self, path: str, front: Mapping[str, Json]) -> str | None:
        """Return the language of a page, if something tells it.

        First of all a pattern of the configuration, then the page's front matter, then
        the name of a folder (`es/`, `pt-br/`) or file (`squat.es.md`), and after all
        these the language of all pages.
        """
        return (
            self._assigned_to(path)
            or self._stated(front)
            or self._named(path)
            or self.default
        )

    def guess(self, words: frozenset[str]) -> str:
        """Return the language of a page by its words; empty for one that is unknown.

        A page of few words is taken for English unless it clearly is not.
        """
        english = len(self[ENGLISH].common & words)
        if english > _PLAIN:
            return ENGLISH
        hits = {
            code: len(language.common & words)
            for code, language in self.known.items()
            if code != ENGLISH
        }
        best = max(hits, key=lambda code: hits[code], default="")
        other = hits.get(best, 0)
        if len(words) < _SOME_LENGTH or not self.known:
            return best if other >= _SURE and other > english else ENGLISH
        code, most = (best, other) if other > english else (ENGLISH, english)
        return code if most >= min(_KNOWN, len(words) // 20) else ""

    def _assigned_to(self, path: str) -> str | None:
        if not self.assigned:
            return None
        full = absolute(path)
        found = [code for globs, code in self.assigned if globs.match(full)]
        return found[-1] if found else None

    def _stated(self, front: Mapping[str, Json]) -> str | None:
        for key in _KEYS:
            value = front.get(key)
            if isinstance(value, str):
                return self.names.get(value.strip().lower()) or code_of(value)
        return None

    def _named(self, path: str) -> str | None:
        """Return the language whose code is part of a path."""
        parts = path.lower().split("/")
        stem = parts[-1].split(".")
        if len(stem) > 2 and stem[-2] in self.known:
            return stem[-2]
        if not any(code_of(part) in self.known for part in parts[:-1]):
            return None
        return next(self._folders(path), None)

    def _folders(self, path: str) -> Iterator[str]:
        """Yield the languages that have their name from a folder of a page."""
        inner = relative(absolute(path), self.folder) if self.folder else path
        if not inner.startswith(("/", "../")):
            for part in inner.split("/")[:-1]:
                code = code_of(part)
                if code and code in self.known:
                    yield code


NO_LANGUAGES = Languages()
"""For a run that was given none: all pages are English."""
