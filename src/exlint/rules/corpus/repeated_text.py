"""A question, item or sentence that stands twice on a page.

Generated and merged pages say things twice: the template asks "Is it good for
beginners?" below the writer's own "Can beginners do it?", a tip comes back in other
company, a paragraph was pasted twice. Questions count as the same when they ask the same
in other words, too; the lexicon's `questionIntents` says which do.

Steps may come back, since movements do: a step is reported only right after its twin.
Sentences of fewer than ten words may, and those that stand three times, which is a
refrain. So may the entries of lists and tables, and headings that are no questions.

~~~markdown bad
# Clam

Lie on your side with your knees bent.

- Keep your feet together.
- Breathe out on the way up.
- Keep your feet together!

## Questions

### What muscles does the Clam work?

The hips.

### Which muscles do Clams target most?

The side of the hips.

### Is it done on a mat?

Yes.

### Is it done on a mat?

Or on grass.
~~~

~~~text report
7:3: the same item as in line 5
15:5: asks what line 11 asks
23:5: the same question as in line 19
~~~

~~~markdown good
# Side Leg Raise

1. Lift your left leg as far as it goes.
2. Lower it slowly to the floor.
3. Lift your right leg as far as it goes.
4. Lower it slowly to the floor.

## Questions

### What muscles does the Side Leg Raise work?

The side of the hips.

### What muscles does the Side Leg Raise work that the Clam does not?

The small ones above the hip.

### Should beginners use a band?

Not at first. Lower it slowly to the floor.
~~~
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise, repeat

from exlint.diagnostic import Confidence, Finding, Severity
from exlint.markdown import Block
from exlint.page import Page
from exlint.pagetype.sentences import Sentences
from exlint.pagetype.vocabulary import folded

SEVERITY = Severity.WARNING
CONFIDENCE = Confidence.HIGH

_LEAST_SPACES = 3
_LEAST_WORDS = 10
_REFRAIN = 3
_DATA = frozenset({"entries", "links", "table"})


def check(page: Page) -> Iterator[Finding]:
    yield from _questions(page)
    places = _repeated(page.sentences)
    if not places:
        return  # often
    items = dict(_items(page))
    headings = {block.prose.start for block in page.document.blocks if block.level}
    for text, found in places.items():
        for first, again in pairwise(found):
            home, number, ordered = items.get(again, (None, 0, False))
            if home is not None and items.get(first, (None,))[0] is home:
                if not ordered or number == items[first][1] + 1:
                    yield _finding(page, first, again, "the same item as in line {}")
            elif again not in headings and _counts(page, text, found):
                yield _finding(page, first, again, "the same sentence as in line {}")


def _repeated(sentences: Sentences) -> Mapping[str, Sequence[int]]:
    """Return the sentences of some words that stand twice, and where each begins."""
    texts = list(map(str.rstrip, sentences.texts, repeat(" .!?:")))
    places: dict[str, list[int]] = {}
    if len(set(texts)) == len(texts):
        return places
    counts = Counter(texts)
    for text, start in zip(texts, sentences.starts, strict=True):
        if counts[text] > 1 and text.count(" ") >= _LEAST_SPACES:
            places.setdefault(text, []).append(start)
    return places


def _questions(page: Page) -> Iterator[Finding]:
    """Report questions in the same words, and in other words for the same.

    Of the latter one has to name the exercise: what is good for beginners may be its
    one variant and its other.
    """
    asked: dict[str | int, Block] = {}
    title = page.document.prose_of(page.title) if page.title else ""
    for block in page.headings:
        if not block.text.endswith("?"):
            continue
        question = page.document.prose_of(block)
        first = asked.setdefault(folded(question), block)
        if first is not block:
            message = "the same question as in line {}"
            yield _finding(page, first.prose.start, block.prose.start, message)
            continue
        question = question.strip()
        if title:
            question = question.replace(title, "exercise")
        intent = page.lexicon.intents.of(question)
        first = block if intent is None else asked.setdefault(intent, block)
        if first is not block and any(_names(page, one) for one in (first, block)):
            start, again = first.prose.start, block.prose.start
            finding = _finding(page, start, again, "asks what line {} asks")
            yield finding._replace(confidence=Confidence.MEDIUM)


def _text(page: Page, block: Block) -> str:
    return folded(page.document.prose_of(block))


def _names(page: Page, question: Block) -> bool:
    """Whether a question names the exercise by the page's title."""
    title = _text(page, page.title) if page.title else ""
    return title in _text(page, question)


def _items(page: Page) -> Iterator[tuple[int, tuple[Block, int, bool]]]:
    """Yield where the text of an item begins; its list, number and whether it counts."""
    for block in page.document.walk():
        if block.kind in ("ordered-list", "bullet-list"):
            for number, item in enumerate(block.children):
                if item.children:
                    start = item.children[0].prose.start
                    yield start, (block, number, block.kind == "ordered-list")


def _counts(page: Page, text: str, found: Sequence[int]) -> bool:
    """Whether a sentence is one that should not come back."""
    if len(text.split()) < _LEAST_WORDS or len(found) >= _REFRAIN:
        return False
    section = page.section_at(page.prose.offset(found[-1]))
    if page.layout is None or section is None or section.name is None:
        return True
    return not any(
        field.shape in _DATA and section.is_(field.section)
        for field in page.layout.fields.values()
    )


def _finding(page: Page, first: int, again: int, message: str) -> Finding:
    line = page.source.position(page.prose.offset(first)).line
    end = page.prose.text.find("\n", again)
    span = page.prose.span(again, len(page.prose.text) if end < 0 else end)
    return Finding(span, message.format(line))
