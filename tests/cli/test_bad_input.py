"""Whatever is wrong, it is told in a line, and the rest is checked."""

from __future__ import annotations

import json
import os
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from exlint.corpus import Corpus, Entry
from exlint.diagnostic import Confidence, Finding, Severity
from exlint.page import Page
from exlint.rule import Rule
from exlint.rules import RULES
from tests.cli.conftest import Shell

GOOD = "# Squat\n\nSit down.\n"
DOUBLED = "# Squat\n\nSit down down now.\n"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("gone.md",), "gone.md: no such file or folder"),
        (("a.md", "gone"), "gone: no such file or folder"),
        (("chekc", "a.md"), "chekc: no such file or folder"),
        (("empty",), "no pages in empty: see the settings include, exclude"),
        (
            ("--selct", "x", "a.md"),
            "no such option '--selct', did you mean '--select'?",
        ),
        (
            ("a.md", "--select", "doubled-wrd"),
            "--select: unknown rule or group 'doubled-wrd', "
            "did you mean 'doubled-word'?",
        ),
        (
            ("a.md", "--ignore", "prose,lniks"),
            "--ignore: unknown rule or group 'lniks', did you mean 'links'?",
        ),
        (
            ("a.md", "--output-format", "jsn"),
            "--output-format: unknown format 'jsn', did you mean 'json'?",
        ),
        (
            ("a.md", "--output-format", "json", "--output-format", "text"),
            "--output-format: two formats go to standard output",
        ),
        (
            ("a.md", "--output-format", "json:no/such/folder.json"),
            "no/such/folder.json: cannot be written: No such file or directory",
        ),
        (("a.md", "--config", "gone.toml"), "gone.toml: cannot be read: "),
        (("a.md", "-"), "'-' is read alone, without other paths"),
        (
            ("a.md", "--fail-on", "eror"),
            "invalid value for '--fail-on': "
            "'eror' is not one of 'error', 'warning', 'info'",
        ),
        (("rule", "doubled-wrd"), "unknown rule 'doubled-wrd', did you mean "),
        (
            ("schema", "exercis"),
            "unknown page type 'exercis', did you mean 'exercise'?",
        ),
        (("schema", "--check", "gone.json"), "gone.json: no such file or folder"),
        (("extract", "gone.md"), "gone.md: no such file or folder"),
    ],
)
def test_wrong_arguments(
    shell: Shell, arguments: tuple[str, ...], message: str
) -> None:
    shell.write("a.md", GOOD)
    Path("empty").mkdir()
    said = shell.exlint(*arguments)
    assert said.code == 2
    assert said.out == ""
    assert said.err.startswith(f"exlint: {message}")
    assert said.err.count("\n") == 1


PAGE_SCHEMA = {
    "type": "object",
    "properties": {"name": {"type": "string", "x-markdown": {"at": "title"}}},
}


