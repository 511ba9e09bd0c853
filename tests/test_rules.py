"""The documentation of every rule is true: its examples are run, under all rules."""

from __future__ import annotations

from pathlib import Path

import pytest

from exlint.rule import Example, Rule
from exlint.rules import RULES
from tests.support import ROOT, apply, report, run_example

BY_ENGINE = {"internal-error", "unreadable-file"}
"""Rules whose findings the engine makes: no text of a page can show them."""


def _name(value: object) -> str:
    return value.name if isinstance(value, Rule) else ""


EXAMPLES = [
    pytest.param(rule, example, id=f"{rule.name}-{number}")
    for rule in RULES
    for number, example in enumerate(rule.examples)
]


def test_every_module_is_listed_once() -> None:
    folder = ROOT / "src/exlint/rules"
    modules = {
        (path.parent.name, path.stem.replace("_", "-"))
        for path in folder.glob("*/*.py")
        if not path.stem.startswith("_")
    }
    assert [(rule.group, rule.name) for rule in RULES if RULES.count(rule) > 1] == []
    assert {(rule.group, rule.name) for rule in RULES} == modules


@pytest.mark.parametrize("rule", RULES, ids=_name)
def test_a_rule_has_a_summary_and_examples(rule: Rule) -> None:
    assert rule.summary.endswith(".")
    if rule.name in BY_ENGINE:
        return
    assert any(example.is_good for example in rule.examples)
    assert any(not example.is_good for example in rule.examples)


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_an_example_is_reported_as_its_documentation_says(
    rule: Rule, example: Example
) -> None:
    found = report(run_example(example, rule=rule.name), rule.name)
    if example.is_good:
        assert found == ""
    else:
        assert found == example.report
        assert found, "a bad example without a report"


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_a_fix_does_what_its_documentation_says(rule: Rule, example: Example) -> None:
    own = [item for item in run_example(example) if item.rule == rule.name]
    if example.fixed is None:
        assert [item.finding.fix for item in own if item.finding.fix] == []
        return
    fixed = apply(example.text, own)
    assert fixed == example.fixed
    left = [item for item in run_example(example, fixed) if item.rule == rule.name]
    assert report(left) == ""


@pytest.mark.parametrize("rule", RULES, ids=_name)
def test_a_rule_fits_on_a_few_screens(rule: Rule) -> None:
    module = rule.name.replace("-", "_")
    path = Path(ROOT, "src/exlint/rules", rule.group, f"{module}.py")
    code = path.read_text("utf-8").split('"""', 2)[2]
    assert len(code.splitlines()) <= 120
