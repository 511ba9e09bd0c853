"""Writing the comments that silence findings, where they change nothing for readers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from exlint.diagnostic import Diagnostic, Edit
from exlint.engine import INTERNAL_ERROR
from exlint.fixing import Fixer, apply_edits
from exlint.light import dataclass, field
from exlint.markdown import Block
from exlint.page import Page
from exlint.silence import UNKNOWN_RULE, UNUSED_SUPPRESSION
from exlint.text import BOM, Source, Span

LOUD = frozenset({INTERNAL_ERROR.name, UNKNOWN_RULE.name, UNUSED_SUPPRESSION.name})
"""Rules that no comment silences."""


@dataclass(frozen=True)
class Suppressor:
    """Writes comments into one page."""

    fixer: Fixer
    page: Page
    reason: str
    loud: Counter[str] = field(default_factory=Counter)
    """How often each page rule finds something before any comment is written."""

    @classmethod
    def of(cls, fixer: Fixer, source: Source, reason: str) -> Suppressor:
        """Read a page."""
        loud = _loud(fixer.lint(source))
        return cls(fixer, fixer.read(source), reason, loud)

    def silence(self, found: Iterable[Diagnostic]) -> Source | None:
        """Return the page with comments that silence findings.

        A comment stands above the line or at its end. Where neither is possible (in
        code, in front matter), the rules are named for the whole page. None: there is
        no way that does no harm.
        """
        lines: dict[int, list[Diagnostic]] = {}
        for item in found:
            if item.rule not in LOUD:
                lines.setdefault(item.start.line - 1, []).append(item)
        single = self._admit({}, lines)
        everywhere = {
            item.rule for line in lines.keys() - single for item in lines[line]
        }
        single = {
            line: [item for item in items if item.rule not in everywhere]
            for line, items in single.items()
        }
        edits = self._edits(single)
        for offset in (
            (self._top, len(self.page.source.text)) if everywhere else (None,)
        ):
            whole = [*edits, *self._for_all(offset, everywhere)]
            silenced = [item for items in lines.values() for item in items]
            if whole and self._is_harmless(whole, silenced):
                return apply_edits(self.page.source, whole)
        return None

    def _admit(
        self,
        before: Mapping[int, list[Diagnostic]],
        lines: Mapping[int, list[Diagnostic]],
    ) -> dict[int, list[Diagnostic]]:
        """Return those of some lines whose comments do no harm, beside those before.

        All together if they do none, else one half after the other.
        """
        trial = {**before, **lines}
        silenced = [item for items in trial.values() for item in items]
        edits = self._edits(trial)
        if len(edits) == len(trial) and self._is_harmless(edits, silenced):
            return dict(lines)
        if len(lines) <= 1:
            return {}
        numbers, half = list(lines), len(lines) // 2
        first = self._admit(before, {line: lines[line] for line in numbers[:half]})
        rest = {line: lines[line] for line in numbers[half:]}
        return {**first, **self._admit({**before, **first}, rest)}

    def _edits(self, lines: Mapping[int, Sequence[Diagnostic]]) -> list[Edit]:
        edits = (self._for_line(line, items) for line, items in lines.items() if items)
        return [edit for edit in edits if edit]

    def _for_line(self, line: int, items: Sequence[Diagnostic]) -> Edit | None:
        """Return the comment for one line, if there is a place for it."""
        source, rules = self.page.source, {item.rule for item in items}
        span = source.line_span(line)
        if any(block.span.start in range(*span) for block in self.page.document.blocks):
            comment = _comment("next-line", rules, self.reason)
            return Edit(Span(span.start, span.start), comment + self._line_break)
        text = source[span].rstrip()
        if not text:
            return None
        end = span.start + len(text.removesuffix("\\").removesuffix("|").rstrip())
        return Edit(Span(end, end), f" {_comment('line', rules, self.reason)}")

    def _for_all(self, offset: int | None, rules: set[str]) -> list[Edit]:
        """Return the comment for the whole page, to stand at an offset."""
        if offset is None:
            return []
        text, line_break = self.page.source.text, self._line_break
        comment = f"{_comment('file', rules, self.reason)}{line_break}"
        if offset == self._top:
            blank = "" if text[offset : offset + 1] in "\r\n" else line_break
            comment = f"{comment}{blank}"
        else:
            ending = "" if text.endswith(("\n", "\r")) else line_break
            comment = f"{ending}{line_break}{comment}"
        return [Edit(Span(offset, offset), comment)]

    @property
    def _top(self) -> int:
        """Where the page begins, behind its front matter."""
        front, text = self.page.document.front_matter, self.page.source.text
        if front is None:
            return len(BOM) if text.startswith(BOM) else 0
        line = self.page.source.lines.line(front.span.end)
        starts = self.page.source.lines.starts
        return starts[line + 1] if line + 1 < len(starts) else len(text)

    @property
    def _line_break(self) -> str:
        text = self.page.source.text
        at = text.find("\n")
        if at < 0:
            return "\r" if "\r" in text else "\n"
        return "\r\n" if text[at - 1 : at] == "\r" else "\n"

    def _is_harmless(
        self, edits: Sequence[Edit], silenced: Sequence[Diagnostic]
    ) -> bool:
        """Whether comments silence what they are to silence, and do nothing else."""
        source = apply_edits(self.page.source, edits)
        new = self.fixer.read(source)
        if new.record.data != self.page.record.data or _look(new) != _look(self.page):
            return False
        targets = Counter(item.rule for item in silenced)
        left = _loud(self.fixer.lint(source))
        return all(
            count <= max(self.loud[rule] - targets[rule], 0)
            for rule, count in left.items()
        )


def _comment(scope: str, rules: Iterable[str], reason: str) -> str:
    return f"<!-- exlint-disable-{scope} {' '.join(sorted(rules))} -- {reason} -->"


def _loud(found: Iterable[Diagnostic]) -> Counter[str]:
    return Counter(item.rule for item in found if item.suppressed is None)


def _look(page: Page) -> object:
    """Return what readers see of a page."""

    def look(block: Block) -> object:
        text = block.text if block.kind in ("code", "html") else ""
        prose = page.document.prose_of(block).strip()
        inner = [look(child) for child in block.children if not is_comment(child)]
        return (block.kind, block.level, block.info, text, prose, inner)

    def is_comment(block: Block) -> bool:
        text = page.source[block.span].strip()
        return block.kind == "html" and text.startswith("<!-- exlint-")

    return [look(block) for block in page.document.blocks if not is_comment(block)]
