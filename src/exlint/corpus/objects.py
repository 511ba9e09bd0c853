"""What a page does to what: "push the sled". It tells which noun is lost elsewhere."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

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
    verbs, place = page.lexicon.exercise_verbs.first_words, 0
    for before in page.lowered.replace("\n", " ").split(_THE):
        place += len(before)
        verb = before[before.rfind(" ") + 1 :]
        if verb in verbs:
            match = _NOUN.match(page.lowered, place)
            if match:
                yield f"{verb} {match['noun']}"
        place += len(_THE)


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
