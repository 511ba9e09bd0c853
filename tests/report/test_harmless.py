"""Whatever pages hold, each report tells it and obeys none of it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from exlint import DOCUMENTATION
from exlint.diagnostic import Confidence, Edit, Finding, Fix, Severity
from exlint.engine import compose
from exlint.outcome import Outcome
from exlint.report import FORMATS, View, format_named
from exlint.rule import Rule
from exlint.text import Source, Span
from exlint.visible import visible

RULE = Rule("made-up", "group", "", Severity.ERROR, Confidence.HIGH)
MARKS = (
    *("::error::x", "##[error]x", "##vso[task.complete]", "\n", "\r\n", "\x1b[31m"),
    *("%0A", "%", "]]>", "<b>", "&amp;", '"', "'", "|", "`", "*", "_a_", "[a](http:b)"),
    *("http://a.b", "www.a.b", "@me", "a@b.c", "#1", "GH-1", ":+1:", "{0}", "\\", "~~"),
    *("\u202e", "\u2028", "\udcff", "\ufffe", "\0", "上げる", "🏋️", " ", "$a$", "==="),
)
TEXT = st.lists(st.sampled_from(MARKS) | st.text(max_size=5), min_size=1, max_size=6)
ANY = TEXT.map("".join)
"""Text of a path: what the disk gives can hold surrogates."""
PAGE_TEXT = ANY.map(lambda text: text.encode(errors="replace").decode())

patient = settings(deadline=None)
"""The first report of a format takes long: it imports what it needs."""


def outcome(path: str, message: str, page: str, repaired: str) -> Outcome:
    """A run that found one thing, on the whole of a page."""
    span = Span(0, len(page))
    fix = Fix(message, (Edit(span, repaired),))
    found = [(RULE, Finding(span, message, fix))]
    return Outcome(tuple(compose(Source.of(path, page), None, found)), 1)


def obeyed(written: str) -> list[str]:
    """The lines that GitHub, and the servers like it, take for a command."""
    return [
        line
        for line in re.split(r"\r\n|\n|\r", written)
        if line.lstrip().startswith("::") or re.search(r"##\w{0,20}\[", line)
    ]


@pytest.mark.parametrize("name", list(FORMATS))
@patient
@given(path=ANY, message=PAGE_TEXT, page=PAGE_TEXT, repaired=PAGE_TEXT)
@example("::error::x", "::error::x", "::error::x", "::error::x")
@example("##[group]x", "##[group]x", "a ##[group]x", "##[group]x")
def test_nothing_is_obeyed(
    name: str, path: str, message: str, page: str, repaired: str
) -> None:
    found = outcome(path, message, page, repaired)
    written = "".join(format_named(name, View())(found))
    assert written.endswith("\n")
    assert not set(written) & set("\x1b\r\0\u202e\u2028\x85")
    written.encode()
    assert len(obeyed(written)) == (1 if name == "github" else 0)


@patient
@given(path=ANY, message=PAGE_TEXT, page=PAGE_TEXT, repaired=PAGE_TEXT)
def test_json_tells_everything(
    path: str, message: str, page: str, repaired: str
) -> None:
    found = outcome(path, message, page, repaired)
    (row,) = read("json", found, json.loads)
    assert (row["filename"], row["message"]) == (path, message)
    assert row["fix"]["edits"][0]["content"] == repaired
    assert read("jsonl", found, json.loads) == row
    (row,) = read("gitlab", found, json.loads)
    assert row["location"]["path"] == path
    assert row["description"] == visible(message)
    (row,) = read("rdjson", found, json.loads)["diagnostics"]
    assert row["location"]["path"] == path
    assert row["message"] == visible(message)


@patient
@given(path=ANY, message=PAGE_TEXT, page=PAGE_TEXT, repaired=PAGE_TEXT)
def test_sarif(path: str, message: str, page: str, repaired: str) -> None:
    log = read("sarif", outcome(path, message, page, repaired), json.loads)
    (result,) = log["runs"][0]["results"]
    (change,) = result["fixes"][0]["artifactChanges"]
    assert change["replacements"][0]["insertedContent"]["text"] == repaired
    text = result["message"]["text"]
    assert not re.search(r"(?<!\\)\]\(", text)
    if "](" in visible(message):
        text = re.sub(r"\\([\\\[\]])", r"\1", text)
    assert text.replace("{{", "{").replace("}}", "}") == visible(message)


@patient
@given(path=ANY, message=PAGE_TEXT, page=PAGE_TEXT)
def test_github(path: str, message: str, page: str) -> None:
    (line,) = read("github", outcome(path, message, page, ""), str.splitlines)
    match = re.fullmatch(
        r"::error file=([^,:]*),line=1,col=1,endLine=\d+,?(?:endColumn=\d+)?"
        r",title=([^,:]*)::(.*)",
        line,
    )
    assert match is not None, line
    assert unescaped(match[1]) == visible(path)
    assert unescaped(match[2]) == "exlint: made-up"
    assert unescaped(match[3]) == visible(message)


def unescaped(text: str) -> str:
    """Text as GitHub's runner reads it."""
    for code, character in (
        ("%0D", "\r"),
        ("%0A", "\n"),
        ("%3A", ":"),
        ("%2C", ","),
        ("%25", "%"),
    ):
        text = text.replace(code, character)
    return text


@patient
@given(path=ANY, message=PAGE_TEXT, page=PAGE_TEXT)
def test_xml(path: str, message: str, page: str) -> None:
    found = outcome(path, message, page, "")
    root = read("checkstyle", found, ElementTree.fromstring)
    ((file,), (error,)) = root, root[0]
    assert file.get("name") == visible(path)
    assert error.get("message") == visible(message)
    root = read("junit", found, ElementTree.fromstring)
    ((suite,), (case,)) = root, root[0]
    assert suite.get("name") == case.get("classname") == visible(path)
    ((failure,), text) = case, case[0].text
    assert failure.get("message") == visible(message)
    assert (
        text == f"{visible(f'{path}:1:1: {message}')}\n{DOCUMENTATION}/rules/made-up.md"
    )


MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])
ALIVE = re.compile(r"@\w|#\d|https?://|www\.|\bGH-\d|:[\w+-]+:", re.IGNORECASE)


@patient
@given(path=ANY, message=PAGE_TEXT, page=PAGE_TEXT)
@example("a.md", "a:b:c", "x")
def test_markdown(path: str, message: str, page: str) -> None:
    tokens = read("markdown", outcome(path, message, page, ""), MARKDOWN.parse)
    assert [token.type for token in tokens].count("tr_open") == 2
    cells = [token for token in tokens if token.type == "inline"][-4:]
    place, severity, said, rule = cells
    assert text_of(place) == f"{visible(path)}:1".strip()
    assert (text_of(severity), text_of(said)) == ("error", visible(message).strip())
    assert [child.type for child in rule.children or ()] == [
        "link_open",
        "text",
        "link_close",
    ]


def text_of(cell: Token) -> str:
    """The text of a cell, in which nothing is alive."""
    children = cell.children or []
    assert {child.type for child in children} <= {"text", "text_special"}
    text = "".join(child.content for child in children)
    assert not ALIVE.search(text)
    return text.replace("\u200b", "")


def read(name: str, found: Outcome, reader: Callable[[str], Any]) -> Any:
    return reader("".join(format_named(name, View())(found)))
