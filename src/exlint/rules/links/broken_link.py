"""A link to a page or file that does not exist.

A slug is renamed, and every link to it leads readers nowhere. Known are the files of
the content root under the addresses at which they are served (relative paths, paths
from the root, the site's own URLs, with and without `.html` and a slash at the end),
permalinks, and the routes of a sitemap or route list. Capitals count, as they do on
servers. A wiki link (`[[squat]]`) may name any file below the content root, by its name,
title or an alias, in any capitals.

Nothing is said of links that leave the content root, that hold a template's variable,
or that lead to a part of the site that the files don't show; nor of images in a folder
of which nothing is there, where no image of that kind is.

~~~toml config
[links]
base-url = "https://moves.example"
~~~

~~~markdown file exercise/squat.md
# Squat

Stand tall and sit down.
~~~

~~~markdown bad exercise/lunge.md
# Lunge

If this is too hard, start with the [squat](https://moves.example/exercise/sqat).
~~~

~~~text report
3:45: no page '/exercise/sqat': did you mean '/exercise/squat'?
~~~

~~~markdown bad exercise/lunge.md
# Lunge

If this is too hard, start with the [squat](/exercise/Squat) or the [step-up][easy].

[easy]: step-up.md
~~~

~~~text report
3:45: no page '/exercise/Squat': capitals count, it is '/exercise/squat'
3:69: no page 'exercise/step-up.md'
~~~

~~~markdown bad exercise/lunge.md
# Lunge

If this is too hard, start with the [[sqat|squat]].
~~~

~~~text report
3:39: no page '[[sqat]]': did you mean '[[squat]]'?
~~~

~~~markdown good exercise/lunge.md
# Lunge

Start with the [squat](https://moves.example/exercise/squat/), the [same](squat.md) as a
[file](../exercise/squat.html), or [the list](/). Then read
[what others say](https://other.example/exercise/sqat), the [licence](../../LICENSE) and
once more the [[Squat]].
~~~
"""

from collections.abc import Iterator

from exlint.corpus import Corpus, Entry
from exlint.diagnostic import Confidence, Finding, Severity
from exlint.site import Site

SEVERITY = Severity.ERROR
CONFIDENCE = Confidence.HIGH

_THINGS = {"image": "image", "embed": "file"}


def check_corpus(corpus: Corpus) -> Iterator[tuple[Entry, Finding]]:
    site = corpus.site
    remedies: dict[str, str] = {}
    for entry in corpus:
        for number, target in enumerate(entry.links.targets):
            found = site.resolve(entry.path, target)
            if found.kind == "missing":
                link, address = entry.links[number], found.address
                if address not in remedies:
                    remedies[address] = _remedy(site, address)
                thing = _THINGS.get(link.kind, "page")
                message = f"no {thing} '{address}'{remedies[address]}"
                yield entry, Finding(link.place, message, confidence=found.confidence)


def _remedy(site: Site, address: str) -> str:
    near = site.nearest(address)
    if near is None:
        return ""
    if site.differs_in_case(address):
        return f": capitals count, it is '{near}'"
    return f": did you mean '{near}'?"
