"""Rules on pages against pages, for which the examples of their pages are too few."""

from __future__ import annotations

import pickle
import random
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path

import pytest
from click.testing import CliRunner

from exlint.cli import app
from exlint.corpus import Corpus, Entry
from exlint.corpus.likeness import (
    NEIGHBOURS,
    SKETCH,
    candidates,
    clusters,
    common_shapes,
)
from exlint.diagnostic import Diagnostic
from exlint.page.reading import read_page
from exlint.rules.corpus import near_duplicate
from exlint.site import Site
from exlint.text import Source
from tests.support import built_in_types, run

WORDS = [f"{a}{b}" for a in "bdfgklmnprst" for b in ("ale", "ipo", "oru", "unt", "eva")]


def prose(seed: int, sentences: int = 8) -> str:
    """Sentences that no other seed makes."""
    chance = random.Random(seed)
    return " ".join(
        " ".join(chance.choices(WORDS, k=10)).capitalize() + "."
        for _ in range(sentences)
    )


def entry(path: str, text: str) -> Entry:
    return Entry.of(read_page(Source.of(path, text), built_in_types()))


def exercise(
    name: str, steps: str, equipment: str = "Barbell", summary: str = "A move."
) -> str:
    return f"""# {name}

## Quick answer

{summary}

- **Body Part:** Legs
- **Equipment:** {equipment}
- **Target Muscle:** Quads
- **Secondary Muscles:** Glutes
- **Difficulty:** Beginner
- **Category:** Strength

## How to perform

{steps}

## Pro tips

- Breathe.
"""


def hub(*entries: str) -> str:
    listed = "\n".join(f"- **{one}**" for one in entries)
    summary = "# Leg Exercises\n\n## Quick answer\n\nLegs.\n\n"
    return f"{summary}## All Leg Exercises\n\n{listed}\n"


def found(
    pages: Mapping[str, str], rule: str, site: Site | None = None
) -> list[Diagnostic]:
    return run(pages, rules=[rule], site=site)


def test_an_entry_is_small_and_travels_between_processes() -> None:
    """Pages by the hundred thousand have to fit into memory, without their text."""
    text = exercise("Squat", "1. Stand up.\n2. Sit down.\n3. Repeat.\n") + prose(1, 80)
    kept = pickle.dumps(entry("squat.md", text))
    assert len(kept) < len(text)
    assert b"Stand up" not in kept
    assert pickle.loads(kept) == entry("squat.md", text)


def test_alike_pages_are_found_among_thousands() -> None:
    entries = [entry(f"a/{n}.md", f"# Move {n}\n\n{prose(n)}\n") for n in range(2_000)]
    copied = prose(7).replace("Bale", "Bipo", 1)
    entries.append(entry("a/copy.md", f"# Other Move\n\n{copied}\n"))
    corpus = Corpus.of(entries, Site())
    reported = {one.path for one, _ in near_duplicate.check_corpus(corpus)}
    assert reported == {"a/7.md", "a/copy.md"}


@pytest.mark.parametrize("pages", [100, 1_000, 4_000])
def test_comparisons_grow_with_the_pages_and_no_faster(pages: int) -> None:
    same = candidates([set(range(50))] * pages)
    assert len(same) <= pages * NEIGHBOURS
    chance = random.Random(1)
    mixed = candidates([set(chance.choices(range(500), k=40)) for _ in range(pages)])
    assert len(mixed) <= pages * SKETCH * NEIGHBOURS / 2


def pairs_of(shared: int, own: int) -> list[set[int]]:
    """A thousand pages: each two share some hashes, and have some of their own."""
    size = shared + 2 * own
    numbers = random.Random(2).sample(range(2**32), size * 500)
    pages: list[set[int]] = []
    for start in range(0, len(numbers), size):
        pages.append(set(numbers[start : start + own + shared]))
        pages.append(set(numbers[start + own : start + size]))
    return pages


@pytest.mark.parametrize(
    ("shared", "own"), [(2, 0), (4, 0), (8, 1), (40, 5), (160, 20)]
)
def test_pages_that_share_four_fifths_of_their_hashes_are_compared(
    shared: int, own: int
) -> None:
    pages = pairs_of(shared, own)
    twins = {(n, n + 1) for n in range(0, len(pages), 2)}
    assert twins <= set(candidates(pages))


def test_pages_that_share_a_sentence_here_and_there_are_not() -> None:
    assert len(candidates(pairs_of(4, 40))) < 0.2 * 500


def test_clusters_connect_what_pairs_connect() -> None:
    assert list(clusters([(4, 5), (1, 2), (2, 3)])) == [[1, 2, 3], [4, 5]]
    assert list(clusters(pairwise(range(5)))) == [[0, 1, 2, 3, 4]]


