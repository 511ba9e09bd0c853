"""What the results of a run depend on beside its pages."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from exlint import __version__
from exlint.config import Config
from exlint.files import content_of
from exlint.light import replace
from exlint.paths import absolute
from exlint.resources import code_state, distributions, records
from exlint.text import digest


def settings_key(config: Config, root: str, files: Iterable[str]) -> str:
    """Return what tells the results of one run from those of another.

    Of exlint, of what is installed beside it (parser, validator, plug-ins), of the
    configuration, and of the contents of `files`: schemas, word lists, routes.
    """
    bare = replace(config, origins={})
    ours = records()
    code = [] if ours else code_state()
    parts = [
        *(__version__, sys.version, *distributions(), *code),
        *(absolute("."), root, repr(bare)),
        *(f"{path}\n{_state(path)}" for path in (*files, *ours)),
    ]
    return digest("\0".join(parts).encode("utf-8", "surrogatepass")).hex()


def _state(path: str) -> str:
    content = content_of(path)
    return "" if content is None else digest(content).hex()
