"""A word that a find-and-replace put in place of another.

The name of an exercise where a verb belongs ("Pushup as high as you can" was "Push up"),
and the form a muscle's name has in front of a noun where its name belongs ("works the
tricep and shoulders"). The replacement meant something else and hit these too.

The same words in front of a noun are fine ("tricep extension", "quad and hip
strength"), as is one muscle of two ("your left hamstring").

~~~markdown bad
# Squat

Rollout slowly, then pullup as high as you can. Let the Kettlebell Swing back.

It works the tricep and shoulders, and also the chest and bicep.
~~~

~~~text report
3:1: 'Rollout' is a name, where the verb 'Roll out' belongs
3:22: 'pullup' is a name, where the verb 'pull up' belongs
3:68: 'Swing' is capitalised as in a name, where it is the verb
5:14: 'tricep' where the muscle 'triceps' is meant
5:59: 'bicep' where the muscle 'biceps' is meant
~~~

~~~markdown good
# Pullup

Pullups and rollouts build the tricep and shoulder muscles, a lat stretch, and quad and
hip strength. Squeeze your bicep at the top; feel the left hamstring, then the other one.
Pullup as a warm-up: do one. Let the kettlebell swing back.
~~~
"""

import re
from collections.abc import Iterator

from exlint.diagnostic import Confidence, Finding, Severity
from exlint.page import Page
from exlint.regex import regex
from exlint.text import places

SEVERITY = Severity.WARNING
CONFIDENCE = Confidence.MEDIUM
LANGUAGES = ("en",)

_PLACE_OF_VERB = regex(r"(?:\A|\n|[.!?] |\b(?:then|and|to|slowly|explosively) )\Z")
_LONGEST_WORD = 14
_OBJECT = (
    r"(?= (?:as (?:high|far|hard|fast|quickly|much)|until|your|yourself|the|through|off"
    r"|slowly|explosively|forcefully|powerfully|quickly|smoothly|again|into)\b)"
)
_LET = regex(
    r"et the (?<=\b[Ll]et the )(?:[A-Z][\w-]+ )+?(?P<name>[A-Z]\w+)"
    r"(?= (?:back|up|down|forward|between)\b)"
)
_JOINTS = ("the ", ", ", " and ", " or ")
_AIM = regex(
    r"\b(?:target|work|engag|activat|emphasi|strengthen|isolat|involv|focus|recruit|challeng)"
)
_STOP = regex(r"[.!?\n]")
_PART = regex(r"\bbetween the [\w ]*\Z|\b(?:heads?|left|right|one|each) (?:of the )?\Z")
_LONGEST_SENTENCE = 250
_NO_NOUN = regex(
    r"[.;:!?\n]|,? (?:by|while|with|as|to|in|is|are|through|but|for|from|during"
    r"|without|using|at|than|so|when|which|and|or)\b|, "
)
_LIST = regex(r",? (?:and|or) (?:the )?")
_RUN = regex(r"[a-z-]+(?: (?!(?:by|while|with|as|to|in|for|from)\b)[a-z-]+){0,2}")


def check(page: Page) -> Iterator[Finding]:
    lexicon, words = page.lexicon, page.words
    if not words.isdisjoint(lexicon.singular_muscles.forms):
        yield from _singular_muscles(page)
    is_joined = "up" in words and "-up " in page.lowered
    if is_joined or not words.isdisjoint(lexicon.joined_verbs):
        yield from _joined_verbs(page)
    text = page.prose.text
    for match in _LET.finditer(text) if "let" in words and "et the " in text else ():
        if match["name"] in lexicon.exercise_nouns:
            yield Finding(
                page.prose.match(match, "name"),
                f"'{match['name']}' is capitalised as in a name, where it is the verb",
            )


def _joined_verbs(page: Page) -> Iterator[Finding]:
    text, lowered, words = page.prose.text, page.lowered, page.words
    for name, verb in page.lexicon.joined_verbs.items():
        first, particle = verb.split()
        if name not in words and (
            first not in words or f"{first}-{particle}" not in lowered
        ):
            continue
        for match in re.finditer(verb.replace(" ", "-?") + _OBJECT, lowered):
            start = match.start()
            if _PLACE_OF_VERB.search(lowered[max(start - _LONGEST_WORD, 0) : start]):
                span = page.prose.match(match)
                said = page.source[span]
                right = text[start] + verb[1:]
                message = f"'{said}' is a name, where the verb '{right}' belongs"
                yield Finding(span, message)


def _singular_muscles(page: Page) -> Iterator[Finding]:
    muscles, lowered = page.lexicon.singular_muscles, page.lowered
    for word in page.words.intersection(muscles.forms):
        for space in places(lowered, f" {word}"):
            place, end = space + 1, space + 1 + len(word)
            if not (
                lowered.endswith(_JOINTS, 0, place) and _NO_NOUN.match(lowered, end)
            ):
                continue
            begin = max(place - _LONGEST_SENTENCE, 0)
            before = _STOP.split(lowered[begin:place])[-1]
            aimed = _AIM.search(before) and not _PART.search(before)
            if aimed and _is_name(page, end):
                message = f"'{word}' where the muscle '{muscles[word]}' is meant"
                yield Finding(page.prose.span(place, end), message)


def _is_name(page: Page, end: int) -> bool:
    """Whether no noun follows a list of muscles that would make attributes of them."""
    joint = _LIST.match(page.lowered, end)
    run = _RUN.match(page.lowered, joint.end()) if joint else None
    words = run[0].split() if run else []
    heads = page.lexicon.attributive_heads
    return not any(word in heads or page.lexicon.names_exercise(word) for word in words)
