"""A related page that does not list this one as related in turn.

Where a site's pages list each other as related, a page that is listed and does not list
back was often forgotten. So this is reported only where at least half of such links of a
page type are returned: elsewhere, lists are short on purpose.

Where the schema says of a property that its values name pages and do so mutually
(`"references": true, "mutual": true`), every page that does not name this one in turn
is a warning.

~~~json schema
{
  "properties": {
    "related": {"type": "array", "x-markdown": {"section": "Related", "as": "links"}}
  }
}
~~~

~~~markdown file squat.md
# Squat

## Related

- [Lunge](lunge.md)
- [Step-up](step-up.md)
~~~

~~~markdown file step-up.md
# Step-up

Then try a [jump](jump.md).

## Related

- [Squat](squat.md)
- [Sources](https://guide.example/step-up)
~~~

~~~markdown file lunge.md
# Lunge

## Related

- [Squat](squat.md)
~~~

~~~markdown bad jump.md
# Jump

## Related

- [Squat](squat.md)
~~~

~~~text report
5:3: 'Squat' does not link back
~~~

~~~markdown good index.md
# All exercises

All of them, from the [squat](squat.md) on.
~~~

~~~json schema
{
  "properties": {
    "variants": {
      "type": "array",
      "x-markdown": {
        "at": "front-matter",
        "key": "variants",
        "references": true,
        "mutual": true
      }
    }
  }
}
~~~

~~~markdown file plank.md
---
variants: [Side Plank, bear-plank]
---

# Plank
~~~

~~~markdown file bear-plank.md
# Bear Plank
~~~

~~~markdown bad side-plank.md
---
variants: [plank, Bear Plank]
---

# Side Plank

Lie on your side and lift your hips.
~~~

~~~text report
2:19: 'Bear Plank' does not name this page in turn
~~~
"""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from exlint.corpus import Corpus, Entry
from exlint.corpus.directory import Directory
from exlint.diagnostic import Confidence, Finding, Severity
from exlint.text import Span

SEVERITY = Severity.INFO
CONFIDENCE = Confidence.MEDIUM

_DECLARED = (Confidence.HIGH, Severity.WARNING)
"""What a finding is where the schema demands what others only tend to have."""


class _Relation(NamedTuple):
    entry: Entry
    field: str
    other: Entry
    span: Span


def check_corpus(corpus: Corpus) -> Iterator[tuple[Entry, Finding]]:
    yield from _links(corpus)
    yield from _references(corpus)


def _references(corpus: Corpus) -> Iterator[tuple[Entry, Finding]]:
    """Yield the references that are to be mutual and are not."""
    directory = Directory(corpus)
    mutual = [(e, r) for e in corpus for r in e.references if r.is_mutual]
    found = [(e, r, directory.find(e, r)) for e, r in mutual]
    known = {(e.path, r.property, other.path) for e, r, to in found for other in to}
    for entry, reference, others in found:
        for other in others:
            back = (other.path, reference.property, entry.path)
            if other is not entry and other.type == entry.type and back not in known:
                name = other.name or other.path
                message = f"'{name}' does not name this page in turn"
                yield entry, Finding(reference.span, message, None, *_DECLARED)


def _links(corpus: Corpus) -> Iterator[tuple[Entry, Finding]]:
    """Yield the links between related pages that are not returned."""
    relations = list(_relations(corpus))
    known = {(one.entry.path, one.field, one.other.path) for one in relations}
    missing: list[_Relation] = []
    balance: Counter[tuple[str | None, str]] = Counter()
    for one in relations:
        if (one.other.path, one.field, one.entry.path) in known:
            balance[one.entry.type, one.field] += 1
        else:
            balance[one.entry.type, one.field] -= 1
            missing.append(one)
    for one in missing:
        if balance[one.entry.type, one.field] >= 0:
            yield one.entry, Finding(one.span, f"'{one.other.name}' does not link back")


def _relations(corpus: Corpus) -> Iterator[_Relation]:
    """Yield the links between pages of a type in the same list of related pages."""
    for entry in corpus:
        mutual = {item.property for item in entry.references if item.is_mutual}
        for field, links in entry.related:
            for number, target in enumerate(
                links.targets if field not in mutual else ()
            ):
                found = corpus.site.resolve(entry.path, target)
                other = corpus.entries.get(found.path)
                if other is None or other is entry or other.type != entry.type:
                    continue
                if any(field == name for name, _ in other.related):
                    yield _Relation(entry, field, other, links[number].span)
