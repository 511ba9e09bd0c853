r"""A byte order mark at the start of the page.

UTF-8 needs none, nobody can see it, and tools that do not expect it read the first line
wrongly: front matter is no longer front matter, a heading no heading. The same
character elsewhere in the page is reported by `control-character`.

~~~markdown bad escaped
\ufeff# Squat\n\nStand tall.\n
~~~

~~~text report
1:1: the file starts with a byte order mark
~~~

~~~markdown fixed
# Squat

Stand tall.
~~~

~~~markdown good
# Squat

Stand tall.
~~~
"""

from collections.abc import Iterator

from exlint.diagnostic import Confidence, Finding, Fix, Severity
from exlint.page import Page
from exlint.text import BOM, Span

SEVERITY = Severity.WARNING
CONFIDENCE = Confidence.HIGH
CUES = frozenset((BOM,))


def check(page: Page) -> Iterator[Finding]:
    if page.source.text.startswith(BOM):
        span = Span(0, 1)
        fix = Fix.replace("Remove the byte order mark", span, "")
        yield Finding(span, "the file starts with a byte order mark", fix)
