r"""A word written twice in a row.

The eye skips it, above all where a line break parts the two, so it is found last.
Words that English doubles ("that that", "had had", "very very") are fine, and so is a
word beside a compound ("pull-up up to the bar") or another case of it ("Tate tate").

~~~markdown bad
# Squat

Push the floor away with with both feet and keep the
the bar over the middle of your foot.
~~~

~~~text report
3:21: 'with' stands twice
3:50: 'the' stands twice
~~~

~~~markdown fixed
# Squat

Push the floor away with both feet and keep the
bar over the middle of your foot.
~~~

~~~markdown good
# Squat

The depth that that variation asks for is more than most have had had they not trained
for it. Finish the pull-up up at the bar, side by side, one, one, two.
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
    for found in doubled(page, 1):
        is_fine = found.phrase in page.language.repeated
        if not is_fine and page.source[found.second].islower():
            message = f"'{found.phrase}' stands twice"
            yield Finding(found.span, message, found.fix(page))
