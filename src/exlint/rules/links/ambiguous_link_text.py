"""Two links in one list that read alike and lead to different pages.

A reader cannot know which to follow, and who has the links read out hears the same words
twice. Where further words in the items tell them apart, nothing is said.

~~~markdown bad
# Bench press

- [More Chest Exercises](/exercises/chest)
- [More Bench Exercises](/exercises/bench)
- [More chest exercises](/exercises/muscle/chest)
~~~

~~~text report
5:3: the link to '/exercises/chest' reads the same
~~~

~~~markdown good
# Bench press

- [More Chest Exercises](/exercises/chest)
- [More Exercises for the Chest Muscle](/exercises/muscle/chest)

Watch it:

- [Video](/videos/press): the press.
- [Video](/videos/unrack): how to unrack the bar.
~~~
"""

from collections.abc import Iterator

from exlint.diagnostic import Confidence, Finding, Severity
from exlint.page import Page
from exlint.rules.links._lists import link_lists

SEVERITY = Severity.WARNING
CONFIDENCE = Confidence.HIGH


def check(page: Page) -> Iterator[Finding]:
    texts = [link.text.strip().casefold() for link in page.document.links]
    if len(set(texts)) == len(texts):
        return
    for items in link_lists(page):
        targets: dict[str, str] = {}
        for item in items:
            if not (item.is_bare and item.text):
                continue
            target = item.link.target
            first = targets.setdefault(item.text, target)
            if first.rstrip("/") != target.rstrip("/"):
                message = f"the link to '{first}' reads the same"
                yield Finding(item.link.span, message)
