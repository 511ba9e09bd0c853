"""A sentence that pages of this type always have is absent, or differs in a word.

Readers rarely miss it; tools that read the pages do, and a page that words it otherwise
was written by hand or with an older template. The sentences are the patterns that the
page type declares and does not call optional; one with a condition (`when`) is expected
where the facts meet it.

Nothing is said of a sentence whose section is absent, nor where the sentence for other
facts stands in its place: `fact-contradiction` says what is wrong there.

~~~json schema
{
  "properties": {
    "name": {"x-markdown": {"at": "title"}},
    "level": {"enum": ["Easy", "Hard"], "x-markdown": {"fact": "Level"}},
    "summary": {"x-markdown": {"section": "Summary", "as": "text"}}
  },
  "x-markdown": {
    "patterns": [
      {"text": "The {name} is rated as {level}.", "in": "summary"},
      {"text": "Start without a load.", "when": {"level": "Hard"}},
      {"text": "It is a classic.", "optional": true}
    ]
  }
}
~~~

~~~markdown bad
# Squat

- **Level:** Hard

## Summary

Sit down and stand up. The Squat is ranked as hard.
~~~

~~~text report
1:1: no sentence 'Start without a load.'
7:37: 'ranked' stands where other pages have 'rated'
~~~

~~~markdown good
# Squat

- **Level:** Easy

## Summary

Sit down and stand up. The squat is
rated as easy.
~~~

~~~markdown good
# Squat

- **Level:** Easy

More is to come.
~~~

~~~json schema
{
  "properties": {
    "tools": {"type": "array", "x-markdown": {"fact": "Tools", "split": ","}},
    "home": {"type": "string", "x-markdown": {"fact": "Home"}}
  },
  "x-markdown": {
    "patterns": [{"text": "You need {tools}.", "when": {"home": "Gym"}}]
  }
}
~~~

~~~markdown bad
# Squat

- **Tools:** bar, rack
- **Home:** Gym

Sit down and stand up.
~~~

~~~text report
1:1: no sentence 'You need bar, rack.'
~~~
"""

from collections.abc import Iterator
from difflib import SequenceMatcher

from exlint.corpus.assertions import fact_values
from exlint.diagnostic import Confidence, Finding, Severity
from exlint.page import Page
from exlint.page.stubs import is_stub
from exlint.pagetype.layout import Layout, Statement
from exlint.pagetype.schema import Json
from exlint.regex import regex
from exlint.text import Span

SEVERITY = Severity.INFO
CONFIDENCE = Confidence.MEDIUM
_ALIKE = 0.7
"""How many of its words a sentence must have to be the one that differs."""
_SLOT = "\0"
_WORD = regex(rf"{_SLOT}|[\w'’]+")


def check(page: Page) -> Iterator[Finding]:
    layout = page.layout
    if layout is None:
        return
    read = {match.pattern for match in page.statements}
    for statement in layout.statements:
        if (
            not statement.optional
            and statement.pattern not in read
            and _is_expected(page, layout, statement)
            and not is_stub(page)
        ):
            yield _nearest(page, statement) or _absent(page, layout, statement)


def _is_expected(page: Page, layout: Layout, statement: Statement) -> bool:
    """Whether the facts call for a sentence and no sentence for others is there."""
    when = statement.when.items()
    if not all(_has(page, layout, name, wanted) for name, wanted in when):
        return False
    start, end = page.home(statement.field)
    read = {match.pattern for match in page.statements}
    return start < end and not any(
        other.pattern in read
        and other.when.keys() == statement.when.keys()
        and other.when != statement.when
        for other in layout.statements
    )


def _has(page: Page, layout: Layout, name: str, wanted: Json) -> bool:
    """Whether a page has a fact, as it is written or as the vocabulary has it."""
    field = layout.fields.get(name)
    if field is None:
        return False
    return page.record.data.get(name) == wanted or wanted in fact_values(page, field)


def _absent(page: Page, layout: Layout, statement: Statement) -> Finding:
    home = layout.fields.get(statement.field)
    section = page.section(home.section) if home else None
    span = section.heading.span if section else page.record.locate("")
    facts = {
        name: ", ".join(map(str, value)) if isinstance(value, list) else str(value)
        for name, value in page.record.data.items()
    }
    return Finding(span, f"no sentence '{statement.pattern.fill(facts)}'")


def _nearest(page: Page, statement: Statement) -> Finding | None:
    """Return what differs in the sentence that has most words of the expected one."""
    pattern = statement.pattern
    filled = pattern.fill({name: _SLOT for name, _ in pattern.slots}).lower()
    wanted = _WORD.findall(filled)
    most = _ALIKE * (len(wanted) - wanted.count(_SLOT))
    best = None
    for start, end in _sentences(page, page.prose_homes[statement.field]):
        spans = [match.span() for match in _WORD.finditer(page.lowered, start, end)]
        words = [page.lowered[slice(*span)] for span in spans]
        matcher = SequenceMatcher(None, wanted, words, autojunk=False)
        same = sum(block.size for block in matcher.get_matching_blocks())
        if same >= most:
            best, most = _difference(page, wanted, matcher, spans), same
    return best


def _sentences(page: Page, home: Span) -> Iterator[tuple[int, int]]:
    """Yield the sentences of a range of the prose that no pattern reads."""
    for start, text in page.sentences:
        end = start + len(text)
        if home.start <= start < home.end and not any(
            start < match.end and match.start < end for match in page.statements
        ):
            yield start, end


def _difference(
    page: Page,
    wanted: list[str],
    matcher: SequenceMatcher[str],
    spans: list[tuple[int, int]],
) -> Finding | None:
    """Return the first difference that is not in a slot."""
    for tag, begin, to, first, last in matcher.get_opcodes():
        expected = [word for word in wanted[begin:to] if word != _SLOT]
        if tag == "equal" or (begin < to and not expected):
            continue
        words = f"'{' '.join(expected)}'"
        if first == last or _SLOT in wanted[begin:to]:
            near = spans[min(first, len(spans) - 1)]
            return Finding(page.prose.span(*near), f"other pages have {words} here")
        span = page.prose.span(spans[first][0], spans[last - 1][1])
        said = page.source[span]
        if not expected:
            return Finding(span, f"other pages do not have '{said}' here")
        return Finding(span, f"'{said}' stands where other pages have {words}")
    return None
