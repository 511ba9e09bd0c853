"""A run whose findings are hard to show, for the tests of every format."""

from __future__ import annotations

from collections.abc import Iterator

from exlint.diagnostic import (
    Confidence,
    Diagnostic,
    Edit,
    Finding,
    Fix,
    Safety,
    Severity,
)
from exlint.engine import compose
from exlint.outcome import Outcome
from exlint.rule import Rule
from exlint.text import Source, Span

LONG = "This line goes on and on, " * 6
PAGES = {
    "content/exercise/sled-push.md": (
        "# Sled Push\n"
        "\n"
        "1. Push The forward with short strides.\n"
        "2. Keep the teh back\tstraight.\n"
        f"3. {LONG}until here.\n"
    ),
    "content/exercise/overhead-press.md": (
        "\ufeff# 上げる Press\r\n"
        "\r\n"
        "Press 上げる the 🏋️ bar\x1b[2J\u202e and\r\n"
        "hold it.\r\n"
        "\r\n"
        "No stop"
    ),
    "content/odd \x1b[31mname.md": "Text::error::x, 100% <b>|`\n",
}
ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO


def findings() -> Iterator[tuple[str, str, Severity, str, str, Fix | None]]:
    """Path, rule, severity, the text where it stands, message, fix."""
    page = "content/exercise/sled-push.md"
    yield (
        page,
        "dangling-article",
        ERROR,
        "The",
        "'The' has lost its noun",
        fix(page, "The", "the sled", Safety.UNSAFE, "Write 'the sled'"),
    )
    yield page, "spelling", WARNING, "teh", "'teh' is no word", None
    yield page, "tab", INFO, "\t", "a tab", fix(page, "\t", " ")
    yield page, "cut-off", WARNING, "until", "goes on too long", None
    yield page, "long", INFO, LONG.strip(), "a long line", None
    page = "content/exercise/overhead-press.md"
    yield page, "missing-section", ERROR, "# 上げる Press", "no section 'Steps'", None
    yield page, "word", WARNING, "上げる the", "a word of two columns", None
    yield page, "emoji", WARNING, "🏋️", "an emoji", None
    yield page, "control-character", ERROR, "\x1b", "an escape: '\x1b[2J'", None
    yield page, "two-lines", WARNING, "and\r\nhold", "goes over two lines", None
    yield (
        page,
        "final-newline",
        INFO,
        "",
        "no line break at the end",
        fix(page, "", "\n"),
    )
    page = "content/odd \x1b[31mname.md"
    yield page, "markup", ERROR, "::error::", "says '::error::x', 100%|\n<b>`", None


def fix(
    path: str,
    old: str,
    new: str,
    safety: Safety = Safety.SAFE,
    title: str = "Mend it",
) -> Fix:
    """A fix of one edit."""
    return Fix(title, (Edit(span(path, old), new),), safety)


def span(path: str, text: str) -> Span:
    """Where a text stands on a page; an empty one at the end."""
    page = PAGES[path]
    start = page.index(text) if text else len(page)
    return Span(start, start + len(text))


def outcome(*wanted: str) -> Outcome:
    """The run; only with findings of some rules, if any are named."""
    diagnostics: list[Diagnostic] = []
    for path, text in PAGES.items():
        found = [
            (
                Rule(name, "group", "", severity, Confidence.HIGH),
                Finding(span(path, place), message, repair),
            )
            for page, name, severity, place, message, repair in findings()
            if page == path and (not wanted or name in wanted)
        ]
        diagnostics += compose(Source.of(path, text), None, found)
    diagnostics.sort(key=lambda item: item.sort_key)
    return Outcome(tuple(diagnostics), pages=25)


def many(pages: int = 12) -> Outcome:
    """A run over pages that a template made, all with the same mistake and one more."""
    rule = Rule("list-conjunction", "group", "", INFO, Confidence.HIGH)
    other = Rule("spelling", "group", "", WARNING, Confidence.HIGH)
    diagnostics: list[Diagnostic] = []
    for number in range(pages):
        text = f"# Page {number}\n\nIt works the hips, core. Keep teh back flat.\n"
        source = Source.of(f"content/{number:02}.md", text)
        hips, teh = text.index("hips"), text.index("teh")
        found = [(rule, Finding(Span(hips, hips + 10), "no 'and' before 'core'"))]
        if number == 7:
            found.append((other, Finding(Span(teh, teh + 3), "'teh' is no word")))
        diagnostics += compose(source, None, found)
    return Outcome(tuple(diagnostics), pages, {"": pages})
