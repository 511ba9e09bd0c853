"""Tags, folders, sidecars and keys of front matter: read, and faults in them found."""

from __future__ import annotations

import json
from typing import Any

import pytest

from exlint.page import Page
from exlint.page.reading import read_page
from exlint.text import Source
from tests.support import run, types_of

BODY = "# Squat\n\nSit down and stand up.\n"


def schema(*required: str, **places: dict[str, Any]) -> str:
    """A page type with a property in each place."""
    return json.dumps({"required": required, "properties": places})


def at(
    place: str, key: str | list[str] | None = None, **node: object
) -> dict[str, Any]:
    """A property that is written at a place."""
    note = {"at": place} if key is None else {"at": place, "key": key}
    split = {"split": node.pop("split")} if "split" in node else {}
    return {"x-markdown": {**note, **split}, **node}


def read(
    text: str, types: str, path: str = "page.md", sidecar: str | None = None
) -> Page:
    return read_page(Source.of(path, text, sidecar), types_of(types), "example")


def report(types: str, pages: dict[str, str]) -> list[str]:
    found = run(pages, types_of(types), "example")
    return [
        f"{item.start.line}:{item.start.column}: {item.finding.message}"
        for item in found
    ]


TAGS = schema(tags=at("tags", type="array", items={"enum": ["legs", "gear/bar"]}))


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("#legs #gear/bar", ["legs", "gear/bar"]),
        ("Good for #legs, and #core.", ["legs", "core"]),
        ("It ends with #front-rack/", ["front-rack"]),
        ("#Legs and #legs again", ["Legs"]),
        ("#2024-plan #Füße *#bold*", ["2024-plan", "Füße", "bold"]),
        (
            "- one #item\n\n> a #quote\n\n| a |\n|---|\n| #cell |",
            ["item", "quote", "cell"],
        ),
        ("#1 of all, issue #12, C#, a#b, ##x, # y, (#z), \\#w", []),
        ("`#code` <!-- #comment --> [#link](x.md) https://a.example/#part", []),
        ("```\n#fence\n```\n\n## A #heading\n\n[#label]: x.md", []),
    ],
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_tags_are_read_where_a_reader_sees_them(
    text: str, tags: list[str], line_end: str
) -> None:
    page = read(f"# Squat\n\n{text}\n".replace("\n", line_end), TAGS)
    assert page.record.data.get("tags", []) == tags
    for number, tag in enumerate(tags):
        assert page.source[page.record.spans[f"/tags/{number}"]] == tag


def test_a_foreign_tag_is_found_where_it_stands() -> None:
    expected = (
        "value 2 of the tags in the text is 'lgs', expected one of legs, gear/bar"
    )
    found = report(TAGS, {"page.md": "# Squat\n\nSit down. #gear/bar #lgs\n"})
    assert found == [f"3:22: {expected}: did you mean 'legs'?"]


def test_the_name_of_the_folder_is_read() -> None:
    types = schema(part=at("folder", enum=["legs", "back"]))
    assert read(BODY, types, "site/legs/squat.md").record.data == {"part": "legs"}
    expected = "the name of the folder is 'leg', expected one of legs, back"
    found = report(types, {"site/leg/squat.md": BODY})
    assert found == [f"1:1: {expected}: did you mean 'legs'?"]


SIDECAR = schema(
    "level",
    level=at("sidecar", "level", enum=["Beginner", "Advanced"]),
    load=at("sidecar", ["load", "meta.load"]),
    tags=at("sidecar", "tags", type="array", split=","),
)


def test_a_sidecar_is_read() -> None:
    data = '{"level": "Beginner", "meta": {"load": 3}, "tags": "a, b"}'
    for begin in ("", "\ufeff"):
        page = read(BODY, SIDECAR, sidecar=begin + data)
        assert page.record.data == {"level": "Beginner", "load": 3, "tags": ["a", "b"]}
    assert page.record.spans.keys() == {""}


