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
from exlint.english import english_only
from exlint.page import Page

SEVERITY = Severity.INFO
CONFIDENCE = Confidence.MEDIUM

_BARE = re.compile(
    r" (?:using|with|via|requires|uses) ((?:[A-Za-z][\w-]* ){0,2}[a-z][\w-]*)(?=[.,;!?])"
)
_DETERMINER = re.compile(
    r"(?:an?|the|your|his|her|its|their|my|our|one|each|every|either|any|no|some|this|that"
    r"|another|neither|whose|both|enough|\w+'s)\b"
)


@english_only
def check(page: Page) -> Iterator[Finding]:
    for match in _BARE.finditer(page.prose.text):
        words = match[1].split()
        if words[-1] in page.lexicon.countables and not any(
            map(_DETERMINER.fullmatch, words)
        ):
            span = page.prose.match(match, 1)
            yield Finding(span, f"no article before '{match[1]}'")
