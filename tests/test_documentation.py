"""The documentation is there for every rule, fresh, and found by the links to it."""

from __future__ import annotations

import runpy
import sys

from exlint import DOCUMENTATION
from exlint.rules import RULES
from tests.support import ROOT

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

RULE_PAGES = ROOT / "docs" / "rules"


def test_rule_pages_are_fresh() -> None:
    script = runpy.run_path(str(ROOT / "scripts" / "rule_pages.py"))
    wanted = dict(script["pages"]())
    there = {file.name: file.read_text("utf-8") for file in RULE_PAGES.glob("*.md")}
    stale = {name for name in wanted | there if wanted.get(name) != there.get(name)}
    assert not stale, "run `python scripts/rule_pages.py`"


def test_every_rule_is_in_the_index_once() -> None:
    index = (RULE_PAGES / "README.md").read_text("utf-8")
    for rule in RULES:
        assert index.count(f"]({rule.name}.md)") == 1


def test_the_links_are_those_of_the_project() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    urls = project["urls"]
    assert urls["Documentation"] == DOCUMENTATION
    assert all(url.startswith(urls["Homepage"]) for url in urls.values())
