"""Sentence patterns: what they read, what they leave alone, and the way back."""

from __future__ import annotations

import re
import time
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exlint.pagetype.pattern import Pattern
from exlint.pagetype.sentences import Sentences
from exlint.text import Span, lower
from tests.support import built_in_types

RATED = "The {name} is rated as {difficulty}."
WORKS = "Targets {targetMuscle}, also works {secondaryMuscles}."
USING = "{difficulty} {bodyPart} exercise using[ (a|an)] {equipment}."


def _sentences(text: str) -> Sentences:
    return Sentences.of(lower(text))


def slots_of(pattern: str, text: str) -> list[list[str]]:
    """The texts of the slots of each sentence that a pattern reads."""
    matches = Pattern.compile(pattern).search(text, _sentences(text))
    return [[slot.text for slot in match.slots] for match in matches]


READ = [
    (RATED, "The Squat is rated as hard.", ["Squat", "hard"]),
    (RATED, "the squat IS  rated as\thard", ["squat", "hard"]),
    (RATED, "Yes. The Squat is rated as hard! It is.", ["Squat", "hard"]),
    (RATED, "As ever, the Squat is rated as hard.", ["Squat", "hard"]),
    (
        RATED,
        "The V-up (long, e.g. 3 s) is rated as hard.",
        ["V-up (long, e.g. 3 s)", "hard"],
    ),
    (RATED, "The Squat is rated as 2.5.", ["Squat", "2.5"]),
    (WORKS, "Targets , also works quads.", ["", "quads"]),
    (WORKS, "Targets abs, also works .", ["abs", ""]),
    (USING, "Hard leg exercise using an ab wheel.", ["Hard", "leg", "ab wheel"]),
    (USING, "Hard leg exercise using abs.", ["Hard", "leg", "abs"]),
    (
        USING,
        "It helps. Hard upper back exercise using bands.",
        ["Hard", "upper back", "bands"],
    ),
    ("It's a {category} move.", "It’s a slow move.", ["slow"]),
    ("hits the {targetMuscle}", "It hits the quads hard. So.", ["quads hard"]),
    ("İt is {difficulty}.", "İİ. İt is hard.", ["hard"]),
]

LEFT = [
    (RATED, "The Squat ranks as hard."),
    (RATED, "The Squat is hard. It is rated as hard."),
    (RATED, "The Squat\nis rated as hard."),
    (
        "The {name} is (a|an) {difficulty} exercise.",
        "The Squat is an exercise for legs.",
    ),
    ("{difficulty} drill", "A hard drilling."),
    ("{name}", "Anything."),
]


@pytest.mark.parametrize(("pattern", "text", "slots"), READ)
def test_a_pattern_reads(pattern: str, text: str, slots: list[str]) -> None:
    assert slots_of(pattern, text) == [slots]


@pytest.mark.parametrize(("pattern", "text"), LEFT)
def test_a_pattern_leaves_alone(pattern: str, text: str) -> None:
    assert slots_of(pattern, text) == []


def test_a_pattern_reads_every_sentence_that_it_fits() -> None:
    text = "The A is rated as x. Or: the B is rated as y.\nThe C is rated as z"
    assert slots_of(RATED, text) == [["A", "x"], ["B", "y"], ["C", "z"]]


@pytest.mark.parametrize(
    ("pattern", "text", "slots"),
    [
        ("{name}", "Squat", ["Squat"]),
        ("{group} ({count} moves)", "Sled (big) (3 moves)", ["Sled", "big) (3"]),
        (
            "{name} — {level} | Target: {muscle}",
            "A — hard | Target: b",
            ["A", "hard", "b"],
        ),
        ("{name} row", "Row row row", ["Row row"]),
        ("{name} row", "A row now", None),
        ("The {name}", "See the squat", None),
    ],
)
def test_reading_a_whole_text(pattern: str, text: str, slots: list[str] | None) -> None:
    match = Pattern.compile(pattern).read(text)
    assert (match and [slot.text for slot in match.slots]) == slots


@pytest.mark.parametrize(
    ("pattern", "texts", "sentence"),
    [
        (RATED, {"name": "Squat", "difficulty": "hard"}, "The Squat is rated as hard."),
        (RATED, {"name": "[A] (b|c)"}, "The [A] (b|c) is rated as {difficulty}."),
        (
            USING,
            {"equipment": "ab wheel"},
            "{difficulty} {bodyPart} exercise using ab wheel.",
        ),
        ("is (a|an) {level} move", {"level": "odd"}, "is an odd move"),
        ("is (a|an) {level} move", {"level": "hard"}, "is a hard move"),
        ("(Do|Try) {name|slug}", {"name": "squat"}, "Do squat"),
    ],
)
def test_filling(pattern: str, texts: dict[str, str], sentence: str) -> None:
    assert Pattern.compile(pattern).fill(texts) == sentence


