#!/usr/bin/env python3
"""Whether exlint reads the pages of a collection as the untouched library does.

    python bench/same_tree.py PATH...

Compares the block tokens, the inline content and the links of every page below the
paths, and checks the places of all that stands on it. The tests do so with the
examples of CommonMark and with generated documents.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tests.markdown.checks import check_document, document_of
from tests.markdown.library import (
    inlines_of_exlint,
    inlines_of_library,
    tokens_of_exlint,
    tokens_of_library,
)


def differences(text: str) -> Iterator[str]:
    """Yield in what exlint and the library read a page otherwise."""
    if tokens_of_exlint(text) != tokens_of_library(text):
        yield "blocks"
    document = document_of(text)
    front = document.front_matter
    body = "\n" + text[front.span.end :] if front else text
    if inlines_of_exlint(document) != inlines_of_library(body):
        yield "inline content"
    try:
        check_document(document)
    except AssertionError as error:
        yield f"places: {error}"


def main() -> int:
    """Print each page that is read otherwise; return whether there is one."""
    pages = different = 0
    for path in map(Path, sys.argv[1:]):
        for file in sorted(path.rglob("*.md")) if path.is_dir() else [path]:
            pages += 1
            found = list(differences(file.read_bytes().decode("utf-8", "replace")))
            different += bool(found)
            for difference in found:
                print(f"{file}: {difference}")
    print(f"{pages} pages, {different} read otherwise")
    return 1 if different else 0


if __name__ == "__main__":
    raise SystemExit(main())
