"""`exlint infer`: schemas for page types, derived from the pages of a collection."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

import click

from exlint.cli import shell
from exlint.cli.options import known_names
from exlint.cli.progress import Bar
from exlint.config import Config, Configs
from exlint.discover import find_pages
from exlint.errors import UserError
from exlint.files import (
    Unreadable,
    load_json,
    load_text,
    make_folder,
    read_source,
    save_text,
)
from exlint.light import dataclass
from exlint.pagetype.vocabulary import slug
from exlint.paths import absolute, is_file, is_folder, name_of, relative, shown

if TYPE_CHECKING:
    from exlint.infer.observe import Sight
    from exlint.infer.propose import Inference

_BASE = ".inferred.json"
"""The file beside the schemas that keeps them as they were inferred last."""
_CONFIG = "exlint.toml"
_SUFFIX = ".schema.json"


@dataclass(frozen=True)
class _Place:
    """Where pages are looked for, and where schemas are written."""

    config: Config
    folder: str
    """That of the configuration; without one, the folder that is looked at."""
    output: str
    force: bool
    update: bool

    def file(self, name: str) -> str:
        """Return the file of a type's schema."""
        return f"{self.output}/{name}{_SUFFIX}"

    def before(self) -> Mapping[str, Any]:
        """Return the schemas as they were inferred last, by type."""
        file = f"{self.output}/{_BASE}"
        return dict(load_json(shown(file))) if is_file(file) else {}


@click.command(short_help="Derive page types from the pages of a collection.")
@click.argument("path", default=".", type=click.Path())
@click.option(
    "--required-at",
    default=0.9,
    show_default=True,
    type=click.FloatRange(0, 1, min_open=True),
    metavar="SHARE",
    help="Require what at least this share of the pages of a type has.",
)
@click.option(
    "--synonyms",
    type=click.Path(),
    metavar="FILE",
    help='Words that mean the same, as JSON: {"Traps": ["Trapezius"]}.',
)
@click.option(
    "--output",
    type=click.Path(),
    metavar="DIR",
    help="Where to write the schemas: by default schema/ beside the configuration.",
)
@click.option(
    "--name",
    "names",
    multiple=True,
    metavar="NAME",
    help="Name of the type with most pages; again for the next.",
)
@click.option("--update", is_flag=True, help="Infer anew, and keep what was edited.")
@click.option("--force", is_flag=True, help="Write schemas over those that exist.")
@click.option("--dry-run", is_flag=True, help="Write nothing.")
def command(
    path: str,
    required_at: float,
    synonyms: str | None,
    output: str | None,
    names: tuple[str, ...],
    update: bool,
    force: bool,
    dry_run: bool,
) -> None:
    """Read the pages in PATH (by default, the working directory).

    Writes a schema for each type of page that is found, and makes exlint.toml use it.
    """
    from exlint.infer.propose import Wishes, infer
    from exlint.infer.report import render
    from exlint.pagetypes import load_store

    if not is_folder(path):
        raise UserError(f"{path}: no such folder")
    for name in names:
        if slug(name) != name or not name.isascii() or name == "none":
            raise UserError(f"--name: '{name}' is no name of a type, such as 'recipe'")
    configs = Configs(known_names)
    place = _place(absolute(path), configs, output, force, update)
    before = place.before()
    pages, typed = _pages(absolute(path), place, configs, before)
    sources = {
        relative(absolute(source.path), place.folder): source for source in pages
    }
    store = load_store()
    wishes = Wishes(required_at, names, (*_synonyms(synonyms), *_shipped(store)), typed)
    found = infer(sources, store, wishes, _watched)
    shell.write_lines(render(found, required_at))
    if not found.types:
        raise UserError(f"{path}: no pages are alike enough to be of one type")
    if not dry_run:
        shell.write(_save(found, place, before))


def _place(
    folder: str, configs: Configs, output: str | None, force: bool, update: bool
) -> _Place:
    config = configs.of(folder)
    home = config.folder or folder
    return _Place(
        config, home, absolute(output) if output else f"{home}/schema", force, update
    )


