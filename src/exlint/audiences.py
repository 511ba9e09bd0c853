"""On which pages rules are called: where a need of theirs is met, or a cue stands.

What rules wait for is asked once for all of them. A rule that has nothing to say of a
page costs nothing there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from itertools import compress
from operator import attrgetter

from exlint.light import dataclass
from exlint.page import Page
from exlint.rule import Rule


@dataclass(frozen=True, slots=True)
class Triggers:
    """What rules wait for."""

    needs: Mapping[str, Callable[[Page], object]]
    """Properties of a page, and how each is read."""
    cues: frozenset[str]
    """Words and rare characters."""

    @classmethod
    def of(cls, rules: Iterable[Rule]) -> Triggers:
        """Gather what rules wait for."""
        rules = [rule for rule in rules if rule.check]
        names = dict.fromkeys(name for rule in rules for name in sorted(rule.needs))
        cues: frozenset[str] = frozenset().union(*[rule.cues for rule in rules])
        return cls({name: attrgetter(name) for name in names}, cues)


class Audiences:
    """Pages by number, and what rules wait for on them."""

    def __init__(self, pages: Mapping[int, Page], triggers: Triggers) -> None:
        """Ask of pages what rules wait for."""
        self._pages = pages
        self._meeting = {
            need: _meeting(pages, read) for need, read in triggers.needs.items()
        }
        self._cued = defaultdict[str, set[int]](set)
        for number, page in pages.items():
            for cue in (*(page.words & triggers.cues), *(page.unusual & triggers.cues)):
                self._cued[cue].add(number)
        self._speaking = defaultdict[str, set[int]](set)
        for number, page in pages.items():
            self._speaking[page.language.code].add(number)

    def of(self, rule: Rule) -> Iterable[int]:
        """Return the pages on which a rule may find something, in order."""
        if rule.is_for_any:
            numbers: Iterable[int] = self._pages
        else:
            cues = rule.cues & self._cued.keys()
            sets = [self._meeting[need] for need in rule.needs]
            numbers = sorted(set().union(*sets, *[self._cued[cue] for cue in cues]))
        silent = [not rule.speaks(code) for code in self._speaking]
        if any(silent):
            mute = set().union(*compress(self._speaking.values(), silent))
            return [number for number in numbers if number not in mute]
        return numbers


def _meeting(pages: Mapping[int, Page], read: Callable[[Page], object]) -> set[int]:
    """Return the pages that have what a rule needs, as far as one can tell."""
    try:
        return {number for number, page in pages.items() if read(page)}
    except Exception:  # the rule is to report it
        return {number for number, page in pages.items() if _may_have(page, read)}


def _may_have(page: Page, read: Callable[[Page], object]) -> bool:
    try:
        return bool(read(page))
    except Exception:
        return True
