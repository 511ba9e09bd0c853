"""Text that stands in for text yet to be written.

Lorem ipsum, `TODO` and its kin in capitals, "describe the setup here", "coming soon" as
all there is, and notes from one editor to another: somebody meant to come back.

A page of a few words that says of itself that it is a placeholder is left to `stub`.
The Spanish word *todo* is fine, also in a heading in capitals, and so is a step that
asks to put something here or there.

~~~markdown bad
# Squat

Lorem ipsum dolor sit amet.

TODO: say how deep. Describe the setup here.

Coming soon.

Keep your back straight [citation needed].
~~~

~~~text report
3:1: filler text: 'Lorem ipsum'
5:1: a note to the writer: 'TODO'
5:21: a note to the writer: 'Describe the setup here'
7:1: filler text: 'Coming soon.'
9:25: a note to the writer: '[citation needed]'
~~~

~~~markdown good
# Sentadilla

## TODO EL CUERPO

Es un ejercicio para todo el cuerpo. Put your feet here and insert the pin there; a
new video is coming soon.
~~~
"""

import re
from collections.abc import Iterator, Sequence

from exlint.cues import Cues
from exlint.diagnostic import Confidence, Finding, Severity
from exlint.page import Page
from exlint.page.stubs import scaffold
from exlint.regex import regex

SEVERITY = Severity.ERROR
CONFIDENCE = Confidence.HIGH

_LOREM = regex(
    r"\b(?:lorem ipsum|(?<!ipsum )dolor sit amet|(?<!amet, )consectetur adipi\w+"
    r"|asdf(?:asdf|ghjk)*|(?:your|sample|dummy|placeholder|filler|example) (?:text|content)"
    r" (?:goes )?here|placeholder (?:text|content|image)|(?:text|content) goes here)\b"
)
_ALONE = regex(
    r"^(?:coming soon|to be (?:added|written|completed|determined|announced)|wip|xxx"
    r"|work in progress|a work in progress|under construction|placeholder"
    r"|(?:more |details |instructions |content |text |description )+"
    r"(?:coming soon|to follow))[.!…]*(?=\n)",
    re.MULTILINE,
)
_QUESTION_MARKS = regex(r"^\?\?\??[.!…]*(?=\n)", re.MULTILINE)
_CAPITALS = regex(
    r"(?<![A-ZÁÉÍÓÚÑ] )\b(?:TODO(?! (?:EL|LA|LO|LOS|LAS|TU|SU|EN|UN|UNA|ES|DE|Y)\b)"
    r"|TBD|TBC|TBA|FIXME|TKTK|XXX)\b"
)
_HERE = regex(
    r"(?:^|(?<=[.!?:(\[] )|(?<=[(\[])|\bplease )"  # it tells the writer to
    r"(?:(?:describe|explain|write|insert|fill in|add|enter|provide)\b[^.!?\n]{0,40}?"
    r"\b(?:text|description|content|image|photo|picture|video|link|name|title|details"
    r"|instructions|information|summary|paragraph|sentence|caption|notes?|reminders?"
    r"|ideas)(?: [^.!?\n]{0,40})?\bhere\b|(?:describe|explain) [^.!?,\n]{3,40} here\b)",
    re.MULTILINE,
)
_TO_SELF = regex(r"\bnotes? to (?:self|(?:the )?(?:editor|writer|author))\b")
_NEEDED = regex(
    r"[\[(](?:(?:citation|source|image|photo|link|check|review|edit|fact.check)"
    r" (?:is )?needed|(?:check (?:this|with)|needs (?:a )?(?:source|citation|review|work"
    r"|image))[^\])\n]{0,30})[\])]",
)
_FILLERS = Cues(
    (
        _ALONE,
        (
            *("soon coming", "wip", "xxx", "progress work", "construction under"),
            *("added be", "written be", "completed be", "determined be"),
            *("announced be", "placeholder", "follow more", "follow details"),
            *("follow instructions", "follow content", "follow text"),
            "follow description",
        ),
    ),
    (
        _LOREM,
        (
            *("lorem", "dolor", "consectetur", "placeholder", "asdf", "asdfasdf"),
            *("here text", "here content"),
        ),
    ),
)
_CAPITAL_WORDS = frozenset(("todo", "tbd", "tbc", "tba", "fixme", "tktk", "xxx"))
_NOTES = Cues(
    (_HERE, ("here",)),
    (_TO_SELF, ("self", "editor", "writer", "author")),
)
_NEEDED_WORDS = frozenset(("needed", "needs", "check"))
NEEDS = ("oddities", "language.fillers")
CUES = _FILLERS.words | _CAPITAL_WORDS | _NOTES.words | _NEEDED_WORDS


def check(page: Page) -> Iterator[Finding]:
    text, words = page.lowered, page.words
    for filler in _fillers(page):
        for match in filler.finditer(text):
            yield _finding(page, match, "filler text")
    if not words.isdisjoint(_CAPITAL_WORDS):
        for match in _CAPITALS.finditer(page.prose.text):
            yield _finding(page, match, "a note to the writer")
    for note in _notes(page):
        if not scaffold(page):
            for match in note.finditer(text):
                yield _finding(page, match, "a note to the writer")


def _fillers(page: Page) -> Sequence[re.Pattern[str]]:
    """Return what finds fillers, if there may be any."""
    found = [*_FILLERS.among(page.words)]
    if "x.x" in page.oddities and "??" in page.lowered:
        found.append(_QUESTION_MARKS)
    if page.language.fillers.may_stand_among(page.words):
        found.append(page.language.filler_line)
    return found


def _notes(page: Page) -> Sequence[re.Pattern[str]]:
    """Return what finds notes to the writer, if there may be any."""
    found, text = [*_NOTES.among(page.words)], page.lowered
    if ("(" in text or "[" in text) and not page.words.isdisjoint(_NEEDED_WORDS):
        found.append(_NEEDED)
    return found


def _finding(page: Page, match: re.Match[str], what: str) -> Finding:
    span = page.prose.match(match)
    return Finding(span, f"{what}: '{page.source[span]}'")
