"""A rule: a module with a check, and a docstring that is its page and its tests."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import takewhile
from types import ModuleType
from typing import NamedTuple, Protocol, cast

from exlint.corpus import Corpus, Entry
from exlint.diagnostic import Confidence, Finding, Severity
from exlint.light import dataclass
from exlint.once import cached_property
from exlint.page import Page
from exlint.regex import regex

CheckPage = Callable[[Page], Iterator[Finding]]
CheckCorpus = Callable[[Corpus], Iterator[tuple[Entry, Finding]]]


class RuleModule(Protocol):
    """What a module of `exlint.rules` states beside its check."""

    SEVERITY: Severity
    CONFIDENCE: Confidence
    # LANGUAGES: tuple[str, ...], where it speaks some only
    # NEEDS: str | tuple[str, ...], and CUES: frozenset[str]: see `Rule`


@dataclass(frozen=True)
class Example:
    """A page in a rule's documentation, and what exlint says of it."""

    text: str
    is_good: bool
    path: str = "page.md"
    report: str = ""
    """`LINE:COLUMN: message` for each finding, in order."""
    fixed: str | None = None
    schema: str | None = None
    """JSON of the schema that gives the example its page type."""
    files: Mapping[str, str] | None = None
    """The other files of the content root, where the rule asks for them."""
    config: str = ""
    """Configuration (TOML) under which the example stands."""


@dataclass(frozen=True)
class Rule:
    """A named check on pages or on the corpus."""

    name: str
    group: str
    doc: str
    severity: Severity
    confidence: Confidence
    check: CheckPage | None = None
    check_corpus: CheckCorpus | None = None
    url: str = ""
    """Where its documentation is read, if it is no rule of exlint's own."""
    origin: str = ""
    """The distribution that brings it along; empty for a rule of exlint's own."""
    languages: tuple[str, ...] = ()
    """The languages that its check on pages speaks; empty for any."""
    needs: frozenset[str] = frozenset()
    """Properties of a page: where its check finds anything, one of them is not empty,
    or one of its cues is there. Without either, it is a check on any page."""
    cues: frozenset[str] = frozenset()
    """Words of the prose, in lower case, and rare characters (`Page.unusual`)."""

    @classmethod
    def of(cls, module: ModuleType) -> Rule:
        """Read a module as a rule.

        Its name is the module's in kebab-case, its group the folder's name. It has
        `SEVERITY` and `CONFIDENCE`, and `check(page)` or `check_corpus(corpus)`; a
        rule of which the engine itself yields the findings has neither. One whose
        check on pages knows some languages only names their codes in `LANGUAGES`; one
        that has nothing to say where some properties of the page are empty, and some
        words and characters absent, names them in `NEEDS` and `CUES`, and costs
        nothing there.
        """
        needs = getattr(module, "NEEDS", ())
        stated = cast("RuleModule", module)
        group, name = f".{module.__name__}".split(".")[-2:]
        return cls(
            name.replace("_", "-"),
            group,
            (module.__doc__ or "").strip(),
            stated.SEVERITY,
            stated.CONFIDENCE,
            getattr(module, "check", None),
            getattr(module, "check_corpus", None),
            languages=getattr(module, "LANGUAGES", ()),
            needs=frozenset((needs,) if isinstance(needs, str) else needs),
            cues=getattr(module, "CUES", frozenset()),
        )

    def speaks(self, language: str) -> bool:
        """Whether its check on pages knows a language."""
        return not self.languages or language in self.languages

    @property
    def is_for_any(self) -> bool:
        """Whether its check may find something on any page."""
        return not (self.needs or self.cues)

    @property
    def summary(self) -> str:
        """The first line of the documentation."""
        return self.doc.partition("\n")[0]

    @property
    def is_fixable(self) -> bool:
        """Whether an example shows a fix."""
        return any(example.fixed is not None for example in self.examples)

    @cached_property
    def examples(self) -> tuple[Example, ...]:
        """The examples of the documentation, in order."""
        return tuple(read_examples(self.doc))


_FENCE = regex(
    r"^~~~(?P<info>\w[^\n]*)\n(?P<text>.*?)^~~~[ \t]*$", re.MULTILINE | re.DOTALL
)
_ESCAPE = regex(r"\\(?:u(?P<code>[0-9a-f]{4})|(?P<letter>[rnt0\\]))")
_RANGE = regex(r"\{(?P<first>\d+)\.\.(?P<last>\d+)\}")
_LETTERS = {"r": "\r", "n": "\n", "t": "\t", "0": "\0", "\\": "\\"}


def read_examples(doc: str) -> Iterator[Example]:
    r"""Yield the examples of a rule's documentation.

    Fences say what they hold: `~~~json schema` (the page type of all examples below),
    `~~~toml config`, `~~~markdown bad [PATH]`, `~~~text report` and `~~~markdown fixed`
    for the bad page above, `~~~markdown good [PATH]`, and `~~~markdown file PATH` for
    other files of the content root, also JSON, for all examples (`move-{1..20}.md`
    stands for 20 of one text). `escaped` as the last word: the text has `\r`, `\t`,
    `\n`, `\0` and `\uXXXX` for what cannot be seen, and no line break but those; a
    trailing backslash joins lines.
    """
    fences = list(map(_Fence.of, _FENCE.finditer(doc)))
    files = {
        path: fence.text
        for fence in fences
        if fence.kind == "file"
        for path in _paths(fence.path)
    }
    fences = [fence for fence in fences if fence.kind in _KINDS]
    schema, config = None, ""
    for number, fence in enumerate(fences, 1):
        if fence.kind == "schema":
            schema = fence.text
        elif fence.kind == "config":
            config = fence.text
        elif fence.kind in ("bad", "good"):
            behind = takewhile(_Fence.is_outcome, fences[number:])
            outcome = {one.kind: one.text for one in behind}
            yield Example(
                text=fence.text,
                is_good=fence.kind == "good",
                path=fence.path or "page.md",
                report=outcome.get("report", "").strip(),
                fixed=outcome.get("fixed"),
                schema=schema,
                files=files,
                config=config,
            )


_OUTCOMES = ("report", "fixed")
_KINDS = ("schema", "config", "bad", "good", *_OUTCOMES)


class _Fence(NamedTuple):
    """A fenced block of a rule's documentation."""

    kind: str
    """What it holds, as the second word behind its fence says."""
    path: str
    text: str

    @classmethod
    def of(cls, match: re.Match[str]) -> _Fence:
        """Read a fenced block."""
        words, text = match["info"].split(), match["text"]
        if words[-1] == "escaped":
            words, text = words[:-1], _unescape(text)
        kind, path = [*words[1:3], "", ""][:2]
        return cls(kind, path, text)

    def is_outcome(self) -> bool:
        """Whether it tells what comes of the page before it."""
        return self.kind in _OUTCOMES


def _paths(path: str) -> Iterator[str]:
    """Yield a path, or each that `{1..20}` in it stands for."""
    match = _RANGE.search(path)
    if match is None:
        yield path
        return
    for number in range(int(match["first"]), int(match["last"]) + 1):
        yield f"{path[: match.start()]}{number}{path[match.end() :]}"


def _unescape(raw: str) -> str:
    def character(match: re.Match[str]) -> str:
        if match["code"]:
            return chr(int(match["code"], 16))
        return _LETTERS[match["letter"]]

    return _ESCAPE.sub(character, raw.replace("\\\n", "").rstrip("\n"))
