"""The examples of the CommonMark specification."""

import re
from functools import cache
from importlib.metadata import distribution
from pathlib import Path

_EXAMPLE = re.compile(r"^`{32} example\n(.*?)^\.\n.*?^`{32}$", re.MULTILINE | re.DOTALL)


@cache
def spec_examples() -> tuple[str, ...]:
    """The Markdown of every example, in order; marko ships the specification."""
    path = Path(str(distribution("marko").locate_file("tests/spec/commonmark.txt")))
    examples = _EXAMPLE.findall(path.read_text("utf-8"))
    return tuple(example.replace("→", "\t") for example in examples)
