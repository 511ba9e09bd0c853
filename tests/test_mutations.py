"""Known damage is found where it is done; edits that harm nothing change nothing.

The pages are the clean ones of the example site. A mutation is a plain edit of a
page's text; each is tried on every page that it can be made on.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from exlint.corpus import Corpus, Entry
from exlint.diagnostic import Confidence, Diagnostic, Severity
from exlint.engine import Plan, compose, examine_corpus
from exlint.first_pass import examine
from exlint.rules import RULES
from exlint.site import Site
from exlint.text import Source
from tests.support import ROOT, built_in_types

CONTENT = ROOT / "examples/content"
FAULTY = "exercise/sled-push.md"
PLAN = Plan(built_in_types(), RULES)


@cache
def pages() -> dict[str, str]:
    """The clean pages of the example site, by path."""
    return {
        str(path.relative_to(CONTENT).as_posix()): path.read_text("utf-8")
        for path in sorted(CONTENT.rglob("*.md"))
        if path != CONTENT / FAULTY
    }


@cache
def entries() -> dict[str, Entry]:
    """Their entries: the corpus that a mutated page stands in."""
    examined = (examine(Source.of(path, text), PLAN) for path, text in pages().items())
    return {page.path: page.entry for page in examined if page.entry}


SITE = Site(
    files=frozenset(
        path.relative_to(CONTENT).as_posix() for path in CONTENT.rglob("*.md")
    ),
    base_url="https://moves.example",
)


def lint(path: str, text: str) -> list[Diagnostic]:
    """Lint one page as it stands in the example site."""
    source = Source.of(path, text)
    examined = examine(source, PLAN)
    found = list(examined.diagnostics)
    assert examined.entry is not None
    corpus = Corpus.of({**entries(), path: examined.entry}.values(), SITE)
    for entry, rule, finding in examine_corpus(corpus, PLAN):
        if entry.path == path:
            found.extend(compose(source, entry, [(rule, finding)]))
    return [item for item in found if item.confidence >= Confidence.MEDIUM]


EXERCISES = [
    path for path in pages() if path.startswith("exercise/") and "/compare/" not in path
]


@dataclass(frozen=True)
class Damage:
    """A way to break a page: what to replace, and the rule that has to notice."""

    rule: str
    pattern: str
    replacement: str
    shift: int = 0
    """Lines from the edit to the line of the finding."""
    only: str = ""
    """Part of the page's text without which the edit breaks nothing."""

    def apply(self, text: str) -> tuple[str, int] | None:
        """Return the broken text and the 1-based line to be reported."""
        match = re.search(self.pattern, text, re.MULTILINE)
        if match is None or self.only not in text:
            return None
        edited = match.expand(self.replacement)
        first = next(
            (
                i
                for i, pair in enumerate(zip(match[0], edited, strict=False))
                if pair[0] != pair[1]
            ),
            min(len(match[0]), len(edited)),
        )
        line = text.count("\n", 0, match.start() + first) + 1
        return text[: match.start()] + edited + text[match.end() :], line + self.shift


