"""`exlint init`: write a configuration that fits the repository."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import click

from exlint import DOCUMENTATION
from exlint.cli import shell
from exlint.cli.options import known_names
from exlint.cli.progress import Bar
from exlint.config import Config, Configs
from exlint.engine import Examined
from exlint.errors import UserError
from exlint.files import save_text
from exlint.paths import absolute, is_folder, shown
from exlint.plugins import all_rules
from exlint.starter import is_foreign, pages, problems, render
from exlint.survey import Survey, survey

NAME = "exlint.toml"
_NEXT = f"""
Next:
  exlint                   show the problems
  exlint --fix             mend those that can be mended safely
  exlint --write-baseline  set the others aside, to see only new ones

{DOCUMENTATION}/adopting.md tells more.
"""


@click.command(short_help="Write a configuration that fits the repository.")
@click.argument("folder", default=".", type=click.Path())
@click.option("--force", is_flag=True, help="Write it anew where there is one.")
@click.option("-y", "--yes", is_flag=True, help="Ask nothing.")
def command(folder: str, force: bool, yes: bool) -> None:
    """Look at the pages in FOLDER (by default, the working directory).

    What is found out is written to exlint.toml there, with a comment on each setting.
    """
    if not is_folder(folder):
        raise UserError(f"{folder}: no such folder")
    folder = absolute(folder)
    file = _target(folder, force)
    found = survey(Config(file=file, folder=folder), all_rules(), _watched)
    text = render(found)
    shell.write(_lines(found))
    if (
        not yes
        and shell.is_conversation()
        and not click.confirm(f"Write {shown(file)}?", default=True)
    ):
        return
    save_text(file, [text])
    shell.write([f"Wrote {shown(file)}\n", _NEXT])


def _target(folder: str, force: bool) -> str:
    """Return the file to write.

    Raises:
        UserError: the folder is configured already.
    """
    file = Configs(known_names).of(folder).file
    if file and not force:
        raise UserError(f"{shown(file)} holds here already: --force writes a new one")
    if file == f"{folder}/.{NAME}":  # beside it, the new one would not count
        return file
    return f"{folder}/{NAME}"


def _watched(examined: Iterable[Examined], count: int) -> Iterator[Examined]:
    with Bar(count) as bar:
        yield from bar.over(examined)


def _lines(found: Survey) -> Iterator[str]:
    """Yield what was found out."""
    links = found.config.links
    yield f"{pages(found.outcome)}\n"
    if is_foreign(found.outcome):
        yield "(`exlint infer` makes a type of them: then their facts are checked)\n"
    if links.content_root:
        yield f"content root: {shown(links.content_root)}\n"
    if links.base_url:
        yield f"served at: {links.base_url}\n"
    if links.routes:
        yield f"addresses: {found.routes:,} in {shown(links.routes)}\n"
    for address, file in links.permalinks:
        yield f"permalinks: {address} is {file}\n"
    yield f"{problems(found.outcome)}\n"
