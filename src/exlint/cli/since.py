"""`--since`: only what has changed since a git revision, and what that causes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exlint.light import dataclass, field
from exlint.linted import Linted, Read
from exlint.outcome import Outcome
from exlint.paths import git_root

if TYPE_CHECKING:
    from exlint.revisions import Changes


@dataclass(frozen=True)
class Since:
    """The revision that the user names, if any."""

    revision: str | None
    _changes: dict[str, Changes] = field(default_factory=dict)

    def new(self, linted: Linted, read: Read) -> Outcome:
        """Return what is new of what was found.

        Raises:
            UserError: git does not know the revision.
        """
        if self.revision is None:
            return linted.outcome
        from exlint.revisions import changes_since
        from exlint.since import new_since

        root = git_root(linted.project.root) or linted.project.root
        if root not in self._changes:
            self._changes[root] = changes_since(root, self.revision)
        return new_since(linted, self._changes[root], read)

    def forget(self) -> None:
        """Take notice that files have been written."""
        self._changes.clear()
