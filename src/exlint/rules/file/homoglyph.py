r"""A Cyrillic or Greek letter inside a Latin word.

It looks the same and is another letter: the word cannot be found, a fact with it is no
longer in the vocabulary, and a spell checker stumbles. Text drawn by OCR, typed with
the wrong keyboard layout or disguised on purpose has them.

Words of another script are fine, as are signs such as `μg` and `kΩ`, and words that
put a foreign ending to a Latin name.

~~~markdown bad escaped
# Squ\u0430t\n\nPush your h\u0435\u0435ls down.\n
~~~

~~~text report escaped
1:3: 'Squ\u0430t' has a Cyrillic letter: '\u0430' (U+0430)\n\
3:11: 'h\u0435\u0435ls' has a Cyrillic letter: '\u0435' (U+0435)
~~~

~~~markdown fixed
# Squat

Push your heels down.
~~~

~~~markdown good
# Squat (присед)

Take 5 μg of vitamin D. Say iPhoneом, ΔT and α-actinin.
~~~
"""

from collections.abc import Iterator

from exlint.diagnostic import Confidence, Finding, Fix, Severity
from exlint.page import Page
from exlint.regex import regex
from exlint.text import Span

SEVERITY = Severity.ERROR
CONFIDENCE = Confidence.HIGH

_ALIKE = dict(
    zip("асеорухіјѕһԁԛԝАВЕКМНОРСТУХІЈЅ", "aceopyxijshdqwABEKMHOPCTYXIJS", strict=True)
)
_ALIKE |= dict(zip("οινΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "oivABEZHIKMNOPTYX", strict=True))
CUES = frozenset(_ALIKE)
_WORD = regex(f"[a-zA-Z{''.join(_ALIKE)}]+")
_ASCII_LETTER = regex(r"[a-zA-Z]")
_LATIN = str.maketrans(_ALIKE)


def check(page: Page) -> Iterator[Finding]:
    text = page.source.text
    for match in _WORD.finditer(text):
        word, span = match[0], Span(*match.span())
        if word.isascii() or _ASCII_LETTER.search(word) is None:
            continue
        around = text[: span.start][-1:] + text[span.end :][:1]
        if any(character.isalpha() for character in around):
            continue  # letters that only the other script has
        odd = next(letter for letter in word if letter in _ALIKE)
        script = "Greek" if odd < "\u0400" else "Cyrillic"
        latin = word.translate(_LATIN)
        yield Finding(
            span,
            f"'{word}' has a {script} letter: '{odd}' (U+{ord(odd):04X})",
            Fix.replace(f"Write '{latin}' in Latin letters", span, latin),
        )
