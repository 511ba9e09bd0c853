"""What programs print for nothing, where a value belongs.

`undefined`, `null`, `NaN` and `[object Object]` reach a page when the data behind it has
a hole. A sentence of the page type whose slot holds `None` is one too, unless the
vocabulary has that value.

As words they are fine ("None of the beginners", "the null hypothesis"), and `None` is a
fair value of a fact or a table.

~~~json schema
{
  "properties": {
    "equipment": {
      "enum": ["None", "Barbell"],
      "x-markdown": {"section": "Facts", "fact": "Equipment"}
    },
    "muscles": {"type": "array", "x-markdown": {"section": "Facts", "fact": "Muscles"}}
  },
  "x-markdown": {
    "patterns": [
      {"text": "Done with {equipment}.", "optional": true},
      {"text": "Works {muscles}.", "optional": true}
    ]
  }
}
~~~

~~~markdown bad
# Squat

## Facts

12 exercises. undefined

Works None. Rest for NaN seconds using null.

See the [guide](/guides/undefined), [object Object].

- **Level:** nan
~~~

~~~text report
5:15: 'undefined' stands where a value belongs
7:7: 'None' stands where a value belongs
7:22: 'NaN' stands where a value belongs
7:40: 'null' stands where a value belongs
9:25: 'undefined' stands where a value belongs
9:37: '[object Object]' stands where a value belongs
11:14: 'nan' stands where a value belongs
~~~

~~~markdown good
# Squat

## Facts

Done with None. None of this refutes the null hypothesis, and your limits are undefined:
`null` is a word of programs.

- **Equipment:** None
~~~
"""

import re
from collections.abc import Iterable, Iterator

from exlint.diagnostic import Confidence, Finding, Severity
from exlint.page import Page
from exlint.page.violations import claimed
from exlint.regex import regex
from exlint.text import Span, places

SEVERITY = Severity.ERROR
CONFIDENCE = Confidence.HIGH

_WORDS = frozenset({"undefined", "null", "nan", "nil", "none", "object"})
_NULL = regex(
    r"\[object \w+\]|\bNaN\b|<nil>|\(null\)"
    r"|(?:^|(?<=[.!?:] ))(?:[Uu]ndefined|[Nn]ull|nan|nil)(?=[.!]?$|\.? [A-Z])"
    r"|\b(?:[Uu]ndefined|null|nan)(?=[ -](?:exercise|level)\b)"
    r"|(?<!\w)(?:(?<=\b[Tt]he )|(?<=\ba )|(?<=\b[Uu]sing )|(?<=\bwith )|(?<=\bfor )|(?<=\bof )"
    r"|(?<=\bby )|(?<=\byour )|(?<=\band )|(?<=, )|(?<=\b[Tt]argets )|(?<=\bworks ))"
    r"(?:undefined|null|nan|None)(?=[.,;!?]|$)",
    re.MULTILINE,
)
_SLOT = regex(r"undefined|null|nan|nil|none|\[object \w+\]", re.IGNORECASE)
_TARGET = regex(r"(?:^|(?<=[/=#]))(?:undefined|null|NaN|None)(?=$|[/?#&.])")
_IN_TARGETS = regex("undefined|null|NaN|None")


def check(page: Page) -> Iterator[Finding]:
    found: set[Span] = set()
    words = page.words & _WORDS
    if "object" in words and "[object " not in page.prose.text:
        words -= {"object"}
    if words:
        found.update(_printed(page, words))
        for span, belongs in _slots(page):
            (found.discard if belongs else found.add)(span)
        for violation in claimed(page, "null-value"):
            found.add(page.record.locate(violation.pointer))
        for violation in claimed(page, "unknown-value"):
            found.discard(page.record.locate(violation.pointer))
    links = page.document.links
    if links and _IN_TARGETS.search("\n".join([link.target for link in links])):
        found.update(_linked(page))
    for span in sorted(found):
        yield Finding(span, f"'{page.source[span]}' stands where a value belongs")


def _printed(page: Page, words: Iterable[str]) -> Iterator[Span]:
    """Yield where a null stands in a sentence: one of the words, with its brackets."""
    text = page.prose.text
    for word in words:
        for place in places(page.lowered, word):
            match = _NULL.match(text, place) or _NULL.match(text, max(place - 1, 0))
            if match:
                yield page.prose.match(match)


def _linked(page: Page) -> Iterator[Span]:
    """Yield where a null is a part of the address of a link."""
    for link in page.document.links:
        if link.target_span and _IN_TARGETS.search(link.target):
            match = _TARGET.search(page.source[link.target_span])
            if match:
                start = link.target_span.start
                yield Span(start + match.start(), start + match.end())


def _slots(page: Page) -> Iterator[tuple[Span, bool]]:
    """Yield each slot that holds a null, and whether the vocabulary has it."""
    for name, _, value, start, end in page.slots:
        if _SLOT.fullmatch(value):
            field = page.layout.fields.get(name) if page.layout else None
            known = field.terms.canonical(value) if field and field.terms else None
            yield page.prose.span(start, end), known is not None
