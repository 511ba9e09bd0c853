"""Something stands before the title.

What comes before the title has no heading of its own: readers meet it without knowing
what it is about, and what is built from the page leaves it out. Comments, HTML, images
and the lines of site generators (`{% … %}`, `import …`, `[[toc]]`) may come first.

~~~json schema
{
  "properties": {
    "name": {"x-markdown": {"at": "title"}},
    "tips": {"x-markdown": {"section": "Tips", "as": "bullet-list"}}
  }
}
~~~

~~~markdown bad
Stand tall and sit down between your heels.

# Squat

## Tips

- Breathe.
~~~

~~~text report
1:1: text before the title
~~~

~~~markdown bad
## Tips

- Breathe.

# Squat

Stand tall.
~~~

~~~text report
1:1: section 'Tips' before the title
~~~

~~~markdown good
<!-- Written in May. -->

{% include header.html %}

# Squat

## Tips

- Breathe.
~~~
"""

from collections.abc import Iterator

from exlint.diagnostic import Confidence, Finding, Severity
from exlint.page import Page
from exlint.regex import regex

SEVERITY = Severity.ERROR
CONFIDENCE = Confidence.HIGH
NEEDS = "title"

_GENERATOR = regex(r"\{[%{#]|!?\[!?\[|!\[")


def check(page: Page) -> Iterator[Finding]:
    if page.layout is None or page.title is None or not page.layout.has_title:
        return
    for block in page.document.blocks:
        if block is page.title:
            return
        is_section = block.kind == "heading"
        if block.kind in ("html", "rule", "mark") or _GENERATOR.match(block.text):
            continue
        title = page.document.prose_of(block).strip()
        what = f"section '{title}'" if is_section else "text"
        yield Finding(block.span, f"{what} before the title")
        return
