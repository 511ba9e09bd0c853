"""Words of the domain that rules ask for: data, so that no rule holds them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from exlint.light import dataclass, field
from exlint.once import cached_property
from exlint.pagetype.pattern import Pattern
from exlint.pagetype.phrases import Phrases, spaced
from exlint.pagetype.schema import Json
from exlint.pagetype.vocabulary import fold
from exlint.regex import regex

_VERB_AND_PARTICLE = regex(
    r"(?P<verb>[a-z]+?)-?(?P<particle>up|down|out|back|apart|over)"
)


@dataclass(frozen=True)
class Forms:
    """Words, and the form that each should have."""

    forms: Mapping[str, str] = field(default_factory=dict)
    """Lower-case phrase → its right form."""

    @cached_property
    def phrases(self) -> Phrases:
        """What to look for."""
        return Phrases.of(self.forms)

    @cached_property
    def _by_phrase(self) -> Mapping[str, str]:
        return {spaced(phrase): form for phrase, form in self.forms.items()}

    def __getitem__(self, phrase: str) -> str:
        """Return the right form of a phrase, however it is joined and capitalised."""
        return self._by_phrase[spaced(phrase)]

    def __bool__(self) -> bool:
        return bool(self.forms)


@dataclass(frozen=True)
class TitleClaim:
    """What a title with certain words promises of the steps."""

    title: Phrases
    with_: Phrases
    """One of these must stand in the title too, if any is given."""
    unless: Phrases
    requires: Phrases
    """One of these must stand in the steps, if any is given."""
    excludes: Phrases
    excludes_equipment: tuple[str, ...]
    """Values of the fact Equipment that the claim rules out."""
    why: str

    @classmethod
    def of(cls, data: Mapping[str, Json]) -> TitleClaim:
        """Read one of the lexicon's `titleClaims`."""
        return cls(
            Phrases.of(data["title"]),
            Phrases.of(data.get("with", ())),
            Phrases.of(data.get("unless", ())),
            Phrases.of(data.get("requires", ())),
            Phrases.of(data.get("excludes", ())),
            tuple(data.get("excludesEquipment", ())),
            data["why"],
        )


@dataclass(frozen=True)
class Alternatives:
    """Ways to do a thing of which one hold can have only one: grips, widths."""

    name: str
    groups: Mapping[str, Phrases]
    """Name of each way → the phrases that say it."""
    unless: Phrases
    """Words that turn from one way to another on purpose."""

    @classmethod
    def of(cls, data: Mapping[str, Json]) -> Alternatives:
        """Read one family of the lexicon's `grips`."""
        groups = {
            group["name"]: Phrases.of(group["phrases"]) for group in data["groups"]
        }
        return cls(data["name"], groups, Phrases.of(data.get("unless", ())))


@dataclass(frozen=True, eq=False)
class Intents:
    """What questions ask, in whatever words."""

    ways: tuple[tuple[Pattern, ...], ...] = ()
    """The ways to ask one thing, for each such thing."""

    def of(self, question: str) -> int | None:
        """Return the number of what a question asks; templated pages repeat them."""
        return _intent(self, question)


@lru_cache(maxsize=4096)
def _intent(intents: Intents, question: str) -> int | None:
    words = set(fold(question).split())
    for number, patterns in enumerate(intents.ways):
        if any(one.words <= words and one.read(question) for one in patterns):
            return number
    return None


@lru_cache(maxsize=16_384)
def _ends_in(name: str, nouns: frozenset[str]) -> bool:
    """Whether a name ends in a noun of one word, or of two."""
    words = spaced(name).split()
    return " ".join(words[-1:]) in nouns or " ".join(words[-2:]) in nouns


