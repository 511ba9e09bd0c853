"""Wording that is to be avoided, replaced or asked for."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from exlint.diagnostic import Confidence, Safety, Severity
from exlint.pagetype.choice import Choice
from exlint.pagetype.choices import Choices
from exlint.rules import RULES
from exlint.testing import apply, built_in_types, report, run

RULE = [rule for rule in RULES if rule.name == "word-choice"]


def findings(text: str, *choices: Choice, type_: str | None = None) -> str:
    types = replace(built_in_types(), choices=Choices(choices))
    return report(run({"page.md": text}, types, type_, rules=RULE), "word-choice")


def fixed(text: str, *choices: Choice) -> str:
    types = replace(built_in_types(), choices=Choices(choices))
    return apply(text, run({"page.md": text}, types, rules=RULE))


@pytest.mark.parametrize(
    ("text", "phrase", "columns"),
    [
        ("Simply sit. SIMPLY.\n", "simply", (1, 13)),
        ("An e-mail, an e mail, an e‑mail.\n", "E-mail", (4, 15, 26)),
        ("Don't, don’t.\n", "don't", (1, 8)),
        ("Don't, don’t.\n", "don’t", (1, 8)),
        ("A 90 degree bend, 190 degree.\n", "90 degree", (3,)),
        ("No pain,\nno gain.\n", "no pain, no gain", (1,)),
        ("A C++ page, a C page.\n", "c++", (3,)),
        ("It is naïve.\n", "naïve", (7,)),
        ("Simplyfit `simply` unsimply <https://x.example/simply>\n", "simply", ()),
    ],
)
def test_phrases(text: str, phrase: str, columns: tuple[int, ...]) -> None:
    found = findings(text, Choice(phrase=phrase))
    assert [int(line.split(":")[1]) for line in found.splitlines()] == list(columns)


def test_the_longest_phrase_counts() -> None:
    bar, press = Choice(phrase="bench press"), Choice(phrase="bench", message="m")
    assert findings("A bench press on a bench.\n", press, bar) == (
        "1:3: 'bench press' is to be avoided\n1:20: m"
    )
    fine = Choice(phrase="bar", unless=("pull-up bar", "bar stool"))
    assert findings("A pull up bar, a bar stool.\n", fine) == ""


def test_two_choices_of_one_phrase_both_speak() -> None:
    first, second = Choice(phrase="gym", message="a"), Choice(phrase="gym", message="b")
    assert findings("A gym.\n", first, second) == "1:3: a\n1:3: b"


def test_a_choice_for_one_type_hides_nothing_on_others() -> None:
    hub = Choice(phrase="bench press", types=("hub",))
    everywhere = Choice(phrase="bench")
    found = "1:3: 'bench' is to be avoided"
    assert findings("A bench press.\n", hub, everywhere) == found


@pytest.mark.parametrize(
    ("text", "choice", "result"),
    [
        ("Utilise it, utilise.", Choice("utilise", replacement="use"), "Use it, use."),
        ("An iphone.", Choice("iphone", replacement="iPhone"), "An iPhone."),
        ("IPhone, iPhone.", Choice("iphone", replacement="iPhone"), "iPhone, iPhone."),
        (
            "A gym, the gym.",
            Choice("gym", replacement="the gym"),
            "A the gym, the gym.",
        ),
        ("Pull ups.", Choice("pull ups", replacement="pull-ups"), "Pull-ups."),
        ("Just sit.", Choice("just", replacement=""), "Sit."),
        ("So just sit.", Choice("just", replacement=""), "So sit."),
        ("Of course, sit.", Choice("of course", replacement=""), "Sit."),
        ("And, of course, sit.", Choice("of course", replacement=""), "And, sit."),
        ("Sit, of course.", Choice("of course", replacement=""), "Sit."),
        ("Sit just.", Choice("just", replacement=""), "Sit."),
        ("5 lbs.", Choice(pattern=r"(\d+) lbs", replacement=r"\1 lb"), "5 lb."),
    ],
)
def test_replacements(text: str, choice: Choice, result: str) -> None:
    assert fixed(text, choice) == result
    assert fixed(result, choice) == result


def test_markup_within_is_left_to_a_person() -> None:
    found = "1:1: 'so very good' instead of 'good'"
    choice = Choice("so very good", replacement="good")
    assert findings("so **very** good\n", choice) == found
    assert fixed("so **very** good\n", choice) == "so **very** good\n"
    assert fixed("so very\ngood\n", choice) == "good\n"


def test_safety_and_severity_are_those_of_the_choice() -> None:
    types = replace(
        built_in_types(),
        choices=Choices(
            (
                Choice("a b", replacement="c", safe=True, severity=Severity.INFO),
                Choice("d e", replacement="f", severity=Severity.ERROR),
            )
        ),
    )
    first, second = run({"page.md": "a b, d e\n"}, types, rules=RULE)
    assert (first.severity, second.severity) == (Severity.INFO, Severity.ERROR)
    assert first.confidence is Confidence.HIGH
    assert [
        item.finding.fix and item.finding.fix.safety for item in (first, second)
    ] == [
        Safety.SAFE,
        Safety.UNSAFE,
    ]


def test_required_phrases() -> None:
    doctor = Choice("ask a doctor", section="Safety", required=True)
    page = "# Squat\n\n## Safety\n\nNone.\n\n## Tips\n\nAsk a doctor.\n"
    assert findings(page, doctor) == "3:1: section 'Safety' lacks 'ask a doctor'"
    assert findings(page.replace("None", "Ask a doctor"), doctor) == ""
    assert findings("# Squat\n\nSit.\n", doctor) == ""
    anywhere = replace(doctor, section="")
    assert findings(page, anywhere) == ""
    assert (
        findings("Sit.\n\n# Squat\n", anywhere) == "3:1: the page lacks 'ask a doctor'"
    )
    assert findings("Sit.\n", anywhere) == "1:1: the page lacks 'ask a doctor'"
    pattern = Choice(pattern="doctors?", required=True, message="no doctor")
    assert findings("Sit.\n", pattern) == "1:1: no doctor"


def test_a_section_goes_by_the_names_that_the_page_type_knows() -> None:
    choice = Choice("stand", section="How to perform")
    page = "# Squat\n\nStand.\n\n## Instructions\n\n1. Stand.\n"
    (section,) = (
        field.section
        for field in built_in_types().types["exercise"].layout.fields.values()
        if field.name == "steps"
    )
    assert section is not None
    page = page.replace("Instructions", section.names[-1])
    choice = replace(choice, section=section.name)
    found = findings(page, choice, type_="exercise")
    assert found == "7:4: 'Stand' is to be avoided"


def test_hundreds_of_phrases_are_searched_at_once() -> None:
    letters = "abcdefghijklmnopqrst"
    words = tuple(f"{a}{b}{a} word" for a in letters for b in letters)
    choices = Choices(tuple(Choice(word) for word in words))
    text = "An ordinary sentence says a word or two of lifting a bar. " * 100
    family = choices.family(None)
    all_words = frozenset(text.lower().split())
    list(family.find(text.lower(), text, all_words))
    start = time.perf_counter()
    for _ in range(10):
        list(family.find(text.lower(), text, all_words))
    assert time.perf_counter() - start < 0.1
