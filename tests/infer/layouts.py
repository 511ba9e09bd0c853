"""The facts of a plant, wherever pages write them."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping

from tests.infer.plants import Plant, plants, stem

Page = tuple[str, str, Mapping[str, str]]
"""Path, text, and other files by path."""
KEYS = {"Latin": "latin", "Light": "light", "Water": "water", "Height": "height"}


def facts(plant: Plant, form: str, glue: str = "\n") -> str:
    values = plant._asdict()
    return glue.join(form.format(key, values[name]) for key, name in KEYS.items())


def body(plant: Plant) -> str:
    steps = "\n".join(
        f"{n}. {step}" for n, step in enumerate(plant.steps.split("~"), 1)
    )
    return f"{plant.about}\n\n## Planting\n\n{steps}\n\n## Harvest\n\n{plant.harvest}\n"


def _alone(plant: Plant, text: str) -> Page:
    """The page of a plant, with no file beside it."""
    return f"plants/{stem(plant.name)}.md", text, {}


def _headed(plant: Plant, listed: str) -> Page:
    """The page of a plant that has its facts below the title."""
    return _alone(plant, f"# {plant.name}\n\n{listed}\n\n{body(plant)}")


def front_matter(plant: Plant) -> Page:
    text = f"---\ntitle: {plant.name}\n{facts(plant, '{0}: {1}')}\n---\n\n{body(plant)}"
    return _alone(plant, text)


def items(plant: Plant) -> Page:
    listed = facts(plant, "- **{0}:** {1}")
    return _headed(plant, listed)


def lines(plant: Plant) -> Page:
    listed = facts(plant, "**{0}**: {1}", "  \n")
    return _headed(plant, listed)


def one_line(plant: Plant) -> Page:
    listed = facts(plant, "**{0}:** {1}", " | ")
    return _headed(plant, listed)


def plain_lines(plant: Plant) -> Page:
    text = f"# {plant.name}\n\n{facts(plant, '{0}: {1}')}\n\n{body(plant)}"
    return _alone(plant, text)


def fence(plant: Plant) -> Page:
    listed = facts(plant, "{0}: {1}")
    text = f"# {plant.name}\n\n```\n{listed}\n```\n\n{body(plant)}"
    return _alone(plant, text)


def table(plant: Plant) -> Page:
    rows = facts(plant, "| {0} | {1} |")
    text = f"# {plant.name}\n\n| What | Value |\n|---|---|\n{rows}\n\n{body(plant)}"
    return _alone(plant, text)


def definitions(plant: Plant) -> Page:
    listed = facts(plant, "{0}\n: {1}", "\n\n")
    return _headed(plant, listed)


def section(plant: Plant) -> Page:
    listed = facts(plant, "- {0}: {1}")
    text = f"# {plant.name}\n\n{body(plant)}\n## At a glance\n\n{listed}\n"
    return _alone(plant, text)


def sidecar(plant: Plant) -> Page:
    path = f"plants/{stem(plant.name)}"
    values = plant._asdict()
    data = {key.lower(): values[name] for key, name in KEYS.items()}
    text = f"# {plant.name}\n\n{body(plant)}"
    return f"{path}.md", text, {f"{path}.json": json.dumps(data)}


LAYOUTS: tuple[Callable[[Plant], Page], ...] = (
    front_matter,
    items,
    lines,
    one_line,
    plain_lines,
    fence,
    table,
    definitions,
    section,
    sidecar,
)


def written(layout: Callable[[Plant], Page]) -> dict[str, str]:
    """Return path → text of the pages of all plants, and of the files beside them."""
    files: dict[str, str] = {}
    for plant in plants():
        path, text, more = layout(plant)
        files |= {path: text, **more}
    return files
