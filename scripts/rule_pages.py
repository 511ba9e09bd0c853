"""Write docs/rules/: a page for each rule from its docstring, and an index of them.

Run it after a rule's documentation has changed: `python scripts/rule_pages.py`.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from exlint.cli.rule import page
from exlint.rules import RULES

FOLDER = Path(__file__).resolve().parents[1] / "docs" / "rules"
HEAD = """\
# Rules

What each rule is about, with examples; `exlint rule NAME` shows the same. A rule or a
whole group is turned off by `ignore` in the configuration or `--ignore` at the shell.
"""
TABLE = """\
| Rule | Severity | Fix | |
|---|---|---|---|
"""


def pages() -> Iterator[tuple[str, str]]:
    """Yield the name and the text of each page."""
    yield "README.md", "".join(index())
    for rule in RULES:
        yield f"{rule.name}.md", page(rule)


def index() -> Iterator[str]:
    """Yield the parts of the index: a table for each group."""
    yield HEAD
    for group, rules in groupby(RULES, key=lambda rule: rule.group):
        yield f"\n## {group}\n\n{TABLE}"
        for rule in rules:
            fix = "yes" if rule.is_fixable else ""
            link = f"[{rule.name}]({rule.name}.md)"
            yield f"| {link} | {rule.severity.label} | {fix} | {rule.summary} |\n"


def main() -> None:
    """Write the pages, and delete those of rules that are no more."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    written = dict(pages())
    for name, text in written.items():
        (FOLDER / name).write_text(text, encoding="utf-8", newline="\n")
    for file in FOLDER.glob("*.md"):
        if file.name not in written:
            file.unlink()


if __name__ == "__main__":
    main()
