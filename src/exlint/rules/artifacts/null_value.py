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
from collections.abc import Iterator

from exlint.diagnostic import Confidence, Finding, Severity
from exlint.page import Page
from exlint.page.violations import claimed
from exlint.regex import regex
from exlint.text import Span

SEVERITY = Severity.ERROR
CONFIDENCE = Confidence.HIGH

_WORDS = frozenset({"undefined", "null", "nan", "none", "nil"})
_NULL = regex(
    r"\[object \w+\]|\bNaN\b|<nil>|\(null\)"
    r"|(?:^|(?<=[.!?:] ))(?:[Uu]ndefined|[Nn]ull|nan|nil)(?=[.!]?$|\.? [A-Z])"
    r"|\b(?:[Uu]ndefined|null|nan)(?=[ -](?:exercise|level)\b)"
    r"|(?<!\w)(?:(?<=\b[Tt]he )|(?<=\ba )|(?<=\b[Uu]sing )|(?<=\bwith )|(?<=\bfor )|(?<=\bof )"
    r"|(?<=\bby )|(?<=\byour )|(?<=\band )|(?<=, )|(?<=\b[Tt]argets )|(?<=\bworks ))"
    r"(?:undefined|null|nan|None)(?=[.,;!?]|$)",
    re.MULTILINE,
)
_PLACE = regex(r"\[object |<nil>|\(null\)|\b(?:undefined|null|nan|nil|none)\b", re.I)
"""Where the one above can match: far quicker to look for."""
_SLOT = regex(r"undefined|null|nan|nil|none|\[object \w+\]", re.IGNORECASE)
_TARGET = regex(r"(?:^|(?<=[/=#]))(?:undefined|null|NaN|None)(?=$|[/?#&.])")
_IN_TARGET = ("undefined", "null", "NaN", "None")


def check(page: Page) -> Iterator[Finding]:
    found: set[Span] = set()
    is_printed = "object" in page.words and "[object " in page.prose.text
    if is_printed or not page.words.isdisjoint(_WORDS):
        found.update(_printed(page))
        for span, belongs in _slots(page):
            (found.discard if belongs else found.add)(span)
        for violation in claimed(page, "null-value"):
            found.add(page.record.locate(violation.pointer))
        for violation in claimed(page, "unknown-value"):
            found.discard(page.record.locate(violation.pointer))
    for link in page.document.links:
        if link.target_span and any(word in link.target for word in _IN_TARGET):
            match = _TARGET.search(page.source[link.target_span])
            if match:
                start = link.target_span.start
                found.add(Span(start + match.start(), start + match.end()))
    for span in sorted(found):
        yield Finding(span, f"'{page.source[span]}' stands where a value belongs")


def _printed(page: Page) -> Iterator[Span]:
    """Yield where a null stands in a sentence."""
    text = page.prose.text
    for place in _PLACE.finditer(text):
        match = _NULL.match(text, place.start())
        if match:
            yield page.prose.match(match)


def _slots(page: Page) -> Iterator[tuple[Span, bool]]:
    """Yield each slot that holds a null, and whether the vocabulary has it."""
    for name, _, value, start, end in page.slots:
        if _SLOT.fullmatch(value):
            field = page.layout.fields.get(name) if page.layout else None
            known = field.terms.canonical(value) if field and field.terms else None
            yield page.prose.span(start, end), known is not None
