"""Regular expressions that are compiled when they are used first."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from exlint.regex import regex

TEXT = "Push the sled, then PUSH it again."


def test_it_does_what_a_compiled_one_does() -> None:
    lazy, compiled = regex(r"(push)", re.IGNORECASE), re.compile(r"(push)", re.I)
    assert lazy.findall(TEXT) == compiled.findall(TEXT)
    assert [m.span() for m in lazy.finditer(TEXT)] == [(0, 4), (20, 24)]
    assert lazy.sub("pull", TEXT) == compiled.sub("pull", TEXT)
    assert lazy.split(TEXT) == compiled.split(TEXT)
    assert lazy.fullmatch("PUSH")
    assert lazy.match(TEXT)
    assert lazy.search(TEXT, 5)
    assert (lazy.pattern, lazy.groups, lazy.flags) == (
        compiled.pattern,
        compiled.groups,
        compiled.flags,
    )


def test_a_wrong_pattern_is_an_error_where_it_is_used() -> None:
    with pytest.raises(re.error):
        regex("(").search(TEXT)


def test_importing_the_rules_compiles_few() -> None:
    code = (
        "import re; real, made = re._compile, [];"
        "re._compile = lambda *a: made.append(a) or real(*a);"
        "import exlint.diagnostic, markdown_it, jsonschema_rs, yaml; made.clear();"
        "import exlint.rules; print(len(made))"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert int(run.stdout) < 50
