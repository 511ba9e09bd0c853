"""The page types of a run: those that ship with exlint, and the user's own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from exlint.additions import (
    extend_vocabulary,
    read_choices,
    read_languages,
    read_lexicons,
)
from exlint.config import Config
from exlint.config.kinds import unknown
from exlint.config.sources import own_schemas
from exlint.config.templates import delimiters_of
from exlint.errors import UserError
from exlint.files import load_json
from exlint.page.reading import NO_TYPE, PageType, PageTypes
from exlint.pagetype.schema import Json, SchemaError, SchemaStore
from exlint.paths import name_of, shown
from exlint.resources import schemas

SUFFIX = ".schema.json"


def load_types(config: Config) -> PageTypes:
    """Compile the page types that a configuration knows.

    Raises:
        UserError: a schema is wrong, or a setting names a type that does not exist.
    """
    own = own_schemas(config)
    store = extend_vocabulary(load_store(own), config)
    for path in own:
        for error in check_schema(path, store):
            raise error
    types = {
        type_name(file): PageType.of(type_name(file), file, store)
        for file, document in store.documents.items()
        if is_page_type(document)
    }
    for path in own:
        for error in _wrong_references(path, types):
            raise error
    for globs, name in config.types:
        if type_name(name) not in types and name != NO_TYPE:
            place = config.origin(f"types.{globs.patterns[0]}")
            raise UserError(f"{place}: {unknown('page type', name, types)}")
    return PageTypes(
        types,
        read_lexicons(config),
        read_choices(config, types),
        delimiters_of(config.markdown.templates),
        read_languages(config),
    )


def _wrong_references(path: str, types: Mapping[str, PageType]) -> Iterator[UserError]:
    """Yield the properties that name pages of a type which does not exist."""
    type_ = types.get(type_name(path))
    for field in type_.layout.fields.values() if type_ else ():
        if field.references and field.references not in types:
            what = unknown("page type", field.references, types)
            place = f"/properties/{field.name}/x-markdown/references"
            yield UserError(f"{shown(path)}: {place}: {what}")


def load_store(own: Iterable[str] = ()) -> SchemaStore:
    """Read the schemas that ship with exlint, and those in files of the user's.

    A file of the user's takes the place of a built-in one of the same name.
    """
    paths = {name_of(path): path for path in schemas(SUFFIX)}
    for path in own:
        paths[name_of(path)] = path
    documents = {name: load_json(shown(path)) for name, path in sorted(paths.items())}
    for name, document in documents.items():
        if not isinstance(document, Mapping):
            raise UserError(f"{shown(paths[name])}: is no schema: not a JSON object")
    return SchemaStore(documents)


def check_schema(path: str, store: SchemaStore) -> list[UserError]:
    """Return what is wrong with a schema of the user's, file and pointer first."""
    file = name_of(path)
    errors = [
        UserError(f"{shown(path)}: {error.pointer or '/'}: {error.message}")
        for error in store.check(file)
    ]
    if errors or not is_page_type(store.documents[file]):
        return errors
    try:
        PageType.of(type_name(file), file, store).validator.violations({})
    except SchemaError as error:
        at = shown(path) if error.file == file else error.file
        return [UserError(f"{at}: {error.pointer or '/'}: {error.message}")]
    except Exception as error:  # whatever a validator says of a schema
        message = str(error).partition("\n")[0]
        return [UserError(f"{shown(path)}: /: is no usable schema: {message}")]
    return []


def is_page_type(document: Mapping[str, Json]) -> bool:
    """Whether a schema says of any property where in a page it is written."""
    nodes = document.get("properties", {}).values()
    return any(isinstance(node, Mapping) and "x-markdown" in node for node in nodes)


def type_name(file: str) -> str:
    """Return the name of the page type that a schema file defines."""
    name = name_of(file)
    return name.removesuffix(SUFFIX).removesuffix(".json")
