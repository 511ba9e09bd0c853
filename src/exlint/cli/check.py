"""`exlint check`: lint pages."""

from __future__ import annotations

import sys

import click

from exlint.config import Config
from exlint.diagnostic import Confidence, Severity
from exlint.discover import Globs, absolute, git_root, shown, walk
from exlint.project import Project
from exlint.report import FORMATS
from exlint.run import conclude, examine_pages

SEVERITIES = {severity.label: severity for severity in Severity}


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(exists=True))
@click.option("--output-format", default="concise", type=click.Choice(list(FORMATS)))
@click.option("--fail-on", default="warning", type=click.Choice(list(SEVERITIES)))
def command(paths: tuple[str, ...], output_format: str, fail_on: str) -> int:
    """Check pages (the default command)."""
    config = Config()
    found: set[str] = set()
    include = Globs("", config.include)
    for path in map(absolute, paths or (".",)):
        inside = [f"{f.path}/{name}" for f in walk(path) for name in f.files]
        found.update(filter(include.match, inside) if inside else [path])
    first = absolute(paths[0] if paths else ".")
    project = Project.of(config, git_root(first) or first)
    outcome = conclude(project, examine_pages(project, map(shown, sorted(found))))
    for piece in FORMATS[output_format](outcome):
        sys.stdout.write(piece)
    worst = outcome.worst()
    if outcome.has_crashed:
        return 2
    return int(worst is not None and worst >= SEVERITIES[fail_on])