DAMAGE = [
    # file
    Damage("trailing-space", r"^(1\. .*)$", r"\1 "),
    Damage("merge-conflict", r"^## Pro tips$", "<<<<<<< HEAD\n## Pro tips"),
    Damage("control-character", r"^(2\. \w+)", "\\1\u200b"),
    Damage("no-break-space", r"^(2\. \w+) ", "\\1\u00a0"),
    Damage("mojibake", r"^(2\. .*)\.$", "\\1 â€™."),
    Damage("homoglyph", r"^(2\. \w+ \w*?)a", "\\1\u0430"),
    # structure
    Damage("missing-title", r"\A# .*\n\n", ""),
    Damage("multiple-titles", r"^## Pro tips$", "# Another title\n\n## Pro tips"),
    Damage("title-not-first", r"\A", "Welcome to the page.\n\n"),
    Damage("unknown-section", r"^## Pro tips$", "## Pro tipps"),
    Damage("duplicate-section", r"^## FAQ$", "## Pro tips\n\n- Breathe.\n\n## FAQ"),
    Damage("empty-section", r"^(## Pro tips\n\n)(- .*\n)+", r"\1", shift=-2),
    Damage("heading-level", r"^## Pro tips$", "### Pro tips"),
    Damage("list-numbering", r"^3\. ", "5. "),
    Damage("list-kind", r"^(## How to perform\n\n)((?:\d\. .*\n)+)", r"\1Do it.\n"),
    Damage("empty-item", r"^2\. .*$", "2."),
    Damage("unanswered-question", r"^(### .*work\?\n\n).*\n\n", r"\1", shift=-2),
    Damage("question-mark", r"^(### Is .*)\?$", r"\1"),
    # facts
    Damage("missing-fact", r"^- \*\*Difficulty:\*\* .*\n", "", shift=-99),
    Damage("unknown-fact", r"^- \*\*Difficulty:", "- **Dificulty:"),
    Damage("duplicate-fact", r"^(- \*\*Equipment:\*\* .*\n)", r"\1\1"),
    Damage("empty-fact", r"^(- \*\*Equipment:\*\*) .*$", r"\1"),
    Damage("fact-format", r"^- \*\*Equipment:\*\* ", "- Equipment: "),
    Damage("unknown-value", r"^(- \*\*Difficulty:\*\*) .*$", r"\1 Simple"),
    Damage("value-spelling", r"^(- \*\*Difficulty:\*\*) B.*$", r"\1 beginner"),
    # consistency
    Damage(
        "fact-contradiction",
        r"rated as intermediate",
        "rated as advanced",
    ),
    Damage("fact-contradiction", r"a beginner-level", "an advanced-level"),
    Damage("fact-contradiction", r"classified as a \w+", "classified as a mobility"),
    Damage(
        "fact-contradiction",
        r"primarily targets the [\w ]+?(?=,)",
        "primarily targets the neck",
    ),
    Damage("incomplete-list", r"activation in the \w+, ", "activation in the "),
    Damage(
        "name-mismatch",
        r"^### What muscles does the .* work\?$",
        "### What muscles does the Sumo Deadlift work?",
    ),
    # links
    Damage("broken-link", r"/exercises/muscle/(\w+)\)", r"/exercises/muscle/\1-x)"),
    Damage("insecure-link", r"https://moves", "http://moves"),
    Damage("malformed-link", r"\]\(https://moves", "](  https//moves"),
    Damage("duplicate-link", r"^(- \[More .*\n)", r"\1\1"),
    # artifacts
    Damage("dangling-article", r"^2\. .*$", "2. Push The forward with both hands."),
    Damage("dangling-article", r"^2\. .*$", "2. Slowly lower the."),
    Damage("placeholder", r"^(2\. .*)\.$", r"\1 with the {{equipment}}."),
    Damage("placeholder", r"^(2\. .*)\.$", r"\1 with the ${name}."),
    Damage("filler-text", r"^2\. .*$", "2. TODO describe the step."),
    Damage("filler-text", r"^2\. .*$", "2. Lorem ipsum dolor sit amet."),
    Damage("null-value", r"^2\. .*$", "2. Hold the bar using undefined."),
    Damage("empty-slot", r"also works [^.]*\.", "also works ."),
    Damage("empty-slot", r"exercise using [^.]*\.", "exercise using ."),
    Damage("chat-residue", r"^2\. ", "2. As an AI language model, I cannot say. "),
    Damage("markup-residue", r"^(2\. .*)\.$", r"\1\\n."),
    Damage("cut-off", r"^2\. .*$", "2. Move your hands to the"),
    # prose
    Damage("doubled-word", r"^(2\. \w+) (\w+)", r"\1 \2 \2"),
    Damage("punctuation", r"^(2\. .*)\.$", r"\1.."),
    Damage("article-agreement", r"^2\. .*$", "2. Take a overhand grip."),
]


@pytest.mark.parametrize(
    "damage", DAMAGE, ids=lambda d: f"{d.rule}:{d.replacement!r:.30}"
)
def test_damage_is_found_at_its_line(damage: Damage) -> None:
    tried = 0
    for path in EXERCISES:
        broken = damage.apply(pages()[path])
        if broken is None:
            continue
        tried += 1
        text, line = broken
        found = [item for item in lint(path, text) if item.rule == damage.rule]
        if damage.shift == -99:
            assert found, path
        else:
            assert line in {item.start.line for item in found}, (path, line, found)
    assert tried


