r"""Letters that come of reading a text in the wrong encoding.

`â€™` was an apostrophe and `Â°` a degree sign: somewhere UTF-8 was read as Windows or
Mac text and saved again. The fix reads it back. A replacement character (U+FFFD) says
that a letter was lost for good: only a person can put it back.

Accented words are fine, also in capitals and with a curly quote behind them, and so is
code that shows what damage looks like.

~~~markdown bad
# Squat

Donâ€™t bend past 90Â°. Take the cafÃ© chair.
~~~

~~~text report
3:4: 'â€™' was '’' before it was read in a wrong encoding
3:21: 'Â°' was '°' before it was read in a wrong encoding
3:37: 'Ã©' was 'é' before it was read in a wrong encoding
~~~

~~~markdown fixed
# Squat

Don’t bend past 90°. Take the café chair.
~~~

~~~markdown bad
# Squat

Bend to 90�.
~~~

~~~text report
3:11: a character was lost in a wrong encoding
~~~

~~~markdown good
# Squat

Sit as in a CAFÉ’s chair, as they say in São Paulo: “à la Française”. Âge d’or. `â€™`
~~~
"""

import re
from collections.abc import Iterator

from exlint.diagnostic import Confidence, Finding, Fix, Severity
from exlint.page import Page
from exlint.regex import regex
from exlint.text import Span

SEVERITY = Severity.ERROR
CONFIDENCE = Confidence.HIGH

_CONTROLS = "".join(map(chr, range(0x80, 0xA0)))


def _characters(first: int, last: int, encoding: str) -> str:
    """What the bytes from `first` to `last` look like when read as `encoding`."""
    text = bytes(range(first, last + 1)).decode(encoding, "ignore")
    return re.escape(text + (_CONTROLS if encoding == "cp1252" else ""))


_TAILS = {name: _characters(0x80, 0xBF, name) for name in ("cp1252", "mac_roman")}
_DAMAGE = regex(
    f"(?P<cp1252>(?:(?:[ÂÃÄÅ]|[âï][{_TAILS['cp1252']}]|ð[{_TAILS['cp1252']}]{{2}})"
    f"[{_TAILS['cp1252']}])+)"
    f"|(?P<mac_roman>(?:(?:[¬√]|[‚Ô][{_TAILS['mac_roman']}])"
    f"[{_TAILS['mac_roman']}])+)"
    "|(?P<control>[\x80-\x9f])"
    "|(?P<lost>\ufffd+)"
)
CUES = frozenset("ÂÃÄÅâïð¬√‚Ô\ufffd" + _CONTROLS)
_LIKELY = regex(
    "[\xa0-\u017f\u2010-\u2044\u20ac\u2122\u2190-\u2265\u25a0-\u27bf\ufe0f\ufeff"
    "\U0001f300-\U0001faff]+"
)
"""What pages on exercise are written with: accents, punctuation, signs, emoji."""


def check(page: Page) -> Iterator[Finding]:
    for match in _DAMAGE.finditer(page.source.text):
        if page.is_code(match.start()):
            continue
        span = Span(*match.span())
        if match["lost"]:
            yield Finding(span, "a character was lost in a wrong encoding")
            continue
        was = _read_back(match[0], match.lastgroup or "")
        if was is not None:
            message = f"'{match[0]}' was '{was}' before it was read in a wrong encoding"
            yield Finding(span, message, Fix.replace("Read it back", span, was))


def _read_back(text: str, encoding: str) -> str | None:
    """Return what the text was, if that is something likely to be written."""
    try:
        if encoding == "control":
            return text.encode("latin-1").decode("cp1252")
        was = _bytes_of(text, encoding).decode("utf-8")
    except UnicodeError:
        return None
    again = _DAMAGE.fullmatch(was)
    if again and again.lastgroup != "lost":
        return _read_back(was, again.lastgroup or "")
    return was.replace("\xa0", " ") if _LIKELY.fullmatch(was) else None


def _bytes_of(text: str, encoding: str) -> bytes:
    """Encode; what the Windows table lacks was taken over as a control character."""
    return b"".join(
        character.encode("latin-1" if character in _CONTROLS else encoding)
        for character in text
    )
