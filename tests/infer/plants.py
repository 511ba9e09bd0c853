"""Thirty pages on garden plants, in a layout of their own, and their known defects.

Front matter, a table of facts, a sentence that states them, sections under two names.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

PAGE = """\
---
id: {id}
family: {family}
---

# {name}

| Fact | Value |
|---|---|
| Latin name | {latin} |
| Light | {light} |
| Water | {water} |
| Height in cm | {height} |

The {lower} wants {light} and {water} watering. {about}

## {planting}

{steps}

## Companions

{companions}

## Harvest

{harvest}
"""
TABLE = Path(__file__).with_name("plants.txt")
"""A plant a line: name, Latin name, family, light, water, height, and its texts."""

INDEX = "# The garden\n\nWhat grows here, from basil to sorrel.\n"


class Plant(NamedTuple):
    """A plant, as the table has it."""

    name: str
    latin: str
    family: str
    light: str
    water: str
    height: str
    about: str
    steps: str
    companions: str
    harvest: str


def plants() -> Iterator[Plant]:
    """Yield all plants."""
    for line in TABLE.read_text("utf-8").splitlines():
        yield Plant(*line.split("|"))


def stem(name: str) -> str:
    return name.lower().replace(" ", "-")


def write(plant: Plant, number: int, planting: str) -> str:
    """Return the page of a plant."""
    steps = plant.steps.split("~")
    names = plant.companions.split(", ")
    return PAGE.format(
        **{
            **plant._asdict(),
            "id": f"p{number:02}",
            "lower": plant.name.lower(),
            "planting": planting,
            "steps": "\n".join(f"{n}. {step}" for n, step in enumerate(steps, 1)),
            "companions": "\n".join(f"- [{name}]({stem(name)}.md)" for name in names),
        }
    )


def garden() -> dict[str, str]:
    """Return path → text of a garden in order."""
    pages = {}
    for number, plant in enumerate(plants(), 1):
        planting = "Planting" if number % 3 else "How to plant"
        pages[f"plants/{stem(plant.name)}.md"] = write(plant, number, planting)
    pages["plants/index.md"] = INDEX
    return pages


def spoilt() -> dict[str, str]:
    """Return the garden with a defect on each of some pages."""
    pages = garden()
    for name, (old, new) in DEFECTS.items():
        path = f"plants/{name}.md"
        assert old in pages[path], (path, old)
        pages[path] = pages[path].replace(old, new)
    pages["plants/dill.md"] = "# Dill\n"
    return pages


DEFECTS = {
    "kale": ("| partial shade |", "| partial shde |"),
    "mint": ("wants partial shade", "wants full sun"),
    "leek": ("2. Drop", "3. Drop"),
    "pea": ("Start from the bottom and hold the vine.", ""),
    "turnip": ("id: p28", "id: p27"),
    "fennel": ("| Foeniculum vulgare |", "| {{ latin }} |"),
    "cabbage": ("| 45 |", "| knee-high |"),
    "celery": ("## Companions", "## Compnions"),
    "garlic": ("| scarce |", "| Scarce |"),
}
