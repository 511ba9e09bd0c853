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
See (the form)[https://guide.example/form], [the list(https://guide.example/list) and
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
[page](https://moves.example/squat.md), [site](https://mvoes.example/squat).
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
6:48: 'mvoes.example' is not the site: did you mean 'moves.example'?
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

from collections.abc import Iterator

from exlint.corpus import Corpus, Entry
from exlint.diagnostic import Confidence, Finding, Severity
from exlint.markdown import Link
from exlint.page import Page
from exlint.pagetype.vocabulary import nearest
from exlint.rules.links._targets import trouble
from exlint.rules.links._written import almost_links
from exlint.site import Site, is_wiki_link, split_address
from exlint.site.address import is_page_name, normal_path

SEVERITY = Severity.ERROR
CONFIDENCE = Confidence.HIGH

_ALIKE = 0.85
"""How much a misspelt host looks like the site's own."""


def check(page: Page) -> Iterator[Finding]:
    for link in page.document.links:
        finding = _check_link(page, link)
        if finding:
            yield finding
    for span, message in almost_links(page):
        yield Finding(span, message)


def _check_link(page: Page, link: Link) -> Finding | None:
    span = link.target_span
    if is_wiki_link(link.target):
        return None
    if link.kind == "link" and not link.text.strip():
        is_anchor = page.source.text.startswith("{", link.span.end)  # [](){#anchor}
        return None if is_anchor else Finding(link.span, "link without text")
    if link.kind == "autolink" and "@" in link.target:
        return None
    message = trouble(page.source[span] if span else link.target)
    if not message:
        return None
    return Finding(span if span and span.end > span.start else link.span, message)


def check_corpus(corpus: Corpus) -> Iterator[tuple[Entry, Finding]]:
    if corpus.site.base_url is None:
        return
    messages: dict[str, str | None] = {}
    for entry in corpus:
        for number, target in enumerate(entry.links.targets):
            if not target.startswith("http"):
                continue
            if target not in messages:
                messages[target] = _site_trouble(corpus.site, target)
            message = messages[target]
            if message:
                yield entry, Finding(entry.links[number].place, message)


def _site_trouble(site: Site, target: str) -> str | None:
    """Return what is wrong with an address that is, or should be, of the site."""
    address = split_address(target)
    path = normal_path(address.path)
    if site.is_own(address.host):
        if is_page_name(path) and path not in site.routes:
            found = site.resolve("", target)
            return "'.md' in an address of the site" if found.kind == "page" else None
        return None
    own = split_address(site.base_url or "").host
    if not path or not nearest(address.host, [own], _ALIKE):
        return None
    if site.resolve("", address.path).kind not in ("page", "route"):
        return None
    return f"'{address.host}' is not the site: did you mean '{own}'?"
