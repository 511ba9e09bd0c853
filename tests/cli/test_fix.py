"""`--fix` and its kin: what is written, shown and said."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from exlint.diagnostic import Confidence, Finding, Fix, Severity
from exlint.files import replace_text
from exlint.linted import Reader
from exlint.page import Page
from exlint.rule import Rule
from exlint.text import Span
from tests.cli.conftest import Shell
from tests.support import ROOT

BAD = "# Squat\n\nSit down down now.\n\nThis is  it.\n"
RULES = ("--select", "prose,artifacts")
FIXED = "# Squat\n\nSit down now.\n\nThis is it.\n"


def test_fixes_are_written_and_what_is_left_is_reported(shell: Shell) -> None:
    page = shell.write("a.md", BAD + "\nPush The forward.\n")
    said = shell.exlint("--fix", "--output-format", "concise")
    assert page.read_text() == FIXED + "\nPush The forward.\n"
    assert "[dangling-article]" in said.out
    assert "[doubled-word]" not in said.out
    assert said.err == "Fixed 2 problems in 1 file\n"
    assert said.code == 1


def test_a_second_run_changes_nothing(shell: Shell) -> None:
    page = shell.write("a.md", BAD)
    assert shell.exlint("--fix").code == 0
    before = page.stat()
    said = shell.exlint("--fix")
    assert (said.code, said.err) == (0, "")
    assert page.stat().st_ino == before.st_ino


def test_unsafe_fixes_are_applied_only_when_asked_for(shell: Shell) -> None:
    example = ROOT / "examples" / "content" / "exercise" / "sled-push.md"
    page = shell.write("a.md", example.read_bytes())
    shell.exlint("--fix")
    assert "Push The forward" in page.read_text("utf-8")
    shell.exlint("--fix", "--unsafe-fixes")
    assert "Push the sled forward" in page.read_text("utf-8")


def test_diff_writes_nothing(shell: Shell) -> None:
    page = shell.write("a.md", BAD)
    said = shell.exlint("--diff")
    assert page.read_text() == BAD
    assert said.code == 1
    assert said.err == "Would fix 2 problems in 1 file\n"
    assert said.out == (
        "--- a.md\n+++ a.md\n@@ -1,5 +1,5 @@\n # Squat\n \n"
        "-Sit down down now.\n+Sit down now.\n \n-This is  it.\n+This is it.\n"
    )
    page.write_text(FIXED)
    assert shell.exlint("--diff") == type(said)(0, "", "")


def test_a_diff_can_be_applied(shell: Shell) -> None:
    page = shell.write("sub folder/a.md", BAD.rstrip().replace("\n", "\r\n").encode())
    patch = shell.process("--diff", "--select", "prose,file").out
    shell.write("fix.patch", patch.encode())
    status = os.system("git init -q . && git apply -p0 --whitespace=nowarn fix.patch")
    assert status == 0
    fixed = FIXED.replace("\n", "\r\n").encode()
    assert page.read_bytes() == fixed


def test_fix_only_reports_nothing(shell: Shell) -> None:
    shell.write("a.md", BAD + "\nPush The forward.\n")
    said = shell.exlint("--fix-only")
    assert said == type(said)(0, "", "Fixed 2 problems in 1 file\n")
    assert shell.exlint("--fix-only", "--exit-non-zero-on-fix").code == 0


def test_the_exit_code_can_tell_of_fixes(shell: Shell) -> None:
    shell.write("a.md", BAD)
    assert shell.exlint("--fix", "--exit-non-zero-on-fix").code == 1
    assert shell.exlint("--fix", "--exit-non-zero-on-fix").code == 0


@pytest.mark.parametrize("option", ["--unsafe-fixes", "--exit-non-zero-on-fix"])
def test_options_that_mean_nothing_alone(shell: Shell, option: str) -> None:
    shell.write("a.md", BAD)
    said = shell.exlint(option)
    assert said.code == 2
    assert said.err.startswith(f"exlint: {option}: say --fix")


def test_standard_input_is_fixed_to_standard_output(shell: Shell) -> None:
    content = ("\ufeff" + BAD + "\nPush The forward.\n").replace("\n", "\r\n")
    said = shell.process("-", "--fix", *RULES, stdin=content.encode())
    assert said.out == ("\ufeff" + FIXED + "\nPush The forward.\n").replace(
        "\n", "\r\n"
    )
    assert "[dangling-article]" in said.err
    assert said.err.endswith("Found 1 problem (1 error) in 1 of 1 file\n")
    assert said.code == 1
    clean = shell.process("-", "--fix-only", stdin=FIXED.encode())
    assert (clean.code, clean.out, clean.err) == (0, FIXED, "")
    binary = shell.process("-", "--fix-only", stdin=b"a\0b\n")
    assert binary.out == "a\0b\n"


def test_standard_input_as_diff(shell: Shell) -> None:
    said = shell.process("-", "--diff", "--stdin-filename", "x.md", stdin=BAD.encode())
    assert said.out.startswith("--- x.md\n+++ x.md\n")
    assert said.code == 1


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_endings_and_byte_order_mark_are_kept(
    shell: Shell, ending: str, mark: str
) -> None:
    page = shell.write("a.md", (mark + BAD.replace("\n", ending)).encode())
    shell.exlint("--fix-only", "--select", "prose")
    assert page.read_bytes() == (mark + FIXED.replace("\n", ending)).encode()


@pytest.mark.skipif(os.name == "nt", reason="no modes here")
@pytest.mark.parametrize("mode", [0o600, 0o644, 0o755, 0o664])
def test_the_mode_is_kept(shell: Shell, mode: int) -> None:
    page = shell.write("a.md", BAD)
    page.chmod(mode)
    shell.exlint("--fix")
    assert page.read_text() == FIXED
    assert stat.S_IMODE(page.stat().st_mode) == mode
    assert [file.name for file in shell.folder.glob("[!.]*")] == ["a.md"]


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="no links here")
def test_a_link_is_followed_and_kept(shell: Shell) -> None:
    page = shell.write("shared/page.text", BAD)
    Path("a.md").symlink_to("shared/page.text")
    shell.exlint("--fix", "a.md")
    assert Path("a.md").is_symlink()
    assert page.read_text() == FIXED


def test_what_cannot_be_written_is_told_and_reported(shell: Shell) -> None:
    page = shell.write("a.md", BAD)
    other = shell.write("b.md", BAD)
    page.chmod(0o444)
    said = shell.exlint("--fix", "--output-format", "concise", *RULES)
    assert page.read_text() == BAD
    assert other.read_text() == FIXED
    assert "exlint: a.md: not written: is read-only\n" in said.err
    assert "Fixed 2 problems in 1 file\n" in said.err
    assert "a.md:3:5: warning: " in said.out
    assert said.code == 2


def test_a_folder_in_which_nothing_can_be_written(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    page = shell.write("a.md", BAD)
    monkeypatch.setattr("tempfile.NamedTemporaryFile", refuse)
    said = shell.exlint("--fix")
    assert page.read_text() == BAD
    assert said.code == 2
    assert "a.md: not written: cannot be written: Permission denied\n" in said.err


def test_a_write_that_fails_leaves_the_page_and_nothing_else(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: int) -> None:
        raise OSError(28, "No space left on device")

    page = shell.write("a.md", BAD)
    monkeypatch.setattr("os.fsync", fail)
    said = shell.exlint("--fix")
    assert page.read_text() == BAD
    assert [file.name for file in shell.folder.glob("[!.]*")] == ["a.md"]
    assert "a.md: not written: cannot be written: No space left on device" in said.err


def test_a_file_that_somebody_else_has_written_is_left_alone(shell: Shell) -> None:
    page = shell.write("a.md", "theirs\n")
    assert replace_text("a.md", BAD, FIXED) == "has changed meanwhile"
    assert page.read_text() == "theirs\n"
    assert [file.name for file in shell.folder.glob("[!.]*")] == ["a.md"]


def test_a_file_that_changes_between_check_and_fix_is_left_alone(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = shell.write("a.md", BAD)
    read, times = Reader.__call__, []

    def reading(self: Reader, path: str) -> object:
        times.append(path)
        if len(times) == 1:
            page.write_text(BAD + "\nMore.\n")
        return read(self, path)

    monkeypatch.setattr(Reader, "__call__", reading)
    said = shell.exlint("--fix", "--select", "prose")
    assert page.read_text() == BAD + "\nMore.\n"
    assert "exlint: a.md: not fixed: has changed meanwhile\n" in said.err
    assert said.code == 2


def test_suppressed_findings_are_not_fixed(shell: Shell) -> None:
    text = BAD.replace("Sit", "<!-- exlint-disable-next-line doubled-word -->\nSit")
    page = shell.write("a.md", text)
    shell.exlint("--fix")
    assert page.read_text() == text.replace("is  it", "is it")


def test_unused_suppressions_are_removed(shell: Shell) -> None:
    text = FIXED.replace("Sit", "<!-- exlint-disable-next-line doubled-word -->\nSit")
    page = shell.write("a.md", text)
    shell.exlint("--fix")
    assert page.read_text() == FIXED


@pytest.mark.parametrize(
    ("comment", "left"),
    [
        ("<!-- exlint-disable-file qqq -->\n", ""),
        ("<!-- exlint-disable-file -->\n", ""),
        ("<!-- exlint-disable-file qqq, zzz www -- why -->\n", ""),
        ("<!-- exlint-disable-file duobled-word -->\n", ""),  # which finds nothing
    ],
)
def test_suppressions_of_no_rule_are_removed(
    shell: Shell, comment: str, left: str
) -> None:
    page = shell.write("a.md", FIXED + "\n" + comment)
    shell.exlint("--fix")
    assert page.read_text() == FIXED + left


def test_only_rules_that_run_fix(shell: Shell) -> None:
    page = shell.write("a.md", BAD)
    shell.exlint("--fix", "--select", "doubled-word")
    assert page.read_text() == BAD.replace("down down", "down")


def test_rules_on_the_corpus_fix_too(shell: Shell) -> None:
    """And a page that both passes mend gets the fixes of both."""
    text = "# A\n\nGo go to [it](http://moves.example/squat) now.\n"
    shell.write("exlint.toml", "[links]\nbase-url = 'https://moves.example'\n")
    shell.write("squat.md")
    page = shell.write("a.md", text)
    shell.exlint("--fix-only")
    assert page.read_text() == text.replace("http:", "https:").replace("Go go", "Go")
    assert shell.exlint("--diff").out == ""


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="no links here")
def test_two_links_to_one_page(shell: Shell) -> None:
    page = shell.write("a.md", BAD)
    Path("b.md").symlink_to("a.md")
    said = shell.exlint("--fix-only", *RULES)
    assert page.read_text() == FIXED
    assert said.code == 0
    assert Path("b.md").is_symlink()


def rule(name: str, old: str, new: str) -> Rule:
    """A rule that finds a word, and whose fix writes another."""

    def check(page: Page) -> Iterator[Finding]:
        at = page.source.text.find(old)
        if at >= 0:
            span = Span(at, at + len(old))
            yield Finding(span, f"'{old}'", Fix.replace("Mend it", span, new))

    return Rule(name, "group", "", Severity.WARNING, Confidence.HIGH, check)


def test_a_fix_that_does_harm_is_dropped_and_told(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    rules = (rule("harmful", "\n\nSit", "\n\n<!--\nSit"), rule("good", "it.", "him."))
    monkeypatch.setattr("exlint.plugins.all_rules", lambda: rules)
    page = shell.write("a.md", "# Squat\n\nSit in it.\n\nStay.\n")
    said = shell.exlint("--fix", "--output-format", "concise")
    assert page.read_text() == "# Squat\n\nSit in him.\n\nStay.\n"
    harm = "harmful is not fixed: it would change how line 5 is rendered"
    assert said.err.startswith(f"exlint: a.md:1: {harm}")
    assert "[harmful]" in said.out
    assert said.code == 1


def test_fixes_that_never_end_are_told(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    rules = (rule("there", "sit", "stand"), rule("back", "stand", "sit"))
    monkeypatch.setattr("exlint.plugins.all_rules", lambda: rules)
    shell.write("a.md", "# Squat\n\nYou sit.\n")
    said = shell.exlint("--fix")
    assert "exlint: a.md: its fixes undo each other, without an end\n" in said.err
    assert said.code == 1
