"""What free prose states of a page's facts, and when it is not believed."""

from __future__ import annotations

import pytest

from tests.support import report, run

PAGE = """\
# Row

## Quick answer

{summary} Intermediate back exercise using a barbell. Targets lats, also works biceps.

- **Body Part:** Back
- **Equipment:** Barbell
- **Target Muscle:** Lats
- **Secondary Muscles:** Biceps
- **Difficulty:** Intermediate
- **Category:** Strength

## FAQ

### {question}

{answer}
"""
PLAIN = {
    "summary": "You pull the bar to your belt.",
    "question": "What does it train?",
    "answer": "More than you would think.",
}


def contradictions(**parts: str) -> list[str]:
    """What is reported on a page with other prose in some parts."""
    found = run(
        {"page.md": PAGE.format(**{**PLAIN, **parts})},
        type_="exercise",
        rules={"fact-contradiction"},
    )
    return [item.finding.message for item in found]


STATED = [
    ({"answer": "It primarily targets the quads."}, "says 'quads', but Target"),
    ({"answer": "The row primarily works the quads and lats."}, "says 'quads', but"),
    ({"answer": "Primarily the triceps."}, "says 'triceps', but Target"),
    ({"answer": "Secondary muscles include the biceps, calves, and lats."}, "'calves'"),
    ({"answer": "This is a drill, not a strength exercise."}, "denies 'strength'"),
    ({"answer": "It is an advanced lift."}, "says 'advanced', but Difficulty"),
    ({"summary": "It is performed with dumbbells."}, "says 'dumbbells', but Equip"),
    ({"summary": "You pull hard, using kettlebells."}, "says 'kettlebells', but"),
]


@pytest.mark.parametrize(("parts", "message"), STATED)
def test_free_prose_that_contradicts(parts: dict[str, str], message: str) -> None:
    (found,) = contradictions(**parts)
    assert message in found


BELIEVED_TO_BE_FINE = [
    {},
    # a part, the whole, a companion, another spelling
    {"answer": "It primarily targets the latissimus dorsi."},
    {"answer": "It primarily targets the back."},
    {"summary": "You pull hard, using weight plates and a bench."},
    {"summary": "It is performed with an Olympic barbell."},
    # negation, comparison, choice, condition
    {"answer": "It does not primarily target the quads."},
    {"answer": "Unlike a squat, it primarily targets the quads less."},
    {"answer": "It primarily targets the quads or the lats."},
    {"answer": "If you lean back, it primarily targets the traps."},
    {"summary": "You pull hard, using a barbell or dumbbells."},
    {"answer": "It can be an advanced lift."},
    {"answer": "It is a drill, not a mobility exercise."},
    # about something else
    {
        "question": "How does it compare with a squat?",
        "answer": "It primarily targets the quads.",
    },
    {"answer": "The squat primarily targets the quads."},
    {"answer": "The grip is an advanced one."},
    {"answer": "It primarily targets strength."},
    {"answer": "Grip strength, and primarily the forearms, is what it needs."},
]


@pytest.mark.parametrize("parts", BELIEVED_TO_BE_FINE)
def test_free_prose_that_is_fine(parts: dict[str, str]) -> None:
    assert contradictions(**parts) == []


def test_tips_are_not_believed() -> None:
    tip = "\n## Pro tips\n\n- It primarily targets the quads.\n"
    page = PAGE.format(**PLAIN) + tip
    found = run({"page.md": page}, type_="exercise", rules={"fact-contradiction"})
    assert report(found) == ""
