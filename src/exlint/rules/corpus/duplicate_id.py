"""Two pages with the same `id`, `slug` or `permalink`.

Site generators build one of the two and drop the other, often without a word. An `id`
or `slug` has to be unique among the pages of a type, or of a folder for pages without
one; a `permalink`, or a `slug` that begins with a slash, in the whole site. Pages of the
same file name in different folders (translations, editions) may share an `id`, and so
may pages in different languages.

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
from exlint.corpus.likeness import file_of, path_of, twins
from exlint.diagnostic import Confidence, Finding, Severity
from exlint.text import Span

SEVERITY = Severity.ERROR
CONFIDENCE = Confidence.HIGH


def check_corpus(corpus: Corpus) -> Iterator[tuple[Entry, Finding]]:
    holders: dict[tuple[str, ...], dict[str, tuple[Entry, Span]]] = {}
    for scope, entries in corpus.kin.items():
        for entry in entries:
            for key, value, span in entry.ids:
                everywhere = key == "permalink" or value.startswith("/")
                home = ("", "") if everywhere else (scope, entry.language)
                identity = (*home, key, value)
                holders.setdefault(identity, {})[entry.path] = (entry, span)
    for (scope, _, key, value), found in holders.items():
        holding = [entry for entry, _ in found.values()]
        for entry, first, count in twins(
            holding, version=file_of if scope else path_of
        ):
            more = f" and {count - 1} more" if count > 1 else ""
            message = f"{key} '{value}' is also that of {first.path}{more}"
            yield entry, Finding(found[entry.path][1], message)
