"""A page named among a page's facts that does not exist.

`related: [squat, rack-pull]` is a link that no link checker sees: the template that
makes links of such names drops the one it cannot find, or the build fails. A property
whose place has `"references": true` in the schema names pages, by the name of a file,
by `slug`, `id` or title, or by a path; case and hyphens make no difference. With the
name of a page type in place of `true`, pages of another type are wrong, too.

~~~json schema
{
  "properties": {
    "related": {
      "type": "array",
      "x-markdown": {"at": "front-matter", "key": "related", "references": true}
    },
    "regression": {"x-markdown": {"fact": "Regression", "references": "example"}}
  }
}
~~~

~~~markdown file moves/rack-pull.md
# Rack Pull

Lift the bar from the rack.
~~~

~~~markdown file moves/good-morning.md
---
id: 27
---

# Good Morning

Bow with the bar on your back.
~~~

~~~markdown bad moves/deadlift.md
---
related:
  - rack-pul
  - Good Mornings
  - "[[Deadlift]]"
---

# Deadlift

- **Regression:** Hip Hinge
~~~

~~~text report
3:5: no page 'rack-pul': did you mean 'rack-pull'?
4:5: no page 'Good Mornings': did you mean 'Good Morning'?
5:5: the page names itself
10:19: no page 'Hip Hinge'
~~~

~~~markdown good moves/deadlift.md
---
related: [rack-pull, 27, "[[Good morning|bow]]", ./rack-pull.md]
---

# Deadlift

- **Regression:** Rack Pull
~~~
"""

from collections.abc import Iterator

from exlint.corpus import Corpus, Entry
from exlint.corpus.directory import Directory
from exlint.corpus.references import Reference
from exlint.diagnostic import Confidence, Finding, Severity

SEVERITY = Severity.ERROR
CONFIDENCE = Confidence.HIGH


def check_corpus(corpus: Corpus) -> Iterator[tuple[Entry, Finding]]:
    directory = Directory(corpus)
    for entry in corpus:
        for reference in entry.references:
            message = _wrong(directory, entry, reference)
            if message and not reference.is_link:
                yield entry, Finding(reference.span, message)


def _wrong(directory: Directory, entry: Entry, reference: Reference) -> str | None:
    found = directory.find(entry, reference)
    name, wanted = reference.name, reference.type
    if entry in found:
        return "the page names itself"
    if found:
        type_ = found[0].type
        is_other = wanted and type_ and type_ != wanted
        return f"'{name}' is of type '{type_}', not '{wanted}'" if is_other else None
    if directory.has_file(name) or not directory.corpus.is_whole:
        return None
    near = directory.nearest(reference)
    return f"no page '{name}'" + (f": did you mean '{near}'?" if near else "")
