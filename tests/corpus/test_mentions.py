"""Pages that a page lists, in columns."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from exlint.corpus.mentions import NO_MENTIONS, Claim, Mention, Mentions, Stated

PLACES = st.integers(0, 2**32 - 1)
FACTS = st.builds(Stated, st.text(), st.text(), st.frozensets(st.text(), max_size=2))
CLAIMS = st.builds(Claim, FACTS, PLACES, PLACES, st.booleans())
MENTIONS = st.builds(
    Mention, st.text(), PLACES, PLACES, st.lists(CLAIMS, max_size=3).map(tuple)
)


@given(st.lists(MENTIONS, max_size=4))
def test_mentions_come_out_of_their_columns_as_they_went_in(
    mentions: list[Mention],
) -> None:
    kept = Mentions.of(mentions)
    assert list(kept) == list(Mentions.whole(kept.flat)) == mentions
    assert kept.names == tuple(mention.name for mention in mentions)
    assert bool(kept) is bool(mentions)


def test_no_mentions_are_one_object() -> None:
    assert Mentions.of([]) is NO_MENTIONS
