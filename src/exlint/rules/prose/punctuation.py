"""Punctuation that is doubled, or spaced on the wrong side.

Two marks where one belongs are what a template leaves that adds a period to a text
which has its own; a space before a mark, or none after it, is a slip of the hand.

Ellipses, decimals, times, abbreviations ("e.g., reps", "etc., and"), file names and
addresses are fine.

~~~markdown bad
# Squat

Sit back.. Keep your chest up,, your knees out ,and your feet flat,.
Stand tall , then breathe out.Rest,then go again.
~~~

~~~text report
3:9: '..' instead of '.'
3:30: ',,' instead of ','
3:47: space before ','
3:67: ',.' instead of '.'
4:11: space before ','
4:30: no space after '.'
4:35: no space after ','
~~~

~~~markdown fixed
# Squat

Sit back. Keep your chest up, your knees out, and your feet flat.
Stand tall, then breathe out. Rest, then go again.
~~~

~~~markdown good
# Squat

Wait... then lower for 2.5 seconds, e.g., at 10:30 a.m., with bands, chains, etc., or
1,000 steps. See ../notes.md or www.lifts.example/a,b for more, Dr. Doe says. Ready?!
~~~
"""

import re
from collections.abc import Iterator

from exlint.diagnostic import Confidence, Finding, Fix, Severity
from exlint.page import Page
from exlint.regex import regex
from exlint.rules.artifacts.empty_slot import is_gap
from exlint.rules.prose._abbreviations import ends_with_abbreviation

SEVERITY = Severity.WARNING
CONFIDENCE = Confidence.HIGH
LANGUAGES = ("en", "es", "de", "it", "pt", "nl")
NEEDS = "oddities"

_AFTER_SPACE = regex(r" [.,;!?]")
_NO_SPACE_AFTER = regex(r"[.,;!?](?![ \n])")
_DOUBLED = regex(r"(?<![.,;!?/])(?:\.\.(?![.\d/\\])|,[,.;]|;[;,.]|[!?]\.(?!\.)|\.,)")
_SPACED = regex(r""" ([.,;!?])(?<=[\w)"”’'%°] .)(?:(?=\s)|(?<=[,;])(?=[a-z]{2}))""")
_UNSPACED = regex(r"(?:[,;](?=[a-z]{2})|[.!?](?=[A-Z][a-z ]))(?<=[a-z)]{2}.)")
_TOKEN_OF_CODE = regex(r"[/@_\\{}=<>#|]|www\.")


def check(page: Page) -> Iterator[Finding]:
    text = page.prose.text
    for suspect in _AFTER_SPACE.finditer(text) if " ." in page.oddities else ():
        if match := _SPACED.match(text, suspect.start()):
            yield from _spaced(page, match)
    for suspect in _NO_SPACE_AFTER.finditer(text) if "x.x" in page.oddities else ():
        if match := _DOUBLED.match(text, suspect.start()):
            yield from _doubled(page, match)
        elif match := _UNSPACED.match(text, suspect.start()):
            yield from _unspaced(page, match)


def _doubled(page: Page, match: re.Match[str]) -> Iterator[Finding]:
    span = page.prose.match(match)
    if match[0] != ".,":
        first, second = match[0][0], match[0][1]
        kept = first if first == second or first in ";!?" else second
        place = match.start() + (kept == first)
        other = page.prose.span(place, place + 1)
        fix = Fix.replace("Remove the other mark", other, "")
        yield Finding(span, f"'{match[0]}' instead of '{kept}'", fix)
    elif not ends_with_abbreviation(page, match.start()):
        yield Finding(span, "'.,' is one mark too many")


def _spaced(page: Page, match: re.Match[str]) -> Iterator[Finding]:
    span = page.prose.match(match)
    if not is_gap(page, span):  # left to `empty-slot`
        is_swapped = not page.prose.text[match.end()].isspace()
        fix = _edit(page, match, "Close up the mark", match[1] + " " * is_swapped)
        yield Finding(span, f"space before '{match[1]}'", fix)


def _unspaced(page: Page, match: re.Match[str]) -> Iterator[Finding]:
    if not _TOKEN_OF_CODE.search(_token(page.prose.text, match.start())):
        fix = _edit(page, match, "Add a space", f"{match[0]} ")
        yield Finding(page.prose.match(match), f"no space after '{match[0]}'", fix)


def _edit(page: Page, match: re.Match[str], title: str, text: str) -> Fix | None:
    """Replace what a pattern matched, if no markup stands in between."""
    span = page.prose.match(match)
    return Fix.replace(title, span, text) if page.source[span] == match[0] else None


def _token(text: str, position: int) -> str:
    """The characters around a position up to white space on either side."""
    line = text[max(position - 60, 0) : position].split()
    return (line[-1] if line else "") + text[position : position + 60].split()[0]
