"""What is new since a revision: found in changed lines, or caused by them elsewhere.

A changed fact makes a sentence further down wrong, and a page that is removed the links
of others: so the pages are checked as they were too, and what was found then is old.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from exlint.diagnostic import Diagnostic
from exlint.engine import Examined
from exlint.files import Unreadable, with_sidecar
from exlint.light import replace
from exlint.linted import Linted, Read
from exlint.outcome import Outcome
from exlint.paths import absolute, is_within, sidecar_of
from exlint.project import Project
from exlint.revisions import Changes
from exlint.run import conclude, examine_pages
from exlint.text import Source


def new_since(linted: Linted, changes: Changes, read: Read) -> Outcome:
    """Return of what was found what is new since a revision."""
    before = Counter(map(_look, _before(linted, changes, read).shown))

    def is_new(item: Diagnostic) -> bool:
        if changes.touches(item.path, item.start.line, item.end.line):
            return True
        if item.suppressed:
            return False
        before[_look(item)] -= 1
        return before[_look(item)] < 0

    found = tuple(item for item in linted.outcome.diagnostics if is_new(item))
    return replace(linted.outcome, diagnostics=found)


def _look(item: Diagnostic) -> tuple[str, str, str]:
    """Return what a finding is recognised by, though lines were added above it."""
    return (item.rule, item.path, " ".join(item.excerpt.split()))


def _before(linted: Linted, changes: Changes, read: Read) -> Outcome:
    """Return what was found in the revision."""
    project = linted.project
    changed = changes.lines.keys() | changes.removed

    def reader(path: str) -> Source | Unreadable:
        page = with_sidecar(changes.before(path)) if path in changed else read(path)
        beside = sidecar_of(path)
        if beside not in changed or isinstance(page, Unreadable):
            return page
        was = changes.before(beside)
        return replace(page, sidecar=None if isinstance(was, Unreadable) else was.text)

    added = {path for path, lines in changes.lines.items() if lines is None}
    removed = [
        path for path in changes.removed if is_within(absolute(path), project.root)
    ]
    files = (project.files() - added).union(removed)
    return conclude(project, _examined(linted, changes, reader), reader, files)


def _examined(linted: Linted, changes: Changes, reader: Read) -> Iterator[Examined]:
    """Yield the pages of the revision; those are at hand that have not changed."""
    changed = [path for path in changes.removed if _is_page(linted.project, path)]
    same = []
    for page in linted.examined:
        is_new = changes.lines.get(page.path, ()) is None
        files = {page.path, sidecar_of(page.path)}
        if files.isdisjoint(changes.lines) and files.isdisjoint(changes.removed):
            same.append(page)
        elif not is_new:
            changed.append(page.path)
    yield from examine_pages(linted.project, changed, reader)
    yield from same


def _is_page(project: Project, path: str) -> bool:
    full = absolute(path)
    include, exclude = project.config.include, project.config.exclude
    return (
        is_within(full, project.root)
        and include.match(full)
        and not exclude.match(full)
    )
