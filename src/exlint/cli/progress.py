"""A progress bar on standard error, for runs that take longer than a second."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, TypeVar

from exlint.cli.shell import is_watched

if TYPE_CHECKING:
    from rich.progress import Progress

T = TypeVar("T")
PATIENCE = 1.0
"""Seconds that pass before a bar is shown."""


class Bar:
    """Shows how many of the pages of a run are done, if anybody watches."""

    def __init__(self, total: int) -> None:
        self._total = total
        self._done = 0
        self._begun = time.monotonic()
        self._shown: Progress | None = None
        self._is_watched = is_watched()

    def __enter__(self) -> Bar:
        return self

    def __exit__(self, *_: object) -> None:
        if self._shown:
            self._shown.stop()

    def over(self, items: Iterable[T]) -> Iterator[T]:
        """Yield items and count them."""
        for item in items:
            yield item
            self._done += 1
            if self._is_watched:
                self._show()

    def _show(self) -> None:
        if self._shown is None:
            if time.monotonic() - self._begun < PATIENCE:
                return
            self._shown = _start(self._total)
        for task in self._shown.task_ids:
            self._shown.update(task, completed=self._done)


def _start(total: int) -> Progress:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("checking pages"), BarColumn(), MofNCompleteColumn())
    bar = Progress(*columns, console=Console(stderr=True), transient=True)
    bar.add_task("", total=total)
    bar.start()
    return bar
