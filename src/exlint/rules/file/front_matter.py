"""Front matter that cannot be read, or says one thing twice.

The lines between `---` (YAML) or `+++` (TOML) at the start of a page are data. A
site generator that cannot read them drops the page or shows them to readers; of a key
given twice it takes one value in silence.

A page that begins with a thematic break is fine, and so is the template of a page,
whose values are yet to be filled in.

~~~markdown bad
---
title: Squat
level: Beginner
title: Back squat
---

Stand tall.
~~~

~~~text report
4:1: front matter has the key 'title' twice
~~~

~~~markdown bad
---
title: Squat: how to
---

Stand tall.
~~~

~~~text report
2:13: front matter is not YAML: a value with ': ' in it needs quotes
~~~

~~~markdown bad
---
title: Squat
level: Beginner

Stand tall.
~~~

~~~text report
1:1: front matter is not closed: no second '---'
~~~

~~~markdown good
---

# Squat

Note: stand tall.
~~~

~~~markdown good
---
title: {{ title }}
---

Stand tall.
~~~
"""

import re
from collections.abc import Iterator

from exlint.diagnostic import Confidence, Finding, Severity
from exlint.page import Page
from exlint.page.frontmatter import find_opening
from exlint.regex import regex
from exlint.text import Span

SEVERITY = Severity.ERROR
CONFIDENCE = Confidence.HIGH

_TEMPLATE = regex(r"\{\{|\{%|<%")


def check(page: Page) -> Iterator[Finding]:
    matter, text = page.document.front_matter, page.source.text
    if matter:
        if page.front.problems and not _TEMPLATE.search(page.source[matter.content]):
            for problem in page.front.problems:
                yield Finding(problem.span, f"front matter {problem.message}")
        return
    opened = find_opening(text)
    if opened is None:
        return
    fence, span = opened["fence"], Span(*opened.span("fence"))
    closed = re.search(
        rf"^{re.escape(fence)}[ \t]*\r?$", text[span.end :], re.MULTILINE
    )
    if closed is None:
        yield Finding(span, f"front matter is not closed: no second '{fence}'")
    else:
        yield Finding(span, "front matter does not start on the first line")
