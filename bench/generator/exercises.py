"""Invented exercises: a name put together from parts, and the facts that fit it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from math import gcd, prod
from random import Random

from bench.generator.phrases import slug, words

_DIFFICULTIES = ("Beginner", "Intermediate", "Advanced")


@dataclass(frozen=True)
class Exercise:
    """What one page is about."""

    name: str
    stance: str
    family: str
    equipment: str
    target: str
    secondaries: tuple[str, ...]
    difficulty: str
    category: str

    @property
    def body_part(self) -> str:
        """The body part by which the exercise is sorted."""
        part: str = words()["families"][self.family]["bodyPart"]
        return part

    @property
    def path(self) -> str:
        """Where its page stands, below the content."""
        return f"exercise/{slug(self.name)}.md"


@cache
def _axes() -> tuple[tuple[tuple[str, ...], ...], ...]:
    """Return what names are made of: one of each makes an exercise."""
    data = words()
    movements = tuple(
        (name, family, target)
        for family, its in data["families"].items()
        for name, target in its["movements"].items()
    )
    plain = [
        tuple((part,) for part in data[axis])
        for axis in ("tempos", "stances", "equipment", "finishes")
    ]
    return (*plain, movements)


@cache
def _stride(total: int) -> int:
    """Return a step that comes by all combinations, neighbours being far apart."""
    step = int(total * 0.6180339887)
    while gcd(step, total) != 1:
        step += 1
    return step


def most() -> int:
    """Return how many exercises there are."""
    return prod(map(len, _axes()))


@lru_cache(maxsize=4)  # a page names its neighbours
def exercise(number: int, seed: int) -> Exercise:
    """Return an exercise by its number; no two numbers have one name."""
    total = most()
    rest = (number * _stride(total) + seed * 7919) % total
    chosen = []
    for axis in _axes():
        rest, place = divmod(rest, len(axis))
        chosen.append(axis[place])
    (tempo,), (stance,), (equipment,), (finish,), (movement, family, target) = chosen
    random = Random(f"{seed}/{number}/facts")
    helpers = [
        muscle for muscle in words()["families"][family]["helpers"] if muscle != target
    ]
    return Exercise(
        " ".join(filter(None, (tempo, stance, equipment, movement, finish))),
        stance,
        family,
        equipment,
        target,
        tuple(random.sample(helpers, random.randint(1, min(3, len(helpers))))),
        random.choice(_DIFFICULTIES),
        random.choice(words()["categories"]),
    )
