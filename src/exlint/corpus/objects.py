"""What a page does to what: "push the sled". It tells which noun is lost elsewhere."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import accumulate

from exlint.corpus.equipment import equipment_field
from exlint.page import Page
from exlint.page.lost_nouns import LostNoun
from exlint.page.noun_phrases import FUNCTION, GONE, WAY, WORD_END
from exlint.regex import regex

_NOUN = regex(rf" the (?!(?:{FUNCTION}|{WAY}){WORD_END})(?P<noun>[a-z]+)(?={GONE})")
"""A noun of one word, with which the noun phrase ends."""
_THE = " the "


def objects_of(page: Page) -> tuple[str, ...]:
    """Return verb and noun wherever the page does something to "the" something."""
    return tuple(dict.fromkeys(_objects(page)))


def _objects(page: Page) -> Iterator[str]:
    verbs = page.lexicon.exercise_verbs.first_words
    parts = page.lowered.replace("\n", " ").split(_THE)
    words = [before[before.rfind(" ") + 1 :] for before in parts[:-1]]
    if verbs.isdisjoint(words):
        return
    places = accumulate([len(before) + len(_THE) for before in parts])
    for verb, place in zip(words, places, strict=False):
        if verb in verbs:
            match = _NOUN.match(page.lowered, place - len(_THE))
            if match:
                yield f"{verb} {match['noun']}"


def open_nouns(page: Page) -> tuple[LostNoun, ...]:
    """Return the lost nouns that not this page, but pages like it may tell."""
    if not page.lost_nouns:
        return ()
    verbs = page.lexicon.exercise_verbs.first_words
    found = tuple(lost for lost in page.lost_nouns if lost.before in verbs)
    return found if found and likely_noun(page) is None else ()


def likely_noun(page: Page) -> str | None:
    """Return the word for equipment that the page puts after "the" most often."""
    field = equipment_field(page)
    known = frozenset(field.words if field else ())
    nouns = Counter(re.findall(r"\bthe ([a-z]+)", page.lowered))
    ranked = [(noun, count) for noun, count in nouns.most_common() if noun in known]
    (noun, count), (_, next_count) = (*ranked, ("", 0), ("", 0))[:2]
    return noun if count > max(next_count, 1) else None
