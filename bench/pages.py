#!/usr/bin/env python3
"""Write a corpus of invented exercise pages, with defects that are known.

    python bench/pages.py COUNT FOLDER [--seed N] [--defects SHARE] [--no-hubs]

FOLDER/content gets COUNT pages of some 3 KB in the layout of the built-in page type
`exercise`, and the pages that list them; FOLDER/planted.jsonl says which page has
which defect. The same seed gives the same pages each time.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench.generator.defects import plant
from bench.generator.exercises import Exercise, exercise, most
from bench.generator.phrases import slug, words
from bench.generator.text import hub, page

_LISTED = 100
"""Exercises that a hub names at most: a big site pages its lists."""
_RELATED = 3
"""Corpora smaller than this are no site: their pages have no neighbours, no hubs."""


@dataclass(frozen=True)
class Page:
    """A page to be written."""

    path: str
    text: str
    defect: str | None = None
    """The rule that has to find something here."""


@dataclass(frozen=True)
class Corpus:
    """Pages by their number, their seed, and how many have a defect."""

    count: int
    seed: int = 1
    defects: float = 0.05
    hubs: bool = True

    def pages(self) -> Iterator[Page]:
        """Yield all pages: exercises, then the hubs that list them."""
        yield from map(self.page, range(self.count))
        if self.hubs and self.count >= _RELATED:
            yield from self._hubs()

    def page(self, number: int) -> Page:
        """Return the page of one exercise."""
        one = exercise(number, self.seed)
        near = (number - 1, number + 1) if self.count >= _RELATED else ()
        related = [exercise(place % self.count, self.seed) for place in near]
        random = Random(f"{self.seed}/{number}/text")
        text, defect = page(one, related, random), None
        if random.random() < self.defects:
            text, defect = plant(text, random)
        return Page(one.path, text, defect)

    def _hubs(self) -> Iterator[Page]:
        lists: dict[tuple[str, str, str], list[Exercise]] = {}
        data = words()
        for number in range(self.count):
            one = exercise(number, self.seed)
            muscle = data["muscles"][one.target]
            part = data["bodyParts"][one.body_part].title()
            for key in (
                ("", part, one.body_part),
                ("equipment/", one.equipment, one.equipment),
                ("muscle/", muscle.get("link") or muscle["of"].title(), one.target),
            ):
                listed = lists.setdefault(key, [])
                if len(listed) < _LISTED:
                    listed.append(one)
        for (folder, title, subject), listed in lists.items():
            group = "Body Part" if folder == "equipment/" else "Equipment"
            path = f"exercises/{folder}{slug(subject)}.md"
            yield Page(path, hub(title, listed, group))


def write(corpus: Corpus, folder: Path) -> Counter[str]:
    """Write a corpus to a new folder; return the defects in it, by rule."""
    planted: Counter[str] = Counter()
    content = folder / "content"
    for below in ("exercise", "exercises/equipment", "exercises/muscle"):
        (content / below).mkdir(parents=True, exist_ok=True)
    with (folder / "planted.jsonl").open("w", encoding="utf-8") as notes:
        for one in corpus.pages():
            (content / one.path).write_text(one.text, encoding="utf-8", newline="")
            if one.defect:
                planted[one.defect] += 1
                notes.write(json.dumps({"file": one.path, "rule": one.defect}) + "\n")
    return planted


def main() -> None:
    """Write a corpus, and say what is wrong with it."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("count", type=int)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--defects", type=float, default=0.05, metavar="SHARE")
    parser.add_argument("--no-hubs", action="store_true")
    chosen = parser.parse_args()
    if chosen.count > most():
        parser.error(f"there are {most()} exercises")
    corpus = Corpus(chosen.count, chosen.seed, chosen.defects, not chosen.no_hubs)
    planted = write(corpus, chosen.folder)
    print(f"{chosen.count} pages, {planted.total()} with a defect")
    for rule, count in sorted(planted.items()):
        print(f"{count:6} {rule}")


if __name__ == "__main__":
    main()
