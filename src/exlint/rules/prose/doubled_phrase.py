"""Two or three words written twice in a row.

Editing leaves it behind: a sentence is turned round and its middle stays. Ways of
speaking that repeat themselves ("over and over and over", "side to side to warm up",
"rep after rep after rep") are fine, and so is what punctuation parts ("left leg, right
leg, left leg, right leg").

~~~markdown bad
# Row

Pull the handle to your to your waist and hold it there.
~~~

~~~text report
3:17: 'to your' stands twice
~~~

~~~markdown fixed
# Row

Pull the handle to your waist and hold it there.
~~~

~~~markdown good
# Row

Rock from side to side to warm up, then pull over and over and over. Breathe in and out,
in and out. See [Sports Hall](#row) [Sports Hall](#row).
~~~
"""

from collections.abc import Iterator

from exlint.diagnostic import Confidence, Finding, Severity
from exlint.page import Page
from exlint.rules.prose._doubled import doubled

SEVERITY = Severity.WARNING
CONFIDENCE = Confidence.HIGH
LANGUAGES = ("en", "es", "de", "fr", "it", "pt", "nl")
NEEDS = "wording.doubled"


def check(page: Page) -> Iterator[Finding]:
    for length in (2, 3):
        for found in doubled(page, length):
            words = found.phrase.split()
            if (
                page.language.joining.isdisjoint(words[1:])
                and len(set(words)) == length
            ):
                message = f"'{found.phrase}' stands twice"
                yield Finding(found.span, message, found.fix(page))
