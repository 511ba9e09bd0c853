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

import re
from collections.abc import Iterator

from exlint.diagnostic import Confidence, Finding, Severity
from exlint.page import Page
from exlint.text import places

SEVERITY = Severity.INFO
CONFIDENCE = Confidence.MEDIUM
LANGUAGES = ("en",)

_LEADING = frozenset(["using", "with", "via", "requires", "uses"])
_BARE = re.compile(r"(?:[A-Za-z][\w-]* ){0,2}[a-z][\w-]*(?=[.,;!?])")
_DETERMINER = re.compile(
    r"(?:an?|the|your|his|her|its|their|my|our|one|each|every|either|any|no|some|this|that"
    r"|another|neither|whose|both|enough|\w+'s)\b"
)


def check(page: Page) -> Iterator[Finding]:
    text, end = page.prose.text, 0
    led = [f" {word} " for word in page.words & _LEADING]
    for start in sorted(at + len(word) for word in led for at in places(text, word)):
        match = _BARE.match(text, start) if start > end else None
        if match is None:
            continue
        words, end = match[0].split(), match.end()
        if words[-1] in page.lexicon.countables and not any(
            map(_DETERMINER.fullmatch, words)
        ):
            yield Finding(page.prose.match(match), f"no article before '{match[0]}'")
