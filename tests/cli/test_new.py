"""`exlint new`: a page to be filled in, printed or written."""

from __future__ import annotations

import json

import pytest

from tests.cli.conftest import Shell

DISH = {
    "type": "object",
    "properties": {
        "name": {"type": "string", "x-markdown": {"at": "title"}},
        "heat": {"enum": ["Hot", "Cold"], "x-markdown": {"fact": "Heat"}},
        "steps": {
            "type": "array",
            "x-markdown": {"section": "Steps", "as": "ordered-list"},
        },
    },
    "required": ["heat", "steps"],
}
SOUP = """# Leek Soup

- **Heat:** Hot <!-- or Cold -->

## Steps

1. [Step 1 goes here]
"""


@pytest.fixture
def kitchen(shell: Shell) -> Shell:
    """A folder with a page type of its own."""
    shell.write("dish.schema.json", json.dumps(DISH))
    shell.write("exlint.toml", "schemas = ['dish.schema.json']\n")
    return shell


def test_a_page_is_printed(kitchen: Shell) -> None:
    said = kitchen.exlint("new", "dish", " Leek  Soup")
    assert (said.code, said.out) == (0, SOUP)
    assert said.err == "exlint: chosen for you: Heat (--set FACT=VALUE sets a fact)\n"


def test_a_page_is_written_and_reported_for_what_is_to_be_filled_in(
    kitchen: Shell,
) -> None:
    said = kitchen.exlint("new", "dish", "Leek Soup", "-o", "soup.md")
    assert (said.code, said.out) == (0, "Wrote soup.md\n")
    assert (kitchen.folder / "soup.md").read_text("utf-8") == SOUP
    said = kitchen.exlint("soup.md", "--output-format", "concise")
    place, _ = said.out.splitlines()
    assert place == (
        "soup.md:7:4: error: '[Step 1 goes here]' was not filled in [placeholder]"
    )


def test_in_a_folder_the_file_has_the_name_of_the_page(kitchen: Shell) -> None:
    kitchen.write("dishes/other.md")
    said = kitchen.exlint("new", "dish", "Cook's Soup!", "--output", "dishes/")
    assert said.out == "Wrote dishes/cooks-soup.md\n"


def test_nothing_is_overwritten_without_force(kitchen: Shell) -> None:
    kitchen.write("soup.md", "mine")
    order = ("new", "dish", "Leek Soup", "--output", "soup.md")
    said = kitchen.exlint(*order)
    assert (said.code, said.out) == (2, "")
    assert said.err == "exlint: soup.md: exists already: --force writes it anew\n"
    assert (kitchen.folder / "soup.md").read_text("utf-8") == "mine"
    assert kitchen.exlint(*order, "--force").code == 0
    assert (kitchen.folder / "soup.md").read_text("utf-8") == SOUP


def test_facts_are_set(kitchen: Shell) -> None:
    said = kitchen.exlint("new", "dish", "Ice", "--set", "Heat = cold")
    assert "\n- **Heat:** Cold\n" in said.out
    assert said.err == ""


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("dihs", "Soup"), "unknown page type 'dihs', did you mean 'dish'?"),
        (("dish", "!"), "NAME: a page needs a name"),
        (("dish", "Soup", "--set", "heat"), "--set heat: expected FACT=VALUE"),
        (("dish", "Soup", "--set", "heat=ice"), "Heat cannot be 'ice'"),
        (("dish", "Soup", "-o", "gone/a.md"), "gone/a.md: cannot be written: No such"),
        (("dish",), "missing argument 'NAME'"),
    ],
)
def test_what_is_wrong_is_said(
    kitchen: Shell, arguments: tuple[str, ...], message: str
) -> None:
    said = kitchen.exlint("new", *arguments)
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith("exlint: ")
    assert message in said.err


def test_what_is_not_required_is_asked_for(shell: Shell) -> None:
    page = {**DISH, "required": []}
    shell.write("dish.schema.json", json.dumps(page))
    shell.write("exlint.toml", "schemas = ['dish.schema.json']\n")
    assert shell.exlint("new", "dish", "Leek Soup").out == "# Leek Soup\n"
    assert shell.exlint("new", "dish", "Leek Soup", "--all").out == SOUP
