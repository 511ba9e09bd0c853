"""A page's prose as numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from exlint.corpus.fingerprint import NO_SENTENCES, Sentences
from exlint.corpus.masking import NO_MASK, Mask
from exlint.page.reading import read_page
from exlint.text import Source
from tests.support import built_in_types

WORDS = ("press", "bar", "pull-up", "bench press", "and", "don’t", "90", "Übung", "—")


def slotted(words: Sequence[str], masked: frozenset[str]) -> list[str]:
    """Take masked words out one by one."""
    kept: list[str] = []
    for word in words:
        if word not in masked:
            kept.append(word)
        elif kept[-1:] == ["and"] and kept[-2:-1] == ["*"]:
            kept.pop()
        elif kept[-1:] != ["*"]:
            kept.append("*")
    return kept


def sentences(text: str) -> Sentences:
    page = read_page(Source.of("a.md", text), built_in_types())
    return Sentences.of(page, NO_MASK)


@given(st.lists(st.lists(st.sampled_from(WORDS)).map(" ".join), max_size=5))
def test_words_are_taken_out_of_all_lines_as_of_each(lines: list[str]) -> None:
    mask = Mask.of_facts("Bench Press", ["Bar"], None)
    lines = [line.lower() for line in lines]
    words = set(re.findall(r"[^\W\d_]+", " ".join(lines)))
    told = [line.decode() for line in mask.slotted(lines, words)]
    masked = frozenset(("bench_press", "bar"))
    for line, text in zip(lines, told, strict=True):
        joined = line.replace("bench press", "bench_press").replace("’", "'")
        parts = re.findall(r"[\w']+", joined)
        assert text == f" {' '.join(slotted(parts, masked))} ".replace("  ", " ")


def test_halves_tell_what_sentences_share() -> None:
    one = sentences("One two three four five six seven.\n")
    other = sentences("One two three four five six eight.\n")
    longer = sentences("Zero one two three four five six seven.\n")
    assert one.shapes[0] != other.shapes[0]
    assert one.shapes[0] & 0xFFFFFFFF == other.shapes[0] & 0xFFFFFFFF
    assert one.tails[0] == longer.tails[0] != other.tails[0]
    assert (one.sizes[0], one.starts[0]) == (7, 0)


def test_short_sentences_are_not_compared() -> None:
    assert sentences("One two three four.\n") is NO_SENTENCES
