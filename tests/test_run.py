"""A run over many files, and over some of them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from exlint.config import Config, Configs, load_config
from exlint.discover import find_pages
from exlint.files import Unreadable, read_source
from exlint.outcome import Outcome
from exlint.paths import absolute, shown
from exlint.project import Project, choose_rules
from exlint.rule import Rule
from exlint.rules import RULES
from exlint.run import conclude, examine_pages
from exlint.text import Source
from tests.support import ROOT

CONTENT = ROOT / "examples" / "content"
PAGES = sorted(path.relative_to(ROOT).as_posix() for path in CONTENT.rglob("*.md"))


def names() -> Iterator[str]:
    for rule in RULES:
        yield from (rule.name, rule.group)


def check(*paths: str) -> Outcome:
    """Check pages of one project, as the shell does."""
    (batch,) = find_pages(map(absolute, paths), Configs(names))
    project = Project.of(batch.config, batch.root, RULES)
    return conclude(project, examine_pages(project, map(shown, batch.pages)))


def found(outcome: Outcome, path: str) -> set[tuple[str, str]]:
    return {
        (item.rule, item.finding.message)
        for item in outcome.diagnostics
        if item.path == path
    }


@pytest.fixture(scope="module")
def whole() -> Outcome:
    here = Path.cwd()
    os.chdir(ROOT)
    try:
        return check("examples/content")
    finally:
        os.chdir(here)


@pytest.mark.parametrize("path", PAGES)
def test_a_page_alone_has_no_finding_that_it_has_not_among_all(
    path: str, whole: Outcome, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    assert found(check(path), path) <= found(whole, path)


def test_half_of_the_pages_have_no_findings_that_they_have_not_among_all(
    whole: Outcome, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    for half in (PAGES[::2], PAGES[1::2]):
        outcome = check(*half)
        for path in half:
            assert found(outcome, path) <= found(whole, path)


def test_the_example_is_clean_but_for_one_page(whole: Outcome) -> None:
    assert {item.path for item in whole.shown} == {
        "examples/content/exercise/sled-push.md"
    }
    assert whole.pages == len(PAGES) == 47
    assert whole.types == {"exercise": 13, "hub": 31, "comparison": 1, "": 2}


def test_order_and_repetition_of_paths_change_nothing(
    whole: Outcome, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    again = check(*reversed(PAGES), "examples/content", "examples/content/index.md")
    assert again.diagnostics == whole.diagnostics
    assert again.pages == whole.pages


def test_two_runs_are_one(whole: Outcome, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    both = Outcome(pages=2, types={"hub": 1}).and_(whole)
    assert both.diagnostics == whole.diagnostics
    assert both.pages == 49
    assert both.types["hub"] == 32


def test_a_page_that_vanishes_between_the_passes_is_survived(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(ROOT)
    seen: set[str] = set()

    def read(path: str) -> Source | Unreadable:
        if path in seen:
            return Unreadable(path, "cannot be read: No such file or directory")
        seen.add(path)
        return read_source(path)

    (batch,) = find_pages([absolute("examples/content")], Configs(names))
    project = Project.of(batch.config, batch.root, RULES)
    pages = examine_pages(project, map(shown, batch.pages), read)
    outcome = conclude(project, pages, read)
    assert "broken-link" in {item.rule for item in outcome.diagnostics}


@pytest.mark.parametrize(
    ("select", "ignore", "chosen"),
    [
        ((), (), {"a", "b", "c"}),
        (("one",), (), {"a", "b"}),
        (("a",), (), {"a"}),
        ((), ("one",), {"c"}),
        ((), ("a",), {"b", "c"}),
        (("one",), ("a",), {"b"}),
        (("a",), ("one",), {"a"}),
        (("a",), ("a",), set()),
        (("two", "b"), (), {"b", "c"}),
    ],
)
def test_rules_are_chosen_by_name_and_group(
    select: tuple[str, ...], ignore: tuple[str, ...], chosen: set[str]
) -> None:
    groups = (("a", "one"), ("b", "one"), ("c", "two"))
    rules = [Rule(n, g, "", RULES[0].severity, RULES[0].confidence) for n, g in groups]
    config = Config(select=select, ignore=ignore)
    assert {rule.name for rule in choose_rules(rules, config)} == chosen


def test_settings_of_paths(tmp_path: Path) -> None:
    file = tmp_path / "exlint.toml"
    file.write_text(
        "[types]\n'*.md' = 'hub'\n'moves/' = 'exercise'\n"
        "[per-file-ignores]\n'moves/' = ['prose']\n'moves/a.md' = ['trailing-space']\n"
    )
    config = load_config(absolute(str(file)), names)
    project = Project.of(config, absolute(str(tmp_path)), RULES)

    def left_out(name: str) -> set[str]:
        plan = project.plan_for(f"{tmp_path}/{name}")
        return set(names_of(RULES)) - set(names_of(plan.rules))

    assert project.type_of(f"{tmp_path}/b.md") == "hub"
    assert project.type_of(f"{tmp_path}/moves/b.md") == "exercise"
    assert project.type_of(f"{tmp_path}/b.txt") is None
    assert left_out("b.md") == set()
    prose = {rule.name for rule in RULES if rule.group == "prose"}
    assert left_out("moves/b.md") == prose
    assert left_out("moves/a.md") == {*prose, "trailing-space"}


def names_of(rules: Iterable[Rule]) -> list[str]:
    return [rule.name for rule in rules]
