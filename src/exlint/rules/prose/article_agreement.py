"""An article that does not fit the sound after it.

It is "an" before a vowel that is heard and "a" before a consonant that is heard,
however the word is spelt: an hour, an EZ bar, an 8-rep set, but a one-arm row, a
unilateral lift, a European style, a U-shaped bar. Templates get it wrong that set a
name after a fixed article.

Nothing is said of abbreviations that may be read as a word or letter by letter, nor of
"an historic" and its like, which some write. Before what may be a plural ("an palms")
the fix is unsafe: the article itself may be the mistake.

~~~markdown bad
# Row

Take a overhand grip on an bar. A easy set comes first, then a 11-rep one and an
unilateral one. It is a an uncommon order.
~~~

~~~text report
3:6: 'a overhand' instead of 'an overhand'
3:25: 'an bar' instead of 'a bar'
3:33: 'A easy' instead of 'An easy'
3:62: 'a 11' instead of 'an 11'
3:79: 'an unilateral' instead of 'a unilateral'
4:23: two articles: 'a an'
~~~

~~~markdown fixed
# Row

Take an overhand grip on a bar. An easy set comes first, then an 11-rep one and a
unilateral one. It is an uncommon order.
~~~

~~~markdown good
# Row

Spend half an hour on a one-arm row with an EZ bar or a U-shaped handle, an 8-rep set at
an honest pace, in a European style. An RDL is a unique lift, a HIIT day an uninformed
one, an unilluminated hall a bad place. Plan A is easier than plan B.
~~~
"""

import re
from collections.abc import Iterator

from exlint.diagnostic import Confidence, Finding, Fix, Safety, Severity
from exlint.page import Page
from exlint.regex import regex

SEVERITY = Severity.WARNING
CONFIDENCE = Confidence.HIGH
LANGUAGES = ("en",)

_WORD = r" [“‘\"'(]?([^\W_]+)([‑-]?)"
_SUSPECT = regex(
    r" a(?: [“‘\"'(]?(?=[aeiouA-Z\d]|h(?:o[nu]|ei)|the\b|[flmnrsx][‑-])"
    r"|n [“‘\"'(]?(?=[^aeio]|eu|ewe|on[ce]|ouija|an?\b))"
)
"""Where a closer look is worth while: most articles are followed by the right letter."""
_INSIDE = regex(rf" (an?){_WORD}")
_AT_START = regex(rf"(An?){_WORD}")
_STARTS = frozenset(["", "\n", ". ", "! ", "? ", ": "])
_ARTICLES = frozenset(["a", "an", "the"])
_AFTER_A_LETTER = frozenset(
    ["and", "are", "as", "at", "for", "if", "in", "is", "of", "on", "or", "i"]
)
"""Words before which a lone `a` is the letter."""
_PLURAL = regex(r"[^\Wsui]s\Z")
"""The end of a word that may want no article at all: "an palms"."""

_H_IS_SILENT = regex(r"hour|honest|honou?r|heir")
_H_MAY_BE_SILENT = regex(r"herb|histor|hotel|habit|hyster|horri|hallu")
_O_AS_IN_ONE = frozenset(["one", "ones", "once", "oneself", "ouija"])
_U_AS_IN_USE = regex(
    r"uni(?!m(?!od)|n|de|ll)|unanim|ubiq|ufo|uk|ur[aeio]|us[aeu]|ut[eio]|uv"
)
_VOWEL_NAMES = frozenset("aefhilmnorsx")
"""The letters whose names begin with a vowel."""


def check(page: Page) -> Iterator[Finding]:
    text, end = page.prose.text, 0
    for suspect in _SUSPECT.finditer(text):
        match = _INSIDE.match(text, suspect.start())
        if match is None or match.start() < end:
            continue
        end = match.end()
        if match[1] == "an" or match[3] or match[2] not in _AFTER_A_LETTER:
            yield from _findings(page, match)
    for match in _AT_START.finditer(text):
        start = match.start()
        if text[max(start - 2, 0) : start] in _STARTS or text[start - 1] == "\n":
            yield from _findings(page, match)


def _findings(page: Page, match: re.Match[str]) -> Iterator[Finding]:
    article, word, joint = match[1], match[2], match[3]
    if word in _ARTICLES and not joint:
        span = page.prose.span(match.start(1), match.start(2))
        fix = Fix.replace(f"Remove '{article}'", span, "")
        yield Finding(span, f"two articles: '{article} {word}'", fix)
        return
    heard = _begins_with_vowel(word, is_compound=bool(joint))
    if heard is None or heard == (len(article) == 2):
        return
    right = f"{article[0]}n" if heard else article[0]
    span = page.prose.match(match, 1)
    safety = Safety.UNSAFE if _PLURAL.search(word) else Safety.SAFE
    yield Finding(
        page.prose.span(match.start(1), match.end(2)),
        f"'{article} {word}' instead of '{right} {word}'",
        Fix.replace(f"Write '{right}'", span, right, safety),
    )


def _begins_with_vowel(word: str, *, is_compound: bool) -> bool | None:
    """Whether a word sounds as if it began with a vowel; None if one can't tell."""
    if word[0].isdigit():
        return _number_begins_with_vowel(word)
    lowered = word.lower()
    if len(word) == 1:
        return lowered in _VOWEL_NAMES if word.isupper() or is_compound else None
    by_sound = _sounds_like_vowel(lowered)
    if word.isupper():
        by_name = lowered[0] in _VOWEL_NAMES
        can_be_read = not set(lowered).isdisjoint("aeiou")
        return None if can_be_read and by_name != by_sound else by_name
    return None if _H_MAY_BE_SILENT.match(lowered) else by_sound


def _sounds_like_vowel(word: str) -> bool:
    if word[0] == "h":
        return _H_IS_SILENT.match(word) is not None
    if word[0] == "u":
        return _U_AS_IN_USE.match(word) is None
    return word[0] in "aeio" and not (
        word in _O_AS_IN_ONE or word.startswith(("eu", "ewe"))
    )


def _number_begins_with_vowel(word: str) -> bool | None:
    digits = re.match(r"\d+", word)
    number = digits[0] if digits else word
    if number.startswith(("11", "18")):
        if len(number) == 4:  # eleven hundred, or one thousand one hundred
            return None
        return len(number) % 3 == 2
    return number.startswith("8")
