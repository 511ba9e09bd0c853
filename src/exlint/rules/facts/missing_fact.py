"""A fact list without a fact that the page's type requires.

Filters, lists and links are made from the facts: a page that lacks one falls out of
them. Facts can stand in a list, a table, a fenced block, the front matter or a JSON file
beside the page, as the schema says. Nothing is said of facts whose whole section is absent (`missing-section`),
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

~~~json schema
{
  "required": ["tags", "level"],
  "properties": {
    "tags": {"type": "array", "x-markdown": {"at": "tags"}},
    "level": {"x-markdown": {"at": "sidecar", "key": "level"}}
  }
}
~~~

~~~json file lunge.json
{"level": "Beginner"}
~~~

~~~markdown bad squat.md
# Squat

A barbell exercise, the #1 of them all.
~~~

~~~text report
1:1: no #tag in the text
1:1: no file 'squat.json': expected level
~~~

~~~markdown good lunge.md
# Lunge

An exercise for beginners. #legs
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
from exlint.paths import name_of, sidecar_of
from exlint.text import Span

SEVERITY = Severity.ERROR
CONFIDENCE = Confidence.HIGH
NEEDS = "violations"

_PLACES = {"front-matter": " in the front matter", "sidecar": " in the JSON file"}


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
    beside = [v for v in absent if fields[v.property].place == "sidecar"]
    if beside and page.source.sidecar is None:
        names = ", ".join(fields[violation.property].keys[0] for violation in beside)
        file = name_of(sidecar_of(page.source.path))
        yield Finding(page.record.locate(""), f"no file '{file}': expected {names}")
        absent = [violation for violation in absent if violation not in beside]
    for violation in absent:
        yield Finding(_home(page, violation), _message(page.layout, violation))


def _message(layout: Layout, violation: Violation) -> str:
    field = layout.fields[violation.property]
    if field.place == "lead":
        what = "text" if field.shape in ("text", "content") else "list"
        return f"no {what} before the first section"
    where = _PLACES.get(field.place, "")
    name = field.keys[0] if field.keys else field.label
    when = condition(violation, layout)
    expected = f", expected {when}" if when else ""
    if field.place == "tags":
        return f"no #tag in the text{expected}"
    return f"no fact '{name}'{where}{expected}"


def _home(page: Page, violation: Violation) -> Span:
    """Return where a fact would stand, or what is nearest."""
    field = page.layout.fields[violation.property] if page.layout else None
    if field and field.place == "front-matter" and page.document.front_matter:
        return page.document.front_matter.span
    section = page.section(field.section) if field else None
    if page.facts:
        return page.facts[0].span
    return section.heading.span if section else page.record.locate("")
