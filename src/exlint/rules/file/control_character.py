r"""A character that cannot be seen and does not belong in text.

Control characters, soft hyphens, zero-width spaces, marks that turn the direction of
writing, and private characters come with text copied from a PDF, an editor or a chat.
They split words for search and screen readers; those that turn the direction can hide
what a line says.

Joiners are fine where a script or an emoji is made with them, and direction marks in a
line that holds Hebrew or Arabic.

~~~markdown bad escaped
# Squat\n\nKeep your ham\u00adstrings tight.\u200b\n\nSit\u000bdown \ue000 slowly.\n
~~~

~~~text report
3:14: soft hyphen (U+00AD)
3:29: zero width space (U+200B)
5:4: control character (U+000B)
5:10: private use character (U+E000)
~~~

~~~markdown fixed escaped
# Squat\n\nKeep your hamstrings tight.\n\nSit down  slowly.\n
~~~

~~~markdown good escaped
# Squat 👩\u200d🚀\n\nStand tall \u2764\ufe0f and smile.\n
~~~
"""

import re
import unicodedata
from collections.abc import Iterator

from exlint.diagnostic import Confidence, Finding, Fix, Safety, Severity
from exlint.page import Page
from exlint.regex import regex
from exlint.text import BOM, Span

SEVERITY = Severity.ERROR
CONFIDENCE = Confidence.HIGH
NEEDS = "unusual"

_JOINERS = "\u200c\u200d"
_DIRECTION = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_BREAKS = "\v\f\x1c-\x1f"
_PRIVATE = "\ue000-\uf8ff\U000f0000-\U0010fffd"
_ODD = regex(
    f"(?:(?P<breaks>[{_BREAKS}]+)|(?P<direction>[{_DIRECTION}]+)"
    f"|(?P<private>[{_PRIVATE}]+)|(?P<joiner>[{_JOINERS}]+)"
    "|[\0-\x08\x0e-\x1b\x7f\xad\u115f\u1160\u180e\u200b\u2060-\u2064\u206a-\u206f"
    "\ufeff\ufff9-\ufffc\U000e0000-\U000e007f]+)"
)
_RIGHT_TO_LEFT = regex("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_FLAG = "\U0001f3f4"


def check(page: Page) -> Iterator[Finding]:
    if not any(map(_ODD.match, page.unusual)):
        return
    text = page.source.text
    for match in _ODD.finditer(text, 1 if text.startswith(BOM) else 0):
        if _belongs(page, match):
            continue
        span, first = Span(*match.span()), match[0][0]
        between = text[span.start - 1 : span.start].strip() and text[span.end].strip()
        new = " " if match["breaks"] and between else ""
        safety = Safety.UNSAFE if match["private"] else Safety.SAFE
        title = "Put a space instead" if new else "Remove it"
        fix = Fix.replace(title, span, new, safety)
        yield Finding(span, f"{_name(first)} (U+{ord(first):04X})", fix)


def _belongs(page: Page, match: re.Match[str]) -> bool:
    """Whether the text is written with the character, though it is not seen."""
    text, start = page.source.text, match.start()
    before = text[start - 1 : start]
    if match["joiner"]:
        return before > "\u02ff" and before not in "\u2018\u2019\u201c\u201d"
    if match["direction"]:
        line = page.source[page.source.line_at(start)]
        return _RIGHT_TO_LEFT.search(line) is not None
    return before == _FLAG and match[0] >= "\U000e0000"


def _name(character: str) -> str:
    if unicodedata.category(character) == "Co":
        return "private use character"
    return unicodedata.name(character, "control character").lower()
