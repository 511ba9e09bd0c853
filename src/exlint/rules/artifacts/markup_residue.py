r"""Markup that readers see, or that swallows what they should see.

Bold, a code span, a code fence, a comment or a parenthesis that is never closed; HTML
entities escaped twice; HTML tags where Markdown has marks; the `\n`, `\u2019`, quotes
and brackets of JSON; a fence around the whole page. They come of copying from a program
and of models that answer in a code block.

Fine are entities that a browser shows as the sign they stand for, tags that Markdown
has no marks for, HTML with attributes, formulas, smileys and numbered parentheses.

~~~markdown bad
# Squat

**Stand tall &amp;amp; tight.\nBreathe (deeply.

- "Stand tall.",
- Use `chalk.
- Sit <b>down</b>, don&#39;t fall.

['Legs', 'Core']

```
Rest.
~~~

~~~text report
3:1: '**' is shown to readers
3:14: '&amp;' is shown to readers
3:30: '\n' is shown to readers
3:40: a parenthesis that is not closed
5:3: quotes of JSON around the text
6:7: '`' is shown to readers
7:7: HTML '<b>' where Markdown has marks of its own
7:23: an entity for a sign that can be typed: '&#39;'
9:1: a list as a program prints it
11:1: a code block that is not closed
~~~

~~~markdown bad
```markdown
# Squat

Stand tall.
```
~~~

~~~text report
1:1: the whole page stands in a code block
~~~

~~~markdown good
# Squat &amp; lunge

Lift 20&nbsp;kg, go **down** &mdash; stay there (1) or go (as far (and as slow) as you can) up :( 1) Once
2) twice. H<sub>2</sub>O at 2\*\*3 <b class="x">x</b>, $\nu$. `\n (`

<details><summary>More</summary><p>Rest.</p></details>

```
Rest.
```
~~~
"""

import re
from collections.abc import Iterator
from html.entities import html5

from exlint.diagnostic import Confidence, Finding, Severity
from exlint.page import Page
from exlint.regex import regex
from exlint.text import Span

SEVERITY = Severity.WARNING
CONFIDENCE = Confidence.HIGH

_SEEN = regex(
    r"(?P<bold>(?<![\w*])\*\*(?=\w)|(?<=[\w.,;:!?])\*\*(?![\w*])|(?<!\w)__(?=[a-z])"
    r"|(?<=[a-z.,;:!?])__(?!\w))|(?P<tick>`+)"
    r"|(?P<entity>&(?:[a-zA-Z]{2,8}|#\d{2,5}|#x[0-9a-fA-F]{2,5});)"
    r"|(?P<escape>\\[nrt](?![a-z])|\\u[0-9a-fA-F]{4}|\\x[0-9a-fA-F]{2})"
    r"|(?P<tag></?(?:p|br|b|i|strong|em|div|span|ul|ol|li|h[1-6])(?: [^<>\n]*)?/?>)"
)
_PROGRAM = regex(
    r"(?P<quotes>^\"[^\"\n]*\",$)|(?P<list>(?<![\w\]])\[(?:'[^'\n]*'|\"[^\"\n]*\")"
    r"(?:, ?(?:'[^'\n]*'|\"[^\"\n]*\"))*\])|(?P<object>\{['\"]\w+['\"]: )",
    re.MULTILINE,
)
_SAYS = {
    "quotes": "quotes of JSON around the text",
    "list": "a list as a program prints it",
    "object": "an object as a program prints it",
    "open": "a parenthesis that is not closed",
    "close": "a parenthesis that was not opened",
}
_PARENTHESIS = regex(
    r"(?P<open>(?<![:;=-])\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*$)"
    r"|^[^()\n]*(?:\([^()\n]*\)[^()\n]*)*(?P<close>(?<=[a-z]{2})\))",
    re.MULTILINE,
)
_ENTITY = regex(
    r"&(?:#39|#x27|#34|quot|apos|[lr][sd]quo|#821[67]|#822[01]"
    r"|(?<=[a-z,.]&)nbsp(?=;[a-zA-Z]));"
)
_TAG = regex(r"<(/?)(p|b|i|strong|em|span|ul|ol|li|h[1-6])>", re.IGNORECASE)
_HEADING = regex(r"^#{1,6} ", re.MULTILINE)


def check(page: Page) -> Iterator[Finding]:
    text, source = page.prose.text, page.source.text
    if any(sign in text for sign in "*`_&\\<"):
        yield from _seen(page)
    if "[" in text or "{" in text or ('"' in text and '",\n' in text):
        for match, span in page.scan(_PROGRAM):
            yield Finding(span, _SAYS[match.lastgroup or ""])
    if ("(" in text or ")" in text) and text.count("(") != text.count(")"):
        for match in _PARENTHESIS.finditer(text):
            kind = match.lastgroup or ""
            place = match.start(kind)
            span = page.prose.span(place, place + 1)
            yield Finding(span, _SAYS[kind], confidence=Confidence.MEDIUM)
    for match in _ENTITY.finditer(source) if "&" in source else ():
        if not page.is_code(match.start()):
            message = f"an entity for a sign that can be typed: '{match[0]}'"
            yield Finding(Span(*match.span()), message)
    if "<" in source:
        yield from _tags(page)
    if "<" in source or "`" in source or "~" in source:
        yield from _code(page)


def _seen(page: Page) -> Iterator[Finding]:
    """Yield markup that stands in the prose; of one kind, once a line."""
    text, said = page.prose.text, set[tuple[int, str]]()
    for match, span in page.scan(_SEEN):
        is_entity = "#" in match[0] or match[0][1:] in html5
        if match.lastgroup == "entity" and not is_entity:
            continue
        line = text.rfind("\n", 0, match.start())
        if match.lastgroup in ("bold", "tick") and (line, match[0]) in said:
            continue
        said.add((line, match[0]))
        if match.lastgroup == "bold" and _is_key(page, span):
            continue  # `fact-format`
        yield Finding(span, f"'{match[0]}' is shown to readers")


def _is_key(page: Page, span: Span) -> bool:
    keys = (Span(fact.span.start, fact.value_span.start) for fact in page.facts)
    return any(key.start <= span.start < key.end for key in keys)


def _tags(page: Page) -> Iterator[Finding]:
    blocks = (block.span for block in page.document.walk() if block.kind == "html")
    for span in (*page.document.html, *blocks):
        match = _TAG.match(page.source.text, span.start)
        if match and not (match[1] and f"<{match[2]}" in page.source.text):
            message = f"HTML '{match[0]}' where Markdown has marks of its own"
            yield Finding(Span(*match.span()), message, confidence=Confidence.MEDIUM)


def _code(page: Page) -> Iterator[Finding]:
    """Yield fences that take in the page, or the rest of it; comments likewise."""
    blocks = page.document.blocks
    first = blocks[0] if len(blocks) == 1 else None
    if first and first.marker and first.kind == "code" and _HEADING.search(first.text):
        yield Finding(first.span, "the whole page stands in a code block")
        return
    for block in page.document.walk():
        text = page.source[block.span] if block.kind in ("code", "html") else ""
        if block.kind == "code" and block.marker:
            lines = text.splitlines()
            closing = lines[-1].lstrip("> \t") if len(lines) > 1 else ""
            if not closing.startswith(block.marker):
                yield Finding(block.span, "a code block that is not closed")
        elif text.startswith("<!--") and "-->" not in text:
            yield Finding(block.span, "a comment that is not closed")
