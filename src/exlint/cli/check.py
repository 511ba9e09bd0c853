"""`exlint check`: lint pages."""

from __future__ import annotations

import sys

import click

from exlint.config import Configs
from exlint.diagnostic import Severity
from exlint.discover import find_pages
from exlint.paths import absolute, shown
from exlint.project import Project
from exlint.report import FORMATS
from exlint.rules import RULES
from exlint.run import Outcome, conclude, examine_pages

SEVERITIES = {severity.label: severity for severity in Severity}


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(exists=True))
@click.option("--output-format", default="concise", type=click.Choice(list(FORMATS)))
@click.option("--fail-on", default="warning", type=click.Choice(list(SEVERITIES)))
def command(paths: tuple[str, ...], output_format: str, fail_on: str) -> int:
    """Check pages (the default command)."""
    configs = Configs(lambda: [name for r in RULES for name in (r.name, r.group)])
    outcome = Outcome()
    for batch in find_pages(map(absolute, paths or (".",)), configs):
        project = Project.of(batch.config, batch.root, RULES)
        examined = examine_pages(project, map(shown, batch.pages))
        outcome = outcome.and_(conclude(project, examined))
    for piece in FORMATS[output_format](outcome):
        sys.stdout.write(piece)
    worst = outcome.worst
    if outcome.has_crashed:
        return 2
    return int(worst is not None and worst >= SEVERITIES[fail_on])
