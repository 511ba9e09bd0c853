"""What a configuration adds to the words that ship with exlint."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from exlint.config import Config
from exlint.config.kinds import unknown
from exlint.config.words import Note
from exlint.errors import UserError
from exlint.files import load_json
from exlint.light import replace
from exlint.pagetype.choices import Choices
from exlint.pagetype.languages import ENGLISH, Languages, code_of
from exlint.pagetype.lexicon import Lexicon
from exlint.pagetype.schema import Json, SchemaStore
from exlint.pagetype.vocabulary import fold
from exlint.paths import is_file, shown
from exlint.resources import schema_directory

_VOCABULARY = "vocabulary.schema.json"


def read_choices(config: Config, types: Iterable[str]) -> Choices:
    """Return the wording that the user avoids or asks for.

    Raises:
        UserError: it is limited to a page type that does not exist.
    """
    known = set(types)
    for number, choice in enumerate(config.word_choice, 1):
        for name in choice.types:
            if name not in known:
                place = config.origin(f"word-choice.{number}")
                what = unknown("page type", name, known)
                raise UserError(f"{place}: word-choice.{number}.types: {what}")
    return Choices(config.word_choice)


def read_lexicons(config: Config) -> Mapping[str, Lexicon]:
    """Return the words of the domain in each language: exlint's, then the user's.

    Raises:
        UserError: the user's file is missing or wrong.
    """
    words = {ENGLISH: load_json(f"{schema_directory()}/lexicon.json")}
    own = _own_words(config)
    language = _language_of(own) or config.language or ENGLISH
    for code, more in ((language, own), *own.get("languages", {}).items()):
        words[code] = _joined(words.get(code, {}), more)
    return {code: Lexicon.of(data) for code, data in words.items()}


def read_languages(config: Config) -> Languages:
    """Return the languages that exlint knows, and what tells which page is in which.

    Raises:
        UserError: the user's word list, which may name a language, is wrong.
    """
    data = load_json(f"{schema_directory()}/languages.json")
    told = _language_of(_own_words(config))
    default = config.language or (told if told != ENGLISH else None)
    return Languages.of(data, default, config.languages, config.folder or "")


def _own_words(config: Config) -> Mapping[str, Json]:
    """Return the user's own word list."""
    if config.lexicon is None:
        return {}
    file = shown(config.lexicon)
    if not is_file(config.lexicon):
        where = config.origin("lexicon")
        raise UserError(f"{where}: lexicon: no such file: {file}")
    own: Mapping[str, Json] = load_json(file)
    schema = load_json(f"{schema_directory()}/lexicon.schema.json")
    for message in _wrong_words(own, schema):
        raise UserError(f"{file}: {message}")
    return own


def _language_of(words: Mapping[str, Json]) -> str | None:
    return code_of(words["language"]) if "language" in words else None


def _wrong_words(own: Json, schema: Mapping[str, Json]) -> Iterator[str]:
    """Yield what is wrong with a lexicon."""
    from jsonschema import Draft202012Validator

    known = schema["properties"]
    for key in own if isinstance(own, Mapping) else ():
        if key not in known:
            yield f"/{key}: {unknown('key', key, known)}"
    for error in Draft202012Validator(schema).iter_errors(own):
        path = "".join(f"/{part}" for part in error.absolute_path)
        yield f"{path or '/'}: {error.message}"


def _joined(base: Json, own: Json) -> Json:
    if isinstance(base, Mapping) and isinstance(own, Mapping):
        added = {key: _joined(base.get(key), value) for key, value in own.items()}
        return {**base, **added}
    if isinstance(base, list) and isinstance(own, list):
        return [*base, *own]
    return own


def extend_vocabulary(store: SchemaStore, config: Config) -> SchemaStore:
    """Return the schemas with what the user adds to their vocabulary.

    Raises:
        UserError: it is added to what does not exist, or does not go together.
    """
    if not config.vocabulary:
        return store
    document = store.documents[_VOCABULARY]
    nodes = {
        name: node for name, node in document.get("$defs", {}).items() if "enum" in node
    }
    for name, notes in config.vocabulary:
        if name not in nodes:
            place = config.origin(f"vocabulary.{name}")
            raise UserError(f"{place}: {unknown('vocabulary', name, nodes)}")
        for value, note in notes:
            nodes[name] = _extended(nodes[name], value, note)
    for name, notes in config.vocabulary:
        for value, note in notes:
            for message in _clashes(nodes[name]["enum"], value, note):
                place = config.origin(f"vocabulary.{name}.{value}")
                raise UserError(f"{place}: vocabulary.{name}: {message}")
    definitions = {**document["$defs"], **nodes}
    documents = {**store.documents, _VOCABULARY: {**document, "$defs": definitions}}
    return replace(store, documents=documents)


def _extended(node: Mapping[str, Json], value: str, note: Note) -> dict[str, Json]:
    """Return a vocabulary with a new value, or with more known of a value."""
    values = list(dict.fromkeys((*node["enum"], value)))
    known = node.get("x-vocabulary", {})
    told: dict[str, Any] = dict(known.get(value, {}))
    if note.slug:
        told["slug"] = note.slug
    for key, more in (
        ("synonyms", note.synonyms),
        ("words", tuple(word.lower() for word in note.words)),
        ("within", note.within),
    ):
        if more:
            told[key] = [*told.get(key, ()), *more]
    if note.labels:
        told["labels"] = {**told.get("labels", {}), **dict(note.labels)}
    return {**node, "enum": values, "x-vocabulary": {**known, value: told}}


def _clashes(values: list[str], value: str, note: Note) -> Iterator[str]:
    """Yield what is said of a value that cannot be."""
    others = {fold(other): other for other in values if other != value}
    for spelling in (value, *note.synonyms, *(label for _, label in note.labels)):
        if fold(spelling) in others:
            yield f"'{spelling}' is the value '{others[fold(spelling)]}' already"
    for whole in note.within:
        if whole not in values:
            yield f"{value}.within: {unknown('value', whole, values)}"
