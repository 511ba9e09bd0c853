"""Which pages are of one type."""

from __future__ import annotations

import pytest

from tests.infer.plants import garden
from tests.infer.support import clusters

NOTE = "# Week {0}\n\n## Done\n\nWeeded bed {0}.\n\n## Next\n\nSow row {0}.\n"


def paths(pages: object) -> list[str]:
    return [page.path for page in pages]  # type: ignore[attr-defined]


def notes(folder: str, number: int = 4) -> dict[str, str]:
    return {f"{folder}/week-{n}.md": NOTE.format(n) for n in range(number)}


def test_pages_of_one_layout_are_one_type() -> None:
    found = clusters(garden())
    assert [len(kind.pages) for kind in found.types] == [30]
    assert paths(found.others) == ["plants/index.md"]


def test_two_layouts_in_one_folder_are_two_types() -> None:
    found = clusters({**garden(), **notes("plants")})
    assert [len(kind.pages) for kind in found.types] == [30, 4]


def test_one_layout_in_many_folders_is_one_type() -> None:
    pages = {f"{path[:8]}/{path[7:]}": text for path, text in garden().items()}
    assert len(clusters(pages).types) == 1


def test_what_the_site_generator_renders_otherwise_is_another_type() -> None:
    text = "---\nlayout: {}\nauthor: me\n---\n\n# Page {}\n\n## About\n\nIt is so.\n"
    pages = {f"{n}.md": text.format("ab"[n % 2], n) for n in range(8)}
    assert [len(kind.pages) for kind in clusters(pages).types] == [4, 4]


def test_two_pages_are_no_type() -> None:
    assert not clusters(notes("notes", 2)).types


def test_pages_without_a_title_are_parts_of_others() -> None:
    parts = {f"parts/{n}.md": f"## Safety\n\nWear gloves {n}.\n" for n in range(5)}
    assert not clusters(parts).types


def test_pages_that_share_nothing_are_no_type() -> None:
    topics = ["soil", "rain", "frost", "seed", "light", "wind"]
    pages = {f"{t}.md": f"# On {t}\n\n## Why {t}\n\nIt is {t}.\n" for t in topics}
    assert not clusters(pages).types


def test_pages_hardly_begun_do_not_count_against_the_others() -> None:
    begun = {f"plants/new-{n}.md": f"# New {n}\n" for n in range(20)}
    found = clusters({**garden(), **begun, "plants/empty.md": ""})
    (kind,) = found.types
    assert len(kind.pages) == 30
    assert len(kind.stubs) == 21


def test_another_page_in_the_folder_is_not_begun() -> None:
    licence = "# Licence\n\n## Grant\n\nUse it.\n\n## Terms\n\nName us.\n"
    found = clusters({**garden(), "plants/LICENCE.md": licence})
    assert not found.types[0].stubs
    assert "plants/LICENCE.md" in paths(found.others)


def test_pages_with_much_of_their_own_are_not_of_the_type() -> None:
    front = "---\nfamily: Poaceae\nid: x\n---\n\n# Diary\n\n"
    days = [f"## Day {day} of {{}}\n\nRain.\n\n" for day in range(9)]
    diary = {f"plants/{n}.md": front + "".join(days).replace("{}", n) for n in "ab"}
    found = clusters({**garden(), **diary})
    assert [len(kind.pages) for kind in found.types] == [30]


@pytest.mark.parametrize(
    "path", ["_template.md", "TEMPLATE.md", "plant-template.md", "template_plant.md"]
)
def test_templates_are_no_pages(path: str) -> None:
    blank = next(iter(garden().values()))
    found = clusters({**garden(), f"plants/{path}": blank})
    assert paths(found.others) == sorted([f"plants/{path}", "plants/index.md"])


def test_a_page_without_its_name_is_a_template() -> None:
    blank = next(iter(garden().values())).replace("# Basil", "# {{ name }}")
    assert "plants/new.md" in paths(
        clusters({**garden(), "plants/new.md": blank}).others
    )
