"""`exlint rules`: list the rules."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

import click

from exlint.cli import shell
from exlint.plugins import all_rules


@click.command(short_help="List the rules.")
def command() -> None:
    """List the rules: name, severity, whether there is a fix, what it flags."""
    shell.write(_lines())


def _lines() -> Iterator[str]:
    known = all_rules()
    name_width = max(len(rule.name) for rule in known)
    for group, rules in groupby(known, key=lambda rule: rule.group):
        yield f"{group}\n"
        for rule in rules:
            fix = "fix" if rule.is_fixable else ""
            yield (
                f"  {rule.name:{name_width}}  {rule.severity.label:7}  {fix:3}  "
                f"{rule.summary}\n"
            )