def _pages(
    folder: str, place: _Place, configs: Configs, before: Mapping[str, Any]
) -> tuple[list[Any], dict[str, str]]:
    """Return the pages to infer from, and the types that they had before.

    Pages to which the configuration gives a type that was not inferred are left out.
    """
    from exlint.pagetypes import type_name

    pages, typed = [], {}
    for batch in find_pages([folder], configs):
        for path in batch.pages if batch.config is place.config else ():
            told = [name for globs, name in place.config.types if globs.match(path)]
            name = type_name(told[-1]) if told else None
            if name and name not in before and not place.force:
                continue
            source = read_source(shown(path))
            if isinstance(source, Unreadable):
                continue
            pages.append(source)
            if name:
                typed[relative(path, place.folder)] = name
    if not pages:
        raise UserError(
            f"{shown(folder)}: no pages without a type of their own; --force infers "
            "one from those that have one, too"
        )
    return pages, typed


def _synonyms(file: str | None) -> Iterator[Mapping[str, tuple[str, ...]]]:
    """Yield the lists of synonyms in a file of the user's."""
    if file is None:
        return
    data = load_json(file)
    if not isinstance(data, dict):
        raise UserError(f"{file}: expected an object of values and their synonyms")
    for value, others in data.items():
        if not isinstance(others, list) or not all(isinstance(o, str) for o in others):
            raise UserError(f"{file}: {value}: expected a list of synonyms")
    yield {value: tuple(others) for value, others in data.items()}


def _shipped(store: Any) -> Iterator[Mapping[str, tuple[str, ...]]]:
    """Yield the lists of synonyms in the vocabularies that ship with exlint."""
    for node in store.documents["vocabulary.schema.json"]["$defs"].values():
        notes = node.get("x-vocabulary", {})
        yield {
            value: tuple(notes.get(value, {}).get("synonyms", ()))
            for value in node.get("enum", ())
        }


def _watched(sights: Iterable[Sight], count: int) -> Iterator[Sight]:
    with Bar(count) as bar:
        yield from bar.over(sights)


def _save(found: Inference, place: _Place, before: Mapping[str, Any]) -> Iterator[str]:
    """Write schemas and configuration, and yield what was done.

    Raises:
        UserError: a schema is there already.
    """
    from exlint.infer.merge import merge

    for proposal in found.types:
        file = place.file(proposal.name)
        if is_file(file) and not (place.force or place.update):
            raise UserError(
                f"{shown(file)} holds a schema already: --update infers it anew and "
                "keeps what was edited, --force writes it over"
            )
    if not make_folder(shown(place.output)):
        raise UserError(f"{shown(place.output)}: cannot be made")
    for proposal in found.types:
        file = place.file(proposal.name)
        schema = proposal.schema
        if is_file(file) and not place.force:
            own = load_json(shown(file))
            schema = merge(before.get(proposal.name), own, schema)
        save_text(shown(file), [_json(schema)])
        yield f"Wrote {shown(file)}\n"
    schemas = {**before, **{item.name: item.schema for item in found.types}}
    save_text(shown(f"{place.output}/{_BASE}"), [_json(schemas)])
    yield from _configure(found, place)
    yield "\nNext: exlint\n"


def _json(data: Any) -> str:
    return json.dumps(data, indent=2, ensure_ascii=False) + "\n"


def _configure(found: Inference, place: _Place) -> Iterator[str]:
    """Make the configuration use the schemas, and yield what was done."""
    from exlint.config.writing import toml
    from exlint.infer.settings import with_types
    from exlint.infer.territory import territory

    others = [sight.path for sight in found.others if sight.parts]
    types = list(territory(found.type_of, others, found.alike))
    schemas = f"{relative(place.output, place.folder)}/*{_SUFFIX}"
    file = place.config.file or f"{place.folder}/{_CONFIG}"
    prefix = ("tool", "exlint") if name_of(file) == "pyproject.toml" else ()
    old = load_text(shown(file)) if is_file(file) else None
    new = with_types(old, schemas, types, prefix, force=place.force)
    if new is None:
        yield f"{shown(file)} is to be changed by hand:\n"
        yield f"  schemas = {toml([schemas])}\n  [types]\n"
        yield from (f"  {toml(path)} = {toml(name)}\n" for path, name in types)
    elif new != old:
        save_text(shown(file), [new])
        yield f"{'Wrote' if old is None else 'Changed'} {shown(file)}\n"
