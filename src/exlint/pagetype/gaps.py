"""What stands around the slots of a sentence pattern: as regular expressions, as words.

A gap is a piece of a pattern, in lower case, in front of a slot, behind one or between
two: words, spaces, choices in parentheses, and in brackets what may be absent.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from exlint.regex import regex

SLOT = regex(r"\{(?P<name>\w+)(?:\|(?P<filter>\w+))?\}")
PART = regex(
    rf"(?P<slot>{SLOT.pattern})"
    r"|\[(?P<optional>[^\[\]]*)\]"
    r"|\((?P<choice>[^()|]*(?:\|[^()|]*)+)\)"
    r"|(?P<space>\s+)"
    r"|(?P<text>[^\s\[({]+|.)"
)
STOPS = ".!?"
_END = rf"(?:\s*[{STOPS}])*\s*\Z"
"""The end of a sentence, with or without its stop."""
AT_END = regex(_END)
_QUOTE = regex("['’]")
_WORD = regex(r"[^\W\d_]+")
_WHOLE_WORD = regex(r"(?<=\s)[^\W\d_]+(?=\s)")
_DEAR = 4


class Needle(NamedTuple):
    """What to look for: every sentence of a pattern has one of its needles."""

    text: str
    """Words, one space apart."""
    words: frozenset[str]
    """Those that stand in each sentence with the needle: a text may lack them."""

    @property
    def longest(self) -> str:
        """The longest of its words: look for it where spaces may be of any kind."""
        return max(self.text.split(), key=len)


def words_of(gap: str) -> Iterator[str]:
    """Yield the words that every sentence has: those with a space on either side."""
    parts = [*PART.finditer(gap)]
    for before, part, after in zip(parts, parts[1:], parts[2:], strict=False):
        is_whole = before["space"] and part["text"] and after["space"]
        if is_whole and not _QUOTE.search(part["text"]):
            yield from _WORD.findall(part["text"])


def rarest_needles(gaps: Iterable[str]) -> tuple[Needle, ...]:
    """Return what is looked for: the longest run of words, or the ways to say it.

    Each choice costs another search, so that a run with a choice has to be longer.
    """
    runs = [_needles(ways) for gap in gaps for ways in _runs(gap)]
    return max(
        [needles for needles in runs if all(needle.text for needle in needles)],
        key=lambda run: min(len(one.text) for one in run) - _DEAR * len(run),
        default=(),
    )


def _runs(gap: str) -> Iterator[list[str]]:
    """Yield the runs of a gap that every text has, each in all the ways to say it.

    An apostrophe ends a run, as it may be straight or curly.
    """
    ways, literal = [""], ""
    for part in PART.finditer(f"{gap}[]"):
        if part["choice"] is not None:
            choices = part["choice"].split("|")
            ways = [way + choice for way in ways for choice in choices]
        elif part["optional"] is None and not _QUOTE.search(part[0]):
            ways = [way + (" " if part["space"] else part[0]) for way in ways]
            literal += " " if part["space"] else part[0]
            continue
        yield [literal]
        literal = ""
        if part["choice"] is None:
            yield ways
            ways = [""]


def _needles(ways: Iterable[str]) -> tuple[Needle, ...]:
    """Return what finds each way to say a run.

    Of two ways of which one holds the other, the shorter one finds both.
    """
    bare = {way: way.strip(f" {STOPS}") for way in ways}
    texts = set(bare.values())
    shortest = [
        text
        for text in sorted(texts)
        if not any(other in text for other in texts - {text})
    ]
    return tuple(
        Needle(
            text,
            frozenset.intersection(
                *[
                    frozenset(_WHOLE_WORD.findall(way))
                    for way in bare
                    if text in bare[way]
                ]
            ),
        )
        for text in shortest
    )


def gap_regex(gap: str, first: bool, last: bool) -> re.Pattern[str]:
    """A gap as a regular expression."""
    end = ""
    if last and not first and (not gap or gap[-1] in STOPS):
        gap, end = gap.rstrip(STOPS), _END
    if not gap or gap.isspace():
        return AT_END if end else regex(r"\s+" if gap else "")
    # White space next to a slot is gone where the slot was left empty.
    after = r"\s*" if gap[-1].isspace() else ""
    words = _whole_words(_regex(gap.strip()), gap, first, last)
    return regex(words + after + end)


def _whole_words(regex: str, gap: str, first: bool, last: bool) -> str:
    """Keep a gap from beginning or ending inside a word, but beside its slots."""
    bare = gap.strip()
    before = first or gap[0].isspace()
    after = last or gap[-1].isspace()
    if before and bare[0].isalnum():
        # Behind the first letter: re looks fast only for what begins with a letter.
        regex = rf"{regex[0]}(?<!\w\w){regex[1:]}"
    elif before and bare[0] == "(":
        regex = rf"(?<!\w){regex}"
    if after and (bare[-1].isalnum() or bare[-1] in ")]"):
        regex += r"(?!\w)"
    return regex


def _regex(gap: str) -> str:
    return "".join(map(_part, PART.finditer(gap)))


def _part(part: re.Match[str]) -> str:
    if part["space"]:
        return r"\s+"
    if part["text"]:
        return _QUOTE.sub("['’]", re.escape(part["text"]))
    if part["optional"] is not None:
        return f"(?:{_regex(part['optional'])})?"
    return f"(?:{'|'.join(map(_regex, part['choice'].split('|')))})"
