r"""A link that is not written as one, or with an address that cannot be right.

Readers see brackets instead of a link, or click and get nowhere: an empty text or
target, a space before or in the address, a bracket that is not closed, brackets the
wrong way round, a reference that is defined nowhere, a misspelt scheme or host, the
writer's own computer or a development server.

Square brackets that are no links are left alone: task boxes, footnotes, wiki links,
remarks like [sic], indices, formulas, and what a site's builder reads.

~~~toml config
[links]
base-url = "https://moves.example"
~~~

~~~markdown file squat.md
# Squat

Sit down.
~~~

~~~markdown bad
# Links

Read [the guide] (https://guide.example/squat) or [the book](https://guide.example/a book).
See (the form)[https://guide.example/form], [the *list*](https://guide.example/list and
[the tips][tips].
~~~

~~~text report
3:6: space between the text and the target of a link
3:51: space in the target of a link
4:5: round and square brackets of a link are the wrong way round
4:45: bracket is not closed
5:1: no reference 'tips' is defined
~~~

~~~markdown bad
# Links

[](https://guide.example/a), [empty](), [later](#), [typo](htps://guide.example/a),
[slash](https:/guide.example/a), [two](https://guide.example/a//b),
[mine](http://localhost:3000/a), [host](https://www,guide.example/a),
[page](https://moves.example/squat.md).
~~~

~~~text report
3:1: link without text
3:30: link without a target
3:49: link to '#', which leads nowhere
3:60: no scheme 'htps:': did you mean 'https:'?
4:9: '//' missing after ':'
4:40: doubled slash in the target
5:8: link to 'localhost', a host for development
5:41: no such host: 'www,guide.example'
6:8: '.md' in an address of the site
~~~

~~~markdown good
# Links

- [ ] Ask the coach.
- [x] Read [the guide](https://guide.example/a_(b)?next=//c "Guide") [sic].

As the study[^1] says of `a[0](b c)` and [[Squat]], the weight w[0][1] (in pounds) is
enough [at first] (or so). Both [1][2] agree. Look at \[this\](or that), at
[a copy](https://web.example/2019/http://guide.example/), [the file](squat.md) and the
[source](https://code.example/squat.md).

[^1]: Found in a book.
~~~
"""

import re
from collections.abc import Iterator

from exlint.corpus import Corpus, Entry
from exlint.diagnostic import Confidence, Finding, Severity
from exlint.markdown import Link
from exlint.page import Page
from exlint.rules.links._targets import trouble
from exlint.site import split_address
from exlint.site.address import is_page_name, is_template, normal_path

SEVERITY = Severity.ERROR
CONFIDENCE = Confidence.HIGH

_ADDRESS = r"(?:https?:|https?//|www\.|mailto:|\.{0,2}/|#\w)"
_WRITTEN = re.compile(
    r"\[(?P<text>[^\[\]\n]*)\]"
    r"(?:\((?P<inner>[^()\n]*(?:\([^()\n]*\)[^()\n]*)*)\)"
    rf"|[ ]\((?P<apart>{_ADDRESS}[^()\s]*)\)"
    rf"|[ ]?\((?P<open>{_ADDRESS}[^()\s]*)(?![^()\n]*\))"
    r"|\[(?P<label>[^\[\]\n]*)\](?![\[(:]))"
    rf"|\((?P<swapped>[^()\n]+)\)\[{_ADDRESS}[^\[\]\n]*\]"
    rf"|\[(?P<unclosed>[^\[\]()\n]+)\({_ADDRESS}[^()\s]*\)(?![^\[\]\n]*\])"
    rf"|(?P<unopened>\])\({_ADDRESS}[^()\s]*\)"
)
_LETTER = re.compile(r"[^\W\d_]")
_IMAGE_SIZE = re.compile(r"\s=\d*x?\d*$")


def check(page: Page) -> Iterator[Finding]:
    for link in page.document.links:
        yield from _check_link(page, link)
    if "[" in page.prose.text or "](" in page.prose.text:
        for match, span in page.scan(_WRITTEN):
            message = _message(match)
            raw = page.source[span]
            if message and "\\" not in raw and not _is_no_link(match, page):
                yield Finding(span, message)


def check_corpus(corpus: Corpus) -> Iterator[tuple[Entry, Finding]]:
    site = corpus.site
    for entry in corpus:
        for link in entry.links:
            if "://" in link.target and ".m" in link.target:
                address = split_address(link.target)
                route = normal_path(address.path) in site.routes
                if site.is_own(address.host) and is_page_name(address.path):
                    found = site.resolve(entry.path, link.target)
                    if found.kind == "page" and not route:
                        span = link.target_span or link.span
                        yield entry, Finding(span, "'.md' in an address of the site")


def _check_link(page: Page, link: Link) -> Iterator[Finding]:
    span = link.target_span
    if link.kind == "link" and not link.text.strip():
        if not page.source.text.startswith("{", link.span.end):  # [](){#anchor}
            yield Finding(link.span, "link without text")
        return
    if link.kind == "autolink" and "@" in link.target:
        return
    message = trouble(page.source[span] if span else link.target)
    if message:
        yield Finding(span if span and span.end > span.start else link.span, message)


def _message(match: re.Match[str]) -> str | None:
    """What is wrong where something almost reads as a link; None if it is none."""
    if match["swapped"]:
        return "round and square brackets of a link are the wrong way round"
    if match["unclosed"] or match["open"]:
        return "bracket is not closed"
    if match["unopened"]:
        return "bracket is not opened"
    text, label, inner = match["text"], match["label"], match["inner"]
    if not _LETTER.search(text) or text[0] in "^!":
        return None
    if label is not None:
        named = label or text
        is_index = len(text) == 1 or named[0] == "^"
        return None if is_index else f"no reference '{named}' is defined"
    if match["apart"]:
        is_task = text in ("x", "X")
        return None if is_task else "space between the text and the target of a link"
    if " " not in inner.strip():
        return "target of a link that no browser follows"
    return None if _IMAGE_SIZE.search(inner) else "space in the target of a link"


def _is_no_link(match: re.Match[str], page: Page) -> bool:
    """Whether brackets belong to an index, a formula, a wiki link or a template."""
    text, start = match.string, match.start()
    before = text[start - 1 : start]
    offset = page.prose.offset(start)
    if text[start] == "[" and before and (before.isalnum() or before in "_])[\\"):
        return True
    if page.source.text[offset - 1 : offset] == "\\" or is_template(match[0]):
        return True
    return text.count("$", text.rfind("\n", 0, start) + 1, start) % 2 == 1
