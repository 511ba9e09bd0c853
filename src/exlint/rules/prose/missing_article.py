"""A thing named without an article: "exercise using barbell".

Templates that set a fact into a sentence leave it out. Reported are single things that
the lexicon knows, after "using", "with" and their like and before the end of a clause,
where nothing can follow that would make them part of a longer name.

Things without number ("using body weight"), plurals, and names in front of another
noun ("with dumbbell presses") need no article.

~~~markdown bad
# Squat

Leg exercise using barbell. You may also load it with resistance band, if you like.
~~~

~~~text report
3:20: no article before 'barbell'
3:55: no article before 'resistance band'
~~~

~~~markdown good
# Squat

Leg exercise using a barbell, with both feet flat. Train with dumbbells, with one band,
with body weight, or with barbell presses. It may help with tennis elbow. A plan with
barbell and rack will do.

## Front squat with barbell

Rest the bar on your shoulders.
~~~
"""

from collections.abc import Iterator

from exlint.diagnostic import Confidence, Finding, Severity
from exlint.page import Page
from exlint.regex import regex
from exlint.text import places

SEVERITY = Severity.INFO
CONFIDENCE = Confidence.MEDIUM
LANGUAGES = ("en",)

_LED = regex(r" (?:using|with|via|requires|uses) ((?:[A-Za-z][\w-]* ){0,2})\Z")
_LONGEST = 60
_MARKS = frozenset(".,;!?")
_DETERMINER = regex(
    r"(?:an?|the|your|his|her|its|their|my|our|one|each|every|either|any|no|some|this|that"
    r"|another|neither|whose|both|enough|\w+'s)\b"
)


def check(page: Page) -> Iterator[Finding]:
    text = page.prose.text
    for noun in page.words.intersection(page.lexicon.countables):
        for place in places(text, f" {noun}"):
            end = place + 1 + len(noun)
            if text[end : end + 1] not in _MARKS:
                continue
            led = _LED.search(text, max(place - _LONGEST, 0), place + 1)
            if led and not any(map(_DETERMINER.fullmatch, led[1].split())):
                said = text[led.start(1) : end]
                span = page.prose.span(led.start(1), end)
                yield Finding(span, f"no article before '{said}'")