def test_what_pages_have_in_common_is_asked_of_a_sample_and_counted_in_all() -> None:
    shared = "Ask your coach when something hurts in a new place."
    entries = [
        entry(f"a/{n}.md", f"# Move\n\n{prose(n, 1)} {shared if n % 4 else ''}\n")
        for n in range(2_400)
    ]
    assert list(common_shapes(entries, 0.5).values()) == [1_800]


def test_a_copy_keeps_being_one_with_another_name_and_other_facts() -> None:
    text = (
        "Take the {0} from the rack and step back twice. The {0} stays in line with"
        " your heels. Sink until your {1} cannot go lower, and drive up without haste."
        " A mirror beside you shows whether your trunk stays at one angle all the way."
        " Three rounds with a long rest between them are plenty for most people."
    )
    bar, cable = text.format("barbell", "hips"), text.format("cable", "legs")
    pages = {
        "a/one.md": exercise("Barbell Squat", "1. Go.\n", summary=bar),
        "a/two.md": exercise("Cable Squat", "1. Come.\n", "Cable", summary=cable),
    }
    assert [item.path for item in found(pages, "near-duplicate")] == list(pages)


def test_eight_pages_with_the_steps_of_one() -> None:
    steps = "1. Lie down.\n2. Lift your hips.\n3. Lower them slowly.\n"
    names = [f"Bridge {word}" for word in WORDS[:8]]
    pages = {f"{n}.md": exercise(name, steps) for n, name in enumerate(names)}
    pages["other.md"] = exercise("Squat", "1. Stand.\n2. Sit.\n3. Rest.\n")
    items = found(pages, "shared-steps")
    assert len(items) == 8
    assert items[0].finding.message == (
        "has the steps of 'Bridge bipo' (1.md) and 6 other pages"
    )


def test_translations_are_no_duplicates() -> None:
    steps = "1. Lie down.\n2. Lift your hips.\n3. Lower them slowly.\n"
    pages = {f"{lang}/squat.md": exercise("Squat", steps) for lang in ("en", "en-gb")}
    for rule in ("shared-steps", "near-duplicate", "duplicate-title", "duplicate-id"):
        assert found(pages, rule) == []


KNOWN = (
    *("Squat", "Lunge", "Step Up", "Leg Press", "Calf Raise", "Wall Sit", "Box Jump"),
    *("Leg Curl", "Leg Swing", "Side Kick", "Sled Push", "Sissy Squat", "Split Squat"),
)


def library() -> dict[str, str]:
    return {
        f"exercise/{name.lower().replace(' ', '-')}.md": exercise(name, "1. Go.\n")
        for name in KNOWN
    }


def test_an_entry_without_a_page_is_reported_where_the_site_is_known() -> None:
    pages = {**library(), "hub.md": hub(*KNOWN, "Leg Pres")}
    (item,) = found(pages, "entry-drift")
    assert item.finding.message == "no page 'Leg Pres': did you mean 'Leg Press'?"


def test_an_entry_without_a_page_is_fine_on_a_part_of_a_site() -> None:
    pages = {**library(), "hub.md": hub(*KNOWN, *(f"Move {word}" for word in WORDS))}
    assert found(pages, "entry-drift") == []


def test_a_route_is_as_good_as_a_page() -> None:
    pages = {**library(), "hub.md": hub(*KNOWN, "World's Best Squat", "Odd One")}
    routes = frozenset({"/exercise/world-s-best-squat", "/about"})
    items = found(pages, "entry-drift", Site(files=frozenset(pages), routes=routes))
    assert [item.finding.message for item in items] == ["no page 'Odd One'"]


def test_a_hub_checked_alone_is_held_against_its_pages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    listed = hub(*KNOWN).replace("**Squat**", "**Squat** — Hard | Target: Abs")
    for path, text in {**library(), "hub.md": listed}.items():
        Path(path).parent.mkdir(exist_ok=True)
        Path(path).write_text(text, "utf-8")
    said = CliRunner().invoke(app, ["hub.md", "--select", "entry-drift"]).output
    assert "'Squat' is 'Abs' here, 'Quads' on its page exercise/squat.md" in said


def test_a_template_that_drifted_on_one_page_of_hundreds() -> None:
    sentence = "Stop at once when the {} hurts and ask somebody who knows it."
    pages = {
        f"a/{n}.md": f"# Move {WORDS[n % 60]} {n}\n\n{prose(n, 2)} "
        + sentence.format("joint")
        for n in range(300)
    }
    pages["a/odd.md"] = f"# Odd\n\n{prose(999, 2)} {sentence.format('muscle')}\n"
    pages["a/none.md"] = f"# None\n\n{prose(998, 2)}\n"
    (item,) = found(pages, "template-drift")
    assert item.path == "a/odd.md"
    assert "300 of 302 pages" in item.finding.message


def test_pages_that_all_differ_have_not_drifted() -> None:
    pages = {f"a/{n}.md": f"# Move {n}\n\n{prose(n)}\n" for n in range(60)}
    for rule in ("template-drift", "near-duplicate", "shared-steps", "outlier"):
        assert found(pages, rule) == []
