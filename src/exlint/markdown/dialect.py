"""What a page may hold beyond CommonMark: told by its own text and its builder."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from exlint.regex import regex

Delimiters = tuple[tuple[str, str], ...]
"""Opening and closing marks of a template language."""

_SIGNS = (
    ("{", regex(r"\{")),
    ("$", regex(r"\$")),
    ("^", regex(r"[\[ ]\^|\^\[")),
    ("+", regex(r"\+\+")),
    ("%", regex(r"%%|<%")),
    ("\\", regex(r"\\[(\[]")),
    ("[", regex(r"\[\[")),
)
"""Character, and what makes of it a mark of another syntax than CommonMark."""
_LINE = regex(
    r"\n[ \t]*(?:!!!|\?\?\?|===[!+]*[ ]+\"|::|///|\*\[|;?-+8<|import |export |\[TOC"
    r"|\([\w-]+\)=|<<<[ @])"
)
_COMPONENT = regex(r"<[A-Z][a-z]")
_CONTROL = frozenset(
    {"if", "elif", "elsif", "else", "endif", "for", "endfor", "set", "unless", "case"}
)
_BLANK_LINE = regex(r"\n[ \t]*\n")
_LONGEST = 2000
"""Characters after which no tag ends any more."""
_USUAL: Delimiters = (
    *(("{{<", ">}}"), ("{{%", "%}}"), ("{%", "%}"), ("{#", "#}"), ("{{", "}}")),
    ("<%", "%>"),
)


class Dialect(NamedTuple):
    """What tells whether a tag in a page is read by the site's builder."""

    text: str
    has_front_matter: bool
    is_mdx: bool
    has_marks: bool
    """Whether there are marks within lines, and not only lines that are marks."""
    templates: Delimiters = ()
    """Marks that the configuration declares to be the builder's."""

    def tag_end(self, text: str, start: int) -> int:
        """Return the end of the template's tag at a place, or -1.

        Tags that no builder reads are text: somebody forgot to fill them in.
        """
        for opening, closing, is_declared in _tags(self.templates):
            if text.startswith(opening, start):
                begin = start + len(opening)
                end = text.find(closing, begin, begin + _LONGEST)
                if end < 0 or _BLANK_LINE.search(text, begin, end):
                    continue
                end += len(closing)
                if is_declared or self._is_read(text[start:end]):
                    return end
        return -1

    def _is_read(self, tag: str) -> bool:
        """Whether a generator will put something in place of a tag."""
        inner = tag.strip("{}% \t\n-")
        if tag.startswith(("{{<", "{{%", "{#")):
            return True
        if tag.startswith("{%"):
            word = inner.split(None, 1)[0] if inner else ""
            paired = word.startswith("end") or f"end{word}" in self.text
            return self.has_front_matter or (
                word not in _CONTROL and (paired or word != inner)
            )
        has_logic = not inner.isidentifier() or "{%" in self.text
        return tag.startswith("{{") and self.has_front_matter and has_logic


def dialect_of(
    text: str, path: str, *, has_front_matter: bool, templates: Delimiters = ()
) -> Dialect | None:
    """Return the dialect of a page; None if it can only be CommonMark."""
    is_mdx = path.endswith(".mdx")
    has_marks = (
        is_mdx or _has_marks(text) or any(opening in text for opening, _ in templates)
    )
    if has_marks or _LINE.search(f"\n{text}"):
        return Dialect(text, has_front_matter, is_mdx, has_marks, templates)
    return None


def _has_marks(text: str) -> bool:
    """Whether a page shows another syntax: asked of every page, so cheap to answer.

    One character is found far faster than a pattern, and that faster than a string of
    two characters.
    """
    for character, sign in _SIGNS:
        if character in text and sign.search(text):
            return True
    return "<" in text and _COMPONENT.search(text) is not None


@lru_cache(maxsize=64)
def _tags(declared: Delimiters) -> tuple[tuple[str, str, bool], ...]:
    """Return opening and closing marks, and whether somebody declared them.

    Of marks that begin alike, the longest comes first.
    """
    return tuple(
        (opening, closing, is_declared)
        for pairs, is_declared in ((declared, True), (_USUAL, False))
        for opening, closing in sorted(pairs, key=lambda pair: -len(pair[0]))
    )


@lru_cache(maxsize=64)
def opening_signs(templates: Delimiters) -> frozenset[str]:
    """Return the first characters of the marks of templates."""
    return frozenset(opening[0] for opening, _ in (*templates, *_USUAL))
