"""A fact list without a fact that the page's type requires.

Filters, lists and links are made from the facts: a page that lacks one falls out of
them. Facts can stand in a list, a table, a fenced block or the front matter, as the
schema says. Nothing is said of facts whose whole section is absent (`missing-section`),
nor of one whose key is there without a value (`empty-fact`) or misspelt
(`unknown-fact`). A page with no fact at all gets one finding.

~~~json schema
{
  "required": ["equipment", "difficulty"],
  "properties": {
    "equipment": {"x-markdown": {"section": "Facts", "fact": "Equipment"}},
    "difficulty": {"x-markdown": {"section": "Facts", "fact": "Difficulty"}},
    "load": {"x-markdown": {"section": "Facts", "fact": "Load"}}
  },
  "if": {"properties": {"equipment": {"const": "Barbell"}}, "required": ["equipment"]},
  "then": {"required": ["load"]}
}
~~~

~~~markdown bad
# Squat

## Facts

- **Equipment:** Barbell
~~~

~~~text report
5:1: no fact 'Difficulty'
5:1: no fact 'Load', expected with Equipment 'Barbell'
~~~

~~~markdown bad
# Squat

## Facts

A barbell exercise for beginners.
~~~

~~~text report
3:1: no facts: expected Equipment, Difficulty
~~~

~~~markdown good
# Squat

## Facts

- **difficulty:** Beginner
- **Equipment:** None
~~~
"""

from collections.abc import Iterator

from exlint.diagnostic import Confidence, Finding, Severity
from exlint.page import Page
from exlint.page.violations import claimed
from exlint.pagetype.fields import KEYED
from exlint.pagetype.layout import Layout
from exlint.pagetype.validate import Violation
from exlint.pagetype.wording import condition
from exlint.text import Span

SEVERITY = Severity.ERROR
CONFIDENCE = Confidence.HIGH


def check(page: Page) -> Iterator[Finding]:
    if page.layout is None:
        return
    fields = page.layout.fields
    absent = list(claimed(page, "missing-fact"))
    listed = [v for v in absent if fields[v.property].place in KEYED]
    if len(listed) > 1 and not page.facts:
        names = ", ".join(fields[violation.property].label for violation in listed)
        yield Finding(_home(page, listed[0]), f"no facts: expected {names}")
        absent = [violation for violation in absent if violation not in listed]
    for violation in absent:
        yield Finding(_home(page, violation), _message(page.layout, violation))


def _message(layout: Layout, violation: Violation) -> str:
    field = layout.fields[violation.property]
    if field.place == "lead":
        what = "text" if field.shape in ("text", "content") else "list"
        return f"no {what} before the first section"
    where = " in the front matter" if field.place == "front-matter" else ""
    when = condition(violation, layout)
    expected = f", expected {when}" if when else ""
    return f"no fact '{field.label}'{where}{expected}"


def _home(page: Page, violation: Violation) -> Span:
    """Return where a fact would stand, or what is nearest."""
    field = page.layout.fields[violation.property] if page.layout else None
    if field and field.place == "front-matter" and page.document.front_matter:
        return page.document.front_matter.span
    section = page.section(field.section) if field else None
    if page.facts:
        return page.facts[0].span
    return section.heading.span if section else page.record.locate("")
