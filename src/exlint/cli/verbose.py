"""What `--verbose` says: what exlint found out before it checked the pages."""

from __future__ import annotations

from collections.abc import Iterator

from exlint.outcome import Outcome
from exlint.paths import shown
from exlint.project import Project


def describe(project: Project, outcome: Outcome) -> Iterator[str]:
    """Yield lines about a project and its pages."""
    config = project.config
    file = shown(config.file) if config.file else "none, all settings by default"
    yield f"configuration: {file}"
    for site in outcome.sites:
        yield f"content root: {site.root} ({site.files:,} files)"
        source = " (detected)" if config.links.base_url is None else ""
        yield f"base URL: {site.base_url + source if site.base_url else 'unknown'}"
        if site.routes:
            yield f"known routes: {site.routes:,}"
    counts = [
        f"{count:,} {name or 'of no type'}"
        for name, count in sorted(outcome.types.items(), key=lambda pair: -pair[1])
    ]
    yield f"page types: {', '.join(counts) or 'no pages'}"
    yield f"rules: {len(project.plan.rules)}"
