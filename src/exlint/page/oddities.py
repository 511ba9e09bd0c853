"""What is odd about marks and capitals of running text: most pages have none of it.

Several rules look for marks out of place. Whether there are any is asked once, of a
text in which marks of a kind are the same character: a literal, which `re` finds fast.
"""

from __future__ import annotations

import string

from exlint.regex import regex

_SMALL, _CAPITAL, _DIGITS, _MARKS = (
    text.encode()
    for text in (string.ascii_lowercase, string.ascii_uppercase, string.digits, "!;?")
)
_KINDS = bytes.maketrans(
    _SMALL + _CAPITAL + _DIGITS + _MARKS,
    b"a" * len(_SMALL) + b"A" * len(_CAPITAL) + b"0" * len(_DIGITS) + b".,\x00",
)
_ODD_STOP = regex(r"\.(?:[^ \n]|(?<= \.)| +a)")
_ODD_COMMA = regex(r",(?:[^ \n]|(?<= ,))")
_ODD_LINE = regex(r"\n(?=a)")
_ODDITIES = {
    "x.x": (regex(r"\.[^ \n]"), regex(r",[^ \n]")),
    " .": (regex(r"\.(?<= \.)"), regex(r",(?<= ,)")),
    ". x": (regex(r"\. +a"),),
    "\nx": (_ODD_LINE,),
}


def kinds(text: str) -> str:
    """Return a text with the kind of each character in its place.

    `a` and `A` for the letters of English, `0` for digits, `.` for `.!?`, `,` for `,;`,
    `'` for apostrophes, a zero for what Latin-1 has not; other characters as they are.
    """
    known = text.replace("?", "!").replace("’", "'").encode("latin-1", "replace")
    return known.translate(_KINDS).decode("latin-1")


def oddities(kinds: str) -> frozenset[str]:
    """Return what is odd about a text, given the kinds of its characters.

    `x.x`: a mark (`.,;!?`) and no white space behind it. ` .`: a space, and a mark.
    `. x`: a sentence (`.!?`) ends, and what follows begins with a small letter. A line
    break and `x`: so does a line, but for the first.
    """
    if not (
        _ODD_STOP.search(kinds) or _ODD_COMMA.search(kinds) or _ODD_LINE.search(kinds)
    ):
        return frozenset()
    return frozenset(
        name
        for name, patterns in _ODDITIES.items()
        if any(pattern.search(kinds) for pattern in patterns)
    )
