"""What is kept of a page when it has been read."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from exlint.corpus import Corpus, Entry
from exlint.corpus.links import Links
from exlint.page.reading import read_page
from exlint.site import Site
from exlint.text import Source
from tests.markdown.checks import document_of
from tests.support import ROOT, built_in_types

PAGE = ROOT / "examples/content/exercise/chin-up.md"


def entry(text: str, path: str = "a/page.md") -> Entry:
    return Entry.of(read_page(Source.of(path, text), built_in_types()))


@pytest.fixture(scope="module")
def chin_up() -> Entry:
    return entry(PAGE.read_text("utf-8"), "exercise/chin-up.md")


def test_an_entry_has_name_type_facts_and_links(chin_up: Entry) -> None:
    assert (chin_up.name, chin_up.type, chin_up.folder) == (
        *("Chin-Up", "exercise", "exercise"),
    )
    assert chin_up.fact("equipment") == (
        *("equipment", "Pull-Up Bar", frozenset({"Pull-Up Bar"})),
    )
    assert "Pull-Up Bar" in chin_up.stated
    ((name, related),) = chin_up.related
    assert (name, len(related)) == ("related", 3)
    assert set(related.targets) <= set(chin_up.links.targets)
    assert chin_up.anchors.headings[1] == "Quick answer"


def test_a_place_is_known_by_its_section() -> None:
    kept = entry("# A\n\n## B\n\nText\n\n## C\n\nText\n\n## B\n")
    places = [kept.section_at(offset) for offset in (0, 5, 10, 17, 30)]
    assert places[0] == 0
    assert places[1] == places[2] == places[4] != places[3] > 0


def test_links_are_kept_in_columns() -> None:
    links = document_of("[a](b) ![c](<d e>) [f][g] <hi:j>\n\n[g]: k\n").links
    kept = Links.of(links)
    told = [(link.kind, link.target, link.span, link.target_span) for link in links]
    assert list(kept) == told
    assert kept[1:3] == tuple(told[1:3])
    assert kept[2].place == kept[2].span
    assert kept[-1].target == "hi:j"


def test_an_entry_travels(chin_up: Entry) -> None:
    sent = pickle.dumps(chin_up)
    assert pickle.loads(sent) == chin_up
    assert len(sent) < 4_000


def test_the_name_is_the_title_or_what_the_front_matter_says() -> None:
    assert entry("# A *b*\n").name == "A b"
    named = entry("---\ntitle: A b\nid: 7\n---\nText\n")
    assert (named.name, named.ids[0][:2]) == ("A b", ("id", "7"))
    assert entry("Text\n").name == ""


def test_entries_are_found_by_name_and_kind() -> None:
    names = {"a/one.md": "Sit-Up", "b/two.md": "sit up", "a/three.md": "Plank"}
    pages = [entry(f"# {name}\n", path) for path, name in names.items()]
    corpus = Corpus.of(
        [*pages, entry("# Index\n", "a/index.md")], Site(files=frozenset())
    )
    assert [page.path for page in corpus.names["sit up"]] == ["a/one.md", "b/two.md"]
    assert [page.path for page in corpus.kin["a/"]] == ["a/one.md", "a/three.md"]
    assert len(list(corpus)) == 4


@pytest.mark.parametrize(
    "path", sorted((ROOT / "examples/content").rglob("*.md")), ids=lambda p: p.name
)
def test_every_example_page_is_kept(path: Path) -> None:
    kept = entry(path.read_text("utf-8"), path.as_posix())
    assert pickle.loads(pickle.dumps(kept)) == kept
