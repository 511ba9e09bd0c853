"""A page that was begun and not written is one finding, beside the errors in it."""

from __future__ import annotations

import json
import re

import pytest

from tests.support import ROOT, run, types_of

PATH = "exercise/chin-up.md"
PAGE = (ROOT / "examples/content" / PATH).read_text("utf-8")
TITLE, QUICK, *SECTIONS = re.split(r"(?m)^(?=## )", PAGE)
HEADINGS = "\n\n".join(section.partition("\n")[0] for section in SECTIONS)
BEGUN = {
    "a title": TITLE.rstrip(),
    "headings": f"{TITLE}## Quick answer\n\n{HEADINGS}",
    "facts": f"{TITLE}{QUICK.rstrip()}",
    "facts and headings": f"{TITLE}{QUICK}{HEADINGS}",
    "a form": f"{TITLE}## Quick answer\n\n- **Equipment:**\n- **Difficulty:**\n\n"
    "## How to perform\n\n1.\n2.\n\n## Pro tips\n\n-\n\n## FAQ\n\n### Is it hard?",
    "a note": f"{TITLE}This page is still under construction.",
    "front matter": "---\ntitle: Chin-Up\n---",
}


def rules_of(text: str, type_: str | None = "exercise") -> list[str]:
    """The rules that report something of a page."""
    return [item.rule for item in run({PATH: text}, type_=type_)]


@pytest.mark.parametrize("what", BEGUN)
def test_a_stub_is_one_finding(what: str) -> None:
    assert rules_of(f"{BEGUN[what]}\n") == ["stub"]


def test_what_is_wrong_in_a_stub_is_reported_beside_it() -> None:
    text = f"{TITLE}- **Equipment:** Barbel\n\nSee [the rack](rack.md).\n"
    assert sorted(rules_of(text)) == ["broken-link", "stub", "unknown-value"]


@pytest.mark.parametrize("number", range(len(SECTIONS)))
def test_a_page_that_lacks_one_section_is_no_stub(number: int) -> None:
    others = [part for part in SECTIONS if part is not SECTIONS[number]]
    text = f"{TITLE}{QUICK}{''.join(others)}".rstrip() + "\n"
    assert rules_of(text) == ["missing-section"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("# Squat\n\n## Steps\n\n## Tips\n", ["stub"]),
        ("# Squat\n", []),
        ("---\ntitle: Squat\n---\n", []),
        ("---\nsteps: [Sit down., Stand up again.]\n---\n\n## Notes\n", None),
        ("# Squat\n\n## Video\n\n![A squat](squat.png)\n", None),
        ("# Squat\n\nThis page has been generated.\n", []),
        ("# Squat\n\nThe guide is unfinished:\n\n1. Sit down.\n2. Stand up.\n", []),
        (f"# Squat\n\nThis page is a draft, {'so far ' * 60}.\n", None),
    ],
)
def test_pages_without_a_type(text: str, found: list[str] | None) -> None:
    rules = rules_of(text, None)
    assert rules == found if found is not None else "stub" not in rules


def test_a_page_without_text_among_pages_that_have_some() -> None:
    pages = {f"move/{n}.md": f"# Move {n}\n\nSit down, {n} times.\n" for n in range(5)}
    bare = {"move/row.md": "# Row\n", "move/all.md": "---\nlayout: list\n---\n"}
    found = run({**pages, **bare}, rules=["stub"])
    assert [item.path for item in found] == ["move/row.md"]
    assert not run({f"muscle/{n}.md": "# Back\n" for n in range(9)}, rules=["stub"])


LEAD = {
    "required": ["intro"],
    "properties": {"intro": {"x-markdown": {"at": "lead", "as": "text"}}},
}
STEPS = {
    "required": ["steps", "level"],
    "properties": {
        "steps": {"x-markdown": {"section": "Steps", "as": "ordered-list"}},
        "level": {"x-markdown": {"at": "front-matter", "key": "level"}},
    },
}


@pytest.mark.parametrize(
    ("schema", "text", "found"),
    [
        (LEAD, "# Squat\n", ["stub"]),
        (LEAD, "---\ntitle: Squat\n---\n", ["stub"]),
        (LEAD, "# Squat\n\nSit down.\n", []),
        (STEPS, "---\nlevel: 1\n---\n\n# Squat\n", ["stub"]),
        (STEPS, "---\nmood: 1\n---\n\n# Squat\n", ["missing-fact", "stub"]),
        (STEPS, "# Squat\n", ["stub"]),
        (STEPS, "---\nlevel:\n---\n\n# Squat\n", ["stub"]),
        (STEPS, "---\nlevel: ''\n---\n\n# Squat\n\n## Steps\n", ["stub"]),
        (STEPS, "---\nlevel: 1\n---\n\n# Squat\n\nSit.\n", ["missing-section"]),
    ],
)
def test_a_page_without_the_text_that_its_type_asks_for(
    schema: dict[str, object], text: str, found: list[str]
) -> None:
    types = types_of(json.dumps(schema))
    assert sorted(i.rule for i in run({"squat.md": text}, types, "example")) == found
