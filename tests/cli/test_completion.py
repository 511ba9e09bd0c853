"""Completion in a shell, as its script asks for it."""

from __future__ import annotations

import pytest

from exlint.cli import COMMANDS
from exlint.report import FORMATS
from exlint.rules import RULES
from tests.cli.conftest import Shell


def complete(shell: Shell, *words: str) -> list[str]:
    """What is offered for the last of some words."""
    said = shell.process(
        _EXLINT_COMPLETE="bash_complete",
        COMP_WORDS=" ".join(("exlint", *words)),
        COMP_CWORD=str(len(words)),
    )
    assert said.err == ""
    return said.out.splitlines()


def test_the_script_is_that_of_the_shell(shell: Shell) -> None:
    for name in ("bash", "zsh", "fish"):
        said = shell.process(_EXLINT_COMPLETE=f"{name}_source")
        assert "_EXLINT_COMPLETE" in said.out


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (("",), [f"plain,{name}" for name in COMMANDS]),
        (("ru",), ["plain,rule", "plain,rules"]),
        (("--fa",), ["plain,--fail-on"]),
        (("--vers",), ["plain,--version"]),
        (("content/sq",), ["file,content/sq"]),
        (("check", "content/sq"), ["file,content/sq"]),
        (("a.md", "--fail-on", ""), ["plain,error", "plain,warning", "plain,info"]),
        (("rule", "trailing-"), ["plain,trailing-space"]),
        (("--select", "trailing-"), ["plain,trailing-space"]),
        (("--ignore", "links,trailing-"), ["plain,links,trailing-space"]),
        (("--output-format", "sa"), ["plain,sarif"]),
        (("--config", "ex"), ["file,ex"]),
    ],
)
def test_what_is_offered(
    shell: Shell, words: tuple[str, ...], offered: list[str]
) -> None:
    assert complete(shell, *words) == offered


def test_all_names_are_offered(shell: Shell) -> None:
    assert len(complete(shell, "rule", "")) == len(RULES)
    assert len(complete(shell, "--output-format", "")) == len(FORMATS)
