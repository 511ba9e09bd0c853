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
from collections.abc import Iterator

from exlint.diagnostic import Confidence, Finding, Severity
from exlint.english import english_only
from exlint.lexicon import Lexicon
from exlint.markdown import Block
from exlint.page import Page
from exlint.text import Span

SEVERITY = Severity.INFO
CONFIDENCE = Confidence.MEDIUM

_NAME = re.compile(
    r" (?=[A-Z])(?<=[a-z0-9,;)] )([A-Z][\w'’]*(?:[ -][A-Z][\w'’]*)*)(?<!\bI)"
)
_SMALL_WORDS = frozenset(
    ["and", "for", "from", "in", "of", "on", "or", "the", "to", "with"]
)
_LONGEST = 30


@english_only
def check(page: Page) -> Iterator[Finding]:
    text = page.prose.text
    title = page.document.prose_of(page.title).partition(" (")[0] if page.title else ""
    own_name = title.lower().replace("-", " ").split()
    own_words = frozenset(own_name) - _SMALL_WORDS
    is_small = own_name and " ".join(own_name[-2:]) in text.replace("-", " ")
    lists = tuple(_lists(page)) if is_small else ()
    for match in _NAME.finditer(text):
        start = match.start(1)
        is_listed = any(span.start <= start < span.end for span in lists)
        if match[1] == title and not is_listed:
            continue
        is_slip = is_listed or (
            _follows_part_of_name(page.lexicon, own_words, text, start)
            and not _is_title(text, match, title)
        )
        if is_slip and _is_common(page, match):
            span = page.prose.match(match, 1)
            yield Finding(span, f"capital inside a sentence: '{match[1]}'")


def _lists(page: Page) -> Iterator[Span]:
    """Yield where in the prose each list stands, but for that of the facts."""
    facts = page.facts[0].span.start if page.facts else -1
    for block in page.document.blocks:
        if block.kind.endswith("-list") and not (
            block.span.start <= facts < block.span.end
        ):
            yield Span(_leaf(block, 0).prose.start, _leaf(block, -1).prose.end)


def _leaf(block: Block, side: int) -> Block:
    while block.children:
        block = block.children[side]
    return block


def _follows_part_of_name(
    lexicon: Lexicon, own_words: frozenset[str], text: str, start: int
) -> bool:
    """Whether the words before a name are a part of it: `seated and`, `single-leg`."""
    before = text[max(start - _LONGEST, 0) : start - 1].split(" ")
    if before[-1] in {"and", "or"}:
        before.pop()
    last = before[-1].replace("-", " ") if before else ""
    return (
        last in own_words
        or last in lexicon.modifiers
        or " ".join(before[-2:]) in lexicon.modifiers
    )


def _is_title(text: str, match: re.Match[str], title: str) -> bool:
    """Whether the page's title stands where a name is, with all of its capitals."""
    start, end = match.span(1)
    return bool(title) and title in text[max(start - len(title), 0) : end + len(title)]


def _is_common(page: Page, match: re.Match[str]) -> bool:
    """Whether capitals make no name of what they stand on."""
    first = re.split("[ -]", match[1].lower())[0]
    if first in page.lexicon.proper_nouns.phrases.first_words:
        return False
    if not page.lexicon.names_exercise(match[1]):
        return False
    place = page.prose.offset(match.start(1))
    links = (link.span for link in page.document.links)
    marked = (*links, *page.document.strong)
    return not any(span.start <= place < span.end for span in marked)