def _wrap(text: str) -> str:
    """Wrap the paragraphs of a page at some forty characters."""

    def wrapped(match: re.Match[str]) -> str:
        words, lines = match[0].split(" "), [""]
        for word in words:
            if len(lines[-1]) > 40 and not re.match(r"[-+*>#|]|\d+[.)]", word):
                lines.append(word)
            else:
                lines[-1] = f"{lines[-1]} {word}".lstrip(" ")
        return "\n".join(lines)

    return re.sub(r"^[A-Z](?!.*\|).*$", wrapped, text, flags=re.MULTILINE)


def _setext(text: str) -> str:
    text = re.sub(r"(?m)^# (.*)$", r"\1\n===", text)
    return re.sub(r"(?m)^## (.*)$", r"\1\n---", text)


HARMLESS: dict[str, Callable[[str], str]] = {
    "wrapped lines": _wrap,
    "asterisks as bullets": lambda text: re.sub(r"(?m)^- ", "* ", text),
    "plus signs as bullets": lambda text: re.sub(r"(?m)^- ", "+ ", text),
    "setext headings": _setext,
    "loose lists": lambda text: re.sub(
        r"(?m)^((?:-|\d\.) .*)$\n(?=-|\d)", r"\1\n\n", text
    ),
    "every number 1": lambda text: re.sub(r"(?m)^\d\. ", "1. ", text),
    "brackets behind numbers": lambda text: re.sub(r"(?m)^(\d)\. ", r"\1) ", text),
    "closed headings": lambda text: re.sub(r"(?m)^(#+) (.*)$", r"\1 \2 \1", text),
    "CRLF": lambda text: text.replace("\n", "\r\n"),
    "a comment": lambda text: text.replace("\n## ", "\n<!-- checked: TODO -->\n\n## "),
    "underscores as bold": lambda text: re.sub(r"\*\*(.+?)\*\*", r"__\1__", text),
    "colon outside of bold": lambda text: text.replace(":** ", "**: "),
    "a proper noun": lambda text: re.sub(
        r"(?m)^(- .*)\.$", r"\1, as Vladimir Janda taught in Prague.", text, count=1
    ),
    "another exercise": lambda text: text.replace(
        "\n## Related",
        "\n### What can I do instead?\n\nThe Goblet Squat is a fine alternative, "
        "and so is the Farmer's Carry.\n\n## Related",
    ),
    "reference links": lambda text: (
        re.sub(r"(?m)^- \[(More Leg Exercises)\]\((.*)\)$", r"- [\1][legs]", text)
        + (
            "\n[legs]: https://moves.example/exercises/legs\n"
            if "Leg Ex" in text
            else ""
        )
    ),
}


@pytest.mark.parametrize("name", HARMLESS)
def test_harmless_edits_change_nothing(name: str) -> None:
    changed = 0
    for path in EXERCISES:
        before = pages()[path]
        after = HARMLESS[name](before)
        changed += before != after
        found = lint(path, after)
        assert [(i.rule, i.start, i.finding.message) for i in found] == [], path
    assert changed


@pytest.mark.parametrize("path", list(pages()))
def test_the_example_site_is_clean(path: str) -> None:
    found = lint(path, pages()[path])
    assert [(i.rule, i.start, i.finding.message) for i in found] == []


def test_the_faulty_page_shows_what_its_readme_says() -> None:
    table = (CONTENT.parent / "README.md").read_text("utf-8")
    promised = set()
    for row in re.finditer(r"(?m)^\| ([\d, –]+) \| .* \| `([\w-]+)` \|$", table):
        promised.add((int(re.findall(r"\d+", row[1])[-1]), row[2]))
    text = Path(CONTENT, FAULTY).read_text("utf-8")
    found = lint(FAULTY, text)
    rules = {item.rule for item in found}
    assert {rule for _, rule in promised} == rules
    errors = {item.rule for item in found if item.severity is Severity.ERROR}
    assert len(errors) >= 8
