"""Values as TOML writes them."""

from __future__ import annotations

import json
from typing import Any


def toml(value: Any) -> str:
    """Return plain data in one line of TOML.

    Strings, numbers and lists are written as in JSON, but for what JSON can't escape.
    """
    if isinstance(value, dict):
        pairs = ", ".join(f"{toml(key)} = {toml(item)}" for key, item in value.items())
        return f"{{ {pairs} }}" if pairs else "{}"
    if isinstance(value, list):
        return f"[{', '.join(map(toml, value))}]"
    return json.dumps(value, ensure_ascii=False).replace("\x7f", r"\u007f")
