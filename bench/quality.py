#!/usr/bin/env python3
"""How good exlint is on pages that an editor has read: what it finds, what it makes up.

    python bench/quality.py LABELS CONTENT [--config FILE] [--rule NAME] [--show N]

LABELS is JSON Lines: `file` (below CONTENT), `line`, `related_lines`, `class`, `cause`,
`certainty` (sure, likely, arguable), `template_wide`, `excerpt`, `why`. CONTENT is
linted whole; what is found on labelled pages is held against the labels.

A finding explains a label when it is by a rule of the label's class and begins on the
label's line or one of its related lines. Recall counts by cause: the same slip in ten
places is one cause, found as far as its places are.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

COVERED = {
    "dangling-article": {"dangling-article"},
    "duplicate-content": {"repeated-text", "shared-steps", "near-duplicate"},
    "duplicate-link-text": {"ambiguous-link-text", "duplicate-link"},
    "fact-contradiction": {"fact-contradiction", "incomplete-list"},
    "grammar": {
        *("article-agreement", "doubled-word", "missing-article", "number-agreement"),
        *("punctuation", "sentence-end", "sentence-start"),
    },
    "list-conjunction": {"list-conjunction"},
    "name-mismatch": {"name-mismatch"},
    "number-agreement": {"number-agreement"},
    "other:proper-noun-case": {"proper-noun"},
    "other:singular-muscle": {"replaced-word"},
    "plural-attributive": {"plural-attributive"},
    "redundant-fact": {"redundant-fact"},
    "stray-capital": {"stray-capital"},
    "undeclared-equipment": {"undeclared-equipment"},
    "vocabulary": {"unknown-value", "value-spelling"},
}
"""Classes of labels, and the rules whose task it is to find them."""

TOUCHED = {
    "other:internal-contradiction": {"grip-contradiction", "title-claim"},
    "step-defect": {
        *("dangling-article", "grip-contradiction", "list-damage", "replaced-word"),
        *("title-claim", "undeclared-equipment"),
    },
    "stray-capital": {"proper-noun"},
    "title-defect": {"title-claim"},
    "wrong-content": {"title-claim"},
}
"""Classes of which most needs a person: rules that may explain a label among them."""


TEMPLATE_WIDE = 50
"""Pages from which on a cause is the template's, and not counted page by page."""


@dataclass(frozen=True)
class Label:
    """What the editor found."""

    file: str
    lines: frozenset[int]
    kind: str
    cause: str
    certainty: str
    template_wide: bool
    excerpt: str

    def __str__(self) -> str:
        return f"{self.file}:{min(self.lines)}: {self.excerpt}"


@dataclass(frozen=True)
class Hit:
    """What exlint found."""

    file: str
    line: int
    column: int
    rule: str
    severity: str
    confidence: str
    message: str
    cause: str


def read_labels(path: Path) -> list[Label]:
    """Read the labels."""
    return [
        Label(
            item["file"],
            frozenset([item["line"], *(item.get("related_lines") or ())]),
            item["class"],
            item["cause"],
            item["certainty"],
            item["template_wide"],
            item["excerpt"],
        )
        for item in map(json.loads, path.read_text("utf-8").splitlines())
    ]