@pytest.mark.parametrize(
    ("config", "message"),
    [
        ("ignore = ['lniks']", "exlint.toml:1: ignore: unknown rule or group 'lniks'"),
        (
            "types.'*.md' = 'exercice'",
            "exlint.toml:1: unknown page type 'exercice', did",
        ),
        ("types.'*.md' = 'gone.json'", "exlint.toml:1: no such file: gone.json"),
        ("schemas = ['gone/*']", "exlint.toml:1: schemas: no file is named gone/*"),
        ("schemas = ['broken.json']", "broken.json:2:1: is not JSON: "),
        ("schemas = ['list.json']", "list.json: is no schema: not a JSON object"),
        (
            "schemas = ['typo.schema.json']",
            "typo.schema.json: /properties/name/x-markdown: ",
        ),
        (
            "schemas = ['kind.schema.json']",
            "kind.schema.json: /properties/name/type: ",
        ),
        (
            "schemas = ['reference.schema.json']",
            "gone.schema.json: /: no such schema file",
        ),
        (
            "schemas = ['a/page.schema.json', 'b/page.schema.json']",
            "exlint.toml:1: b/page.schema.json has the name of a/page.schema.json",
        ),
        (
            "links.routes = 'gone.txt'",
            "exlint.toml:1: links.routes: no such file: gone.txt",
        ),
        (
            "links.content-root = 'gone'",
            "exlint.toml:1: links.content-root: no such folder: gone",
        ),
    ],
)
def test_wrong_configurations_and_schemas(
    shell: Shell, config: str, message: str
) -> None:
    shell.write("a.md", GOOD)
    shell.write("exlint.toml", config)
    shell.write("broken.json", "{\n")
    shell.write("list.json", "[]\n")
    typo = {"name": {"x-markdown": {"sectoin": "Name"}}}
    shell.write("typo.schema.json", json.dumps({**PAGE_SCHEMA, "properties": typo}))
    kind = {"name": {"type": "strnig", "x-markdown": {"at": "title"}}}
    shell.write("kind.schema.json", json.dumps({**PAGE_SCHEMA, "properties": kind}))
    reference = {"name": {"$ref": "gone.schema.json", "x-markdown": {"at": "title"}}}
    shell.write(
        "reference.schema.json", json.dumps({**PAGE_SCHEMA, "properties": reference})
    )
    for folder in ("a", "b"):
        shell.write(f"{folder}/page.schema.json", json.dumps(PAGE_SCHEMA))
    said = shell.exlint()
    assert said.code == 2
    assert said.err.startswith(f"exlint: {message}")
    assert said.err.count("\n") == 1
    assert said.out == ""


BYTES = {
    "latin-1.md": (b"# Cur\xe9\n", "is not UTF-8: byte 0xe9 in line 1"),
    "utf-16.md": ("# Squat\n".encode("utf-16"), "is UTF-16"),
    "nul.md": (b"# Squat\n\n\0\n", "NUL"),
    "binary.md": (bytes(range(256)), "is not "),
}


def test_a_page_that_is_no_text_is_one_finding_and_the_others_are_checked(
    shell: Shell,
) -> None:
    for path, (content, _) in BYTES.items():
        shell.write(path, content)
    shell.write("good.md", DOUBLED)
    shell.write("empty.md", "")
    said = shell.exlint("--output-format", "json")
    assert said.code == 1
    rows = json.loads(said.out)
    unreadable = {r["filename"]: r for r in rows if r["code"] == "unreadable-file"}
    assert set(unreadable) == set(BYTES)
    for path, (_, message) in BYTES.items():
        assert message in unreadable[path]["message"]
        assert sum(row["filename"] == path for row in rows) == 1
    assert any(row["code"] == "doubled-word" for row in rows)
    assert any(row["code"] == "empty-file" for row in rows)
    extracted = shell.exlint("extract")
    assert extracted.code == 2
    assert len(extracted.err.splitlines()) == len(BYTES)
    assert len(extracted.out.splitlines()) == 2


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="no links here")
def test_links_that_lead_nowhere(shell: Shell) -> None:
    shell.write("good.md", GOOD)
    Path("loop.md").symlink_to("loop.md")
    Path("broken.md").symlink_to("gone.md")
    Path("up").symlink_to(".")
    rows = json.loads(shell.exlint("--output-format", "json").out)
    found = {(row["filename"], row["code"]) for row in rows}
    assert found == {("loop.md", "unreadable-file"), ("broken.md", "unreadable-file")}
    assert shell.exlint("broken.md").code == 1


def test_odd_pages_pass(shell: Shell) -> None:
    shell.write("quotes.md", ">" * 5000 + " deep\n")
    shell.write("lists.md", "".join(f"{'  ' * n}- x\n" for n in range(300)))
    shell.write("brackets.md", "[" * 20_000 + "\n")
    shell.write("stars.md", "*a **b " * 5_000 + "\n")
    shell.write("line.md", "one two three " * 20_000 + "\n")
    shell.write("x.md/inner.md", GOOD)
    shell.write("front.md", "---\n" + "a: [" * 2000 + "\n---\n\n# A\n")
    started = time.monotonic()
    said = shell.process("--output-format", "json")
    assert said.err == ""
    assert said.code in (0, 1)
    assert json.loads(said.out) is not None
    assert time.monotonic() - started < 30


