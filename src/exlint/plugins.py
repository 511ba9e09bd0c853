"""Rules that other distributions bring along: modules named as entry points."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from types import ModuleType
from typing import TYPE_CHECKING

from exlint import DOCUMENTATION, resources
from exlint.diagnostic import Confidence, Severity
from exlint.errors import UserError
from exlint.files import content_of
from exlint.light import dataclass, replace
from exlint.regex import regex

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

    from exlint.rule import Rule

ENTRY_POINTS = "exlint.rules"
"""The group of entry points: the name of a rule, and its module."""
GROUP = "plugin"
"""The group to which all rules of plug-ins belong."""
_NAME = regex(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_NO_PAGE = f"{DOCUMENTATION}/own-rules.md"


@cache
def all_rules() -> tuple[Rule, ...]:
    """Return the built-in rules, and those of plug-ins after them.

    Raises:
        UserError: a plug-in cannot be loaded, or is not as it should be.
    """
    from exlint.rules import RULES

    rules = list(RULES)
    taken = {name: "exlint" for rule in RULES for name in (rule.name, rule.group)}
    for plugin in _plugins():
        rule = plugin.load()
        if rule.name in taken:
            raise plugin.wrong(f"{taken[rule.name]} has a rule or group of this name")
        taken[rule.name] = rule.origin
        rules.append(rule)
    return tuple(rules)


@dataclass(frozen=True)
class _Plugin:
    """A rule that a distribution brings along."""

    point: EntryPoint

    @property
    def origin(self) -> str:
        """The distribution and its version."""
        dist = self.point.dist
        return f"{dist.name} {dist.version}" if dist else "an unknown distribution"

    @property
    def url(self) -> str:
        """Where the distribution says that its documentation is read."""
        metadata = self.point.dist.metadata if self.point.dist else None
        told = metadata.get_all("Project-URL") or () if metadata else ()
        pairs = (text.partition(",") for text in map(str, told))
        urls = {label.strip().lower(): url.strip() for label, _, url in pairs}
        url = urls.get("documentation") or urls.get("homepage") or ""
        return url if url.startswith(("https://", "http://")) else _NO_PAGE

    def wrong(self, message: str) -> UserError:
        """Return the error that something is wrong with it."""
        name = f"plug-in '{self.point.name}' of {self.origin}"
        return UserError(" ".join(f"{name}: {message}".split()))

    def load(self) -> Rule:
        """Import the rule.

        Raises:
            UserError: it cannot be imported, or is no rule.
        """
        if not _NAME.fullmatch(self.point.name):
            raise self.wrong("the name of a rule is written like-this")
        try:
            module = self.point.load()
        except KeyboardInterrupt:
            raise
        except BaseException as error:  # whatever a plug-in does, also leave
            reason = f"{type(error).__name__}: {error}"
            raise self.wrong(f"cannot be imported: {reason}") from error
        for message in _faults(module):
            raise self.wrong(f"{self.point.value} {message}")
        from exlint.rule import Rule

        rule = Rule.of(module)
        return replace(
            rule, name=self.point.name, group=GROUP, url=self.url, origin=self.origin
        )


def _may_name_rules(file: str) -> bool:
    """Whether rules are named in a file of entry points.

    To ask `importlib.metadata` takes as long as to check some ten pages.
    """
    if not file.endswith(".txt"):  # a zip file: who knows
        return True
    return ENTRY_POINTS.encode() in (content_of(file) or b"")


@cache
def _plugins() -> tuple[_Plugin, ...]:
    """Return the plug-ins that are installed, by name."""
    if not any(map(_may_name_rules, resources.entry_points())):
        return ()
    from importlib.metadata import entry_points

    plugins = map(_Plugin, entry_points(group=ENTRY_POINTS))
    return tuple(sorted(plugins, key=lambda plugin: (plugin.point.name, plugin.origin)))


def _faults(module: object) -> Iterator[str]:
    """Yield what a module lacks to be a rule."""
    if not isinstance(module, ModuleType):
        yield "is no module"
    if not (module.__doc__ or "").strip():
        yield "has no docstring"
    for name, type_ in (("SEVERITY", Severity), ("CONFIDENCE", Confidence)):
        if not isinstance(getattr(module, name, None), type_):
            yield f"has no {name} of type {type_.__name__}"
    checks = (getattr(module, name, None) for name in ("check", "check_corpus"))
    if not any(map(callable, checks)):
        yield "has neither check nor check_corpus"
    needs = getattr(module, "NEEDS", ())
    for name in (needs,) if isinstance(needs, str) else needs:
        if not _is_property(name):
            yield f"needs '{name}', which no page has"


def _is_property(name: str) -> bool:
    from exlint.page import Page

    first = name.partition(".")[0]
    return first in Page.__dataclass_fields__ or hasattr(Page, first)
