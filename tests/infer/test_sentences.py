"""Patterns mined from pages of several fields, and read back by the linter."""

from collections.abc import Mapping
from itertools import cycle, islice

from hypothesis import given
from hypothesis import strategies as st

from exlint.infer.gaps import Fact, KnownValues, agrees, meaning_of, said
from exlint.infer.page_texts import page_text
from exlint.infer.sentence_shapes import Thresholds
from exlint.infer.sentences import MinedPattern, PageText, mine
from exlint.page.reading import PageType, PageTypes, read_page
from exlint.pagetype.pattern import Pattern
from exlint.pagetype.schema import SchemaStore
from exlint.text import Source

LEVELS = ("Beginner", "Intermediate", "Advanced")
PARTS = ("Chest", "Upper Legs", "Back")
TOOLS = ("Barbell", "Dumbbell", "Elastic Band")
MUSCLES = (("Soleus",), ("Triceps", "Forearms"), ("Core", "Glutes", "Calves"))


def lifts(count: int = 24) -> list[PageText]:
    """Pages on exercises."""
    names = [f"{verb} {noun}" for verb in VERBS for noun in ("Press", "Row", "Lunge")]
    rows = zip(
        names,
        cycle(LEVELS),
        cycle(PARTS[:2]),
        cycle(TOOLS),
        cycle(MUSCLES),
        strict=False,
    )
    return [lift(*row) for row in islice(rows, count)]


VERBS = ("Low", "High", "Slow", "Wide", "Seated", "Tall", "Half", "Side", "Long")


def lift(
    name: str, level: str, part: str, tool: str, muscles: tuple[str, ...]
) -> PageText:
    article = "an" if level[0] in "AEIOU" else "a"
    listed = " and ".join(filter(None, (", ".join(muscles[:-1]), muscles[-1]))).lower()
    return page(
        f"{level} {part.lower()} exercise done with {tool.lower()}.",
        f"The {name} is rated as {article} {level.lower()} movement.",
        f"It also works the {listed}.",
        f"Keep your {part.lower() if name[0] < 'M' else 'feet'} still.",
        "Breathe out as you push.",
        name=name,
        level=level,
        part=part,
        tool=tool,
        muscles=muscles,
    )


def page(*sentences: str, name: str, **values: Fact) -> PageText:
    return PageText(f"{name}.md", sentences, {"name": name, **values})


def changed(page: PageText, old: str, new: str) -> PageText:
    """A page with other words."""
    sentences = tuple(sentence.replace(old, new) for sentence in page.sentences)
    assert sentences != page.sentences
    return PageText(page.path, sentences, page.values)


def texts(pages: list[PageText]) -> list[str]:
    return [mined.text for mined in mine(pages)]


def found(pages: list[PageText], text: str) -> MinedPattern:
    (mined,) = (mined for mined in mine(pages) if mined.text == text)
    return mined


def test_gaps_that_equal_facts_are_slots() -> None:
    assert texts(lifts()) == [
        "{level} {part} exercise done with {tool}.",
        "The {name} is rated as (a|an) {level} movement.",
        "It also works the {muscles}.",
    ]


def test_patterns_that_read_the_same_words_stand_the_more_particular_first() -> None:
    pages = [
        page(
            f"The {name} is {level.lower()}.",
            f"The {name} is quite {level.lower()} today.",
            name=name,
            level=level,
        )
        for name, level in zip((f"{v} Row" for v in VERBS), cycle(LEVELS), strict=False)
    ]
    assert texts(pages) == [
        "The {name} is quite {level} today.",
        "The {name} is {level}.",
    ]


def test_another_field_works_the_same_way() -> None:
    pages = [
        page(
            f"{name} wants {light} and {water} water.",
            f"Sow {name.lower()}s in {month}.",
            "Do not let it dry out.",
            name=name,
            light=light,
            water=water,
            month=month,
        )
        for name, light, water, month in zip(
            ("Tulip", "Poppy Seed", "Leek", "Chive", "Fern", "Mint", "Dill", "Aster"),
            cycle(("full sun", "half shade")),
            cycle(("little", "much", "no")),
            cycle(("March", "April", "early May")),
            strict=False,
        )
    ]
    assert texts(pages) == [
        "{name} wants {light} and {water} water.",
        "Sow {name}s in {month}.",
    ]
    assert len(mine(pages, Thresholds(fewest_words=3))) == 1
    assert mine(pages, Thresholds(fewest_pages=9)) == ()


