"""A baseline knows findings by what they are, not by where they stand."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exlint.baseline import Baseline, BaselineError
from tests.support import run

PAGE = """\
# Squat

## Steps

Push The forward.

Some text.

## Tips

Lower The back down.
"""


def _all(*_: str) -> bool:
    return True


def test_the_findings_of_a_baseline_are_known() -> None:
    found = run({"a.md": PAGE}, rules=["dangling-article"])
    baseline = Baseline.loads(Baseline.of(found).dumps())
    assert len(found) == 2
    assert all(map(baseline.knows, found))


def test_lines_added_above_change_nothing() -> None:
    baseline = Baseline.of(run({"a.md": PAGE}, rules=["dangling-article"]))
    moved = PAGE.replace("# Squat\n", "# Squat\n\nAn introduction.\n\nAnd more.\n")
    found = run({"a.md": moved}, rules=["dangling-article"])
    assert len(found) == 2
    assert all(map(baseline.knows, found))
    assert len(baseline.stale(found, _all)) == 0


def test_an_equal_finding_elsewhere_on_the_page_is_new() -> None:
    baseline = Baseline.of(run({"a.md": PAGE}, rules=["dangling-article"]))
    text = PAGE.replace("Push The forward.\n", "Fine.\n") + "\nPush The forward.\n"
    found = run({"a.md": text}, rules=["dangling-article"])
    assert [baseline.knows(item) for item in found] == [True, False]
    assert len(baseline.stale(found, _all)) == 1


def test_a_second_equal_finding_is_new() -> None:
    baseline = Baseline.of(run({"a.md": PAGE}, rules=["dangling-article"]))
    text = PAGE.replace("Some text.", "Push The forward.")
    found = run({"a.md": text}, rules=["dangling-article"])
    assert [baseline.knows(item) for item in found].count(False) == 1


def test_stale_findings_can_be_dropped() -> None:
    baseline = Baseline.of(run({"a.md": PAGE}, rules=["dangling-article"]))
    stale = baseline.stale([], _all)
    assert len(stale) == 2
    assert baseline.without(stale) == Baseline({})
    assert baseline.without(stale).with_(stale) == baseline


def test_what_was_not_looked_at_is_not_stale() -> None:
    baseline = Baseline.of(run({"a.md": PAGE}, rules=["dangling-article"]))
    for path, rule in (("b.md", "dangling-article"), ("a.md", "doubled-word")):
        stale = baseline.stale([], lambda *of, judged=(path, rule): of == judged)
        assert len(stale) == 0


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "is not JSON"),
        ("[]", "is not an exlint baseline"),
        ('{"version": 9, "findings": {}}', "is of version 9, expected 1"),
        ('{"version": 1, "findings": {"a.md": [{}]}}', "is not an exlint baseline"),
    ],
)
def test_a_wrong_file_is_refused(text: str, message: str) -> None:
    with pytest.raises(BaselineError, match=message):
        Baseline.loads(text)


@given(
    st.lists(
        st.sampled_from(
            ["Push The forward.", "Lower The back down.", "Fine text.", "Hold The up."]
        ),
        max_size=6,
    ),
    st.randoms(),
)
def test_reordered_paragraphs_lose_and_invent_nothing(
    paragraphs: list[str], random: object
) -> None:
    def text(parts: list[str]) -> str:
        return "# Squat\n\n## Steps\n\n" + "\n\n".join([*parts, "End."]) + "\n"

    before = run({"a.md": text(paragraphs)}, rules=["dangling-article"])
    shuffled = list(paragraphs)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    after = run({"a.md": text(shuffled)}, rules=["dangling-article"])
    baseline = Baseline.of(before)
    assert all(map(baseline.knows, after))
    assert len(baseline.stale(after, _all)) == 0


def test_the_file_is_sorted_with_a_finding_a_line() -> None:
    found = run({"b.md": PAGE, "a.md": PAGE}, rules=["dangling-article"])
    text = Baseline.of(found).dumps()
    assert list(json.loads(text)["findings"]) == ["a.md", "b.md"]
    assert sum('"fingerprint"' in line for line in text.splitlines()) == 4
