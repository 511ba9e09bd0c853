"""Cheap questions that stand before a closer look: they must not hide anything."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exlint.corpus.equipment import equipment_field, foreign_equipment, foreign_words
from exlint.page import Page, headings, items
from exlint.page.headings import fake_headings, is_bare, questions
from exlint.pagetype.layout import Assertion
from exlint.pagetype.pattern import Match
from exlint.rules.facts.file_name import _letters
from exlint.rules.structure import list_damage
from exlint.text import Span
from tests.markdown.documents import documents
from tests.page.test_reading import read

PAGE = """\
# {title}

## Quick answer

{text}

- **Body Part:** Back
- **Equipment:** Barbell

## How to perform

1. {text}
2. {text}

## FAQ

### {title}?

{text}
"""
ASSERTING = st.sampled_from(
    [
        *("it is", "a", "the", "back", "barbell", "lats", "targets", "primarily"),
        *("using", "a t-bar", "primary", "muscle is", "muscles", "secondary", "not"),
        *("ez bar", "beginner", "exercise", "for", "t", "bar.", "row."),
    ]
)
SENTENCES = st.lists(ASSERTING, min_size=1, max_size=12).map(" ".join)


def is_bare_line(line: str) -> bool:
    line = line.strip()
    is_rule = re.fullmatch(r"[-*_](?:[ \t]*[-*_])*", line) is not None
    return not line or is_rule or line.startswith("<!-- exlint-")


@given(
    st.lists(
        st.sampled_from([*"-*_ \t\n\u00a0\x0bax<", "\r\n", "<!-- exlint-", "-->"]),
        max_size=12,
    ).map("".join)
)
def test_what_is_bare_has_no_line_that_shows_anything(text: str) -> None:
    lines = re.split(r"[\r\n]+", text)
    assert is_bare(read(text), 0, len(text)) is all(map(is_bare_line, lines))


@given(documents())
def test_hashes_that_are_counted_hide_no_fake_heading(text: str) -> None:
    page = read(text)
    found = list(fake_headings(page))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(headings, "_has_loose_hash", lambda _: True)
        assert list(fake_headings(page)) == found


@given(documents())
def test_questions_are_headings_in_sections_of_questions(text: str) -> None:
    page = read(f"{text}\n\n## FAQ\n\n### Why?\n\n{text}")
    if page.layout is None:
        return
    names = {name.name for name in page.layout.question_sections}

    def is_question(heading: Span) -> bool:
        section = page.section_at(heading.start)
        if section is None or section.name is None:
            return False
        return section.heading.span != heading and section.name.name in names

    expected = [one.span for one in page.headings if is_question(one.span)]
    assert [one.span for one in questions(page)] == expected


@given(documents())
def test_damaged_lists_are_found_without_asking_each_item(text: str) -> None:
    page = read(text)
    found = list(list_damage.check(page))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(list_damage, "_are_nested", lambda _: True)
        assert list(list_damage.check(page)) == found


@pytest.mark.parametrize(
    ("text", "count"),
    [("1. Sit. 2. Stand", 1), ("1. Sit. ٢. Stand", 1), ("1. Sit. 3. Stand", 0)],
)
def test_a_step_that_goes_on_counting(text: str, count: int) -> None:
    page = read(text)
    found = items.steps_within(page, page.lists[0].children[0])
    assert len(found) == count


@given(st.text(st.characters(max_codepoint=0x7F)))
def test_letters_of_ascii_are_those_of_any_text(text: str) -> None:
    assert f"{_letters(text)}e" == _letters(f"{text}é")


def _start(found: tuple[Assertion, Match]) -> int:
    return found[1].start


@given(SENTENCES, SENTENCES)
def test_words_that_are_absent_hide_no_assertion(title: str, text: str) -> None:
    page = read(PAGE.format(title=title, text=text), configured="exercise")
    assert page.layout
    free = page.sentences.without((one.start, one.end) for one in page.statements)
    expected = [
        (item, match)
        for item in page.layout.assertions
        for match in item.pattern.search(
            page.prose.text, free, *(page.prose_homes[name] for name in item.fields)
        )
        if all(
            one.end <= match.start or match.end <= one.start for one in page.statements
        )
    ]
    assert sorted(page.assertions, key=_start) == sorted(expected, key=_start)


def all_foreign(page: Page, words: list[str]) -> list[tuple[str, str, Span]]:
    field = equipment_field(page)
    assert field
    home = Span(0, len(page.lowered))
    return list(foreign_equipment(page, field, words, home))


@given(SENTENCES, SENTENCES)
def test_words_that_are_absent_hide_no_equipment(title: str, text: str) -> None:
    page = read(PAGE.format(title=title, text=text), configured="exercise")
    assert all_foreign(page, foreign_words(page)) == all_foreign(page, [""])
