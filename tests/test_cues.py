"""What the words of a page make worth trying."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from exlint.cues import Cues

CUES = Cues((1, ("hope", "know let me")), (2, ("know not", "free feel")), (3, ()))
WORDS = st.frozensets(
    st.sampled_from(["hope", "know", "let", "me", "not", "free", "feel", "sit"])
)


def test_one_cue_of_which_all_words_are_there_is_enough() -> None:
    assert CUES.among(frozenset(["let", "me", "know"])) == [1]
    assert CUES.among(frozenset(["free", "hope", "feel"])) == [1, 2]
    assert not CUES.among(frozenset(["know", "me", "sit"]))


@given(WORDS)
def test_things_come_in_their_order(words: frozenset[str]) -> None:
    expected = [
        thing
        for thing, cues in (
            (1, ("hope", "know let me")),
            (2, ("know not", "free feel")),
        )
        if any(words.issuperset(cue.split()) for cue in cues)
    ]
    assert list(CUES.among(words)) == expected
