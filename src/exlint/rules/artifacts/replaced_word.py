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
from exlint.english import english_only
from exlint.lexicon import Lexicon
from exlint.page import Page

SEVERITY = Severity.WARNING
CONFIDENCE = Confidence.MEDIUM

_PARTICLE = re.compile(r"(?P<verb>[a-z]+?)-?(?P<particle>up|down|out|back|apart|over)")
_VERB_PLACE = re.compile(
    r"(?:^|(?<=[.!?] )|\b(?:[Tt]hen|and|to|slowly|explosively) )(?P<name>[A-Za-z]+-?[a-z]+)"
    r"(?= (?:as (?:high|far|hard|fast|quickly|much)|until|your|yourself|the|through|off"
    r"|slowly|explosively|forcefully|powerfully|quickly|smoothly|again|into)\b)",
    re.MULTILINE,
)
_LET = re.compile(
    r"\b[Ll]et the (?:[A-Z][\w-]+ )+?(?P<name>[A-Z]\w+)(?= (?:back|up|down|forward|between)\b)"
)
_AIM = re.compile(
    r"\b(?:target|work|engag|activat|emphasi|strengthen|isolat|involv|focus|recruit|challeng)"
    r"[^.!?\n]*(?:\bthe|,|, and|\band|\bor) \Z"
)
_PART = re.compile(
    r"\bbetween the [\w ]*\Z|\b(?:heads?|left|right|one|each) (?:of the )?\Z"
)
_LONGEST_SENTENCE = 250
_AFTER = re.compile(
    r"[.;:!?]|$|,? (?:by|while|with|as|to|in|is|are|through|but|for|from|during|without"
    r"|using|at|than|so|when|which)\b|, (?!and |or )|(?P<list>,? (?:and|or) (?:the )?)",
    re.MULTILINE,
)
_RUN = re.compile(r"[a-z-]+(?: (?!(?:by|while|with|as|to|in|for|from)\b)[a-z-]+){0,2}")


@english_only
def check(page: Page) -> Iterator[Finding]:
    lexicon, text = page.lexicon, page.prose.text
    if not page.words.isdisjoint(lexicon.singular_muscles.phrases.first_words):
        yield from _singular_muscles(page)
    for match in _VERB_PLACE.finditer(text):
        verb = _verb_of(lexicon, match["name"])
        if verb:
            yield Finding(
                page.prose.match(match, "name"),
                f"'{match['name']}' is a name, where the verb '{verb}' belongs",
            )
    for match in _LET.finditer(text) if "et the " in text else ():
        if match["name"] in lexicon.exercise_nouns:
            yield Finding(
                page.prose.match(match, "name"),
                f"'{match['name']}' is capitalised as in a name, where it is the verb",
            )


def _verb_of(lexicon: Lexicon, name: str) -> str | None:
    """Return the verb of which a name was made: `Rollout` → `Roll out`."""
    match = _PARTICLE.fullmatch(name.lower())
    if match is None or name not in lexicon.exercise_nouns:
        return None
    if match["verb"] not in lexicon.exercise_verbs:
        return None
    return f"{name[: match.end('verb')]} {match['particle']}"


def _singular_muscles(page: Page) -> Iterator[Finding]:
    muscles, lowered = page.lexicon.singular_muscles, page.lowered
    for match in muscles.phrases.find(lowered):
        start = match.start()
        before = lowered[max(start - _LONGEST_SENTENCE, 0) : start]
        if _AIM.search(before) and not _PART.search(before) and _is_name(page, match):
            word = match[0]
            message = f"'{word}' where the muscle '{muscles[word]}' is meant"
            yield Finding(page.prose.match(match), message)


def _is_name(page: Page, match: re.Match[str]) -> bool:
    """Whether no noun follows that would make an attribute of the word."""
    after = _AFTER.match(page.lowered, match.end())
    if after is None or not after["list"]:
        return after is not None
    run = _RUN.match(page.lowered, after.end())
    words = run[0].split() if run else []
    heads = page.lexicon.attributive_heads
    return not any(word in heads or page.lexicon.names_exercise(word) for word in words)
