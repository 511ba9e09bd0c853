"""A page that holds hardly more than its title.

Such a page was begun and not written. One finding says so, in place of one for each
part that is absent or empty. That is the case where most of the sections that the
page's type requires are absent or empty; where nothing stands under any of its
headings; where a few words say that the page is a placeholder; and where it has no text
at all although most pages of its folder, or of its type, with the same template have.

A page whose content is kept in the front matter is fine, and so are pages that a
template fills: those of a folder all look alike.

~~~json schema
{
  "required": ["steps", "tips", "faq"],
  "properties": {
    "steps": {"type": "array", "x-markdown": {"section": "Steps", "as": "ordered-list"}},
    "tips": {"type": "array", "x-markdown": {"section": "Tips", "as": "bullet-list"}},
    "faq": {"type": "array", "x-markdown": {"section": "FAQ", "as": "questions"}}
  }
}
~~~

~~~markdown bad
# Squat

Steps to follow.

## Tips

## FAQ

### Is it hard?

No.
~~~

~~~text report
1:1: hardly begun: no 'Steps', no 'Tips'
~~~

~~~markdown bad
# Squat

This page is only a stub. Add your own setup and cues.
~~~

~~~text report
3:1: hardly begun: 'This page is only a stub'
~~~

~~~markdown good
# Squat

## Steps

1. Stand tall.
2. Sit down.

## Tips

- Breathe.

## FAQ

### Is it hard?

No.
~~~

~~~json schema
{
  "required": ["target"],
  "properties": {
    "target": {"x-markdown": {"at": "front-matter", "key": "target"}}
  }
}
~~~

~~~markdown file press-{1..4}.md
---
title: Press
target: Chest
---

Press the bar away from your chest.
~~~

~~~markdown bad
---
title: Curl
target: Biceps
---

## Cues

## Sources
~~~

~~~text report
6:1: hardly begun: nothing under its headings
~~~

~~~markdown bad
---
title: Curl
target: Biceps
description: ""
---
~~~

~~~text report
2:8: hardly begun: no text, which 4 of 5 pages of its kind have
~~~

~~~markdown good
---
title: Curl
target: Biceps
steps:
  - Hold the bar with your palms up.
  - Bend your elbows.
---
~~~

~~~markdown good
---
title: All exercises
target: Any
layout: list
---
~~~
"""

from collections.abc import Iterator

from exlint.corpus import Corpus, Entry
from exlint.diagnostic import Confidence, Finding, Severity
from exlint.page import Page
from exlint.page.stubs import is_blank, is_hollow, is_stub, lacking_sections, scaffold

SEVERITY = Severity.WARNING
CONFIDENCE = Confidence.HIGH

_LEAST_WRITTEN = 3
"""Pages that must have text before others are found to have none."""


def check(page: Page) -> Iterator[Finding]:
    if not is_stub(page) or is_blank(page):
        return
    said = scaffold(page)
    lacking = lacking_sections(page)
    if said:
        yield Finding(said, f"hardly begun: '{page.source[said]}'")
    elif lacking:
        names = (f"no '{section.name}'" for section in lacking)
        yield Finding(page.record.locate(""), f"hardly begun: {', '.join(names)}")
    elif is_hollow(page):
        start = (page.title or page.headings[0]).span
        yield Finding(start, "hardly begun: nothing under its headings")
    else:
        yield Finding(page.record.locate(""), "hardly begun: no text")


def check_corpus(corpus: Corpus) -> Iterator[tuple[Entry, Finding]]:
    for kin in corpus.kin.values():
        if not any(entry.is_textless for entry in kin):
            continue
        alike: dict[str, list[Entry]] = {}
        for entry in kin:
            alike.setdefault(entry.template, []).append(entry)
        for entries in alike.values():
            bare = [entry for entry in entries if entry.is_textless]
            written = len(entries) - len(bare)
            if written >= max(_LEAST_WRITTEN, len(bare)):
                have = f"{written} of {len(entries)} pages of its kind have"
                for entry in bare:
                    yield (
                        entry,
                        Finding(
                            entry.name_span, f"hardly begun: no text, which {have}"
                        ),
                    )
