"""The configuration that `exlint init` writes: what was found, what can be set."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from exlint.config.writing import toml
from exlint.outcome import Outcome
from exlint.paths import relative
from exlint.plugins import all_rules
from exlint.report.summary import count, kinds
from exlint.survey import Survey

_NOISIEST = 5
"""How many rules are named that report most."""
_WIDTH = 88
_HEAD = """\
# What exlint checks here, and how. Every setting is optional; `exlint config` shows all
# of them, what they are now, and where that is said.
"""
_RULES = """
# Rules and groups that are not to run. `exlint rule NAME` tells what a rule is about.
"""
_FILES = """
# Files that are not to be checked, with the patterns of .gitignore.
# exclude = ["drafts/"]

# Page types of your own; `exlint infer` derives them from the pages.
# schemas = ["schema/*.schema.json"]

# The language of pages of which neither front matter nor a folder tells it.
# language = "es"
"""
_MORE = """
# How bad the findings of a rule or group are: error, warning, info or off.
# [severity]
# bare-url = "off"

# Rules and groups that are not to run on some files.
# [per-file-ignores]
# "blog/**" = ["structure"]
"""


def render(survey: Survey) -> str:
    """Return the text of the configuration file."""
    return "".join(
        (
            _HEAD,
            *_found(survey.outcome),
            _RULES,
            *_noisiest(survey.outcome),
            _FILES,
            *_links(survey),
            *_types(survey),
            _MORE,
        )
    )


def pages(outcome: Outcome) -> str:
    """Return `25 pages: 20 exercise, 5 of no type`."""
    types = sorted(outcome.types.items(), key=lambda pair: (-pair[1], pair[0]))
    listed = ", ".join(f"{number:,} {name or 'of no type'}" for name, number in types)
    total = count(outcome.pages, "page")
    if is_foreign(outcome):
        return f"{total} of no type"
    return f"{total}: {listed}" if listed else total


def is_foreign(outcome: Outcome) -> bool:
    """Whether exlint knows the type of no page."""
    return set(outcome.types) == {""}


def problems(outcome: Outcome) -> str:
    """Return `12 problems: 4 errors, 8 warnings`."""
    total = count(len(outcome.shown), "problem")
    return f"{total}: {kinds(outcome)}" if outcome.shown else total


def _found(outcome: Outcome) -> Iterator[str]:
    yield f"#\n# {pages(outcome)}.\n"
    if is_foreign(outcome):
        yield "# Only general rules check a page of no type. `exlint infer` writes a\n"
        yield "# schema of what pages hold, and exlint checks that too.\n"
    if outcome.shown:
        yield f"# A baseline would hold {problems(outcome)}.\n"
        yield "# `exlint --write-baseline` writes it: only new ones are shown then.\n"


def _noisiest(outcome: Outcome) -> Iterator[str]:
    summaries = {rule.name: rule.summary for rule in all_rules()}
    rules = Counter(item.rule for item in outcome.shown).most_common(_NOISIEST)
    if rules:
        yield "# These report most here:\n"
    for name, number in rules:
        line = f"# {number:6,}  {name}: {summaries.get(name, '')}"
        yield f"{line if len(line) <= _WIDTH else line[: _WIDTH - 1] + '…'}\n"
    yield '# ignore = ["stray-capital"]\n'


def _links(survey: Survey) -> Iterator[str]:
    links = survey.config.links
    folder = survey.config.folder or ""
    yield "\n[links]\n# Where the site is served, and from which folder.\n"
    yield _line("base-url", links.base_url, "https://moves.example")
    root = links.content_root and relative(links.content_root, folder)
    yield _line("content-root", root, "content")
    if links.routes:
        yield f"# {survey.routes:,} addresses that exist, with or without a file.\n"
    else:
        yield "# Addresses that exist without a file: a sitemap, or one on each line.\n"
    yield _line(
        "routes", links.routes and relative(links.routes, folder), "sitemap.xml"
    )
    if links.permalinks:
        yield "# How addresses differ from files, as links tell.\n[links.permalinks]\n"
        for address, file in links.permalinks:
            yield f"{toml(address)} = {toml(file)}\n"


def _line(key: str, value: str | None, example: str) -> str:
    """Return a line that sets a value; without one, a comment with an example."""
    if value is None:
        return f"# {key} = {toml(example)}\n"
    return f"{key} = {toml(value)}\n"


def _types(survey: Survey) -> Iterator[str]:
    types = survey.config.types
    if not types:
        yield "\n# The page type of files, where it is not plain to see.\n# [types]\n"
        yield '# "recipes/*.md" = "recipe"\n'
        return
    yield "\n# All pages of a folder look like one type; new ones are to be of it.\n"
    yield "[types]\n"
    for globs, name in types:
        yield f"{toml(globs.patterns[0])} = {toml(name)}\n"
