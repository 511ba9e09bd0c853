r"""A footnote that is not there, or that nothing refers to.

The reader sees `[^2]` and finds no note; or a note was written, and the sentence that it
belongs to lost its mark. Renderers show the first as text and leave out the second.

Nothing is said of marks in code and comments, of what may be no footnote (`[^abc]` on a
page without any), nor of pages that take text from elsewhere when the site is built.

~~~markdown bad
# Squat

The squat is old[^1] and good for you[^2].

[^1]: Riders did it.
[^3]: Found in a book.
~~~

~~~text report
3:38: no footnote '2' on this page
6:1: nothing refers to this footnote
~~~

~~~markdown bad
# Squat

The squat is old[^1].

[^1]: Riders did it.

[^1]: Found in a book.
~~~

~~~text report
7:1: this page has a footnote '1' already
~~~

~~~markdown good
# Squat

The squat is old[^1], and good for you[^book]. Write `[^2]` for a note, or \[^3].
<!-- Is there a source for this? [^4] -->

[^1]: Riders did it.[^book]
[^book]:
    Found in a book.
~~~
"""

from collections.abc import Iterator

from exlint.diagnostic import Confidence, Finding, Severity
from exlint.page import Page
from exlint.regex import regex
from exlint.site import anchors_of
from exlint.text import Span

SEVERITY = Severity.WARNING
CONFIDENCE = Confidence.HIGH

_MARK = regex(r"(?<!\\)\[\^(?P<label>[^\[\]\s]+)\]")


def check(page: Page) -> Iterator[Finding]:
    text = page.source.text
    if "^" not in text or "[^" not in text:
        return
    notes = {
        block.span.start: block.marker[2:-2].casefold()
        for block in page.document.walk()
        if block.kind == "box" and block.marker.startswith("[^")
    }
    marks = {
        Span(*match.span()): match["label"]
        for match in _MARK.finditer(text)
        if match.start() not in notes and not _is_hidden(page, match.start())
    }
    labels, known = set(notes.values()), set[str]()
    for span, label in marks.items():
        is_meant = label.isdigit() or (labels and label.replace("-", "").isalnum())
        is_there = label.casefold() in labels
        if is_meant and not is_there and anchors_of(page.document).is_whole:
            yield Finding(span, f"no footnote '{label}' on this page")
    used = {label.casefold() for label in marks.values()}
    for start, label in notes.items():
        span = Span(start, text.index(":", start))
        if label in known:
            yield Finding(span, f"this page has a footnote '{label}' already")
        elif label not in used:
            yield Finding(span, "nothing refers to this footnote")
        known.add(label)


def _is_hidden(page: Page, offset: int) -> bool:
    """Whether a place is in code or in HTML."""
    blocks = (b.span for b in page.document.walk() if b.kind == "html")
    return page.is_code(offset) or any(
        span.start <= offset < span.end for span in (*page.document.html, *blocks)
    )
