"""Defects to plant in a page: plain edits, each with the rule that has to notice."""

from __future__ import annotations

import re
from dataclasses import dataclass
from random import Random


@dataclass(frozen=True)
class Defect:
    """A way to break a page."""

    rule: str
    pattern: str
    replacement: str

    def apply(self, text: str) -> str | None:
        """Return the broken text; None where the pattern does not stand."""
        broken, count = re.subn(
            self.pattern, self.replacement, text, count=1, flags=re.MULTILINE
        )
        return broken if count else None


DEFECTS = (
    Defect("article-agreement", r"^(2\. .*)\.$", r"\1 with a even breath."),
    Defect("broken-link", r"(/exercises/muscle/[\w-]+)\)", r"\1-s)"),
    Defect("chat-residue", r"^2\. ", "2. As an AI language model, I cannot say. "),
    Defect("dangling-article", r"^(- (?!\*).*)\.$", r"\1, then push The forward."),
    Defect("doubled-word", r"^(- .*?) (the|and|with|of) ", r"\1 \2 \2 "),
    Defect("empty-slot", r"exercise using [^.]*\.", "exercise using ."),
    Defect("fact-contradiction", r"rated as intermediate", "rated as advanced"),
    Defect("fact-contradiction", r"classified as an? \w+", "classified as a yoga"),
    Defect("incomplete-list", r"activation in the [\w ]+,? and ", "activation in the "),
    Defect("insecure-link", r"https://(.*/exercises/equipment)", r"http://\1"),
    Defect("list-numbering", r"^3\. ", "5. "),
    Defect("missing-fact", r"^- \*\*Category:\*\* .*\n", ""),
    Defect("missing-section", r"^## Common mistakes\n\n(- .*\n)+\n", ""),
    Defect("mojibake", r"^(- .*)\.$", "\\1 â€™."),
    Defect("null-value", r"^(2\. .*)\.$", r"\1 using undefined."),
    Defect("placeholder", r"^(2\. .*)\.$", r"\1 with the {{equipment}}."),
    Defect("punctuation", r"^(2\. .*)\.$", r"\1.."),
    Defect("question-mark", r"^(### (?:Can|Should|How [homf]\w+) .*)\?$", r"\1"),
    Defect("trailing-space", r"^(1\. .*)$", r"\1 "),
    Defect("value-spelling", r"^(- \*\*Difficulty:\*\*) Beginner$", r"\1 beginner"),
)


def plant(text: str, random: Random) -> tuple[str, str]:
    """Return a page with one defect, and the rule that has to find it."""
    first = random.randrange(len(DEFECTS))
    for defect in (*DEFECTS[first:], *DEFECTS[:first]):
        broken = defect.apply(text)
        if broken is not None:
            return broken, defect.rule
    raise AssertionError("a defect fits any page")
