"""Whatever breaks a page's schema is reported, by one rule and once."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exlint.page.reading import read_page
from exlint.page.violations import claim
from exlint.rules import RULES
from exlint.text import Source
from tests.support import ROOT, built_in_types, run

PATH = "exercise/chin-up.md"
PAGE = (ROOT / "examples/content" / PATH).read_text("utf-8")
GROUPS = {"artifacts", "facts", "file", "structure"}
NAMES = {rule.name for rule in RULES if rule.group in GROUPS}


@dataclass(frozen=True)
class Break:
    """A way to break one part of the page, and the rule that says so."""

    part: str
    old: str
    new: str
    rule: str


def section(title: str) -> str:
    """A section of the page, with its heading."""
    begin = PAGE.index(f"## {title}\n")
    end = PAGE.find("\n## ", begin)
    return PAGE[begin : end + 1 if end >= 0 else len(PAGE)]


def body(title: str) -> str:
    return section(title).partition("\n")[2]


STEPS = body("How to perform").strip("\n")
RUN_ON = " ".join(line[3:] for line in STEPS.splitlines())
QUESTION = "### Why does the inside of my elbow hurt?\n"
ANSWER = body("FAQ").partition(QUESTION)[2].strip("\n").partition("\n")[0]
EQUIPMENT = "- **Equipment:** Pull-Up Bar\n"
MUSCLES = "- **Secondary Muscles:** Biceps, Upper Back, Forearms\n"
DIFFICULTY = "- **Difficulty:** Advanced\n"
BODY_PART = "- **Body Part:** Back\n"

BREAKS = [
    Break("title", "# Chin-Up\n", "", "missing-title"),
    Break("title", "# Chin-Up\n", "#\n", "missing-title"),
    Break("title", "# Chin-Up\n", "#Chin-Up\n", "fake-heading"),
    Break("title", "# Chin-Up\n", "## Chin-Up\n", "heading-level"),
    Break("title", "# Chin-Up\n", "# Pull-Up\n", "file-name"),
    Break("steps", section("How to perform"), "", "missing-section"),
    Break("steps", "## How to perform", "## How to preform", "unknown-section"),
    Break("steps", "## How to perform", "##How to perform", "fake-heading"),
    Break("steps", "## How to perform", "**How to perform**", "fake-heading"),
    Break("steps", "## How to perform", "#### How to perform", "heading-level"),
    Break("steps", STEPS + "\n", "", "empty-section"),
    Break("steps", STEPS, RUN_ON, "list-kind"),
    Break("steps", STEPS, STEPS.replace("\n", " "), "list-damage"),
    Break("steps", STEPS, STEPS.partition("\n")[0], "schema"),
    Break("steps", "1. Reach", "1. 1. Reach", "list-damage"),
    Break("steps", STEPS.splitlines()[1], "2.", "empty-item"),
    Break("steps", "2. Hang", "1. Hang", "list-numbering"),
    Break("tips", section("Pro tips"), "", "missing-section"),
    Break("tips", "## Pro tips", "## Tips", "unknown-section"),
    Break("tips", body("Pro tips"), "\n", "empty-section"),
    Break("tips", "- Lift", "-\n- Lift", "empty-item"),
    Break("tips", section("Pro tips"), section("Pro tips") * 2, "duplicate-section"),
    Break("faq", ANSWER, "", "unanswered-question"),
    Break("faq", ANSWER, ANSWER + "\n---", "setext-accident"),
    Break("faq", QUESTION, f"**{QUESTION[4:-1]}**\n", "fake-heading"),
    Break("faq", QUESTION, f"##{QUESTION}", "heading-level"),
    Break("equipment", EQUIPMENT, "", "missing-fact"),
    Break("equipment", "Equipment:** Pull-Up Bar", "Equipment:**", "empty-fact"),
    Break("equipment", "Equipment:** Pull-Up Bar", "Equipment:** –", "empty-fact"),
    Break("equipment", "Equipment:**", "Equipement:**", "unknown-fact"),
    Break("equipment", "** Pull-Up Bar", "** Pul-Up Bar", "unknown-value"),
    Break("equipment", "** Pull-Up Bar", "** Lats", "unknown-value"),
    Break("equipment", "** Pull-Up Bar", "** pullup bar", "value-spelling"),
    Break("equipment", "** Pull-Up Bar", "** {{equipment}}", "placeholder"),
    Break("equipment", "** Pull-Up Bar", "** undefined", "null-value"),
    Break("equipment", "** Pull-Up Bar", "** TBD", "filler-text"),
    Break("equipment", "- **Equipment:**", "-**Equipment:**", "list-damage"),
    Break("equipment", "- **Equipment:**", "**Equipment:**", "fact-format"),
    Break("equipment", "**Equipment:**", "**Equipment:", "fact-format"),
    Break("equipment", EQUIPMENT, EQUIPMENT * 2, "duplicate-fact"),
    Break("muscles", "Biceps, Upper", "Biceps, Lats, Upper", "redundant-fact"),
    Break("muscles", "Biceps, Upper", "Biceps, Bicep, Upper", "redundant-fact"),
    Break("muscles", "Biceps, Upper", "Biceps; Upper", "fact-format"),
    Break("muscles", "Biceps, Upper", "Biceps, , Upper", "fact-format"),
    Break("muscles", "Biceps, Upper", "Biceps, null, Upper", "null-value"),
    Break("muscles", "Biceps, Upper", "Biceps, Deltoids, Upper", "value-spelling"),
    Break("muscles", "Biceps, Upper", "Biceps, Hair, Upper", "unknown-value"),
    Break("muscles", "Biceps, Upper", "Biceps, None, Upper", "unknown-value"),
    Break("difficulty", DIFFICULTY, "", "missing-fact"),
    Break("difficulty", "** Advanced", "** Expert", "unknown-value"),
    Break("difficulty", "** Advanced", "** Strength", "unknown-value"),
    Break("body part", BODY_PART, BODY_PART.replace("**", ""), "fact-format"),
]


def broken(breaks: list[Break]) -> str:
    """The page with some parts broken, from its end to its beginning."""
    text = PAGE
    for item in breaks:
        assert item.old in text, item
        begin = text.index("## FAQ") if item.part == "faq" else 0
        if item.part in ("equipment", "muscles", "difficulty", "body part"):
            begin = text.index("- **Body Part")
        text = text[:begin] + text[begin:].replace(item.old, item.new, 1)
    return text


def reported(text: str) -> Counter[str]:
    return Counter(item.rule for item in run({PATH: text}, rules=NAMES))


def test_the_page_is_clean() -> None:
    assert reported(PAGE) == Counter()


@pytest.mark.parametrize("item", BREAKS, ids=lambda item: f"{item.rule}: {item.new!r}")
def test_a_broken_part_is_reported_once(item: Break) -> None:
    assert reported(broken([item])) == Counter([item.rule])


PARTS = [
    [item for item in BREAKS if item.part == part]
    for part in ("faq", "tips", "difficulty", "muscles", "equipment", "title")
]


@settings(max_examples=40, deadline=None)
@given(st.tuples(*(st.none() | st.sampled_from(part) for part in PARTS)))
def test_several_broken_parts_are_each_reported_once(
    chosen: tuple[Break | None, ...],
) -> None:
    breaks = [item for item in chosen if item]
    text = broken(breaks)
    assert reported(text) == Counter(item.rule for item in breaks)
    page = read_page(Source.of(PATH, text), built_in_types())
    claims = {claim(page, violation) for violation in page.violations}
    assert claims <= {item.rule for item in breaks}


def test_a_stub_is_reported_once() -> None:
    sections = ["How to perform", "Pro tips", "Common mistakes", "FAQ"]
    text = PAGE
    for title in sections:
        text = text.replace(body(title), "\n")
    text = text.replace(DIFFICULTY, "- **Difficulty:**\n")
    assert reported(text) == Counter(["stub"])