def test_a_contradiction_belongs_to_its_pattern() -> None:
    pages = lifts()
    pages[3] = changed(pages[3], "rated as a beginner", "rated as an advanced")
    mined = found(pages, "The {name} is rated as (a|an) {level} movement.")
    assert (mined.pages, mined.total) == (24, 24)
    assert mined.contradicted == (pages[3].path,)


def test_an_empty_slot_is_a_contradiction() -> None:
    pages = lifts()
    pages[4] = changed(pages[4], "done with dumbbell", "done with ")
    mined = found(pages, "{level} {part} exercise done with {tool}.")
    assert mined.contradicted == (pages[4].path,)


def test_another_page_s_name_is_a_contradiction() -> None:
    pages = lifts()
    pages[5] = changed(pages[5], "High Lunge", "Wide Press")
    mined = found(pages, "The {name} is rated as (a|an) {level} movement.")
    assert mined.contradicted == (pages[5].path,)


def test_an_incomplete_list_is_a_contradiction() -> None:
    pages = lifts()
    pages[2] = changed(pages[2], "core, glutes and calves", "core and calves")
    mined = found(pages, "It also works the {muscles}.")
    assert mined.contradicted == (pages[2].path,)


def test_too_many_contradictions_make_no_pattern() -> None:
    pages = [
        PageText(p.path, tuple(map(_with_barbell, p.sentences)), p.values)
        for p in lifts()
    ]
    assert not any("{tool}" in text for text in texts(pages))


def _with_barbell(sentence: str) -> str:
    return sentence.replace("dumbbell", "barbell").replace("elastic band", "barbell")


def test_a_word_that_never_varies_is_no_slot() -> None:
    """Nearly all pages are of the category that the sentence happens to name."""
    pages = [
        page(
            f"A lift for {part.lower()} strength and nothing else.",
            name=f"Lift {number}x",
            part=part,
            kind="Strength" if number % 10 else "Cardio",
        )
        for number, part in zip(range(40), cycle(PARTS), strict=False)
    ]
    assert texts(pages) == ["A lift for {part} strength and nothing else."]


def test_a_sentence_for_one_fact_says_when_it_stands() -> None:
    pages = [
        PageText(p.path, (*p.sentences, *advice(p.values)), p.values) for p in lifts()
    ]
    mined = found(pages, "Yes, it is made for {level} lifters.")
    assert mined.note() == {
        "text": "Yes, it is made for {level} lifters.",
        "when": {"level": "Beginner"},
    }


def advice(values: Mapping[str, Fact]) -> tuple[str, ...]:
    is_easy = values["level"] == "Beginner"
    return ("Yes, it is made for beginner lifters.",) if is_easy else ()


def test_a_sentence_of_some_pages_is_optional() -> None:
    pages = lifts()
    pages += [PageText(p.path, (), p.values) for p in lifts(27)[24:]]
    mined = found(pages, "It also works the {muscles}.")
    assert "optional" not in mined.note(required_at=0.8)
    assert mined.note()["optional"]


def test_an_article_of_some_sentences_may_be_absent() -> None:
    pages = [
        changed(p, "with barbell", "with a barbell")
        if "barbell" in p.sentences[0]
        else p
        for p in lifts()
    ]
    assert "{level} {part} exercise done with[ a] {tool}." in [
        text.replace("(a|an)", "a") for text in texts(pages)
    ]


def test_an_article_of_another_language_stays() -> None:
    pages = [
        page(
            f"Indicado para {part} a {speed} ritmo.",
            name=f"Salto {number}y",
            part=part,
            speed=speed,
        )
        for number, part, speed in zip(
            range(12), cycle(PARTS), cycle(("bajo", "medio")), strict=False
        )
    ]
    assert texts(pages) == ["Indicado para {part} a {speed} ritmo."]


