"""A plural in front of a noun that it describes, where English has the singular.

A template that puts a fact in front of a noun writes "legs exercise" and "calves
strength"; a person writes "leg exercise" and "calf strength". The words come from the
lexicon: those that keep their s (biceps, triceps, abs in some mouths) stay as they are.

Capitalised names ("More Legs Exercises") are taken as names.

~~~markdown bad
# Squat

An easy legs exercise. It also builds a base of calves strength.
~~~

~~~text report
3:9: 'legs exercise' instead of 'leg exercise'
3:49: 'calves strength' instead of 'calf strength'
~~~

~~~markdown fixed
# Squat

An easy leg exercise. It also builds a base of calf strength.
~~~

~~~markdown good
# Squat

A leg exercise for the triceps muscles, and the legs strengthen each other. See [More
Legs Exercises](#squat), and the legs' strength in each of the arms, training included.
~~~
"""

from collections.abc import Iterator

from exlint.diagnostic import Confidence, Finding, Fix, Safety, Severity
from exlint.page import Page

SEVERITY = Severity.INFO
CONFIDENCE = Confidence.HIGH
LANGUAGES = ("en",)

_LONGEST = 30


def check(page: Page) -> Iterator[Finding]:
    text = page.prose.text
    for match in page.lexicon.head_after_plural.finditer(text):
        end = match.start() + 1
        plural = _plural_before(page, end)
        if plural:
            singular = page.lexicon.attributives[plural]
            span = page.prose.span(end - len(plural), end)
            yield Finding(
                page.prose.span(end - len(plural), match.end()),
                f"'{plural} {match[1]}' instead of '{singular} {match[1]}'",
                Fix.replace(f"Write '{singular}'", span, singular, Safety.UNSAFE),
            )


def _plural_before(page: Page, end: int) -> str | None:
    """Return the plural of one word, or of two, that ends at a place."""
    words = page.prose.text[max(end - _LONGEST, 0) : end].split(" ")
    for count in (2, 1):
        phrase = " ".join(words[-count:])
        if phrase in page.lexicon.attributives.phrases:
            return phrase
    return None
