"""Findings of one cause are shown once."""

from __future__ import annotations

import pytest

from exlint.causes import causes_of, groups, split
from exlint.corpus.masking import Mask
from exlint.diagnostic import Diagnostic, Finding
from exlint.page.reading import read_page
from exlint.text import Source, Span
from tests.support import built_in_types, run

FACTS = [
    ("Back Squat", "Legs", "Barbell", "Quads", "Glutes", "Beginner"),
    ("Cable Row", "Back", "Cable", "Upper Back", "Biceps, Forearms", "Intermediate"),
    ("Push-Up", "Chest", "Body Weight", "Chest", "Triceps", "Beginner"),
    ("EZ Bar Curl", "Arms", "EZ Bar", "Biceps", "Forearms", "Advanced"),
    ("Rope Skip", "Legs", "Jump Rope", "Calves", "Quads, Core", "Beginner"),
    ("Leg Raise", "Core", "Body Weight", "Abs", "Hip Flexors", "Intermediate"),
]


def page(number: int) -> str:
    name, part, tool, target, others, level = FACTS[number]
    return f"""# {name}

## Quick answer

The move of the day. {level} {part.lower()} exercise using {tool.lower()} , every week.

- **Body Part:** {part}
- **Equipment:** {tool}
- **Target Muscle:** {target}
- **Secondary Muscles:** {others}
- **Difficulty:** {level}
- **Category:** Strength

## FAQ

### Is the {name} good for beginners?

Line {number} is its own .
"""


def spaces() -> list[Diagnostic]:
    """The findings on all pages: a space before a comma, and one before a stop."""
    pages = {f"{number}.md": page(number) for number in range(len(FACTS))}
    return run(pages, type_="exercise", rules=["punctuation"])


def test_findings_that_differ_in_the_facts_of_their_pages_share_a_cause() -> None:
    commas = [item for item in spaces() if "every week" in item.excerpt]
    assert len(commas) == len(FACTS)
    assert len({item.cause for item in commas}) == 1
    assert commas[0].cause.endswith(" @ … exercise using … , every week.")


def test_a_cause_on_many_pages_is_parted_from_the_rest() -> None:
    found = spaces()
    alone, together = split(found, {"exercise": 6})
    (group,) = [one for one in together if "every" in one.cause]
    assert (group.pages, group.of, group.rule) == (6, 6, "punctuation")
    assert group.shape == "… exercise using … , every week."
    assert len(alone) + sum(len(one.diagnostics) for one in together) == len(found)


@pytest.mark.parametrize(
    ("pages", "of", "is_template"),
    [(5, 25, True), (4, 6, False), (5, 26, False), (6, 30, True), (6, 6, True)],
)
def test_many_are_five_and_a_fifth(pages: int, of: int, is_template: bool) -> None:
    found = [item for item in spaces() if "every week" in item.excerpt][:pages]
    (group,) = groups(found, {"exercise": of})
    assert group.is_template == is_template


def test_pages_count_and_not_findings() -> None:
    first = next(item for item in spaces() if "every week" in item.excerpt)
    (group,) = groups([first] * 9, {"exercise": 9})
    assert (group.pages, group.is_template) == (1, False)


def test_the_types_of_pages_are_kept_apart() -> None:
    found = [item for item in spaces() if "every week" in item.excerpt]
    mixed = [*found[:3], *(item._replace(type="hub") for item in found[3:])]
    assert [one.pages for one in groups(mixed, {"exercise": 3, "hub": 3})] == [3, 3]


def shape(body: str, place: str, mask: Mask | None = None) -> str:
    source = Source.of("page.md", body)
    start = body.index(place)
    finding = Finding(Span(start, start + len(place)), "m")
    own = mask or Mask.of(read_page(source, built_in_types()))
    return causes_of(source, own, [finding])[0].partition(" @ ")[2]


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        ("One. Two X three. Four.", "Two X three."),
        ("One\nX two.\n\nThree.", "One X two."),
        ("- a\n- b X\n- c", "b X"),
        ("1. a\n2. **b** X\n", "b X"),
        ("### Why X?\n\nSo.", "Why X?"),
        ("a\r\n\r\nb X c\r\n\r\nd", "b X c"),
        ("> X said", "X said"),
        ("Take 12 X, or 1,5.", "Take # X, or #."),
        ("X", "X"),
    ],
)
def test_the_sentence_around_a_finding(body: str, sentence: str) -> None:
    assert shape(body, "X") == sentence


def test_a_shape_has_slots_for_the_name_and_its_short_forms() -> None:
    body = "# Close Grip Bench Press\n\nThe bench press X is a close grip bench press."
    assert shape(body, "X") == "The … X is a …."


def test_a_list_of_facts_is_one_slot_and_takes_any_article() -> None:
    source = Source.of("a.md", page(1))
    mask = Mask.of(read_page(source, built_in_types()))
    assert mask.shape("Works biceps, forearms, and upper back.") == "Works …."
    assert mask.shape("Using an EZ bar or a cable.") == "Using a … or a …."


def test_words_that_only_contain_a_fact_stay() -> None:
    source = Source.of("a.md", page(1))
    mask = Mask.of(read_page(source, built_in_types()))
    assert mask.shape("Go backward and disarm the armchair.") == (
        "Go backward and disarm the armchair."
    )


def test_several_shapes_are_those_of_each() -> None:
    source = Source.of("a.md", page(1))
    mask = Mask.of(read_page(source, built_in_types()))
    texts = ["A cable row.", "", " Don't  use an EZ bar, ", "Cable, 12,5", "an İ cable"]
    assert mask.shapes(texts) == [mask.shape(text) for text in texts]
    assert mask.shapes([]) == []
