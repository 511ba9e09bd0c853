r"""A web address in running text that is no link.

Some renderers make a link of it, others leave plain text that readers cannot follow;
and nobody wants to read an address. Addresses in angle brackets, in code, in HTML and
as the text of a link are fine.

~~~markdown bad
# Squat

Read more at https://guide.example/squat_(deep).
~~~

~~~text report
3:14: bare address 'https://guide.example/squat_(deep)'
~~~

~~~markdown good
# Squat

Read more on [guide.example](https://guide.example/squat) or
[https://guide.example](https://guide.example), at <https://guide.example/squat>, or in
`https://guide.example`. Addresses begin with https://, and
<a href="https://guide.example">https://guide.example</a> is one in HTML.
~~~
"""

import re
from collections.abc import Iterator

from exlint.diagnostic import Confidence, Finding, Severity
from exlint.page import Page
from exlint.regex import regex
from exlint.text import Span

SEVERITY = Severity.INFO
CONFIDENCE = Confidence.HIGH

_ADDRESS = regex(r"(?<![\w<\"'=])https?://[^\s<>\"`|{}\ufffc]+", re.IGNORECASE)
CUES = frozenset(("http", "https"))
_IN_BRACKETS = regex(r"(?:\][ ]?\(|\)\[|\[|\[[^\[\]()]*\()$")
"""A link that somebody tried to write: `malformed-link` speaks of it."""


def check(page: Page) -> Iterator[Finding]:
    text = page.prose.text
    for match in _ADDRESS.finditer(text):
        address = _trimmed(match[0])
        line = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
        if not address.split("://")[1] or _IN_BRACKETS.search(line):
            continue
        if line.rfind("{{") > line.rfind("}}") or line.rfind("{%") > line.rfind("%}"):
            continue
        span = page.prose.span(match.start(), match.start() + len(address))
        if not _is_linked(page, span):
            yield Finding(span, f"bare address '{address}'")


def _trimmed(address: str) -> str:
    """Leave out the punctuation of the sentence around an address."""
    while address:
        last = address[-1]
        unopened = last == ")" and address.count(")") > address.count("(")
        if not (unopened or last in ".,;:!?'*_~]"):
            break
        address = address[:-1]
    return address


def _is_linked(page: Page, span: Span) -> bool:
    """Whether a place is within a link's text, of Markdown or of HTML."""
    document, source = page.document, page.source
    if any(link.span.start <= span.start < link.span.end for link in document.links):
        return True
    tags = [source[piece] for piece in document.html if piece.end <= span.start]
    anchors = [tag for tag in tags if tag.lower().startswith(("<a ", "</a"))]
    return bool(anchors) and not anchors[-1].startswith("</")
