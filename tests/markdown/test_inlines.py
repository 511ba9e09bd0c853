"""Links, code and prose are what the untouched library makes of a text."""

import pytest
from hypothesis import given

from exlint.markdown import OBJECT
from tests.markdown.checks import document_of
from tests.markdown.documents import documents, inline_soup, soup
from tests.markdown.library import inlines_of_exlint, inlines_of_library
from tests.markdown.spec import spec_examples


def check(text: str) -> None:
    document = document_of(text)
    if document.front_matter is None:
        assert inlines_of_exlint(document) == inlines_of_library(text)


@pytest.mark.parametrize("text", spec_examples())
def test_an_example_of_the_specification(text: str) -> None:
    check(text)


@given(documents())
def test_a_document(text: str) -> None:
    check(text)


@given(soup())
def test_any_text(text: str) -> None:
    check(text)


@given(inline_soup())
def test_any_inline_text(text: str) -> None:
    check(text)


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        (
            "a *b* **c** ~~d~~ `e` ![f](g) <http://h.i>",
            f"a b c d {OBJECT} {OBJECT} {OBJECT}",
        ),
        ("a * b_c", "a * b_c"),
        ("3 \\* 4 &amp; \\a", "3 * 4 & \\a"),
        ("a  \nb\\\nc\nd", "a b c d"),
        ("a <i>b</i> c<br>d<!-- e -->", "a b c d"),
        ("foo *\nbar ~ *", "foo * bar ~ *"),
        ("[a `b`](c) [d][e]", f"a {OBJECT} [d][e]"),
        ("[l](u)\\ \nb", "l\\  b"),
    ],
)
def test_prose_is_what_a_reader_sees(text: str, prose: str) -> None:
    assert document_of(text).prose.text == prose + "\n"


@pytest.mark.parametrize(
    ("text", "address", "place"),
    [
        ("[a](b)", "b", "b"),
        ("[a]( <b c> 'd' )", "b%20c", "b c"),
        ("[a]()", "", ""),
        ("![a](b\\_c.png)", "b_c.png", "b\\_c.png"),
        ("<x@y.z>", "mailto:x@y.z", "x@y.z"),
        ("[a][b]\n\n[b]: c", "c", None),
        ("[a](d e)\n\n[a]: c", "c", None),
    ],
)
def test_a_link_knows_its_address(text: str, address: str, place: str | None) -> None:
    document = document_of(text)
    (link,) = document.links
    assert link.target == address
    assert (link.target_span and document.source[link.target_span]) == place


def test_strong_text_is_found() -> None:
    document = document_of("***a** b* __c__ **d *e* f**")
    assert [document.source[span] for span in document.strong] == ["a", "c", "d *e* f"]