@dataclass(frozen=True, eq=False)
class Lexicon:
    """The domain's words by what they are good for; see `schema/lexicon.json`.

    Each is itself alone, so that what is made from one can be kept by it.
    """

    language: str = "en"
    """The language of the words, and of the pages (BCP 47)."""
    title_claims: tuple[TitleClaim, ...] = ()
    grips: tuple[Alternatives, ...] = ()
    proper_nouns: Forms = Forms()
    exercise_verbs: Phrases = Phrases()
    """What a step does to a body part or a piece of equipment."""
    exercise_nouns: Phrases = Phrases()
    """Words that end the name of an exercise."""
    singular_muscles: Forms = Forms()
    """A muscle without its s → its name."""
    attributives: Forms = Forms()
    """A plural → the form it takes in front of a noun."""
    attributive_heads: Phrases = Phrases()
    """Nouns in front of which it takes that form."""
    countables: Phrases = Phrases()
    """Last words of the names of things that cannot stand without an article."""
    equipment_companions: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Equipment → what may go with it undeclared; `any` holds for all."""
    not_equipment: Phrases = Phrases()
    comparisons: Phrases = Phrases()
    intents: Intents = Intents()
    """What questions ask."""

    @cached_property
    def head_after_plural(self) -> re.Pattern[str]:
        """Matches a plural's s and the noun to which it is an attribute."""
        return re.compile(rf"s ({self.attributive_heads.alternatives})(?!\w)")

    @cached_property
    def joined_verbs(self) -> Mapping[str, str]:
        """Names of exercises that are verbs written in one: `rollout` → `roll out`."""
        found = map(_VERB_AND_PARTICLE.fullmatch, self.exercise_nouns)
        pairs = [match.groups() for match in found if match]
        return {
            verb + particle: f"{verb} {particle}"
            for verb, particle in pairs
            if verb in self.exercise_verbs
        }

    @cached_property
    def claim_words(self) -> frozenset[str]:
        """The words with which what a title promises begins."""
        return frozenset[str]().union(*(c.title.first_words for c in self.title_claims))

    @cached_property
    def modifiers(self) -> frozenset[str]:
        """What makes one exercise of another, in front of its name: `single leg`."""
        claims = (claim.title for claim in self.title_claims)
        return frozenset(spaced(phrase) for title in claims for phrase in title)

    @cached_property
    def modifier_ends(self) -> frozenset[str]:
        """The last word of each modifier."""
        return frozenset(modifier.rpartition(" ")[2] for modifier in self.modifiers)

    @cached_property
    def _exercise_nouns(self) -> tuple[frozenset[str], frozenset[str]]:
        """The words for exercises, in the singular and in the plural."""
        nouns = frozenset(map(spaced, self.exercise_nouns))
        return nouns, frozenset(noun + end for noun in nouns for end in ("s", "es"))

    def names_exercise(self, name: str, plural: bool | None = None) -> bool:
        """Whether a name ends in a word for exercises: in one number, or in any."""
        singulars, plurals = self._exercise_nouns
        if plural is not None:
            return _ends_in(name, plurals if plural else singulars)
        return _ends_in(name, singulars) or _ends_in(name, plurals)

    @classmethod
    def of(cls, data: Mapping[str, Json]) -> Lexicon:
        """Read a lexicon, whole or in part."""
        companions = data.get("equipmentCompanions", {})
        return cls(
            data.get("language", "en"),
            tuple(map(TitleClaim.of, data.get("titleClaims", ()))),
            tuple(map(Alternatives.of, data.get("grips", ()))),
            Forms(data.get("properNouns", {})),
            Phrases.of(data.get("exerciseVerbs", ())),
            Phrases.of(data.get("exerciseNouns", ())),
            Forms(data.get("singularMuscles", {})),
            Forms(data.get("attributives", {})),
            Phrases.of(data.get("attributiveHeads", ())),
            Phrases.of(data.get("countables", ())),
            {name: tuple(values) for name, values in companions.items()},
            Phrases.of(data.get("notEquipment", ())),
            Phrases.of(data.get("comparisons", ())),
            Intents(
                tuple(
                    tuple(map(Pattern.compile, questions))
                    for questions in data.get("questionIntents", ())
                )
            ),
        )


NO_WORDS = Lexicon()
"""The lexicon of a run that was given none."""
