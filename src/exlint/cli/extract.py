"""`exlint extract`: print what pages say, as data."""

from __future__ import annotations

from typing import Any

import click

from exlint.cli import shell
from exlint.cli.options import config_option, existing, paths_argument
from exlint.config import Configs
from exlint.discover import find_pages
from exlint.files import Unreadable, read_source
from exlint.page import Page
from exlint.page.reading import read_page
from exlint.paths import shown
from exlint.plugins import all_rules
from exlint.project import Project
from exlint.report.json import dumps, place


@click.command(short_help="Print the records of pages as JSON Lines.")
@paths_argument
@config_option
@click.option("--with-spans", is_flag=True, help="Say where each value stands.")
def command(paths: tuple[str, ...], configs: Configs, with_spans: bool) -> int:
    """Print what pages say, as their page type reads it: JSON, a line each page."""
    code = 0
    for batch in find_pages(existing(paths), configs):
        project = Project.of(batch.config, batch.root, all_rules())
        for path in map(shown, batch.pages):
            page = _read(path, project)
            if isinstance(page, Unreadable):
                shell.tell(f"exlint: {path}: {page.reason}")
                code = 2
            else:
                shell.write([dumps(as_data(page, with_spans)), "\n"])
    return code


def _read(path: str, project: Project) -> Page | Unreadable:
    source = read_source(path)
    if isinstance(source, Unreadable):
        return source
    try:
        return read_page(source, project.plan.types, project.type_of(path))
    except Exception as error:  # a bug: the other pages are read all the same
        return Unreadable(path, f"internal error: {type(error).__name__}: {error}")


def as_data(page: Page, with_spans: bool) -> dict[str, Any]:
    """Return a page's record as JSON data."""
    data: dict[str, Any] = {
        "path": page.source.path,
        "type": page.layout.type if page.layout else None,
        "record": page.record.data,
    }
    if with_spans:
        lines = page.source.lines
        data["spans"] = {
            pointer: {
                "location": place(lines, span.start),
                "end_location": place(lines, span.end),
            }
            for pointer, span in page.record.spans.items()
        }
    return data
