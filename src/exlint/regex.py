"""Regular expressions that are compiled when they are used first.

Compiling all those of the rules would take half of a start, and a page needs few.
"""

from __future__ import annotations

import re
from typing import Any, cast

_METHODS = (
    "findall",
    "finditer",
    "fullmatch",
    "match",
    "search",
    "split",
    "sub",
    "subn",
)


class _Waiting:
    """A pattern that has the methods of a compiled one from the first use on."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(self.pattern, self._flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def regex(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return a regular expression, to be compiled when it is used."""
    return cast("re.Pattern[str]", _Waiting(pattern, flags))
