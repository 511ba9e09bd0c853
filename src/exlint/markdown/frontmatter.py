"""Where front matter stands."""

from __future__ import annotations

from exlint.markdown.document import FrontMatter
from exlint.regex import regex
from exlint.text import Span

_FRONT_MATTER = regex(
    r"(?P<fence>---|\+\+\+)[ \t]*\n"
    r"(?P<content>(?:[^\n]*\n)*?)"
    r"(?:(?P=fence)|\.\.\.)[ \t]*(?=\n|\Z)"
)


def find_front_matter(text: str) -> FrontMatter | None:
    """Find the front matter of a page, as Jekyll and Hugo define it."""
    if not text.startswith(("---", "+++")):
        return None
    match = _FRONT_MATTER.match(text)
    if match is None:
        return None
    return FrontMatter(
        Span(*match.span()),
        Span(*match.span("content")),
        "yaml" if match["fence"] == "---" else "toml",
    )
