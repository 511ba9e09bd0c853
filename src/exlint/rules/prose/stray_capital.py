"""A common noun with a capital inside a sentence: "a deep Hamstring Stretch".

Bulk replacement of exercise names leaves it behind. A name may have capitals, if the
page is consistent; so a finding needs one of two signs. The name is capitalised in part
("single-leg Calf Presses", "seated and Standing Calf Raises"). Or it stands in a list
(a step, a tip, a mistake) of a page that writes even its own name small in a sentence.

Titles, links, words in bold and names that begin with a proper noun are fine.

~~~markdown bad
# Lying Leg Curl

The lying leg curl works the hamstrings. How heavy are lying Leg Curls, beside seated or
Standing Leg Curls?

- End each set with a deep Hamstring Stretch.
~~~

~~~text report
3:62: capital inside a sentence: 'Leg Curls'
4:1: capital inside a sentence: 'Standing Leg Curls'
6:28: capital inside a sentence: 'Hamstring Stretch'
~~~

~~~markdown good
# Lying Leg Curl

The Lying Leg Curl works the hamstrings, and so does a lying Nordic Curl. How does it
compare with the Leg Extension or a regular Leg Curl?

- Rest, then do a Calf Raise, or see [the lying Leg Curl](#lying-leg-curl).
~~~
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import chain

from exlint.diagnostic import Confidence, Finding, Severity
from exlint.markdown import Block
from exlint.page import Page
from exlint.regex import regex
from exlint.text import Span

SEVERITY = Severity.INFO
CONFIDENCE = Confidence.MEDIUM
LANGUAGES = ("en",)

_NAME = regex(r" (?=[A-Z])(?<=[a-z0-9,;)] )([A-Z][\w'’]*(?:[ -][A-Z][\w'’]*)*)(?<!\bI)")
_INSIDE = regex(r"A(?<=[a0,)] A)[\w']*(?:[ -]A[\w']*)*")
"""The same among the kinds of characters, where `re` finds a capital fast."""
_LINK = regex(r"\[[^\[\]]*\]\([^()\s]*\)")
_SMALL_WORDS = frozenset(
    ["and", "for", "from", "in", "of", "on", "or", "the", "to", "with"]
)
_JOINING = frozenset(["and", "or"])
_LONGEST = 30


def check(page: Page) -> Iterator[Finding]:
    title = page.document.prose_of(page.title).partition(" (")[0] if page.title else ""
    own_name = title.lower().replace("-", " ").split()
    places = [match.start() for match in _INSIDE.finditer(page.kinds)]
    spans = {
        *_in_lists(page, places, own_name),
        *_capitalised_in_part(page, places, own_name, title),
    }
    for start, end in sorted(spans):
        name = page.prose.text[start:end]
        if _is_common(page, name, page.prose.offset(start)):
            message = f"capital inside a sentence: '{name}'"
            yield Finding(page.prose.span(start, end), message)


def _in_lists(page: Page, places: list[int], own_name: list[str]) -> Iterator[Span]:
    """Yield the names in the lists of a page that writes its own name small."""
    text = page.prose.text
    if not any(joint.join(own_name[-2:]) in text for joint in " -" if own_name):
        return
    for place in chain.from_iterable(_by_list(page, places)):
        name = _NAME.match(text, place - 1)
        if name and page.lexicon.names_exercise(name[1]):
            yield Span(*name.span(1))


def _by_list(page: Page, places: list[int]) -> Iterator[list[int]]:
    """Yield the places of each list, but for those of facts and links."""
    facts = page.facts[0].span.start if page.facts else -1
    for block in page.lists:
        begin = bisect_left(places, block.prose.start)
        inside = places[begin : bisect_left(places, block.prose.end, begin)]
        if inside and not (
            block.span.start <= facts < block.span.end
            or all(_LINK.fullmatch(_first_leaf(item).text) for item in block.children)
        ):
            yield inside


def _first_leaf(block: Block) -> Block:
    while block.children:
        block = block.children[0]
    return block


def _capitalised_in_part(
    page: Page, places: list[int], own_name: list[str], title: str
) -> Iterator[Span]:
    """Yield the names after words that are part of them: `seated and`, `single-leg`."""
    text, known = page.prose.text, page.lexicon.modifiers
    own_words = frozenset(own_name) - _SMALL_WORDS
    endings = page.lexicon.modifier_ends
    if title:  # most names on a page are its own
        places = [place for place in places if not text.startswith(title, place)]
    words = [text[text.rfind(" ", 0, place - 1) + 1 : place - 1] for place in places]
    for place, word in zip(places, words, strict=True):
        part = word.rpartition("-")[2]
        if not (part in endings or part in own_words or part in _JOINING):
            continue  # nearly always
        match = _NAME.match(text, place - 1)
        if match is None or match[1] == title:
            continue
        start, end = match.span(1)
        before = text[max(start - _LONGEST, 0) : start - 1]
        if before.endswith((" and", " or")):
            before = before.rpartition(" ")[0]
        rest, _, last = before.replace("-", " ").rpartition(" ")
        is_part = last in own_words or last in known
        if not is_part and last in endings:
            is_part = f"{rest.rpartition(' ')[2]} {last}" in known
        around = text[max(start - len(title), 0) : end + len(title)]
        if (
            is_part
            and not (title and title in around)
            and page.lexicon.names_exercise(match[1])
        ):
            yield Span(start, end)


def _is_common(page: Page, name: str, place: int) -> bool:
    """Whether capitals make no name of the words at a place of the source."""
    first = re.split("[ -]", name.lower())[0]
    if first in page.lexicon.proper_nouns.phrases.first_words:
        return False
    links = (link.span for link in page.document.links)
    marked = chain(links, page.document.strong)
    return not any(span.start <= place < span.end for span in marked)
