"""Front matter that YAML libraries stumble over, or that was made to harm."""

from __future__ import annotations

import pytest

from tests.support import run

LAUGHS = "a: &a [x, x]\n" + "".join(
    f"{name}: &{name} [{', '.join([f'*{inner}'] * 9)}]\n"
    for inner, name in zip("abcdefgh", "bcdefghi", strict=True)
)

NEEDS_QUOTES = "a value that begins with this character needs quotes"
MISFIT = "this does not fit the line above: a quote, or a space"


def _said(matter: str) -> list[str]:
    page = f"---\n{matter}---\n\n# Squat\n\nStand tall.\n"
    return [
        item.finding.message for item in run({"page.md": page}, rules=["front-matter"])
    ]


@pytest.mark.parametrize(
    "matter",
    [
        "",
        "# a comment\n",
        "a: &a {x: 1}\nb:\n  <<: *a\n",
        "date: 2024-05-01\nnone: null\nempty:\n",
        "title: |\n  Squat: how to\n",
    ],
)
def test_what_other_tools_accept_is_fine(matter: str) -> None:
    assert _said(matter) == []


@pytest.mark.parametrize(
    ("matter", "message"),
    [
        ("title: Squat: how to\n", "is not YAML: a value with ': ' in it needs quotes"),
        ("title: Squat\n\tlevel: 1\n", "is not YAML: a tab: indent with spaces"),
        ('title: "Squat\n', "is not YAML: a quote is not closed"),
        ("title: @squat\n", f"is not YAML: {NEEDS_QUOTES}"),
        ("title: *squat!\n", f"is not YAML: {NEEDS_QUOTES}"),
        ("tags:\n  - *\n", f"is not YAML: {NEEDS_QUOTES}"),
        ("title: 'It's'\n", f"is not YAML: {MISFIT}"),
        ("title: Squat\nlevel\n", "is not YAML: a line without ': '"),
        ("- squat\n- lunge\n", "is not a list of `key: value` lines"),
        ("sets:\n  - reps: 5\n    reps: 6\n", "has the key 'reps' twice"),
        ("legs: &one [quads]\nback: &one [lats]\n", "has the anchor 'one' twice"),
        ("a: &a [*a]\n", "is nested without end"),
        (LAUGHS, "is nested without end"),
        (f"a: {'[' * 50_000}{']' * 50_000}\n", "is not YAML: nested too deeply"),
    ],
)
def test_what_is_wrong_is_said_in_plain_words(matter: str, message: str) -> None:
    assert _said(matter) == [f"front matter {message}"]
