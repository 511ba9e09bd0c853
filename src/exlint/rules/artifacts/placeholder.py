"""A slot of a template that nothing was put in.

`{{name}}`, `{name}`, `${name}`, `%s`, `<%= name %>`, `[EXERCISE NAME]`, `__NAME__`,
and a sentence of the page type whose slot holds the name of the slot: the template ran
without its data, and readers see its machinery. What `exlint new` leaves to the writer,
`[Summary goes here]`, is found in the front matter and in fenced facts, too.

Code is fine, and so is what a site generator puts in its own place: tags and dotted
names in a page with front matter (`{% include video.html %}`, `{{ site.url }}`),
shortcodes, blocks with an end tag, attributes (`{.wide}`, `{#top}`), formulas, and tags
of the languages that `templates` names in the table `[markdown]` of the configuration.

~~~json schema
{
  "properties": {"name": {"x-markdown": {"at": "title"}}},
  "x-markdown": {"patterns": [{"text": "The {name} is for everyone.", "optional": true}]}
}
~~~

~~~markdown bad
# {{ name }}

Take a {equipment} and do %d reps of [EXERCISE NAME] with your __BODY_PART__.

<%= description %> The name is for everyone. Then [rest](/rest/{slug}).
~~~

~~~text report
1:3: '{{ name }}' was not filled in
3:8: '{equipment}' was not filled in
3:27: '%d' was not filled in
3:38: '[EXERCISE NAME]' was not filled in
3:66: 'BODY_PART' was not filled in
5:1: '<%= description %>' was not filled in
5:24: 'name' was not filled in
5:64: '{slug}' was not filled in
~~~

~~~markdown bad
---
about: "[About goes here]"
---

# Squat

Sit down and stand up.
~~~

~~~text report
2:9: '[About goes here]' was not filled in
~~~

~~~markdown good
---
title: Squat
---

# Squat

{% include video.html id="squat" %}

Write `{name}` for the name, or see {{ site.title }}. Lift 80% of your best [1RM] {.wide}
for $x_{max}$ reps: __DO NOT__ lift more. Search for "[your gym name] hours".

{{< video squat >}}
~~~
"""

import re
from collections.abc import Iterator

from exlint.diagnostic import Confidence, Finding, Severity
from exlint.page import Page
from exlint.regex import regex
from exlint.text import NOWHERE, Span

SEVERITY = Severity.ERROR
CONFIDENCE = Confidence.HIGH

_NAMES = (
    r"(?:NAME|TITLE|HERE|INSERT|YOUR|LINK|URL|IMAGE|PHOTO|TEXT|NUMBER|VALUE"
    r"|DESCRIPTION|PLACEHOLDER)"
)
_SLOT = regex(
    r"[{$#%<\[](?:(?P<tag>(?<=\{)%[^%\n]*%\})"  # a set first: `re` finds it fast
    r"|(?P<double>(?<=\{)\{(?:[^{}\n]*\}\}|[ ]?[A-Za-z_][\w.]*))"
    r"|(?P<single>(?<=[$#])\{[\w.]+\}"
    r"|(?<=\{)(?<![\w${}^_\\]\{)(?:\d|[A-Za-z_]\w+(?:[.|]\w+)*)\})(?![{}\ufffc])"
    r"|(?P<percent>(?<=%)(?<![\w%]%)(?:(?:\(\w+\))?[sd]\b|[A-Za-z_]{3,}%(?!%)))"
    r"|(?P<angle>(?<=<)(?:%[^\n]{0,200}?%>|[A-Z]+[ _][A-Z _]*>))"
    r"|(?P<bracket>(?<=\[)(?<![\"“'‘]\[)"
    rf"(?:(?=[^\[\]\n]*(?:\b{_NAMES}\b|_))[A-Z][A-Z0-9 _/-]+"
    r"|(?i:your [\w ]+|(?:insert|enter|add) [\w ]*\b(?:here|name|link|url|image)"
    r"|[\w ]+ name|[\w ]+ (?:goes )?here))\](?![(:])))"
)
_STRONG = regex(rf"[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+|{_NAMES}")
_TO_WRITE = regex(r"\[[\w ]+ goes here\]")


def check(page: Page) -> Iterator[Finding]:
    text, source = page.prose.text, page.source.text
    if "[" in source and " goes here]" in source:
        yield from _in_data(page)
    if "{" in text or "%" in text or "[" in text or "<" in text:
        for match, span in page.scan(_SLOT):
            if not _is_rendered(page, match):
                yield _finding(page, span)
    if "_" in source and "__" in source:
        yield from _strong(page)
    for link in page.document.links if "{" in source else ():
        start, end = link.target_span or NOWHERE
        for match in _SLOT.finditer(source, start, end):
            if not (_is_rendered(page, match) or _is_foreign(page, match.start())):
                yield _finding(page, Span(*match.span()))
    for name, _, value, start, end in page.slots:
        if value[:3].lower() == name[:3] and _joined(value) == name.lower():
            yield _finding(page, page.prose.span(start, end))


def _in_data(page: Page) -> Iterator[Finding]:
    """Look where no prose is: at facts in the front matter and in fenced blocks."""
    front = page.document.front_matter
    homes = [fact.value_span for fact in page.facts if fact.place == "fence"]
    for home in [front.span, *homes] if front else homes:
        for match in _TO_WRITE.finditer(page.source.text, *home):
            yield _finding(page, Span(*match.span()))


def _joined(words: str) -> str:
    return words.replace(" ", "").replace("_", "").lower()


def _finding(page: Page, span: Span) -> Finding:
    return Finding(span, f"'{page.source[span]}' was not filled in")


def _strong(page: Page) -> Iterator[Finding]:
    """Yield names between double underscores, which Markdown reads as strong text."""
    for span in page.document.strong:
        marked = page.source.text[span.start - 2 : span.start] == "__"
        if marked and _STRONG.fullmatch(page.source[span]):
            yield _finding(page, span)


def _is_rendered(page: Page, match: re.Match[str]) -> bool:
    """Whether the builder puts something in place of what is no tag of a template."""
    kind, name = match.lastgroup, match[0].strip("${}")
    if kind in ("double", "single") and page.source.path.endswith(".mdx"):
        return True
    return kind == "single" and name in ("toc", "TOC")


def _is_foreign(page: Page, offset: int) -> bool:
    """Whether a place is within a tag that is read as one."""
    return any(start <= offset < end for start, end in page.document.foreign)
