"""File patterns as `.gitignore` has them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from exlint.light import dataclass
from exlint.once import cached_property

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


@dataclass(frozen=True)
class Globs:
    """Patterns, relative to the folder of the file in which they stand.

    Outside of that folder only those count that fit at any depth, such as `*.md`.
    """

    folder: str
    """Absolute, with `/` between its parts; empty for patterns of no file."""
    patterns: tuple[str, ...]

    def __reduce__(self) -> tuple[type[Globs], tuple[str, tuple[str, ...]]]:
        """Travel without what is made of the patterns."""
        return Globs, (self.folder, self.patterns)

    @cached_property
    def _spec(self) -> GitIgnoreSpec:
        from pathspec import GitIgnoreSpec

        return GitIgnoreSpec.from_lines(filter(is_pattern, self.patterns))

    @cached_property
    def _endings(self) -> tuple[str, ...] | None:
        """What matching files end with, if no pattern says more: `*.md`."""
        if all(re.fullmatch(r"\*\.\w+", pattern) for pattern in self.patterns):
            return tuple(pattern[1:] for pattern in self.patterns)
        return None

    @cached_property
    def _prefix(self) -> str:
        return f"{self.folder.rstrip('/')}/"

    def among(self, paths: Sequence[str], folder: str) -> Sequence[str]:
        """Return those of the paths that are matched; all stand in a folder."""
        if not self.patterns:
            return ()
        if self._endings and not self._is_below_match(f"{folder}/"):
            endings = self._endings
            return [path for path in paths if path.endswith(endings)]
        return [path for path in paths if self.match(path)]

    def _is_below_match(self, path: str) -> bool:
        """Whether a folder above a path is matched by one of the endings."""
        return any(f"{ending}/" in path for ending in self._endings or ())

    def decide(self, path: str) -> bool | None:
        """Say whether a path (absolute; a folder ends with `/`) is matched.

        None where no pattern speaks of it.
        """
        if not self.patterns:
            return None
        if self._endings and not self._is_below_match(path):
            return path.endswith(self._endings) or None
        inside = path.removeprefix(self._prefix)
        return self._spec.check_file(inside).include if inside else None

    def match(self, path: str) -> bool:
        """Whether a path is matched."""
        return self.decide(path) is True


def is_pattern(text: str) -> bool:
    """Whether a text can be read as a pattern. Git passes over one that can't."""
    from pathspec import GitIgnoreSpec

    try:
        GitIgnoreSpec.from_lines([text])
    except (ValueError, re.error):
        return False
    return True