@pytest.mark.parametrize(
    ("sidecar", "expected"),
    [
        (None, "no file 'page.json': expected level"),
        ("{}", "no fact 'level' in the JSON file"),
        (
            '{"level": "Beginer"}',
            "level in the JSON file is 'Beginer', expected one of Beginner, Advanced: "
            "did you mean 'Beginner'?",
        ),
        (
            '{"level": "Beginner", "level": "Advanced"}',
            "page.json has the key 'level' twice",
        ),
        ("[]", "page.json is not a JSON object"),
        ("", "page.json is not JSON: expecting value in line 1, column 1"),
        ('{"level": "\udcff"}', "page.json is not UTF-8"),
        ("[" * 100_000, "page.json is nested without end"),
        (
            '{"level": ' + "1" * 5000 + "}",
            "page.json is not JSON: a number is too long",
        ),
    ],
)
def test_what_is_wrong_with_a_sidecar_is_said_once(
    sidecar: str | None, expected: str
) -> None:
    pages = {"page.md": BODY} | ({} if sidecar is None else {"page.json": sidecar})
    assert report(SIDECAR, pages) == [f"1:1: {expected}"]


def test_a_json_file_is_nothing_to_a_type_that_asks_for_none() -> None:
    assert report(TAGS, {"page.md": BODY, "page.json": "{"}) == []


FRONT = schema(
    "level",
    level=at("front-matter", ["level", "meta.level"], enum=["Beginner", "None"]),
    muscles=at("front-matter", "muscles", type="array", split=","),
    id=at("front-matter", "id", type="string"),
    image=at("front-matter", "image", type="string"),
    note=at("front-matter", "note", type=["string", "null"]),
)


@pytest.mark.parametrize(
    ("matter", "name", "value", "written"),
    [
        ("meta:\n  level: Beginner", "level", "Beginner", "Beginner"),
        ("meta.level: Beginner", "level", "Beginner", "Beginner"),
        ("level: None\nmeta: {level: Beginner}", "level", "None", "None"),
        ("muscles: Quads, Glutes", "muscles/1", "Glutes", "Glutes"),
        ('muscles: "Quads,Glutes"', "muscles/1", "Glutes", "Glutes"),
        ("muscles: [Quads, 'Glutes']", "muscles/1", "Glutes", "'Glutes'"),
        ("id: 0242", "id", "0242", "0242"),
        ("level: &a Beginner\nid: *a", "id", "Beginner", "*a"),
        ("level: !!str None  # so", "level", "None", "None"),
        ("base: &b {level: None}\n<<: *b", "level", "None", "*b"),
        ("note:\nlevel: None", "note", None, ""),
    ],
)
def test_keys_of_front_matter_are_read_with_their_places(
    matter: str, name: str, value: object, written: str
) -> None:
    page = read(f"---\n{matter}\n---\n\n{BODY}", FRONT)
    data: Any = page.record.data
    for part in name.split("/"):
        data = data[int(part) if part.isdigit() else part]
    assert data == value
    assert page.source[page.record.spans[f"/{name}"]] == written


def test_a_key_without_a_value_is_missed_where_it_is_required() -> None:
    text = f"---\nlevel:\nimage:\nnote:\n---\n\n{BODY}"
    assert read(text, FRONT).record.data == {"note": None}
    assert report(FRONT, {"page.md": text}) == ["2:7: no value for 'level'"]


def test_only_what_stands_in_the_page_as_such_is_rewritten() -> None:
    for matter, fixed in [("'Beginer'", "'Beginner'"), ("&a Beginer", "&a Beginner")]:
        text = f"---\nlevel: {matter}\n---\n\n{BODY}"
        (found,) = run({"page.md": text}, types_of(FRONT), "example")
        assert found.finding.fix
        (edit,) = found.finding.fix.edits
        start, end = edit.span
        assert text[:start] + edit.text + text[end:] == text.replace(matter, fixed)
    for matter in ("<<: {level: Beginer}", "id: &a Beginer\nlevel: *a"):
        text = f"---\n{matter}\n---\n\n{BODY}"
        (found,) = run({"page.md": text}, types_of(FRONT), "example")
        assert found.rule == "unknown-value"
        assert found.finding.fix is None
