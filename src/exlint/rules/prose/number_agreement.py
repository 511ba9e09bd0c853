"""A singular verb with a plural name, or the reverse: "Is the Ankle Circles good".

A template that fits one title does not fit the next: a title in the plural needs
"are". And a name that lost its s leaves a plural verb behind: "Chin-up (narrow grip)
are". Only the page's own title, and names of exercises that begin a sentence, are
judged; "one legs" and "each dumbbells" are found by their number word.

~~~markdown bad
# Ankle Circles

Ankle circle (seated or standing) are easy. Do ten with each legs.

## Is the Ankle Circles good for runners?

The Ankle Circles primarily targets the shins.
~~~

~~~text report
3:1: plural verb 'are' after 'Ankle circle'
3:62: plural 'legs' after 'each'
5:11: singular verb 'is' with 'Ankle Circles'
7:5: singular verb 'targets' with 'Ankle Circles'
~~~

~~~markdown good
# Ankle Circles

Is the page on ankle circles good? Ankle circles are, as each leg workout is. Squats and
the plank are harder; the benefits of the squat are many. A few feet of space is enough.
Should the squat have a pause, or were the squat easy?
~~~
"""

from collections.abc import Iterator

from exlint.diagnostic import Confidence, Finding, Severity
from exlint.page import Page
from exlint.regex import regex
from exlint.text import places

SEVERITY = Severity.WARNING
CONFIDENCE = Confidence.HIGH
LANGUAGES = ("en",)

_SINGULAR_BEFORE = regex(r"(?<!\w)(is|was|does|has|isn't|doesn't) (?:the )?\Z")
_SINGULAR_AFTER = regex(
    r" (?:also |mainly |primarily |really )?(is|was|does|has|isn't|doesn't|targets|works)\b"
)
_PLURAL_VERBS = frozenset(["are", "were", "have"])
_COUNTING = frozenset(["each", "every", "another", "one"])
_SUBJECT = regex(
    r"(?:the )?((?:[a-z'’-]+ ){0,5}?[a-z'’-]+)(?: \([^()\n]*\))?(?= (?:are|were|have) )"
)
_STOP = regex(r"[.!?] +")
_NOT_ONE_NAME = regex(
    r"\b(?:all|and|as|at|both|by|can|could|do|does|during|few|for|from|how|if|in|is|like"
    r"|many|most|of|on|or|several|should|some|that|these|those|two|three|under|what|when"
    r"|where|which|who|why|with|would|you)\b"
)
"""What stands in a subject that is more than the name of one thing, or is a clause."""
_COUNTED = regex(
    r" (each|every|another|one) ([a-z-]+s)(?=[.,;:!?\n]| (?:is|at|in|on|to|with|for)\b)"
)


def check(page: Page) -> Iterator[Finding]:
    yield from _verbs_of_title(page)
    for verb in page.words & _PLURAL_VERBS:
        for place in places(page.lowered, f" {verb} "):
            yield from _verb_after_name(page, verb, place)
    for word in page.words & _COUNTING:
        for place in places(page.lowered, f" {word} "):
            counted = _COUNTED.match(page.lowered, place)
            if counted and counted[2] in page.lexicon.attributives.phrases:
                message = f"plural '{counted[2]}' after '{counted[1]}'"
                yield Finding(page.prose.match(counted, 2), message)


def _verbs_of_title(page: Page) -> Iterator[Finding]:
    """Yield the singular verbs beside the page's title, where that is a plural."""
    title = page.document.prose_of(page.title).strip() if page.title else ""
    name = title.lower()
    if not name.endswith("s") or _NOT_ONE_NAME.search(name):
        return
    if not page.lexicon.names_exercise(name, plural=True):
        return
    place = page.lowered.find(name)
    while place >= 0:
        end = place + len(name)
        verb = _SINGULAR_BEFORE.search(page.lowered, max(place - 16, 0), place)
        verb = verb or _SINGULAR_AFTER.match(page.lowered, end)
        if verb:
            message = f"singular verb '{verb[1]}' with '{title}'"
            yield Finding(page.prose.span(place, end), message)
        place = page.lowered.find(name, end)


def _verb_after_name(page: Page, verb: str, place: int) -> Iterator[Finding]:
    """Yield a plural verb whose subject is the name of one exercise, and no more."""
    lowered = page.lowered
    start = lowered.rfind("\n", 0, place) + 1
    for stop in _STOP.finditer(lowered, start, place):
        start = stop.end()
    subject = _SUBJECT.match(lowered, start)
    if (
        subject
        and subject.end() == place
        and not _NOT_ONE_NAME.search(subject[1])
        and page.lexicon.names_exercise(subject[1], plural=False)
    ):
        words = page.prose.text[subject.start(1) : subject.end(1)]
        message = f"plural verb '{verb}' after '{words}'"
        yield Finding(page.prose.match(subject, 1), message)
