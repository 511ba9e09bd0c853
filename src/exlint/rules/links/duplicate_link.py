"""A list that links to the same page twice.

Of a template that is filled from several facts, two came to the same; or a line was
pasted twice. The list looks longer than it is.

Compared are the items that begin with a link. Two links to one page are fine where the
words behind them say what each is for, where they lead to two places of the page, and
in a list of sources (links to several sites) that names the page by two texts.

~~~markdown bad
# Squat

- [More Leg Exercises](/exercises/legs)
- [More Quad Exercises](/exercises/legs/)
~~~

~~~text report
4:3: this list links to '/exercises/legs/' already
~~~

~~~markdown good
# Squat

1. Step up to the bar, as in the [guide](/guide).
2. Sit down, as in the [guide](/guide).

Read on:

- [The guide](/guide#bar): how to set up the bar.
- [The guide](/guide#depth): how deep to go.
- [Health Book](https://health.example/strength) on strength.
- [The Health Book](https://health.example/strength) on warming up.

Sources:

- [Health Book, strength](https://health.example/book)
- [Health Book, warming up](https://health.example/book)
- [The bar](https://bar.example)
~~~
"""

from collections.abc import Iterator

from exlint.diagnostic import Confidence, Finding, Severity
from exlint.page import Page
from exlint.rules.links._lists import LinkItem, link_lists
from exlint.site import split_address

SEVERITY = Severity.WARNING
CONFIDENCE = Confidence.HIGH


def check(page: Page) -> Iterator[Finding]:
    targets = [link.target.rstrip("/") for link in page.document.links]
    if len(set(targets)) == len(targets):
        return
    for items in link_lists(page):
        seen: dict[str, LinkItem] = {}
        for item in items:
            target = item.link.target.rstrip("/")
            first = seen.setdefault(target, item)
            if first is item or not target:
                continue
            is_bare = first.is_bare and item.is_bare and not _are_sources(items)
            if is_bare or first.text == item.text:
                message = f"this list links to '{item.link.target}' already"
                yield Finding(item.link.span, message)


def _are_sources(items: list[LinkItem]) -> bool:
    """Whether a list links to several sites."""
    return len({split_address(item.link.target).host for item in items}) > 1
