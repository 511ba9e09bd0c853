"""What exlint remembers from one run to the next, in `.exlint_cache/`.

Nothing here is needed: whatever is missing, broken, of another version or cannot be
written is found out again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from exlint.cache.contents import Contents
from exlint.cache.folder import NAME
from exlint.cache.key import settings_key
from exlint.cache.outcomes import Outcomes
from exlint.config import Config
from exlint.config.sources import own_files
from exlint.light import dataclass, replace
from exlint.once import cached_property

if TYPE_CHECKING:
    from exlint.cache.pages import Pages

__all__ = ["NAME", "Cache"]


@dataclass(frozen=True)
class Cache:
    """What is remembered of the pages of one project."""

    outcomes: Outcomes

    def among(self, files: frozenset[str]) -> Cache:
        """Return the cache for pages that stand among the files of a site."""
        contents = replace(self.outcomes.contents, files=files)
        return Cache(replace(self.outcomes, contents=contents))

    @cached_property
    def pages(self) -> Pages:
        """The pages of the project, one by one."""
        from exlint.cache.pages import Pages

        return Pages(self.outcomes.place, self.outcomes.key, self.outcomes.contents)

    @classmethod
    def of(cls, config: Config, root: str, folder: str, by_stamp: bool) -> Cache:
        """Return the cache of a project; by default, in the folder of its settings.

        Raises:
            UserError: a file that the configuration names is missing.
        """
        place = folder or f"{(config.folder or root).rstrip('/')}/{NAME}"
        key = settings_key(config, root, own_files(config))
        contents = Contents(by_stamp)
        return cls(Outcomes(place, key, contents))