def lint(content: Path, config: Path | None) -> list[Hit]:
    """Run exlint over the content."""
    command = [sys.executable, "-m", "exlint", "check", str(content)]
    command += ["--output-format", "json"]
    if config:
        command += ["--config", str(config)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    if run.returncode > 1:
        sys.exit(run.stderr or f"exlint failed with {run.returncode}")
    base = content.resolve()
    return [
        Hit(
            Path(item["filename"]).resolve().relative_to(base).as_posix(),
            item["location"]["row"],
            item["location"]["column"],
            item["code"],
            item["severity"],
            item["confidence"],
            item["message"],
            item["cause"],
        )
        for item in json.loads(run.stdout)
    ]


def template_wide(hits: Iterable[Hit]) -> set[tuple[str, str]]:
    """Return the causes, each with its rule, that stand on very many pages."""
    pages: dict[tuple[str, str], set[str]] = defaultdict(set)
    for hit in hits:
        pages[hit.rule, hit.cause].add(hit.file)
    return {cause for cause, files in pages.items() if len(files) >= TEMPLATE_WIDE}


def explains(hit: Hit, label: Label) -> bool:
    """Whether a finding is what a label is about."""
    rules = COVERED.get(label.kind, set()) | TOUCHED.get(label.kind, set())
    return hit.rule in rules and hit.file == label.file and hit.line in label.lines


def recall(labels: Iterable[Label], found: set[Label]) -> tuple[float, int]:
    """Return how many causes are found, each as far as its places, and of how many."""
    causes: dict[tuple[str, str], list[bool]] = defaultdict(list)
    for label in labels:
        causes[label.kind, label.cause].append(label in found)
    return sum(sum(places) / len(places) for places in causes.values()), len(causes)


def print_recall(labels: Sequence[Label], found: set[Label]) -> None:
    """Print recall by class: of all labels, and of those that count."""
    print(f"{'class':32} {'all causes':>16} {'sure, of one page':>20}")
    for kind in sorted({label.kind for label in labels}):
        of_kind = [label for label in labels if label.kind == kind]
        plain = [label for label in of_kind if counts(label)]
        mark = " " if kind in COVERED else "*"
        row = [f"{got:5.1f} of {all_:3}" for got, all_ in
               (recall(of_kind, found), recall(plain, found))]  # fmt: skip
        print(f"{kind:31}{mark} {row[0]:>16} {row[1]:>20}")
    covered = [label for label in labels if label.kind in COVERED and counts(label)]
    got, all_ = recall(covered, found)
    print(f"{'covered (* is not)':32} {'':16} {got:9.1f} of {all_:3}"
          f"  = {got / max(all_, 1):.2f}\n")  # fmt: skip


def counts(label: Label) -> bool:
    """Whether a label is sure and of its page alone."""
    return label.certainty == "sure" and not label.template_wide


def print_missed(labels: Iterable[Label], found: set[Label]) -> None:
    """Print the labels that count and that no finding explains."""
    print("Missed, sure and of one page:")
    for label in labels:
        if label.kind in COVERED and counts(label) and label not in found:
            print(f"  {label.kind}: {label}")
    print()


def print_unexplained(
    hits: Sequence[Hit],
    labels: Sequence[Label],
    wide: set[tuple[str, str]],
    content: Path,
    show: int,
) -> None:
    """Print, rule by rule, the findings that no label explains."""
    by_rule: dict[str, list[Hit]] = defaultdict(list)
    for hit in hits:
        by_rule[hit.rule].append(hit)
    for rule, found in sorted(by_rule.items()):
        alone = [hit for hit in found if (hit.rule, hit.cause) not in wide]
        left = [h for h in alone if not any(explains(h, label) for label in labels)]
        print(
            f"{rule}: {len(found)} findings, {len(found) - len(alone)} of them "
            f"template-wide; of the others {len(left)} without a label"
        )
        for hit in left[:show]:
            text = (content / hit.file).read_text("utf-8").splitlines()
            line = text[hit.line - 1] if hit.line <= len(text) else ""
            begin = max(hit.column - 60, 0)
            print(f"  {hit.file}:{hit.line}:{hit.column}: {hit.message}"
                  f" [{hit.severity}, {hit.confidence}]")  # fmt: skip
            print(f"      {line[begin : begin + 140]}")
        if len(left) > show:
            print(f"  ... and {len(left) - show} more")


def main() -> None:
    """Hold findings against labels, and print both ways."""
    parser = argparse.ArgumentParser(description="Hold exlint against labels.")
    parser.add_argument("labels", type=Path)
    parser.add_argument("content", type=Path)
    parser.add_argument("--config", type=Path)
    parser.add_argument("--rule", action="append", help="show only this rule")
    parser.add_argument("--show", type=int, default=20, help="findings for each rule")
    options = parser.parse_args()
    labels = read_labels(options.labels)
    files = {label.file for label in labels}
    everything = lint(options.content, options.config)
    hits = [hit for hit in everything if hit.file in files]
    found = {label for label in labels if any(explains(hit, label) for hit in hits)}
    if not options.rule:
        print_recall(labels, found)
        print_missed(labels, found)
    shown = [hit for hit in hits if not options.rule or hit.rule in options.rule]
    wide = template_wide(everything)
    print_unexplained(shown, labels, wide, options.content, options.show)


if __name__ == "__main__":
    main()
