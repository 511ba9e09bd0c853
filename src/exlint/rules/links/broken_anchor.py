"""A link to a place within a page that is not there.

The browser opens the page at its top, and the reader searches. Anchors are those of
headings, as GitHub makes them (`anchors` in the configuration names other ways), and
those written as `id` or `name` in HTML or as `{#name}` behind a heading. A wiki link names
the heading as it reads (`[[squat#Pro tips]]`), or a block by its `^name`.

Nothing is said of pages that are not among those checked, nor of a page that takes text
from elsewhere when the site is built. Where another renderer would make the anchor, the
finding is less sure.

~~~markdown file squat.md
# Squat

## Pro tips

Breathe.
~~~

~~~markdown bad
# Lunge

See [the tips](squat.md#tips) and [the steps](#how-to), or [[squat#Pro tip]].

## How to lunge

Step forward.
~~~

~~~text report
3:16: no anchor '#tips' on 'squat.md'
3:47: no anchor '#how-to' on this page: did you mean '#how-to-lunge'?
3:62: no anchor '#Pro tip' on 'squat.md': did you mean '#Pro tips'?
~~~

~~~markdown good
# Lunge & squat

Read [the tips](squat.md#pro-tips), [the title](#lunge--squat), [the form](#form), or go
[back to the top](#top). Others are [elsewhere](https://other.example/#anywhere), and
some in [[Squat#Pro tips]].

<a id="form"></a>

Keep your back straight.
~~~
"""

from collections.abc import Collection, Iterator

from exlint.corpus import Corpus, Entry
from exlint.diagnostic import Confidence, Finding, Severity
from exlint.pagetype.vocabulary import fold, nearest
from exlint.site import SLUG_STYLES, Anchors, Resolution, is_wiki_link

SEVERITY = Severity.ERROR
CONFIDENCE = Confidence.HIGH

_BY_BROWSER = ("top", ":~:", "fn")
"""Beginnings of what is no heading: the page's top, text to mark, footnotes."""


def check_corpus(corpus: Corpus) -> Iterator[tuple[Entry, Finding]]:
    known: dict[str, frozenset[str]] = {}
    for entry in corpus:
        for number, address in enumerate(entry.links.targets):
            if "#" not in address:
                continue
            found = corpus.site.resolve(entry.path, address)
            target = corpus.entries.get(found.path)
            if not (target and found.kind == "page" and _asks(found, target.anchors)):
                continue
            if target.path not in known:
                known[target.path] = target.anchors.slugs(corpus.site.slug_style)
            anchors = known[target.path]
            if is_wiki_link(address):
                names = target.anchors.names()
                is_there = _is_named(found.fragment, names | anchors)
                anchors = names
            else:
                is_there = found.fragment in anchors
            if not is_there:
                where = "this page" if target is entry else f"'{target.path}'"
                near = _nearest(found.fragment, anchors)
                remedy = f": did you mean '#{near}'?" if near else ""
                yield (
                    entry,
                    Finding(
                        entry.links[number].place,
                        f"no anchor '#{found.fragment}' on {where}{remedy}",
                        confidence=_confidence(found.fragment, target.anchors),
                    ),
                )


def _asks(found: Resolution, anchors: Anchors) -> bool:
    """Whether a link names an anchor that the page's own text should make."""
    fragment = found.fragment
    return bool(fragment) and anchors.is_whole and not fragment.startswith(_BY_BROWSER)


def _is_named(heading: str, names: Collection[str]) -> bool:
    """Whether a wiki link names a heading: capitals and signs make no difference."""
    return heading in names or fold(heading) in map(fold, names)


def _nearest(fragment: str, anchors: frozenset[str]) -> str | None:
    found = nearest(fragment, sorted(anchors))
    if found is None:
        longer = [anchor for anchor in anchors if anchor.startswith(f"{fragment}-")]
        found = longer[0] if len(longer) == 1 else None
    return found


def _confidence(fragment: str, anchors: Anchors) -> Confidence:
    if any(fragment in anchors.slugs(style) for style in SLUG_STYLES):
        return Confidence.MEDIUM
    return CONFIDENCE
