"""Text that stands in for text yet to be written.

Lorem ipsum, `TODO` and its kin in capitals, "describe the setup here", "coming soon" as
all there is, and notes from one editor to another: somebody meant to come back.

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
from collections.abc import Iterator

from exlint.diagnostic import Confidence, Finding, Severity
from exlint.page import Page

SEVERITY = Severity.ERROR
CONFIDENCE = Confidence.HIGH

_LOREM = re.compile(
    r"\blorem ipsum\b|(?<!\bipsum )\bdolor sit amet\b|(?<!\bamet, )\bconsectetur adipi\w+|\basdf(?:asdf|ghjk)*\b"
    r"|\b(?:your|sample|dummy|placeholder|filler|example) (?:text|content) (?:goes )?here\b"
    r"|\bplaceholder (?:text|content|image)\b|\b(?:text|content) goes here\b"
)
_WORDS = frozenset(
    [
        "lorem",
        "dolor",
        "consectetur",
        "placeholder",
        "asdf",
        "asdfasdf",
        "asdfghjk",
        "here",
    ]
)
_ALONE = re.compile(
    r"^(?:coming soon|(?:yet )?to be (?:added|written|completed|determined|announced)"
    r"|(?:still )?(?:a )?work in progress|under construction|wip|placeholder|\?{2,}|x{3,}"
    r"|(?:more )?(?:details|instructions|content|text|description) (?:coming soon|to follow))"
    r"[.!…]*$",
    re.MULTILINE,
)
_LAST_WORDS = (
    *("soon", "progress", "construction", "wip", "placeholder", "??", "xxx", "follow"),
    *("to be added", "be written", "be completed", "be determined", "be announced"),
)
_CAPITALS = re.compile(
    r"(?<![A-ZÁÉÍÓÚÑ] )\b(?:TODO(?! (?:EL|LA|LO|LOS|LAS|TU|SU|EN|UN|UNA|ES|DE|Y)\b)|TO-DO:"
    r"|TBD|TBC|TBA|FIXME|TKTK)\b"
)
_MARKS = ("TODO", "TO-DO", "TBD", "TBC", "TBA", "FIXME", "TKTK")
_NOTE = re.compile(
    r"(?:^|(?<=[.!?:(\[] )|(?<=[(\[])|\bplease )"  # it tells the writer to
    r"(?:(?:describe|explain|write|insert|fill in|add|enter|provide)\b[^.!?\n]{0,40}?"
    r"\b(?:text|description|content|image|photo|picture|video|link|name|title|details"
    r"|instructions|information|summary|paragraph|sentence|caption|notes?|reminders?"
    r"|ideas)(?: [^.!?\n]{0,40})?\bhere\b|(?:describe|explain) [^.!?,\n]{3,40} here\b)"
    r"|\bnotes? to (?:self|(?:the )?(?:editor|writer|author))\b"
    r"|[\[(](?:(?:citation|source|image|photo|link|check|review|edit|fact.check)"
    r" (?:is )?needed|(?:check (?:this|with)|needs (?:a )?(?:source|citation|review|work"
    r"|image))[^\])\n]{0,30})[\])]",
    re.MULTILINE,
)
_NOTE_WORDS = frozenset({"here", "note", "notes", "needed", "check", "needs"})


def check(page: Page) -> Iterator[Finding]:
    text, lowered, words = page.prose.text, page.lowered, page.words
    if not words.isdisjoint(_WORDS):
        yield from _found(page, _LOREM, lowered, "filler text")
    if any(last in lowered for last in _LAST_WORDS):
        yield from _found(page, _ALONE, lowered, "filler text")
    if any(mark in text for mark in _MARKS):
        yield from _found(page, _CAPITALS, text, "a note to the writer")
    if not words.isdisjoint(_NOTE_WORDS):
        yield from _found(page, _NOTE, lowered, "a note to the writer")


def _found(
    page: Page, pattern: re.Pattern[str], text: str, what: str
) -> Iterator[Finding]:
    for match in pattern.finditer(text):
        span = page.prose.match(match)
        yield Finding(span, f"{what}: '{page.source[span]}'")
