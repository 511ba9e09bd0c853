"""Curly quotation marks or apostrophes beside straight ones.

Text pasted from elsewhere brings its own marks along. Readers see the difference, and a
search for "don't" finds only half. The style that a page uses less is the odd one;
quotation marks and apostrophes are counted apart, and reported once a page.

Marks for feet and inches, code, and the quotes of a site's own markup are no
quotation marks.

~~~markdown bad
# Squat

Don't bounce: it's the "stretch" that counts. Don’t hurry, say “one”, then "two".
~~~

~~~text report
3:50: 1 curly apostrophe beside 2 straight ones
3:64: 2 curly quotation marks beside 4 straight ones
~~~

~~~markdown fixed
# Squat

Don't bounce: it's the "stretch" that counts. Don't hurry, say "one", then "two".
~~~

~~~markdown good
# Squat

“Don’t bounce”, he’d say. Use a 24" box, 6' from the wall, and write `"box"`.
~~~
"""

import re
from collections.abc import Iterator

from exlint.diagnostic import Confidence, Edit, Finding, Fix, Severity
from exlint.page import Page
from exlint.regex import regex

SEVERITY = Severity.INFO
CONFIDENCE = Confidence.HIGH
LANGUAGES = ("en", "es", "fr", "it", "pt")
CUES = frozenset("‘’“”&")  # an entity may be one

_KINDS = (("apostrophe", "'", "‘’"), ("quotation mark", '"', "“”"))
_MARKUP_LINE = regex(r"^(?:!!!|\?\?\?|===|:::|--8<--|\{).*", re.MULTILINE)
_STRAIGHT = regex(r"(?<!\d)['\"]")
_CURLY = regex("[‘’“”]")
_OPENS = regex(r"(?:\A|[\s(\[/—–-])\Z")


def check(page: Page) -> Iterator[Finding]:
    text = page.prose.text
    for name, straight, curly in _KINDS:
        if straight in text and (curly[0] in text or curly[1] in text):
            yield from _mixed(page, name, straight, curly)


def _mixed(page: Page, name: str, straight: str, curly: str) -> Iterator[Finding]:
    text = _MARKUP_LINE.sub(lambda line: " " * len(line[0]), page.prose.text)
    straights = [m.start() for m in _STRAIGHT.finditer(text) if m[0] == straight]
    curlies = [m.start() for m in _CURLY.finditer(text) if m[0] in curly]
    if not straights or not curlies:
        return
    odd, usual, style, other = curlies, straights, "curly", "straight"
    if len(curlies) > len(straights):
        odd, usual, style, other = straights, curlies, other, style
    edits = tuple(_edits(page, odd, straight, curly))
    count = f"{len(odd)} {style} {name}{'s' if len(odd) > 1 else ''}"
    yield Finding(
        page.prose.span(odd[0], odd[0] + 1),
        f"{count} beside {len(usual)} {other} one{'s' if len(usual) > 1 else ''}",
        Fix(f"Make every {name} {other}", edits) if edits else None,
    )


def _edits(page: Page, odd: list[int], straight: str, curly: str) -> Iterator[Edit]:
    """Turn the odd marks into the other style, where no entity writes them."""
    text = page.prose.text
    for place in odd:
        span = page.prose.span(place, place + 1)
        if page.source[span] == text[place]:
            yield Edit(span, _other(text, place, straight, curly))


def _other(text: str, place: int, straight: str, curly: str) -> str:
    if text[place] != straight:
        return straight
    return curly[0] if _OPENS.search(text[max(place - 1, 0) : place]) else curly[1]
