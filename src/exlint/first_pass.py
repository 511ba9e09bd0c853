"""The first pass: pages are read, kept as entries, and checked, each by itself.

Pages go through together, step by step: all are parsed, then all are bound, then each
rule sees all of them. The code of one step fits into a processor's caches, that of all
steps does not; page by page, the same work takes half as long again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

from exlint.audiences import Audiences
from exlint.corpus import Entry
from exlint.corpus.masking import Mask
from exlint.diagnostic import Finding
from exlint.engine import INTERNAL_ERROR, Examined, Plan, compose, crash, failure
from exlint.markdown import parse
from exlint.page import Page
from exlint.page.reading import read_document
from exlint.rule import Rule
from exlint.text import NOWHERE, Source

T = TypeVar("T")
Task = tuple[Source, "str | None"]
"""A source, and the page type that the configuration gives it."""
Found = list[tuple[Rule, Finding]]

AT_ONCE = 50
"""Pages that go through together: more gain no more, and take more memory."""


def examine(source: Source, plan: Plan, configured: str | None = None) -> Examined:
    """Run the page rules on one source."""
    (page,) = examine_together([(source, configured)], plan)
    return page


def examine_together(tasks: Sequence[Task], plan: Plan) -> list[Examined]:
    """Run the page rules on sources, in order.

    A rule that raises is a bug of exlint's: it is reported as `internal-error` on the
    page, and the other rules run. So is a page that exlint fails to read.
    """
    failed: dict[int, Exception] = {}

    def step(do: Callable[[int], T], numbers: Iterable[int]) -> dict[int, T]:
        """Do one step on pages, by number; those on which it fails stay behind."""
        done: dict[int, T] = {}
        for number in numbers:
            try:
                done[number] = do(number)
            except Exception as error:  # whatever a page does, the run goes on
                failed[number] = error
        return done

    types, compares = plan.types, plan.compares
    parsed = step(lambda n: parse(tasks[n][0], types.templates), range(len(tasks)))
    pages = step(lambda n: read_document(parsed[n], types, tasks[n][1]), parsed)
    masks = step(lambda n: Mask.of(pages[n]), pages)
    entries = step(lambda n: Entry.of(pages[n], masks[n], compared=compares), masks)
    found = check({number: pages[number] for number in entries}, plan)
    for number, error in failed.items():
        message = f"the page cannot be read: {failure(error)}"
        found[number] = [(INTERNAL_ERROR, Finding(NOWHERE, message))]
    examined = []
    for number, (source, _) in enumerate(tasks):
        entry, mask = entries.get(number), masks.get(number)
        composed = tuple(compose(source, entry, found[number], plan, mask))
        examined.append(Examined(source.path, entry, composed, source.digest))
    return examined


def check(pages: Mapping[int, Page], plan: Plan) -> dict[int, Found]:
    """Return what the rules find on each of some pages, by number."""
    found: dict[int, Found] = {number: [] for number in pages}
    audiences = Audiences(pages, plan.triggers)
    for rule in plan.rules:
        if rule.check is None:
            continue
        for number in audiences.of(rule):
            try:
                for finding in rule.check(pages[number]):
                    found[number].append((rule, finding))
            except Exception as error:  # whatever a rule does, the run goes on
                found[number].append((INTERNAL_ERROR, crash(rule, error)))
    return found
