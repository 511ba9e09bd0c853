"""A list or comparison that disagrees with the page of which it speaks.

A hub lists exercises with some of their facts, a comparison puts those of two side by
side. When the page changes, they stay behind. Each fact of an entry, of the headings
above it and of a table's cell is held against the page of that name; the schema says
which words are facts (`entry`, `heading`, `subject`, `about`). Synonyms of the
vocabulary agree.

An entry without a page is reported when the site's routes, or the files of the content
root, hold nothing of that name while they hold nearly all others. On a part of a site
exlint cannot know, and is silent; so it is about facts that the page does not state.

~~~json schema
{
  "properties": {
    "level": {"enum": ["Easy", "Hard"], "x-markdown": {"section": "Facts", "fact": "Level"}},
    "tool": {
      "enum": ["Band", "Rope"],
      "x-vocabulary": {"Rope": {"synonyms": ["Jump rope"]}},
      "x-markdown": {"section": "Facts", "fact": "Tool"}
    },
    "groups": {
      "type": "array",
      "items": {
        "properties": {
          "tool": {"$ref": "#/properties/tool"},
          "entries": {
            "type": "array",
            "items": {"properties": {"level": {"$ref": "#/properties/level"}}}
          }
        }
      },
      "x-markdown": {
        "section": "All * Moves",
        "as": "entries",
        "subject": ["All {tool} Moves"],
        "heading": ["Using a {tool}"],
        "entry": ["{name} - {level}"]
      }
    },
    "comparison": {
      "x-markdown": {
        "section": "Comparison", "as": "table",
        "about": "example.schema.json", "rows": {"Needs": "tool"}
      }
    }
  }
}
~~~

~~~markdown file clam.md
# Clam

## Facts

- **Level:** Easy
- **Tool:** Band
~~~

~~~markdown file double-under.md
# Double Under

## Facts

- **Level:** Hard
- **Tool:** Rope
~~~

~~~markdown bad
# Band Moves

## All Band Moves

### Using a Band

- Clam - Hard
- Double Under - Hard

### More

- Double Under - Hard
~~~

~~~text report
7:10: 'Clam' is 'Hard' here, 'Easy' on its page clam.md
8:3: 'Double Under' stands under 'Band', its page double-under.md says 'Rope'
12:3: 'Double Under' stands under 'All Band Moves', its page double-under.md says otherwise
~~~

~~~markdown bad
# Clam vs Double Under

## Comparison

|       | Clam | Double Under |
|-------|------|--------------|
| Level | Easy | Easy         |
| Needs | Band | Jump rope    |
~~~

~~~text report
7:18: 'Double Under' is 'Easy' here, 'Hard' on its page double-under.md
~~~

~~~markdown good
# Rope Moves

## All Rope Moves

### Using a Rope

- Double Under - Hard
- Side Swing - Easy
~~~
"""

from collections.abc import Iterator

from exlint.corpus import Corpus, Entry
from exlint.corpus.mentions import Claim, Mention
from exlint.diagnostic import Confidence, Finding, Severity
from exlint.pagetype.vocabulary import fold, nearest, squeezed

SEVERITY = Severity.ERROR
CONFIDENCE = Confidence.HIGH

_NEARLY_ALL = 0.9
_LEAST_KNOWN = 5


def check_corpus(corpus: Corpus) -> Iterator[tuple[Entry, Finding]]:
    strays: list[tuple[Entry, Mention]] = []
    known = 0
    for entry in corpus:
        for mention in entry.mentions:
            pages = [
                page
                for page in corpus.names.get(fold(mention.name), ())
                if page is not entry and page.facts
            ]
            known += bool(pages)
            if pages:
                yield from _drift(entry, mention, pages)
            else:
                strays.append((entry, mention))
    yield from _pageless(corpus, strays, known)


def _drift(
    entry: Entry, mention: Mention, pages: list[Entry]
) -> Iterator[tuple[Entry, Finding]]:
    is_misplaced = False
    for claim in mention.claims:
        if claim.fact in pages[0].facts:  # the usual case
            continue
        known = claim.fact.property
        stated = [page for page in pages if not known or page.fact(known)]
        if not stated or any(_agrees(page, claim) for page in stated):
            continue
        if not (claim.heading and is_misplaced):
            yield entry, _finding(mention, claim, stated[0])
        is_misplaced = is_misplaced or claim.heading


def _agrees(page: Entry, claim: Claim) -> bool:
    said = claim.fact
    if said.property:
        fact = page.fact(said.property)
        return fact is not None and fact.values == said.values
    return any(said.values <= fact.values for fact in page.facts)


def _finding(mention: Mention, claim: Claim, page: Entry) -> Finding:
    theirs, text = page.fact(claim.fact.property), claim.fact.text
    if theirs is None:
        message = f"stands under '{text}', its page {page.path} says otherwise"
        return Finding(mention.span, f"'{mention.name}' {message}")
    said = f"'{theirs.text}'"
    if claim.heading:
        message = f"stands under '{text}', its page {page.path} says {said}"
        return Finding(mention.span, f"'{mention.name}' {message}")
    message = f"is '{text}' here, {said} on its page {page.path}"
    return Finding(claim.span, f"'{mention.name}' {message}")


def _pageless(
    corpus: Corpus, strays: list[tuple[Entry, Mention]], known: int
) -> Iterator[tuple[Entry, Finding]]:
    """Report what has no page, where the whole site is known."""
    if not strays:
        return
    places = (*corpus.site.routes, *corpus.site.files)
    ends = {
        squeezed(place.rstrip("/").rpartition("/")[2].partition(".")[0])
        for place in places
    }
    absent = [
        (entry, mention)
        for entry, mention in strays
        if fold(mention.name) not in corpus.names and squeezed(mention.name) not in ends
    ]
    known += len(strays) - len(absent)
    if known < max(_LEAST_KNOWN, _NEARLY_ALL * (known + len(absent))):
        return
    for entry, mention in absent:
        near = nearest(mention.name, _likely(corpus, mention.name), 0.8)
        meant = f": did you mean '{corpus.names[fold(near)][0].name}'?" if near else ""
        yield entry, Finding(mention.span, f"no page '{mention.name}'{meant}")


def _likely(corpus: Corpus, name: str) -> list[str]:
    """Return the names that share a word with one."""
    words = set(fold(name).split())
    return [other for other in corpus.names if not words.isdisjoint(other.split())]
