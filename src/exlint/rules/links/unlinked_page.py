"""A page that no other page leads to, where its neighbours are linked.

Readers come upon it by chance only. Which pages a site links is its own choice; so a
page is reported when three of four pages in its folder are linked and it is not. Being named in a list of exercises counts as a link, for sites whose lists are
made into links later. Nothing is said of the page of a folder (`index.md`, `README.md`),
nor where the known routes show that many pages of the site are not among the files.

~~~markdown file index.md
# All exercises

- [Squat](exercise/squat.md)
- [Lunge](exercise/lunge.md)
- [Jump](exercise/jump.md)
~~~

~~~markdown file exercise/squat.md
# Squat

Sit down.
~~~

~~~markdown file exercise/lunge.md
# Lunge

Step forward.
~~~

~~~markdown file exercise/jump.md
# Jump

Leave the floor.
~~~

~~~markdown bad exercise/plank.md
# Plank

Stay straight. A [squat](squat.md) is easier.
~~~

~~~text report
1:1: no page links to this one
~~~

~~~markdown good about.md
# About

This page stands alone in its folder.
~~~
"""

from collections import defaultdict
from collections.abc import Iterator

from exlint.corpus import Corpus, Entry
from exlint.diagnostic import Confidence, Finding, Severity
from exlint.page.reading import stands_for_folder
from exlint.pagetype.vocabulary import fold

SEVERITY = Severity.INFO
CONFIDENCE = Confidence.MEDIUM

_FEW = 0.25
_UNSEEN = 0.1
"""The share of routes without a file above which links may stand on unseen pages."""


def check_corpus(corpus: Corpus) -> Iterator[tuple[Entry, Finding]]:
    if not corpus.is_whole or corpus.site.unseen() > _UNSEEN:
        return
    linked = _linked(corpus)
    folders: dict[str, list[Entry]] = defaultdict(list)
    for entry in corpus:
        if not stands_for_folder(entry.path):
            folders[entry.folder].append(entry)
    for entries in folders.values():
        alone = [entry for entry in entries if entry.path not in linked]
        if len(alone) <= _FEW * len(entries):
            for entry in alone:
                yield entry, Finding(entry.name_span, "no page links to this one")


def _linked(corpus: Corpus) -> set[str]:
    """Collect the paths of pages that another page links to or lists by name."""
    linked: set[str] = set()
    for entry in corpus:
        for target in entry.links.targets:
            found = corpus.site.resolve(entry.path, target)
            if found.kind == "page" and found.path != entry.path:
                linked.add(found.path)
        for name in entry.mentions.names:
            named = corpus.names.get(fold(name), ())
            linked.update(other.path for other in named if other is not entry)
    return linked
