"""A fact that is not written like the others.

A fact is a bold key with its colon and a value: `- **Equipment:** Barbell`. Reported are
a key that is not bold among bold ones, bold that is not closed, an absent colon, bullet
or space, a stop or comma behind the value, and in a list semicolons and holes. A page that
writes all its keys plain, or puts its colons behind the bold, is left alone, and so is
the stop of a value that is a sentence.

~~~json schema
{
  "properties": {
    "equipment": {
      "enum": ["Barbell", "None"],
      "x-markdown": {"section": "Facts", "fact": "Equipment"}
    },
    "muscles": {
      "type": "array",
      "items": {"enum": ["Quads", "Glutes", "Calves"]},
      "x-markdown": {"section": "Facts", "fact": "Muscles", "split": ","}
    },
    "level": {"x-markdown": {"section": "Facts", "fact": "Level"}},
    "kind": {"x-markdown": {"section": "Facts", "fact": "Kind"}},
    "care": {"x-markdown": {"section": "Facts", "fact": "Care"}},
    "load": {"x-markdown": {"section": "Facts", "fact": "Load"}}
  }
}
~~~

~~~markdown bad
# Squat

## Facts

- **Equipment:** Barbell.
- **Muscles:** Quads; Glutes, , Calves
- Level: Beginner
- **Kind** Strength
- **Care: Keep your back straight.
**Load:** 40 kg
~~~

~~~text report
5:25: '.' behind the value of 'Equipment'
6:21: ';' in the list of 'Muscles', expected ','
6:30: nothing between two commas in 'Muscles'
7:3: the key 'Level' is not bold
8:3: no colon behind 'Kind'
9:3: the bold of 'Care' is not closed
10:1: no bullet before 'Load'
~~~

~~~markdown fixed
# Squat

## Facts

- **Equipment:** Barbell
- **Muscles:** Quads, Glutes, Calves
- **Level:** Beginner
- **Kind:** Strength
- **Care:** Keep your back straight.
- **Load:** 40 kg
~~~

~~~markdown good
# Squat

## Facts

- **Equipment**: None
- **Muscles**: Quads, Glutes
- __Level:__ Beginner
- **Care:** Keep your back straight; breathe.
~~~

~~~markdown good
# Squat

## Facts

- Equipment: Barbell
- Level: Beginner
~~~
"""

from collections.abc import Iterator
from itertools import groupby

from exlint.diagnostic import Confidence, Edit, Finding, Fix, Severity
from exlint.page import Page
from exlint.page.record import Fact
from exlint.regex import regex
from exlint.text import Span, places

SEVERITY = Severity.WARNING
CONFIDENCE = Confidence.HIGH
NEEDS = "facts"

_OPEN = regex(r"(?P<mark>\*\*|__|\*|_)?[ \t]*\Z")
_BEHIND = regex(r"[ \t]*(?P<stop>[.,;]+)[ \t]*(?=\r|\n|\Z)")
_HOLE = regex(r"(?<=[,;])(?:[ \t]+[,;])+")
_BULLET = regex(r"(?:[-*+]|\d+[.)])\s")


def check(page: Page) -> Iterator[Finding]:
    for fact in page.facts:
        if fact.field and fact.value and (fact.field.terms or fact.field.is_list):
            yield from _value(page, fact)
    facts = [fact for fact in page.facts if fact.place == "fact"]
    if all(_is_usual(page, fact) for fact in facts):
        return
    for _, together in groupby(facts, lambda fact: _home(page, fact)):
        yield from _keys(page, list(together))


def _home(page: Page, fact: Fact) -> int:
    """Return where the facts begin that are to be written as this one is."""
    start = fact.span.start
    if page.layout and not page.layout.has_loose_facts:
        section = page.section_at(start)
        return section.span.start if section else 0
    blocks = page.document.blocks
    return next((one.span.start for one in blocks if start < one.span.end), 0)


def _keys(page: Page, facts: list[Fact]) -> Iterator[Finding]:
    marks = [_mark_before(page, fact) for fact in facts]
    usual = next((mark for mark in marks if len(mark) == 2), "")
    listed = any(_BULLET.match(page.source[fact.span]) for fact in facts)
    for fact, mark in zip(facts, marks, strict=True):
        yield from _key(page, fact, mark, usual)
        if listed and _begins_line(page, fact) and not _is_listed(page, fact):
            place = Span(fact.span.start, fact.span.start)
            fix = Fix.replace("Make it an item", place, "- ")
            yield Finding(fact.span, f"no bullet before '{fact.key}'", fix)


def _is_usual(page: Page, fact: Fact) -> bool:
    """Whether a fact is written as most are."""
    written = page.source.text[fact.span.start : fact.value_span.start]
    return written == f"- **{fact.key}:** "


def _begins_line(page: Page, fact: Fact) -> bool:
    """Whether a fact does not follow another one in the same line."""
    start = fact.span.start
    line = page.source.line_at(start)
    return not page.source.text[line.start : start].strip(" \t>-")


def _mark_before(page: Page, fact: Fact) -> str:
    """Return the mark of bold text in front of a key."""
    match = _OPEN.search(page.source.text[fact.span.start : fact.key_span.start])
    return (match["mark"] or "") if match else ""


def _is_listed(page: Page, fact: Fact) -> bool:
    """Whether a fact is an item, or would be one with a space (`list-damage`)."""
    before = page.source.text[fact.span.start - 1 : fact.span.start]
    return before == "-" or _BULLET.match(page.source[fact.span]) is not None


def _key(page: Page, fact: Fact, mark: str, usual: str) -> Iterator[Finding]:
    behind = page.source[Span(fact.key_span.end, fact.value_span.start)]
    if mark and mark not in behind:
        message = f"the bold of '{fact.key}' is not closed"
    elif ":" not in behind:
        message = f"no colon behind '{fact.key}'"
    elif usual and len(mark) < 2:
        message = f"the key '{fact.key}' is not bold"
    elif fact.value and not behind[-1].isspace():
        message = f"no space behind '{fact.key}:'"
    else:
        return
    start = fact.key_span.start - len(mark)
    bold = usual or mark
    right = f"{bold}{fact.key}:{bold}" + (" " if fact.value else "")
    edits = [Edit(Span(start, fact.value_span.start), right)]
    end = fact.value_span.end
    if mark and page.source.text.startswith(mark, end):
        edits.append(Edit(Span(end, end + len(mark)), ""))
    span = Span(start, fact.key_span.end)
    yield Finding(span, message, Fix("Write it like the others", tuple(edits)))


def _value(page: Page, fact: Fact) -> Iterator[Finding]:
    text, (start, end) = page.source.text, fact.value_span
    behind = _BEHIND.match(text, end) if text[end : end + 1] not in "\r\n" else None
    if behind:
        span = Span(*behind.span("stop"))
        message = f"'{behind['stop']}' behind the value of '{fact.key}'"
        yield Finding(span, message, Fix.replace("Remove it", span, ""))
    if fact.field is None or fact.field.split != ",":
        return
    for hole in _HOLE.finditer(text, start, end):
        span = Span(*hole.span())
        message = f"nothing between two commas in '{fact.key}'"
        yield Finding(span, message, Fix.replace("Close the gap", span, ""))
    for place in places(text[start:end], ";"):
        span = Span(start + place, start + place + 1)
        message = f"';' in the list of '{fact.key}', expected ','"
        yield Finding(span, message, Fix.replace("Use a comma", span, ","))
