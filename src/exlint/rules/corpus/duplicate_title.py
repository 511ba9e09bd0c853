"""Two pages of one type with the same title.

Readers cannot tell such pages apart in a list, and what is looked up by name finds
either of them. Case, hyphens and punctuation make no difference. Pages without a type
are compared within their folder: every folder may have its `Overview`. Pages of the
same file name in different folders are versions of one (translations, editions), and
pages in different languages are never twins.

~~~markdown file lunges/side-lunge.md
# Side Lunge

Step to the side.
~~~

~~~markdown bad lunges/lateral-lunge.md
# Side-Lunge

Step out and sit back.
~~~

~~~text report
1:1: same title as lunges/side-lunge.md
~~~

~~~markdown good lunges/walking-lunge.md
# Walking Lunge

Step forward.
~~~

~~~markdown good stretches/side-lunge-stretch.md
# Side Lunge

Lean to the side.
~~~
"""

from collections.abc import Iterator

from exlint.corpus import Corpus, Entry
from exlint.corpus.likeness import twins
from exlint.diagnostic import Confidence, Finding, Severity
from exlint.pagetype.vocabulary import fold

SEVERITY = Severity.ERROR
CONFIDENCE = Confidence.HIGH


def check_corpus(corpus: Corpus) -> Iterator[tuple[Entry, Finding]]:
    for kin in corpus.kin.values():
        titles: dict[tuple[str, str], list[Entry]] = {}
        for entry in kin:
            title = fold(entry.name)
            if title:
                titles.setdefault((entry.language, title), []).append(entry)
        for entries in titles.values():
            for entry, first, count in twins(entries):
                more = f" and {count - 1} more" if count > 1 else ""
                message = f"same title as {first.path}{more}"
                yield entry, Finding(entry.name_span, message)
