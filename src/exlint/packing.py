"""Results as bytes: how they travel between processes, and lie in the cache.

The cache stands among the pages, and anyone can commit one: so only data is unpacked,
never code. https://docs.python.org/3/library/pickle.html#restricting-globals
"""

from __future__ import annotations

import io
import pickle
from dataclasses import is_dataclass
from enum import Enum
from functools import lru_cache
from importlib import import_module
from typing import Any

_BUILT_IN = frozenset({("array", "_array_reconstructor"), ("array", "array")})


class UnpackError(ValueError):
    """Bytes that are no result of exlint's."""


def pack(result: object) -> bytes:
    """Return a result as bytes."""
    return pickle.dumps(result, pickle.HIGHEST_PROTOCOL)


def unpack(data: bytes) -> Any:
    """Return the result that was packed.

    Raises:
        UnpackError: there is none in it.
    """
    try:
        return _Unpickler(io.BytesIO(data)).load()
    except Exception as error:  # broken bytes can raise whatever they like
        raise UnpackError(str(error)) from error


class _Unpickler(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        """Return a class that holds data, and nothing else."""
        return _data_class(module, name)


@lru_cache(maxsize=256)
def _data_class(module: str, name: str) -> Any:
    """Return a class that holds data: each is asked for with every page."""
    if (module, name) in _BUILT_IN:
        return getattr(import_module(module), name)
    if module.startswith("exlint.") and "." not in name:
        found = getattr(import_module(module), name)
        if isinstance(found, type) and (
            is_dataclass(found) or issubclass(found, (tuple, Enum))
        ):
            return found
    raise pickle.UnpicklingError(f"{module}.{name} is no data")
