"""`exlint new`: begin a page of a type."""

from __future__ import annotations

from collections.abc import Iterator

import click

from exlint.cli import shell
from exlint.cli.options import config_option
from exlint.config import Configs
from exlint.config.kinds import unknown
from exlint.errors import UserError
from exlint.files import save_text
from exlint.pagetype.layout import Layout
from exlint.pagetype.vocabulary import slug
from exlint.pagetypes import load_types
from exlint.paths import absolute, exists, is_folder
from exlint.scaffold import scaffold


@click.command(short_help="Begin a page of a type.")
@click.argument("type_", metavar="TYPE")
@click.argument("name")
@config_option
@click.option(
    "--set",
    "facts",
    metavar="FACT=VALUE",
    multiple=True,
    help="A fact of the page, by its property or key; may be repeated.",
)
@click.option("--all", "every", is_flag=True, help="Also what a page may do without.")
@click.option(
    "-o",
    "--output",
    type=click.Path(),
    help="Write to this file, or into this folder under the page's name.",
)
@click.option("--force", is_flag=True, help="Write anew what is there already.")
def command(
    type_: str,
    name: str,
    configs: Configs,
    facts: tuple[str, ...],
    every: bool,
    output: str | None,
    force: bool,
) -> int:
    """Print a page of TYPE, titled NAME, with all that its schema asks for.

    Texts are placeholders, which 'exlint check' reports until they are written. Facts
    that are not set have the first value allowed, with a comment that names the others.
    """
    name = " ".join(name.split())
    if not slug(name):
        raise UserError("NAME: a page needs a name")
    page = scaffold(_layout(type_, configs, output), name, dict(_given(facts)), every)
    if output is None:
        shell.write_lines(page.text.splitlines(keepends=True))
    else:
        is_home = is_folder(output)
        file = f"{output.rstrip('/')}/{slug(name)}.md" if is_home else output
        if exists(file) and not force:
            raise UserError(f"{file}: exists already: --force writes it anew")
        save_text(file, [page.text])
        shell.write([f"Wrote {file}\n"])
    if page.chosen:
        chosen = ", ".join(page.chosen)
        shell.tell(f"exlint: chosen for you: {chosen} (--set FACT=VALUE sets a fact)")
    return 0


def _layout(name: str, configs: Configs, output: str | None) -> Layout:
    """Return the layout of a page type that holds where the page is to stand.

    Raises:
        UserError: there is none of that name.
    """
    home = absolute(output or ".")
    folder = home if is_folder(home) else home.rpartition("/")[0]
    types = load_types(configs.of(folder)).types
    if name not in types:
        raise UserError(unknown("page type", name, types))
    return types[name].layout


def _given(facts: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for fact in facts:
        key, sign, value = fact.partition("=")
        if not sign or not key.strip() or not value.strip():
            raise UserError(f"--set {fact}: expected FACT=VALUE")
        yield key.strip(), value.strip()
