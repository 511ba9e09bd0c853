"""Two pages with the same `id`, `slug` or `permalink`.

Site generators build one of the two and drop the other, often without a word. An `id`
or `slug` has to be unique among the pages of a type, or of a folder for pages without
one; a `permalink`, or a `slug` that begins with a slash, in the whole site. Pages of the
same file name in different folders (translations, editions) may share an `id`.

~~~markdown file moves/bridge.md
---
id: glute-bridge
---

# Bridge

Lift your hips.
~~~

~~~markdown bad moves/hip-thrust.md
---
id: glute-bridge
---

# Hip Thrust

Push your hips up.
~~~

~~~text report
2:5: id 'glute-bridge' is also that of moves/bridge.md
~~~

~~~markdown good moves/clam.md
---
id: clam
---

# Clam

Open your knees.
~~~

~~~markdown good de/moves/bridge.md
---
id: glute-bridge
---

# Bridge

Lift your hips.
~~~
"""

from collections.abc import Iterator

from exlint.corpus import Corpus, Entry
from exlint.diagnostic import Confidence, Finding, Severity
from exlint.likeness import are_parallel
from exlint.text import Span

SEVERITY = Severity.ERROR
CONFIDENCE = Confidence.HIGH


def check_corpus(corpus: Corpus) -> Iterator[tuple[Entry, Finding]]:
    holders: dict[tuple[str, str, str], list[tuple[Entry, Span]]] = {}
    for scope, entries in corpus.kin.items():
        for entry in entries:
            for key, value, span in entry.ids:
                everywhere = key == "permalink" or value.startswith("/")
                identity = ("" if everywhere else scope, key, value)
                holders.setdefault(identity, []).append((entry, span))
    for (scope, key, value), found in holders.items():
        for entry, span in found if len(found) > 1 else ():
            others = [
                other
                for other, _ in found
                if other is not entry and not (scope and are_parallel(entry, other))
            ]
            if others:
                more = f" and {len(others) - 1} more" if len(others) > 1 else ""
                message = f"{key} '{value}' is also that of {others[0].path}{more}"
                yield entry, Finding(span, message)
