"""What a run needs, made from its configuration: page types, rules, the site."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from exlint.config import Config
from exlint.corpus import Entry
from exlint.discover import shown, walk
from exlint.engine import Plan
from exlint.files import load_json
from exlint.lexicon import Lexicon
from exlint.reading import PageType, PageTypes
from exlint.resources import schema_directory
from exlint.rules import RULES
from exlint.schema import Json, SchemaStore
from exlint.site import Site

SUFFIX = ".schema.json"


@dataclass(frozen=True)
class Project:
    """One configuration, and what it means for pages."""

    config: Config
    root: str
    """The content root: absolute."""
    plan: Plan

    @classmethod
    def of(cls, config: Config, root: str) -> Project:
        """Make ready what a configuration asks for."""
        store = built_in_schemas()
        types = {
            name.removesuffix(SUFFIX): PageType.of(
                name.removesuffix(SUFFIX), name, store
            )
            for name, document in store.documents.items()
            if is_page_type(document)
        }
        lexicon = Lexicon.of(load_json(str(schema_directory() / "lexicon.json")))
        return cls(config, root, Plan(PageTypes(types, lexicon), RULES))

    def site(self, entries: Iterable[Entry]) -> Site:
        """The site that the content root makes up."""
        files = frozenset(
            shown(f"{folder.path}/{name}")
            for folder in walk(self.root)
            for name in folder.files
        )
        return Site(shown(self.root), files)


def built_in_schemas() -> SchemaStore:
    """The schemas that ship with exlint."""
    return SchemaStore(
        {
            path.name: load_json(str(path))
            for path in schema_directory().glob(f"*{SUFFIX}")
        }
    )


def is_page_type(document: Mapping[str, Json]) -> bool:
    """Whether a schema says of any property where in a page it is written."""
    properties = document.get("properties", {}).values()
    return any("x-markdown" in node for node in properties)