def test_a_pattern_that_begins_sentences() -> None:
    text = "It is a row. This is an odd one, as is a fly.\nOne\nThat is a lift"
    matches = Pattern.compile("{name} is (a|an)").search(text, _sentences(text))
    assert [match.slots[0].text for match in matches] == ["It", "This", "That"]
    matches = Pattern.compile("is a", begins=True).search(text, _sentences(text))
    assert [*matches] == []
    this_is = Pattern.compile("This is", begins=True)
    matches = this_is.search(text, _sentences(text), Span(3, 40))
    assert [match.start for match in matches] == [text.index("This")]


@pytest.mark.parametrize(
    ("text", "word", "sentence"),
    [
        ("One. Two two. Three.", "Two", "Two two."),
        ("One. Two two", "two", "Two two"),
        ("Bands, e.g. red ones, work. So?", "red", "Bands, e.g. red ones, work."),
        ("Up\nDown", "Down", "Down"),
        ("Half 2.5 kg! Then", "kg", "Half 2.5 kg!"),
    ],
)
def test_the_sentence_around_a_word(text: str, word: str, sentence: str) -> None:
    start = text.index(word)
    first, last = Sentences.of(text).at(start, start + len(word))
    assert text[first:last] == sentence


def test_the_sentences_within_a_range() -> None:
    text = "One. Use bands, e.g. red ones. Two  two.\n\nThree"
    places = Sentences.of(text).within(text.index("Use"), text.index("Three"))
    assert [text[start:end] for start, end in places] == [
        "Use bands, e.g. red ones.",
        "Two  two.",
    ]


# The way back: a sentence made from a pattern is read as it was made.

PATTERNS = sorted(
    {
        statement.pattern.text
        for type_ in built_in_types().types.values()
        for statement in type_.layout.statements
    }
)
_CHOICE = re.compile(r"\[([^\[\]]*)\]|\(([^()|]+(?:\|[^()|]*)+)\)|\{(\w+)\}| ")
SPACES = (" ", "  ", "\t", "\N{NO-BREAK SPACE}")
_WORD = st.from_regex(r"[A-Za-zÀ-ÿ0-9]{3,9}(-[a-z]{2,6})?", fullmatch=True)


def _say(draw: Callable[..., str], pattern: str, texts: list[str]) -> str:
    """Write a sentence by a pattern, at each freedom as it comes."""

    def part(match: re.Match[str]) -> str:
        optional, choice, slot = match.groups()
        if optional is not None:
            return _say(draw, optional, texts) if draw(st.booleans()) else ""
        if choice is not None:
            return draw(st.sampled_from(choice.split("|")))
        if slot:
            texts.append(" ".join(draw(st.lists(_WORD, min_size=1, max_size=4))))
            return f"\0{len(texts) - 1}\0"
        return draw(st.sampled_from(SPACES))

    literal = _CHOICE.sub(part, pattern)
    literal = draw(st.sampled_from((literal, literal.lower(), literal.upper())))
    return literal.replace("'", draw(st.sampled_from("'’")))


@given(st.data(), st.sampled_from(PATTERNS))
def test_a_filled_sentence_is_read_back(data: st.DataObject, pattern: str) -> None:
    texts: list[str] = []
    sentence = _say(data.draw, pattern, texts)
    if "} {" in pattern:  # of two slots side by side the first takes one word
        texts[0] = texts[0].split()[0]
    for number, text in enumerate(texts):
        sentence = sentence.replace(f"\0{number}\0", text)
    page = data.draw(st.sampled_from(("", "Before it. ", "A line\n"))) + sentence
    after = ("", "\nA line", " After it.") if pattern[-1] in ".?!" else ("", "\nA line")
    page += data.draw(st.sampled_from(after))
    assert slots_of(pattern, page) == [texts]
    compiled = Pattern.compile(pattern)
    words = set(re.findall(r"[^\W\d_]+", page.lower()))
    assert compiled.words <= words
    plain = " ".join(page.lower().split())
    found = [needle for needle in compiled.needles if needle.text in plain]
    assert found
    assert any(needle.words <= words for needle in found)


@pytest.mark.parametrize("pattern", PATTERNS)
def test_reading_is_linear(pattern: str) -> None:
    needles = " ".join(needle.text for needle in Pattern.compile(pattern).needles)
    text = f"the {needles} x, " * 2000
    start = time.process_time()
    slots_of(pattern, text)
    assert time.process_time() - start < 2