def test_a_name_or_a_label_alone_is_no_pattern() -> None:
    pages = [
        page(
            f"{name}", f"Skill Level: {level}.", f"{name}?", name=name, skillLevel=level
        )
        for name, level in zip(
            (v + " Press" for v in VERBS), cycle(LEVELS), strict=False
        )
    ]
    assert texts(pages) == []


def test_gaps_that_are_no_facts_of_their_page_are_no_slots() -> None:
    pages = lifts()
    shifted = [*pages[1:], pages[0]]
    mixed = [
        PageText(one.path, other.sentences, one.values)
        for one, other in zip(pages, shifted, strict=True)
    ]
    assert texts(mixed) == []


def test_order_of_pages_does_not_matter() -> None:
    assert mine(lifts()) == mine(lifts()[::-1])


def test_no_pages_have_no_patterns() -> None:
    assert mine([]) == ()
    assert mine([page("A page alone with nothing else.", name="Alone")]) == ()


def test_values_in_a_row_are_one_gap() -> None:
    known = KnownValues.of([{"muscles": ("Soleus", "Core")}, {"tool": "Barbell"}])
    shape = known.shape("An  even soleus, core and barbells’ set")
    assert [gap.text for gap in shape.gaps] == ["soleus, core", "barbell"]
    assert shape.key == ("an even ", " and ", "s' set")


def test_a_page_gives_its_sentences_and_facts() -> None:
    schema = {
        "type": "object",
        "properties": {
            "name": {"type": "string", "x-markdown": {"at": "title"}},
            "about": {
                "type": "string",
                "x-markdown": {"section": "About", "as": "text"},
            },
            "needs": {"type": "array", "x-markdown": {"fact": "Needs", "split": ","}},
        },
    }
    types = PageTypes({"x": PageType.of("x", "x", SchemaStore({"x": schema}))})
    text = (
        "# Leek\n\nHello.\n\n## About\n\nA leek. It grows.\n\n- **Needs:** sun, fog\n"
    )
    told = page_text(read_page(Source.of("leek.md", text), types, "x"))
    assert told.sentences == ("Hello.", "About", "A leek.", "It grows.")
    assert told.homes == ("", "about", "about", "about")
    assert told.values == {"name": "Leek", "needs": ("sun", "fog")}


def test_that_a_page_is_not_written_yet_is_no_sentence_of_it() -> None:
    text = "# Leek\n\nThis page is a stub.\n\nIt grows in winter.\n"
    told = page_text(read_page(Source.of("leek.md", text), PageTypes({})))
    assert told.sentences == ("It grows in winter.",)


_WORDS = st.sampled_from(
    ("lifts", "under", "often", "bright", "seven", "kettle", "moves", "the", "with")
)
_VALUES = st.lists(
    st.text(alphabet="bcdfgklmnprt", min_size=4, max_size=7),
    min_size=3,
    max_size=6,
    unique_by=lambda text: text.rstrip("s"),
)


@given(
    st.lists(st.lists(_WORDS, min_size=1, max_size=3), min_size=3, max_size=3),
    _VALUES,
    _VALUES,
    st.integers(min_value=8, max_value=30),
)
def test_what_is_mined_reads_the_facts_back(
    words: list[list[str]], colours: list[str], sizes: list[str], count: int
) -> None:
    before, between, after = map(" ".join, words)
    pages = [
        page(
            f"It {before} {colour} {between} {size} {after} now.",
            name=f"Thing {number}",
            colour=colour,
            size=size,
        )
        for number, colour, size in zip(
            range(count), cycle(colours), cycle(sizes), strict=False
        )
    ]
    for mined in mine(pages):
        pattern = Pattern.compile(mined.text)
        matches = [(p, pattern.read(p.sentences[0])) for p in pages]
        assert mined.pages == sum(match is not None for _, match in matches) == count
        assert mined.contradicted == ()
        for page_, match in matches:
            for slot in match.slots if match else ():
                fact = page_.values[slot.name]
                assert agrees(said(slot.text), meaning_of(fact))
