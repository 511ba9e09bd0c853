r"""Wording that the configuration forbids, replaces or asks for.

Every site has words of its own that it avoids ("simply", "no pain, no gain"), writes in
one way ("weightlifting") or owes its readers ("ask a doctor"). The tables `[[word-choice]]`
of the configuration name them, each with its own severity, message and, if there is
one, replacement:

- `phrase` or `phrases`: what to look for. Whole words count; case, the kind of
  apostrophe, and a hyphen for a space make no difference. Or `pattern`, a regular
  expression of Python's, for which they make none but for case.
- `replacement`: what to write instead; an empty one removes the words, and with a
  pattern `\1` is what its first group has found. A capital at the start is kept. The fix
  is unsafe, unless `safe = true`.
- `unless`: longer phrases within which the words are fine.
- `section` and `types`: the section and the page types to which it is limited.
- `required = true`: the words must stand in the section (or the page). A page without
  the section is the business of `missing-section`.
- `message` and `severity` (a warning, if nothing is said).

Of overlapping phrases only the longest counts. Nothing is said of code, of addresses,
and of words that are as their replacement has them.

~~~toml config
[[word-choice]]
phrases = ["simply", "of course"]
message = "nothing is simple to a beginner"
replacement = ""
unless = ["simply supported"]

[[word-choice]]
phrase = "weight lifting"
replacement = "weightlifting"
section = "Tips"
severity = "info"
safe = true

[[word-choice]]
pattern = '(\d+) ?lbs?\b'
replacement = '\1 pounds'

[[word-choice]]
phrases = ["ask a doctor", "ask your doctor"]
section = "Safety"
required = true
severity = "error"
~~~

~~~markdown bad
# Squat

Simply sit down, and of course stand up. Hold 20 lbs.

## Tips

Learn weight lifting from a friend. Weight lifting helps.
~~~

~~~text report
3:1: nothing is simple to a beginner
3:22: nothing is simple to a beginner
3:47: '20 lbs' instead of '20 pounds'
7:7: 'weight lifting' instead of 'weightlifting'
7:37: 'Weight lifting' instead of 'Weightlifting'
~~~

~~~markdown fixed
# Squat

Sit down, and stand up. Hold 20 pounds.

## Tips

Learn weightlifting from a friend. Weightlifting helps.
~~~

~~~markdown bad
# Squat

Sit down.

## Safety

Train with a friend.
~~~

~~~text report
5:1: section 'Safety' lacks 'ask a doctor'
~~~

~~~markdown good
# Weight lifting

A simply-supported bar, `simply`, simplyfit.example and 20 pounds are fine here.

## Tips

Weightlifting helps.

## Safety

Should it hurt,
ask *your*
doctor.
~~~
"""

import re
from collections.abc import Iterator

from exlint.diagnostic import Confidence, Edit, Finding, Fix, Safety, Severity
from exlint.page import Page
from exlint.pagetype.choice import Choice
from exlint.pagetype.vocabulary import fold
from exlint.text import Span

SEVERITY = Severity.WARNING
CONFIDENCE = Confidence.HIGH
NEEDS = "choices.choices"


def check(page: Page) -> Iterator[Finding]:
    family = page.choices.family(page.layout.type if page.layout else None)
    if not family.choices:
        return
    there: dict[Choice, list[Span]] = {}
    for choice, match in family.find(page.lowered, page.prose.text, page.words):
        span = page.prose.match(match)
        if choice.required:
            there.setdefault(choice, []).append(span)
        elif not choice.section or any(_holds(p, span) for p in _places(page, choice)):
            yield from _unwanted(page, choice, match, span)
    for choice in family.required:
        places = _places(page, choice)
        if not any(_holds(p, s) for p in places for s in there.get(choice, ())):
            yield from (_lacking(page, choice, place) for place in places[:1])


def _holds(place: Span, span: Span) -> bool:
    return place.start <= span.start < place.end


def _places(page: Page, choice: Choice) -> list[Span]:
    """Return the sections to which a choice is limited, or the page."""
    if not choice.section:
        return [Span(0, len(page.source.text))]
    return [
        section.span
        for section in page.sections
        if fold(section.title) == fold(choice.section)
        or (section.name and section.name.matches(choice.section))
    ]


def _unwanted(
    page: Page, choice: Choice, match: re.Match[str], span: Span
) -> Iterator[Finding]:
    found = page.prose.text[match.start() : match.end()]
    new = choice.rewritten(match, found)
    if found == new or (found == choice.replacement and not choice.pattern):
        return
    message = f"'{found}' instead of '{new}'" if new else f"'{found}' is to be avoided"
    fix = None
    if new is not None and page.source[span].split() == found.split():
        title = f"Write '{new}'" if new else f"Remove '{found}'"
        safety = Safety.SAFE if choice.safe else Safety.UNSAFE
        edit = Edit(span, new) if new else _removal(page, span)
        fix = Fix(title, (edit,), safety)
    yield Finding(span, choice.message or message, fix, severity=choice.severity)


def _removal(page: Page, span: Span) -> Edit:
    """Remove words, with the space and the comma that belong to them.

    The next word takes over their capital.
    """
    text, (start, end) = page.source.text, span
    is_capital, is_aside = text[start].isupper(), text[start - 2 : start] == ", "
    if text[end : end + 1] == "," and (is_capital or is_aside):
        end += 1
    if text[end : end + 1] != " ":
        spaces = 2 if is_aside else int(text[start - 1 : start] == " ")
        return Edit(Span(start - spaces, end), "")
    if is_capital:
        return Edit(Span(start, end + 2), text[end + 1 : end + 2].upper())
    return Edit(Span(start, end + 1), "")


def _lacking(page: Page, choice: Choice, place: Span) -> Finding:
    wanted = choice.wordings[0] if choice.wordings else choice.pattern
    where = f"section '{choice.section}'" if choice.section else "the page"
    heading = page.title
    if choice.section:
        heading = next(h for h in page.headings if h.span.start == place.start)
    span = heading.span if heading else Span(0, 0)
    message = choice.message or f"{where} lacks '{wanted}'"
    return Finding(span, message, severity=choice.severity)
