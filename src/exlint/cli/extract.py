"""`exlint extract`: what pages say, as data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import click

from exlint.cli import shell
from exlint.cli.options import config_option, existing, paths_argument
from exlint.config import Configs
from exlint.discover import find_pages
from exlint.errors import UserError
from exlint.files import (
    Unreadable,
    make_folder,
    read_source,
    save_database,
    save_text,
)
from exlint.light import dataclass, field
from exlint.page import Page
from exlint.page.reading import read_page
from exlint.paths import exists, is_folder, shown
from exlint.plugins import all_rules
from exlint.project import Project
from exlint.report.json import dumps, place
from exlint.tabular import Row, as_csv

FORMATS = ("jsonl", "csv", "sqlite")


@click.command(short_help="Print the records of pages, or write them as tables.")
@paths_argument
@config_option
@click.option(
    "--format",
    "format_",
    type=click.Choice(FORMATS),
    default="jsonl",
    help="A JSON line each page (the default), CSV, or an SQLite database.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(),
    help="Write to this file; CSV also to this folder, a file for each page type.",
)
@click.option("--force", is_flag=True, help="Write anew what is there already.")
@click.option("--with-spans", is_flag=True, help="Say where each value stands: jsonl.")
def command(
    paths: tuple[str, ...],
    configs: Configs,
    format_: str,
    output: str | None,
    force: bool,
    with_spans: bool,
) -> int:
    """Print what pages say, as their page type reads it: JSON, a line each page.

    CSV is a table: it goes to a folder where there are pages of several types. SQLite
    is a database with a table for each type, and one for each of its lists.
    """
    if with_spans and format_ != "jsonl":
        raise UserError("--with-spans: only with --format jsonl")
    reader = _Reader(configs)
    pages = reader.read(existing(paths))
    if format_ == "sqlite":
        _write_database(pages, output, force)
    elif format_ == "csv":
        _write_csv(pages, output, force)
    else:
        lines = (f"{dumps(as_data(page, with_spans))}\n" for page in pages)
        _save(output, lines, force) if output else shell.write(lines)
    return reader.code


@dataclass
class _Reader:
    """Reads pages, one after the other, and knows whether all could be read."""

    configs: Configs
    code: int = field(default=0, init=False)

    def read(self, paths: Iterable[str]) -> Iterator[Page]:
        for batch in find_pages(paths, self.configs):
            project = Project.of(batch.config, batch.root, all_rules())
            for path in map(shown, batch.pages):
                page = _read(path, project)
                if isinstance(page, Unreadable):
                    shell.tell(f"exlint: {path}: {page.reason}")
                    self.code = 2
                else:
                    yield page


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


def _row(page: Page) -> Row:
    path = page.source.path.encode("utf-8", "backslashreplace").decode()
    return Row(path, page.layout, page.record.data)


def _write_csv(pages: Iterable[Page], output: str | None, force: bool) -> None:
    """Write a table for each page type; pages without a type are in none."""
    tables: dict[str, list[Row]] = {}
    for page in pages:
        if page.layout:
            tables.setdefault(page.layout.type, []).append(_row(page))
    if output and (is_folder(output) or not output.lower().endswith(".csv")):
        files = {f"{output.rstrip('/')}/{name}.csv": name for name in sorted(tables)}
        for file in files:
            _ask(file, force)
        make_folder(output)
        for file, name in files.items():
            save_text(file, [as_csv(tables[name])])
        return
    if len(tables) > 1:
        names = ", ".join(sorted(tables))
        raise UserError(
            f"pages of several types ({names}): --output FOLDER writes a file for each"
        )
    lines = (as_csv(rows) for rows in tables.values())
    if output:
        _save(output, lines, force)
    else:
        shell.write_lines(line for text in lines for line in text.splitlines(True))


def _write_database(pages: Iterable[Page], output: str | None, force: bool) -> None:
    from exlint.database import statements

    if output is None:
        raise UserError("--format sqlite: --output FILE says where to write it")
    _ask(output, force)
    save_database(output, statements(map(_row, pages)))


def _save(output: str, pieces: Iterable[str], force: bool) -> None:
    _ask(output, force)
    save_text(output, pieces)


def _ask(file: str, force: bool) -> None:
    if is_folder(file):
        raise UserError(f"{file}: is a folder")
    if exists(file) and not force:
        raise UserError(f"{file}: exists already: --force writes it anew")
