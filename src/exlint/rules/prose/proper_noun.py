"""A name that begins with a small letter: a brand, a person, a place.

"Smith machine" is called after a man, "EZ bar" is a trade name, and a T-bar has the
shape of the capital. The names come from the lexicon, which configuration can extend. Other
capitals than the first are left to the writer ("Smith Machine", "Bosu").

Nothing is said of facts (`value-spelling`), of addresses and file names, nor of common
words that only look like a name on their own ("a smith forges", "press the bar").

~~~markdown bad
# Press

Sit under the smith machine, or hold an ez bar for romanian deadlifts, or use a trx.
~~~

~~~text report
3:15: 'smith machine' instead of 'Smith machine'
3:41: 'ez bar' instead of 'EZ bar'
3:52: 'romanian' instead of 'Romanian'
3:81: 'trx' instead of 'TRX'
~~~

~~~markdown fixed
# Press

Sit under the Smith machine, or hold an EZ bar for Romanian deadlifts, or use a TRX.
~~~

~~~markdown good
# Press

Use the Smith Machine, an EZ-bar, a T-Bar or a Bosu ball. A smith forged the plates; see
www.trx.example and smith-machine.md, or `ez bar` in the code.
~~~
"""

import re
from collections.abc import Iterator
from itertools import zip_longest

from exlint.diagnostic import Confidence, Finding, Fix, Severity
from exlint.page import Page
from exlint.regex import regex

SEVERITY = Severity.WARNING
CONFIDENCE = Confidence.HIGH

_WORD = regex(r"[^\s‐‑-]+")
_BEFORE = frozenset("/\\@#_=.-")
_AFTER = regex(r"[/\\@_=-]|\.\w")
"""What stands next to a word that is part of an address or a file name."""


def check(page: Page) -> Iterator[Finding]:
    names, text = page.lexicon.proper_nouns, page.prose.text
    firsts = page.words & names.phrases.first_words
    if not (firsts and any(word in text for word in firsts)):
        return
    for match in names.phrases.find_after(firsts, page.lowered):
        written = text[match.start() : match.end()]
        if (
            written[0].islower()
            and text[match.start() - 1] not in _BEFORE
            and not _AFTER.match(text, match.end())
        ):
            yield from _findings(page, match, names[written])


def _findings(page: Page, match: re.Match[str], name: str) -> Iterator[Finding]:
    span = page.prose.match(match)
    if any(fact.span.start <= span.start < fact.span.end for fact in page.facts):
        return
    written = page.source[span]
    right = _with_capitals(written, name)
    if right != written:
        fix = Fix.replace("Write the name with its capitals", span, right)
        yield Finding(span, f"'{written}' instead of '{right}'", fix)


def _with_capitals(written: str, name: str) -> str:
    """Give a phrase the capitals that its name has, however the two are joined."""
    models = iter(_WORD.findall(name))

    def capitalised(word: re.Match[str]) -> str:
        pairs = zip_longest(word[0], next(models, ""), fillvalue="")
        return "".join(
            letter.upper() if model.isupper() else letter for letter, model in pairs
        )

    return _WORD.sub(capitalised, written)
