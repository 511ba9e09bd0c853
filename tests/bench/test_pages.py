"""The corpora of the benchmarks: the same each time, and broken where they say."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

import pytest
from bench.generator.defects import DEFECTS, Defect
from bench.generator.exercises import exercise
from bench.generator.phrases import words
from bench.pages import Corpus, write

from exlint.site import Site
from tests.support import built_in_types, run


def findings(corpus: Corpus) -> Counter[tuple[str, str]]:
    """Lint a corpus; count what is found by page and rule."""
    pages = {page.path: page.text for page in corpus.pages()}
    site = Site(files=frozenset(pages), base_url=words()["baseUrl"])
    found = run(pages, built_in_types(), site=site)
    return Counter((item.path, item.rule) for item in found)


def test_pages_without_defects_are_clean() -> None:
    assert findings(Corpus(150, defects=0)) == Counter()


def test_all_planted_defects_are_found_and_nothing_else() -> None:
    corpus = Corpus(150, seed=3, defects=1)
    planted = {(page.path, page.defect or "") for page in corpus.pages() if page.defect}
    assert len(planted) == 150
    assert findings(corpus) == Counter(planted)


@pytest.mark.parametrize("defect", DEFECTS, ids=lambda d: f"{d.rule}:{d.pattern:.20}")
def test_each_defect_breaks_a_page(defect: Defect) -> None:
    texts = [page.text for page in Corpus(10, defects=0, hubs=False).pages()]
    broken = [defect.apply(text) for text in texts]
    assert any(text is not None for text in broken)
    assert all(text is None or text not in texts for text in broken)


def test_a_seed_gives_the_same_pages_each_time() -> None:
    assert list(Corpus(20).pages()) == list(Corpus(20).pages())
    assert list(Corpus(20).pages()) != list(Corpus(20, seed=2).pages())


def test_names_and_most_sentences_stand_once() -> None:
    names = {exercise(number, 1).name for number in range(5000)}
    assert len(names) == 5000
    steps = [
        step
        for number in range(300)
        for step in re.findall(r"(?m)^\d\. (.*)$", Corpus(300).page(number).text)
    ]
    assert len(set(steps)) > len(steps) / 2


def test_pages_are_of_usual_size() -> None:
    corpus = Corpus(100, hubs=False)
    sizes = [len(page.text.encode()) for page in corpus.pages()]
    assert 2600 < sum(sizes) / len(sizes) < 3400


def test_a_corpus_is_written_with_notes_of_its_defects(tmp_path: Path) -> None:
    planted = write(Corpus(30, defects=0.5), tmp_path)
    files = list((tmp_path / "content/exercise").iterdir())
    notes = [
        json.loads(line) for line in (tmp_path / "planted.jsonl").open(encoding="utf-8")
    ]
    assert len(files) == 30
    assert Counter(note["rule"] for note in notes) == planted
    assert all((tmp_path / "content" / note["file"]).is_file() for note in notes)


def test_one_page_is_a_corpus() -> None:
    assert [page.path[:9] for page in Corpus(1).pages()] == ["exercise/"]
