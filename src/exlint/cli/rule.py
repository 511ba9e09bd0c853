"""`exlint rule`: print what a rule is about."""

from __future__ import annotations

import click

from exlint.cli import shell
from exlint.cli.options import completing
from exlint.config.kinds import unknown
from exlint.errors import UserError
from exlint.plugins import all_rules
from exlint.report import manual
from exlint.rule import Rule


@click.command(short_help="Print the documentation of a rule, or of all.")
@click.argument(
    "name",
    required=False,
    shell_complete=completing(lambda: [rule.name for rule in all_rules()]),
)
def command(name: str | None) -> None:
    """Print the documentation of the rule NAME; of all rules without it.

    Into a file or pipe it is written as Markdown.
    """
    rules = [rule for rule in all_rules() if name in (None, rule.name)]
    if not rules and name:
        names = [rule.name for rule in all_rules()]
        raise UserError(unknown("rule", name, names))
    text = "\n".join(map(page, rules))
    if shell.is_terminal():
        shell.write(manual.render(text, shell.width(), shell.has_colour("auto")))
    else:
        shell.write([text])


def page(rule: Rule) -> str:
    """Return the page of a rule."""
    facts = [rule.severity.label, f"{rule.confidence.label} confidence"]
    if rule.is_fixable:
        facts.append("has a fix")
    if rule.languages:
        facts.append(f"on pages in {', '.join(rule.languages)}")
    if rule.origin:
        facts.append(f"from {rule.origin}")
    return f"# {rule.name}\n\nGroup {rule.group}; {', '.join(facts)}.\n\n{rule.doc}\n"
