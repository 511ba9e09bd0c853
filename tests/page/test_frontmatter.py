"""Front matter: its values, where they stand, and what is wrong with it."""

from __future__ import annotations

from typing import Any

import pytest

from exlint.markdown import parse
from exlint.page.frontdata import FrontData
from exlint.page.frontmatter import read_front_matter
from exlint.text import Source

YAML = """\
---
title: "Sled push"  # of all pages
tags: [legs, 'full body']
muscles:
  - Quads
  - 🦵 Calves
gear: {main: Sled, other: }
text: |
  Two
  lines
draft: no
date: 2024-02-03
---

Text
"""
TOML = """\
+++
title = "Sled # push"  # of all pages
tags = [
  "legs",  # below the hip
  "full body",
]
draft = false
date = 2024-02-03
text = '''
a = 1
'''

[params]
reps = 8

[params.gear]
main = "Sled"

[[links]]
title = "no place"
+++

Text
"""
DATA = {
    "title": "Sled push",
    "tags": ["legs", "full body"],
    "muscles": ["Quads", "🦵 Calves"],
    "gear": {"main": "Sled", "other": None},
    "text": "Two\nlines\n",
    "draft": False,
    "date": "2024-02-03",
}


def read(text: str) -> tuple[Source, FrontData]:
    source = Source.of("page.md", text)
    return source, read_front_matter(parse(source))


def places(text: str) -> dict[str, str]:
    source, front = read(text)
    return {pointer: source[span] for pointer, span in front.spans.items()}


def problems(text: str) -> list[tuple[int, int, str]]:
    source, front = read(text)
    return [(*source.position(p.span.start), p.message) for p in front.problems]


@pytest.mark.parametrize("begin", ["", "\ufeff"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_yaml_is_read_with_its_places(line_end: str, begin: str) -> None:
    text = begin + YAML.replace("\n", line_end)
    assert read(text)[1].data == DATA
    found = places(text)
    assert found["/title"] == '"Sled push"'
    assert found["/tags/1"] == "'full body'"
    assert found["/muscles"] == f"- Quads{line_end}  - 🦵 Calves"
    assert found["/muscles/1"] == "🦵 Calves"
    assert found["/gear/main"] == "Sled"
    assert found["/gear/other"] == ""
    assert found["/date"] == "2024-02-03"


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_toml_is_read_with_its_places(line_end: str) -> None:
    text = TOML.replace("\n", line_end)
    data = read(text)[1].data
    assert data["tags"] == ["legs", "full body"]
    assert data["params"] == {"reps": 8, "gear": {"main": "Sled"}}
    assert data["date"] == "2024-02-03"
    found = places(text)
    assert found["/title"] == '"Sled # push"'
    assert found["/tags"].startswith("[")
    assert found["/tags"].endswith("]")
    assert found["/draft"] == "false"
    assert found["/params/reps"] == "8"
    assert found["/params/gear/main"] == '"Sled"'
    assert found["/tags/1"] == '"full body"'
    assert found["/links/0/title"] == '"no place"'
    assert found["/params/gear"] == "[params.gear]"


WITH_ALL = '''
"odd key" = 1
a.b."c.d" = 'x'
tags = [
  "legs",  # below, the [hip]
  "full \\" body", 'raw\\', # }
  [1, 2.5], {x = 1, y.z = "q"}
]
inline = {p = [1,2], q = {r = "s"}}
when = 1979-05-27 07:32:00  # c
day = 1979-05-27
empty = [ ]
long = """
a = 1
"quoted" \\""" x"""
[params]
neg = -1_000
[[links]]
name = "one"
[[links]]
name = "two"
  [links.sub]
  k = true
  [[links.more]]
  z = inf
[ x . "y z" ]
last = 1
'''


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_every_value_of_toml_has_its_place(line_end: str) -> None:
    source, front = read(f"+++{WITH_ALL}+++\n".replace("\n", line_end))
    assert front.problems == ()
    assert len(front.spans) == 36
    for pointer, span in front.spans.items():
        value: Any = front.data
        for part in pointer.split("/")[1:]:
            value = value[int(part) if isinstance(value, list) else part]
        if source[span].startswith("[") and not isinstance(value, list):
            assert source[span].strip("[] ").split(".")[-1].strip(' "') in pointer
        elif not source[span].startswith("[["):
            (again,) = read(f"+++\nv = {source[span]}\n+++\n")[1].data.values()
            assert again == value


def test_a_page_without_front_matter_has_no_data() -> None:
    for text in ("", "Text", "---\n---\n", "---\n# only a comment\n---\n"):
        assert read(text)[1] == FrontData({}, {})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("---\na: 1\nb: c: d\n---\n", [(3, 5, "is not YAML: ")]),
        ("---\na: 1\nb: 2\na: 3\n---\n", [(4, 1, "has the key 'a' twice")]),
        ("---\na: {b: 1, b: 2}\n---\n", [(2, 11, "has the key 'b' twice")]),
        ("---\n- a\n- b\n---\n", [(2, 1, "is not a list of `key: value` lines")]),
        ("---\na: 2024-13-45\n---\n", [(2, 1, "is not YAML: month must be in")]),
        ("---\n? [a, [b]]\n: c\n---\n", [(2, 1, "is not YAML: ")]),
        ("+++\na = 1\nb = \n+++\n", [(3, 5, "is not TOML: Invalid value")]),
        ("+++\r\na = 1\r\na = 2\r\n+++\r\n", [(3, 6, "is not TOML: Cannot overwrite")]),
        ("+++\na = [\n+++\n", [(3, 1, "is not TOML: ")]),
    ],
)
def test_what_is_wrong_is_said_at_its_place(
    text: str, expected: list[tuple[int, int, str]]
) -> None:
    found = problems(text)
    assert len(found) == len(expected)
    for (line, column, message), (*place, words) in zip(found, expected, strict=True):
        assert [line, column] == place
        assert message.startswith(words)
        assert "at line" not in message


def test_an_anchor_that_is_set_anew_is_found_and_read() -> None:
    text = "---\na: &x 1\nb: *x\nc: &x 2\nd: [*x]\n---\n"
    assert read(text)[1].data == {"a": 1, "b": 1, "c": 2, "d": [2]}
    assert problems(text) == [(4, 4, "has the anchor 'x' twice")]


@pytest.mark.parametrize(
    "content",
    [
        "a: &a [*a]",
        "a: " + "[" * 5000,
        "a: " + "{b: " * 5000,
        "".join(f"x{n}: &x{n} [{f'*x{n - 1}, ' * 9}]\n" for n in range(1, 12)),
        "a: !!binary aGk=\nb: .nan\nc: 10:30:00\nd: !!set {e}\n1: f\nnull: g",
        "a: !unknown b",
        "a: 'b",
        "\ta: b",
        "a: \u0001",
    ],
)
def test_nothing_in_yaml_breaks_the_reading(content: str) -> None:
    front = read(f"---\n{content}\n---\n")[1]
    assert front.problems or all(isinstance(key, str) for key in front.data)


@pytest.mark.parametrize("content", ["a = " + "[" * 5000, "a = 00:30:00", "a = nan"])
def test_nothing_in_toml_breaks_the_reading(content: str) -> None:
    front = read(f"+++\n{content}\n+++\n")[1]
    assert front.problems or isinstance(front.data["a"], str)
