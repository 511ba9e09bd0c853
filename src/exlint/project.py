"""What a run needs, made from its configuration: page types, rules, the site."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator
from typing import TYPE_CHECKING

from exlint.config import Config
from exlint.diagnostic import Confidence, Severity
from exlint.discover import walk
from exlint.errors import UserError
from exlint.files import load_text
from exlint.light import dataclass, replace
from exlint.once import cached_property
from exlint.paths import absolute, is_file, shown

if TYPE_CHECKING:
    from exlint.corpus import Entry
    from exlint.engine import Plan
    from exlint.rule import Rule
    from exlint.site import Site


@dataclass(frozen=True)
class Project:
    """One configuration, and what it means for pages.

    Rules and page types are loaded when a page asks for them: a run that remembers
    what it found needs none.
    """

    config: Config
    root: str
    """The content root: absolute."""
    load_rules: Callable[[], Iterable[Rule]]

    @classmethod
    def of(cls, config: Config, root: str, rules: Iterable[Rule]) -> Project:
        """Make ready what a configuration asks for.

        Raises:
            UserError: a schema is wrong, or a setting names what does not exist.
        """
        rules = tuple(rules)
        project = cls(config, root, lambda: rules)
        project.plan  # noqa: B018
        return project

    @cached_property
    def plan(self) -> Plan:
        """What is done to each page.

        Raises:
            UserError: a schema is wrong, or a setting names what does not exist.
        """
        from exlint.engine import Plan
        from exlint.pagetypes import load_types

        rules, config = tuple(self.load_rules()), self.config
        return Plan(
            load_types(config),
            tuple(choose_rules(rules, config)),
            dict(_severities(config, rules)),
            Confidence.LOW if config.pedantic else Confidence.MEDIUM,
            frozenset(rule.name for rule in rules),
            config.folder or self.root,
        )

    def type_of(self, path: str) -> str | None:
        """Return the page type that the configuration gives to a path."""
        if not self.config.types:
            return None
        from exlint.pagetypes import type_name

        full = absolute(path)
        found = [name for globs, name in self.config.types if globs.match(full)]
        return type_name(found[-1]) if found else None

    def plan_for(self, path: str) -> Plan:
        """Return the plan without the rules that are not to run on a path."""
        if not self.config.per_file_ignores:
            return self.plan
        full = absolute(path)
        ignored = {
            name
            for globs, names in self.config.per_file_ignores
            if globs.match(full)
            for name in names
        }
        return self._plan_without(frozenset(ignored)) if ignored else self.plan

    def _plan_without(self, ignored: frozenset[str]) -> Plan:
        """Return the plan without some rules and groups: one for all that want it."""
        if ignored not in self._plans:
            rules = (
                rule
                for rule in self.plan.rules
                if rule.name not in ignored and rule.group not in ignored
            )
            self._plans[ignored] = replace(self.plan, rules=tuple(rules))
        return self._plans[ignored]

    @cached_property
    def _plans(self) -> dict[frozenset[str], Plan]:
        return {}

    def has_all(self, paths: Container[str], site: Site) -> bool:
        """Whether all files of a site that are to be checked are among paths."""
        include, exclude = self.config.include, self.config.exclude
        missing = (absolute(path) for path in site.files if path not in paths)
        return not any(include.match(p) and not exclude.match(p) for p in missing)

    def files(self) -> frozenset[str]:
        """Return the files below the content root that nobody ignores."""
        return frozenset(path for folder in walk(self.root) for path in folder.shown)

    def site(self, entries: Iterable[Entry], files: frozenset[str]) -> Site:
        """Return the site: its files, and where the links of pages tell it is served.

        Raises:
            UserError: the file of routes cannot be read.
        """
        from exlint.site import Site, detect_base

        links = self.config.links
        root, base_url = shown(self.root), links.base_url
        if base_url is None:
            targets = (target for entry in entries for target in entry.links.targets)
            told = links.content_root is None
            base = detect_base(targets, files, root, below=told)
            if base:
                root, base_url = base.root, base.url
        routes = load_routes(self.config)
        return Site(root, files, base_url, links.permalinks, routes, links.anchors)


def load_routes(config: Config) -> frozenset[str]:
    """Read the addresses that are known to exist without a file.

    Raises:
        UserError: their file cannot be read.
    """
    file = config.links.routes
    if file is None:
        return frozenset()
    from exlint.site import read_routes

    if not is_file(file):
        where = config.origin("links.routes")
        raise UserError(f"{where}: links.routes: no such file: {shown(file)}")
    return read_routes(load_text(shown(file)))


def choose_rules(rules: Iterable[Rule], config: Config) -> Iterator[Rule]:
    """Yield the rules that a configuration asks for.

    A rule's own name counts more than its group's, and `ignore` more than `select`.
    """
    off = {name for name, level in dict(config.severity).items() if level is None}
    ignore, select = off.union(config.ignore), set(config.select)
    for rule in rules:
        if rule.name in ignore:
            continue
        if rule.name in select or (
            rule.group not in ignore and (not select or rule.group in select)
        ):
            yield rule


def _severities(
    config: Config, rules: Iterable[Rule]
) -> Iterator[tuple[str, Severity]]:
    """Yield the rules of which the configuration sets the severity."""
    levels = dict(config.severity)
    for rule in rules:
        level = levels.get(rule.name) or levels.get(rule.group)
        if level is not None:
            yield rule.name, level
