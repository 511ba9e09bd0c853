"""A link by `http:` to a site that is served by `https:`.

Browsers warn of such links, and what is sent on the way can be read. A host is known to
be served by `https:` when it is the site's own, or when other links lead there so.
Nothing is said of other hosts: whether they have a certificate, only they can tell.

~~~toml config
[links]
base-url = "https://moves.example"
~~~

~~~markdown file other.md
# Other

[Squats](https://guide.example/squat) in depth.
~~~

~~~markdown bad
# Links

All [moves](http://moves.example/) and [a guide](http://guide.example/lunge).
~~~

~~~text report
3:13: 'http:' to 'moves.example', which is served by 'https:'
3:50: 'http:' to 'guide.example', which is served by 'https:'
~~~

~~~markdown fixed
# Links

All [moves](https://moves.example/) and [a guide](https://guide.example/lunge).
~~~

~~~markdown good
# Links

All [moves](https://moves.example/), [an old club](http://club.example/hours) and
[another port](http://guide.example:8080/).
~~~
"""

from collections.abc import Iterator

from exlint.corpus import Corpus, Entry
from exlint.corpus.links import KeptLink
from exlint.diagnostic import Confidence, Finding, Fix, Severity
from exlint.site import split_address
from exlint.text import Span

SEVERITY = Severity.WARNING
CONFIDENCE = Confidence.HIGH


def check_corpus(corpus: Corpus) -> Iterator[tuple[Entry, Finding]]:
    insecure = [
        (entry, entry.links[number])
        for entry in corpus
        for number, target in enumerate(entry.links.targets)
        if target.startswith("http:")
    ]
    secure = _secure_hosts(corpus) if insecure else set()
    for entry, link in insecure:
        host = split_address(link.target).host
        own = corpus.site.is_own(host) and _is_secure(corpus.site.base_url or "")
        if own or host in secure:
            message = f"'http:' to '{host}', which is served by 'https:'"
            yield entry, Finding(link.place, message, _fix(link))


def _secure_hosts(corpus: Corpus) -> set[str]:
    targets = {target for entry in corpus for target in entry.links.targets}
    return {split_address(target).host for target in targets if _is_secure(target)}


def _is_secure(target: str) -> bool:
    return target.startswith("https:")


def _fix(link: KeptLink) -> Fix | None:
    """Make the scheme secure, where the address stands in the link itself."""
    if link.target_span is None:
        return None
    end = link.target_span.start + len("http")
    return Fix.replace("Use https", Span(end, end), "s")