def broken_page_rule(page: Page) -> Iterator[Finding]:
    yield from ()
    raise ZeroDivisionError(f"{page.source.path}\x1b[2J")


def broken_corpus_rule(corpus: Corpus) -> Iterator[tuple[Entry, Finding]]:
    yield from ()
    raise IndexError(len(corpus.entries))


def test_a_rule_that_fails_ends_the_run_with_2_and_the_others_run(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    def rule(name: str) -> Rule:
        return Rule(name, "group", "", Severity.INFO, Confidence.HIGH)

    from dataclasses import replace

    rules = (
        *RULES,
        replace(rule("broken"), check=broken_page_rule),
        replace(rule("wrecked"), check_corpus=broken_corpus_rule),
    )
    monkeypatch.setattr("exlint.plugins.all_rules", lambda: rules)
    shell.write("a.md", DOUBLED)
    shell.write("b.md", GOOD)
    said = shell.exlint("--output-format", "concise", "--fail-on", "error")
    assert said.code == 2
    lines = [line for line in said.out.splitlines() if "internal-error" in line]
    failed = "error: rule 'broken' failed: ZeroDivisionError"
    assert lines == [
        rf"a.md:1:1: {failed}: a.md\x1b[2J [internal-error]",
        "a.md:1:1: error: rule 'wrecked' failed: IndexError: 2 [internal-error]",
        rf"b.md:1:1: {failed}: b.md\x1b[2J [internal-error]",
    ]
    assert "[doubled-word]" in said.out
    assert said.err == ""
    ignoring = shell.exlint("--ignore", "file", "--output-format", "concise")
    assert ignoring.code == 2
    assert "[internal-error]" in ignoring.out


def test_a_bug_shows_no_traceback(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise KeyError("a\nb")

    monkeypatch.setattr("exlint.cli.check.find_pages", fail)
    shell.write("a.md", GOOD)
    said = shell.exlint()
    assert said == type(said)(2, "", "exlint: internal error: KeyError: 'a\\nb'\n")


def test_names_that_are_not_utf_8(shell: Shell) -> None:
    if sys.platform in ("win32", "darwin"):
        pytest.skip("names are Unicode here")
    Path(os.fsdecode(b"caf\xe9.md")).write_text(DOUBLED)
    said = shell.process("--output-format", "concise")
    assert said.out.startswith(r"caf\udce9.md:3:5: warning: ")
    rows = json.loads(shell.process("--output-format", "json").out)
    assert rows[0]["filename"] == "caf\udce9.md"


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
def test_any_encoding_of_the_terminal_will_do(shell: Shell, encoding: str) -> None:
    shell.write("a.md", "# Squat\n\nSit 🏋️ down down now, " + "x" * 80 + ".\n")
    said = shell.process(PYTHONIOENCODING=encoding)
    assert said.code == 1
    assert said.err == ""
    assert "🏋" in said.out or r"\U0001f3cb" in said.out


def test_nobody_reads_on(shell: Shell) -> None:
    for number in range(40):
        shell.write(f"{number}.md", "# Squat\n\n" + "Sit down down now.\n\n" * 60)
    process = shell.popen("--output-format", "concise")
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.readline()
    process.stdout.close()
    assert process.stderr.read() == b""
    assert process.wait(timeout=30) == 1


@pytest.mark.skipif(os.name == "nt", reason="no signals here")
def test_an_interrupt_is_quiet(shell: Shell) -> None:
    process = shell.popen("-")
    time.sleep(1.5)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=30)
    assert process.returncode == 130
    assert out == b""
    assert b"Traceback" not in err
