"""A second heading of level 1 on a page that has one title.

A page is about one exercise, and its title says which. A second one is most often two
pages that ran into one file, or a section whose heading lost a hash. Only pages whose
type reads its title from the heading are asked: elsewhere, several headings of level 1
can be a style. A section that the type knows is left to `heading-level`.

~~~json schema
{
  "properties": {
    "name": {"x-markdown": {"at": "title"}},
    "tips": {"x-markdown": {"section": "Tips", "as": "bullet-list"}}
  }
}
~~~

~~~markdown bad
# Squat

## Tips

- Breathe.

# Lunge

Step forward.
~~~

~~~text report
7:1: a second title: 'Lunge', after 'Squat'
~~~

~~~markdown good
# Squat

```sh
# a comment, not a title
```

## Tips

- Breathe.
~~~
"""

from collections.abc import Iterator

from exlint.diagnostic import Confidence, Finding, Severity
from exlint.page import Page
from exlint.page.headings import titles

SEVERITY = Severity.ERROR
CONFIDENCE = Confidence.HIGH
NEEDS = "headings"


def check(page: Page) -> Iterator[Finding]:
    if page.layout is None or not page.layout.has_title:
        return
    found = titles(page)
    if len(found) < 2:
        return
    name = page.document.prose_of(found[0]).strip()
    for heading in found[1:]:
        text = page.document.prose_of(heading).strip()
        yield Finding(heading.span, f"a second title: '{text}', after '{name}'")
