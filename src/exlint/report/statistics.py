"""`--statistics`: how often each rule and each cause was found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from exlint.causes import groups
from exlint.outcome import Outcome
from exlint.report.summary import summary
from exlint.visible import visible

_MOST = 20
"""How many causes are listed."""


def render(outcome: Outcome) -> Iterator[str]:
    """Yield a line for each rule, one for each of the largest causes, the summary."""
    rules = Counter((item.rule, item.severity) for item in outcome.shown)
    for (rule, severity), count in sorted(
        rules.items(), key=lambda pair: (-pair[1], pair[0][0])
    ):
        yield f"{count:7,}  {severity.label:7}  {rule}\n"
    causes = [one for one in groups(outcome.shown, outcome.types) if one.pages > 1]
    if causes:
        yield "\nCauses that stand on several pages:\n\n"
    for one in causes[:_MOST]:
        yield f"{len(one.diagnostics):7,}  {one.rule}: {visible(one.message)}\n"
        yield f"{'':9}{visible(one.shape)}\n"
    if len(causes) > _MOST:
        yield f"\n… and {len(causes) - _MOST:,} more causes.\n"
    yield f"\n{summary(outcome)}\n" if rules else f"{summary(outcome)}\n"
